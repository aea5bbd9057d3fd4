/**
 * A real VS Code with the packaged extension, for the specs in `test/host/browser` (`npm run test:host`): each opens a copy of a
 * folder and drives it as a user would. `shot` keeps pictures in build/screenshots.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostCommand, ensureHost, freshProfile, launchBrowser, startHost } from '../../scripts/host.mjs';

export const root = join(__dirname, '..', '..');

interface Options {
  /** Folder to open: it is copied first, so that nothing of the project changes. */
  readonly folder: string;
  /** A .code-workspace file in that folder, to be opened in its place. */
  readonly opens?: string;
  readonly settings?: Record<string, unknown>;
  /** True opens the folder in Restricted Mode. */
  readonly restricted?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

/** Opens VS Code with `build/ai-baseline.vsix` installed; `close` ends everything. */
export async function openVsCode({
  folder,
  opens,
  settings = {},
  restricted = false,
  size = { width: 1360, height: 860 },
}: Options) {
  const vsix = join(root, 'build', 'ai-baseline.vsix');
  if (!existsSync(vsix)) throw new Error('build/ai-baseline.vsix is missing: run "npm run package" first.');
  const host = ensureHost({ quiet: true });
  const profile = freshProfile(settings);
  hostCommand(host, [
    '--extensions-dir',
    profile.extensions,
    '--user-data-dir',
    profile.userData,
    '--install-extension',
    vsix,
  ]);
  const workspace = join(mkdtempSync(join(tmpdir(), 'ai-baseline-workspace-')), 'workspace');
  cpSync(folder, workspace, { recursive: true });
  const server = await startHost(host, profile, { trust: restricted });
  const browser = await launchBrowser(host);
  const page = await browser.newPage({ viewport: size });
  await page.goto(
    `${server.url}/?${opens === undefined ? `folder=${workspace}` : `workspace=${join(workspace, opens)}`}`,
  );
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  const shots = join(root, 'build', 'screenshots');
  mkdirSync(shots, { recursive: true });
  return {
    page,
    workspace,
    server,
    shot: (name: string) => page.screenshot({ path: join(shots, `${name}.png`) }),
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
