/**
 * `npm start [-- FOLDER]`: builds the extension and opens a copy of the sample, or the folder given, in VS Code with the extension
 * loaded: the `code` on the PATH where there is one, else the real VS Code in the browser, whose address is printed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureHost, freshProfile, hostCommand, startHost } from './host.mjs';

const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
const [given] = process.argv.slice(2);
const folder = given ? resolve(process.env.INIT_CWD ?? '.', given) : copyOfSample();
const desktop = process.platform === 'win32' ? 'code.cmd' : 'code';

must('npm', ['run', '--silent', 'build']);
if (spawnSync(desktop, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0) {
  must(desktop, ['--new-window', `--extensionDevelopmentPath=${root}`, folder]);
} else {
  must('npm', ['run', '--silent', 'package']);
  const host = ensureHost();
  const profile = freshProfile();
  hostCommand(host, [
    '--extensions-dir',
    profile.extensions,
    '--user-data-dir',
    profile.userData,
    '--install-extension',
    join(root, 'build', 'ai-baseline.vsix'),
  ]);
  const server = await startHost(host, profile, { port: Number(process.env.PORT ?? 0) });
  const address = `${server.url}/?folder=${encodeURIComponent(folder)}`;
  console.log(`\nAI Baseline is open at\n\n  ${address}\n\nCtrl+C ends it.`);
  if (process.stdout.isTTY)
    spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [address], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void server.stop().then(() => process.exit(0)));
}

/** The person may try every fix: the sample in the project stays as it is. */
function copyOfSample() {
  const copy = join(mkdtempSync(join(tmpdir(), 'ai-baseline-sample-')), 'support-assistant');
  cpSync(join(root, 'samples', 'support-assistant'), copy, { recursive: true });
  return copy;
}

function must(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
