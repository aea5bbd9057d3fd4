import { Parser } from 'web-tree-sitter';
import type { Grammars } from '../../ports';
import { hasCursorFunctions, type CursorFunctions } from './tree-cursor';

/**
 * Tree-sitter's own runtime: one per process, as the library has it. Two first calls at once would set it up twice and
 * leave the languages of one of them without a runtime; hence the promise.
 */
export class TreeSitter {
  static #ready: Promise<void> | null = null;
  static #cursor: CursorFunctions | null = null;

  /** What a cursor over trees is made of. Throws where there are no trees yet. */
  static get cursorFunctions(): CursorFunctions {
    if (this.#cursor === null) throw new Error('the runtime of tree-sitter is not ready');
    return this.#cursor;
  }

  /** Sets the runtime up from the bytes of `tree-sitter`. After a failure the next call tries again. */
  static ready(grammars: Grammars): Promise<void> {
    this.#ready ??= this.#start(grammars).catch((error: unknown) => {
      this.#ready = null;
      throw error;
    });
    return this.#ready;
  }

  static async #start(grammars: Grammars): Promise<void> {
    const wasmBinary = await grammars.load('tree-sitter');
    // A name without a folder: the bytes are given, so nothing is looked up on disk or in the network.
    const module = { wasmBinary, locateFile: (name: string) => name };
    await Parser.init(module);
    // The library makes this very object its module, with the functions of the runtime in it.
    if (!hasCursorFunctions(module)) throw new Error('the runtime of tree-sitter has other functions than expected');
    this.#cursor = module;
  }
}
