import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Grammars } from '../../src/core/ports';

const MODULES = join(__dirname, '../../node_modules');

function fileOf(name: string): string {
  if (name === 'tree-sitter') return 'web-tree-sitter/web-tree-sitter.wasm';
  return name === 'kotlin'
    ? '@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm'
    : `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`;
}

/** The runtime has to be of the version of the script that drives it; the grammars come ready built. */
export const testGrammars: Grammars = {
  load: async (name) => new Uint8Array(await readFile(join(MODULES, fileOf(name)))),
};
