/**
 * Runs the suites of `test/host/in-host` inside the extension host of a real VS Code, over a copy of the sample and over a
 * workspace of two folders (`-- sample` or `-- two-roots` runs one of them): with a desktop VS Code that `@vscode/test-electron` finds or is given (`--desktop`), else in the one out of packages.
 * Prints each test and ends with the counts; exit 1 where one failed.
 */
import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInExtensionHost } from '../../scripts/host.mjs';

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');
const results = join(root, 'build', 'test', 'in-host.json');
const entry = join(root, 'build', 'test', 'in-host.js');
/** Folder that is copied, and what is opened of the copy. */
const runs = {
  sample: ['samples/support-assistant', ''],
  'two-roots': ['test/host/fixtures/two-roots', 'two.code-workspace'],
};

mkdirSync(join(root, 'build', 'test'), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['test/host/in-host/index.ts'],
  outfile: entry,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  // mocha stays in node_modules: it loads its reporters by name.
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});

const chosen = Object.keys(runs).filter((name) => process.argv.includes(name));
const passes = [];
const failures = [];
for (const name of chosen.length > 0 ? chosen : Object.keys(runs)) {
  rmSync(results, { force: true });
  const [from, opens] = runs[name];
  const copy = join(mkdtempSync(join(tmpdir(), 'ai-baseline-in-host-')), name);
  cpSync(join(root, from), copy, { recursive: true });
  const workspace = join(copy, opens);
  await (process.argv.includes('--desktop') ? onDesktop(workspace) : inBrowser(workspace));
  take(name);
}
report();

async function onDesktop(workspace) {
  const { runTests } = await import('@vscode/test-electron');
  const given = process.env.VSCODE_EXECUTABLE;
  await runTests({
    ...(given ? { vscodeExecutablePath: given } : {}),
    extensionDevelopmentPath: root,
    extensionTestsPath: entry,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
    extensionTestsEnv: { AI_BASELINE_HOST_RESULTS: results },
  });
}

/** What the server said goes to the log; the report below tells that no results came. */
async function inBrowser(workspace) {
  await runInExtensionHost({ extension: root, entry, workspace, results }).catch((error) =>
    console.error(error.message),
  );
}

function take(name) {
  if (!existsSync(results)) {
    failures.push({ fullTitle: name, error: 'The suites in the extension host wrote no results.' });
    return;
  }
  const found = JSON.parse(readFileSync(results, 'utf8'));
  passes.push(...found.passes);
  failures.push(...found.failures);
}

function report() {
  for (const test of passes) console.log(`  ✔ ${test.fullTitle}`);
  for (const test of failures)
    console.log(`  ✖ ${test.fullTitle}\n    ${String(test.error).replaceAll('\n', '\n    ')}`);
  console.log(`\n  ${passes.length} passing`);
  if (failures.length > 0) console.log(`  ${failures.length} failing`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
