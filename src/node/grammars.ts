import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Grammars } from '../core';

/** The grammars that the build laid beside the bundle: `tree-sitter.wasm`, `tree-sitter-python.wasm`, … */
export function createGrammars(folder: string): Grammars {
  return {
    load: (name) => readFile(join(folder, name === 'tree-sitter' ? 'tree-sitter.wasm' : `tree-sitter-${name}.wasm`)),
  };
}
