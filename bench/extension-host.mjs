/**
 * How the extension behaves in a real VS Code over 5,000 files, as ratios: activation to its budget of 100 ms, the longest
 * hold of the extension host's thread while the workspace is read to one frame of 16 ms, and the same where nothing is done.
 */
import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInExtensionHost } from '../scripts/host.mjs';
import { writeWorkspace } from './workspace.mjs';

const FILES = 5000;
const ACTIVATION_BUDGET = 100;
const FRAME = 16;

const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
const entry = join(root, 'build', 'bench', 'in-host.js');
const folder = mkdtempSync(join(tmpdir(), 'ai-baseline-bench-host-'));
const results = join(folder, 'results.json');
const workspace = join(folder, 'workspace');

mkdirSync(join(root, 'build', 'bench'), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['bench/in-host.ts'],
  outfile: entry,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  external: ['vscode'],
  logLevel: 'warning',
});
try {
  writeWorkspace(workspace, FILES);
  await runInExtensionHost({ extension: root, entry, workspace, results, seconds: 250 });
  const measured = JSON.parse(readFileSync(results, 'utf8'));
  const ratio = (value, to) => (value === null ? 'already active' : Number((value / to).toFixed(2)));
  console.table({
    [`${FILES} files, ${measured.found} findings`]: {
      'activation : 100 ms': ratio(measured.activation, ACTIVATION_BUDGET),
      'held while activating : 16 ms': ratio(measured.activating, FRAME),
      'held while scanning : 16 ms': ratio(measured.scanning, FRAME),
      'of that by this extension : 16 ms': ratio(measured.own, FRAME),
      'held while idle : 16 ms': ratio(measured.idle, FRAME),
    },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
