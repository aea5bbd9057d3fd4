/** Packs the extension to build/ai-baseline.vsix, and says no where it has grown over its limit. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';

const LIMIT = 4 * 1024 * 1024;
const root = new URL('..', import.meta.url).pathname;
const target = `${root}build/ai-baseline.vsix`;

mkdirSync(`${root}build`, { recursive: true });
const { status, stdout, stderr } = spawnSync(
  'npx',
  [
    'vsce',
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    target,
  ],
  { cwd: root, encoding: 'utf8' },
);
if (status !== 0) {
  console.error(stdout, stderr);
  process.exit(1);
}
const { size } = statSync(target);
console.log(`build/ai-baseline.vsix: ${(size / 1024 / 1024).toFixed(2)} MB`);
if (size >= LIMIT) {
  console.error('The package has to stay under 4 MB.');
  process.exit(1);
}
