import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVsCode, root } from '../session';
import { Workbench } from './workbench';

type Opened = Awaited<ReturnType<typeof openVsCode>>;

describe('first look', () => {
  let code: Opened | null = null;

  const open = async (options: Parameters<typeof openVsCode>[0]) => {
    code = await openVsCode(options);
    return { ...code, bench: new Workbench(code.page) };
  };

  afterEach(async () => {
    await code?.close();
    code = null;
  });

  it('shows badge, status, both trees and one warning per asset, without asking anything', async () => {
    const { page, shot, bench } = await open({ folder: join(root, 'samples', 'support-assistant') });
    await bench.badge('undocumented');
    const words = /(\d+) undocumented/u.exec(await bench.badgeWords());
    assert.match(await bench.status.innerText(), new RegExp(`AI Baseline: ${words?.[1] ?? '?'} undocumented`, 'u'));

    await bench.openTrees();
    for (const label of ['Models:', 'Prompts:', 'Datasets:', 'Secure Design', 'Secure End of Life']) {
      assert.equal(await bench.row(label).isVisible(), true, label);
    }
    await bench.openProblems();
    await bench.row('Warning: Model').waitFor({ timeout: 30_000 });
    const warnings = page.locator('.markers-panel .monaco-list-row[aria-label^="Warning:"]');
    await page.waitForTimeout(500);
    assert.ok((await warnings.count()) > 0);
    await shot('first-look');
  });

  it('lets people go from a phase to a provision and read what it asks', async () => {
    const { page, shot, bench } = await open({ folder: join(root, 'samples', 'support-assistant') });
    await bench.badge('undocumented');
    await bench.openTrees();
    await bench.row('Secure Development').click();
    await bench.row('5. Identify').click();
    await bench.row('5.2.1-1 requires').waitFor({ timeout: 30_000 });
    await bench.row('5.2.1-1 requires').click();
    await bench.tab('5.2.1-1').waitFor({ timeout: 30_000 });
    await page.waitForTimeout(2000);
    await shot('provision');
  });

  it('is quiet where there is no AI', async () => {
    const { page, shot, bench } = await open({
      folder: folderOf({ 'main.py': 'print(1)\n', 'README.md': '# Plain\n' }),
    });
    await bench.shield.click();
    await bench.row('No AI assets found in 2 files.').waitFor({ timeout: 60_000 });
    assert.equal(await bench.badgeWords(), 'AI Baseline');
    assert.equal(await page.locator('.statusbar-item[id*="aiBaseline.status"]:visible').count(), 0);
    await bench.row('Show what was looked at').click();
    await bench.tab('What was looked at').waitFor({ timeout: 30_000 });
    await shot('no-ai');
  });

  it('lists a lone AGENTS.md under a heading of its own, without warning or badge', async () => {
    const { bench } = await open({
      folder: folderOf({ 'index.js': 'export {};\n', 'AGENTS.md': '# Rules\n\nRun the tests.\n' }),
    });
    await bench.shield.click();
    await bench.row("Developers' own tools").waitFor({ timeout: 60_000 });
    assert.equal(await bench.badgeWords(), 'AI Baseline');
  });

  it('reads in Restricted Mode, says so, and offers nothing that writes', async () => {
    const { page, shot, bench } = await open({ folder: join(root, 'samples', 'support-assistant'), restricted: true });
    await dismissTrustDialog(page);
    await bench.badge('undocumented');
    await bench.openTrees();
    await page.getByText('Restricted Mode: reading only').waitFor({ timeout: 30_000 });
    await bench.openProblems();
    await bench.row('Warning: Model').waitFor({ timeout: 30_000 });
    await bench.row('Warning: Model').dblclick();
    const titles = await bench.quickFixes();
    await shot('restricted');
    assert.ok(titles.some((title) => title.includes('Why is this asked?')));
    assert.deepEqual(
      titles.filter((title) => /document|ignore/iu.test(title)),
      [],
    );
  });
});

/** VS Code may ask whether the folder is trusted; a banner says the rest. */
async function dismissTrustDialog(page: Opened['page']): Promise<void> {
  await page.waitForTimeout(3000);
  const no = page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: 'No' });
  if ((await no.count()) > 0) await no.first().click();
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'ai-baseline-folder-')), 'folder');
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}
