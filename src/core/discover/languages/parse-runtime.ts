import { Parser } from 'web-tree-sitter';
import type { Grammars } from '../../ports';

/**
 * Tree-sitter's own runtime: one per process, as the library has it. Two first calls at once would set it up twice and
 * leave the languages of one of them without a runtime; hence the promise.
 */
export class TreeSitter {
  static #ready: Promise<void> | null = null;

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
    await Parser.init({ wasmBinary, locateFile: (name: string) => name });
  }
}
