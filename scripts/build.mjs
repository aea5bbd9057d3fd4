/** Bundles the programs and the scripts of the webviews to dist/, with the grammars beside them. `npm run build` generates the catalogue first. */
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const root = new URL('..', import.meta.url).pathname;
const dist = join(root, 'dist');
const grammars = dirname(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm'));

/** JSON as a text that is read by JSON.parse: several times faster than the same as an object in the code. */
const jsonAsText = {
  name: 'json-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /catalogue\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
      return { contents: `module.exports = JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    });
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

await build({
  absWorkingDir: root,
  entryPoints: {
    cli: 'src/cli/start.ts',
    'cli-main': 'src/cli/main.ts',
    reader: 'src/node/start-thread.ts',
    'reader-main': 'src/node/reader-thread.ts',
    server: 'src/server/main.ts',
    extension: 'src/extension/extension.ts',
  },
  outdir: dist,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  external: ['vscode'],
  mainFields: ['module', 'main'],
  // Its CommonJS form: the other one asks import.meta where it is, which a CommonJS bundle cannot say.
  alias: {
    'web-tree-sitter': require.resolve('web-tree-sitter'),
    xmlbuilder2: join(root, 'scripts/no-xml-writer.mjs'),
  },
  plugins: [jsonAsText],
  minify: true,
  keepNames: true,
  sourcemap: process.argv.includes('--sourcemap'),
  legalComments: 'none',
  logLevel: 'warning',
});

// Each folder of src/webview that holds a main.ts is one page of its own, dist/webview/<folder>.js.
const pages = readdirSync(join(root, 'src/webview'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(pages.map(({ name }) => [name, `src/webview/${name}/main.ts`])),
  outdir: join(dist, 'webview'),
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
});

cpSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), join(dist, 'tree-sitter.wasm'));
for (const name of ['python', 'typescript', 'tsx', 'javascript', 'java', 'go', 'c-sharp', 'rust', 'ruby', 'php']) {
  cpSync(join(grammars, `tree-sitter-${name}.wasm`), join(dist, `tree-sitter-${name}.wasm`));
}
cpSync(
  require.resolve('@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm'),
  join(dist, 'tree-sitter-kotlin.wasm'),
);
