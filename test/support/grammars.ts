import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Grammars } from '../../src/core/ports';

const MODULES = join(__dirname, '../../node_modules');

/** The runtime has to be of the version of the script that drives it; the grammars come ready built. */
export const testGrammars: Grammars = {
  load: async (name) =>
    new Uint8Array(
      await readFile(
        name === 'tree-sitter'
          ? join(MODULES, 'web-tree-sitter/web-tree-sitter.wasm')
          : join(MODULES, `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`),
      ),
    ),
};
