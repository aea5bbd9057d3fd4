import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { workspace } from 'vscode';

/** Runs the suites for what is open, inside the extension host. The results go to the file that the launcher named. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: 'min' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  if (workspace.workspaceFile) await import('./two-roots.suite');
  else {
    await import('./findings.suite');
    await import('./notebooks.suite');
    await import('./navigation.suite');
    await import('./manifest.suite');
  }
  const passes: { fullTitle: string }[] = [];
  const failures: { fullTitle: string; error: string }[] = [];
  await new Promise<void>((done) => {
    const runner = mocha.run(() => done());
    runner.on('pass', (test: Mocha.Test) => passes.push({ fullTitle: test.fullTitle() }));
    runner.on('fail', (test: Mocha.Test, error: Error) =>
      failures.push({ fullTitle: test.fullTitle(), error: error.stack ?? error.message }),
    );
  });
  const path = process.env['AI_BASELINE_HOST_RESULTS'];
  if (path !== undefined) writeFileSync(path, JSON.stringify({ passes, failures }, null, 2));
  if (failures.length > 0) throw new Error(`${String(failures.length)} tests failed`);
}
