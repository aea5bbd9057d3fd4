/**
 * How fast scans are, as ratios to a search over the same tree in the same moment: what counts is how they compare, not
 * what this machine does. `npm run bench -- 500 5000 ../tree` takes other sizes than the usual ones, and folders that are
 * there. Builds nothing: run `npm run build` before.
 */
import { build } from 'esbuild';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastest, percentile, time, timeNode } from './measure.mjs';
import { aibom } from './aibom.mjs';
import { reference } from './reference.mjs';
import { writeWorkspace } from './workspace.mjs';

const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
const cli = join(root, 'dist', 'cli.js');
const updates = join(root, 'build', 'bench', 'updates.cjs');
const require = createRequire(import.meta.url);

/** Milliseconds within which an edit should show its findings. */
const EDIT_BUDGET = 50;
const EDITS = 100;
const LARGEST_MEMORY = 400;

if (!existsSync(cli)) throw new Error('Run npm run build first.');
const asked = process.argv.slice(2);
const sizes = asked.filter((each) => /^\d+$/.test(each)).map(Number);
/** Folders to measure besides the trees that are made: `npm run bench -- 1000 ../some/repository`. */
const folders = asked.filter((each) => !/^\d+$/.test(each));
const folder = mkdtempSync(join(tmpdir(), 'ai-baseline-bench-'));
try {
  await bundleUpdates();
  const bare = timeNode(['-e', '0']).peak;
  const results = (sizes.length > 0 ? sizes : [1000, 10_000, 100_000]).map((size) => measured(size, bare));
  console.table(Object.fromEntries(results.map(({ size, row }) => [`${size} files`, row])));
  growth(results);
  if (folders.length > 0) console.table(Object.fromEntries(folders.map((each) => [each, given(each)])));
  console.log(`Memory may be ${LARGEST_MEMORY} MB at the most: ${within(results) ? 'kept' : 'not kept'}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measured(size, bare) {
  const tree = join(folder, String(size));
  const { withAi, ordinary } = writeWorkspace(tree, size);
  const env = { XDG_CACHE_HOME: join(folder, `cache-${size}`) };
  const scan = (...options) => timeNode([cli, 'scan', tree, '--format', 'json', '--quiet', ...options], env);
  const times = size > 10_000 ? 2 : 4;
  const searched = fastest(times, () => reference(tree));
  const cold = fastest(times, () => scan('--no-cache'));
  const other = size > 10_000 ? null : aibom(tree, join(folder, 'aibom.json'));
  scan();
  // Files that were written a moment ago are read once more; after that their stamps are trusted.
  scan();
  const warm = fastest(times, () => scan());
  const listed = [...withAi.slice(0, 20), ...ordinary.filter((path) => /\.(?:py|ts)$/.test(path)).slice(0, 20)];
  const edited = JSON.parse(
    time(process.execPath, [updates, tree, join(root, 'dist'), String(EDITS), ...listed]).output,
  );
  const row = {
    'cold : rg': ratio(cold.took, searched.took),
    'warm : rg': ratio(warm.took, searched.took),
    ...(other === null ? {} : { 'aibom : cold': ratio(other.took, cold.took) }),
    'memory : bare node': ratio(cold.peak, bare),
    'edit p50 : 50 ms': ratio(percentile(edited.took, 0.5), EDIT_BUDGET),
    'edit p95 : 50 ms': ratio(percentile(edited.took, 0.95), EDIT_BUDGET),
    'edit p95 : cold': ratio(percentile(edited.took, 0.95), cold.took),
    'longest hold : 50 ms': ratio(edited.held, EDIT_BUDGET),
  };
  return { size, row, cold: cold.took, peak: Math.max(cold.peak, warm.peak), assets: edited.assets };
}

/** A tree that is there already, such as a repository of real code: read only. */
function given(tree) {
  const env = { XDG_CACHE_HOME: join(folder, 'cache-given') };
  const scan = (...options) => timeNode([cli, 'scan', tree, '--format', 'json', '--quiet', ...options], env);
  const searched = fastest(4, () => reference(tree));
  const cold = fastest(4, () => scan('--no-cache'));
  scan();
  const warm = fastest(4, () => scan());
  const other = aibom(tree, join(folder, 'aibom.json'));
  return {
    'cold : rg': ratio(cold.took, searched.took),
    'warm : rg': ratio(warm.took, searched.took),
    ...(other === null ? {} : { 'aibom : cold': ratio(other.took, cold.took) }),
  };
}

/** The exponent of growth between two sizes: 1 is linear. Of small trees most is the start of the program. */
function growth(results) {
  for (const [at, larger] of results.entries()) {
    const smaller = results[at - 1];
    if (!smaller) continue;
    const exponent = (a, b) => (Math.log(b / a) / Math.log(larger.size / smaller.size)).toFixed(2);
    console.log(
      `From ${smaller.size} to ${larger.size} files: time grows with exponent ${exponent(smaller.cold, larger.cold)}, ` +
        `memory with ${exponent(smaller.peak, larger.peak)}, assets with ${exponent(smaller.assets, larger.assets)}.`,
    );
  }
}

function within(results) {
  return results.every(({ peak }) => peak <= LARGEST_MEMORY);
}

function ratio(value, to) {
  return Number((value / to).toFixed(2));
}

async function bundleUpdates() {
  mkdirSync(join(root, 'build', 'bench'), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/updates.ts'],
    outfile: updates,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: {
      'web-tree-sitter': require.resolve('web-tree-sitter'),
      xmlbuilder2: join(root, 'scripts/no-xml-writer.mjs'),
    },
    logLevel: 'warning',
  });
}
