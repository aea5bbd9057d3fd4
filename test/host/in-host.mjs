/**
 * Runs the suite of `test/host/in-host` inside the extension host of a real VS Code over a copy of the sample: with a desktop
 * VS Code that `@vscode/test-electron` finds or is given (`--desktop`), else in the one out of packages.
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
const workspace = join(mkdtempSync(join(tmpdir(), 'ai-baseline-in-host-')), 'support-assistant');

mkdirSync(join(root, 'build', 'test'), { recursive: true });
rmSync(results, { force: true });
cpSync(join(root, 'samples', 'support-assistant'), workspace, { recursive: true });
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

await (process.argv.includes('--desktop') ? onDesktop() : inBrowser());
report();

async function onDesktop() {
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
async function inBrowser() {
  await runInExtensionHost({ extension: root, entry, workspace, results }).catch((error) =>
    console.error(error.message),
  );
}

function report() {
  if (!existsSync(results)) {
    console.error('The suite in the extension host wrote no results.\n0 passing\n1 failing');
    process.exitCode = 1;
    return;
  }
  const { passes, failures } = JSON.parse(readFileSync(results, 'utf8'));
  for (const test of passes) console.log(`  ✔ ${test.fullTitle}`);
  for (const test of failures)
    console.log(`  ✖ ${test.fullTitle}\n    ${String(test.error).replaceAll('\n', '\n    ')}`);
  console.log(`\n  ${passes.length} passing`);
  if (failures.length > 0) console.log(`  ${failures.length} failing`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
