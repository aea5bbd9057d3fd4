import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from '../../../scripts/host.mjs';
import { openVsCode, root } from '../session';
import { axeFindsNothing, frameWhere, saveAs, THEMES, until } from './webview';
import { Workbench } from './workbench';

type Opened = Awaited<ReturnType<typeof openVsCode>>;

const CLAIMS = join('ai-security', 'claims.yaml');
const SHOWN = 'document.querySelector("#page .ab #heat-map") !== null';

describe('the page of the life cycle', () => {
  let code: Opened | null = null;

  const open = async (theme: string) => {
    code = await openVsCode({
      folder: audited(),
      settings: { 'workbench.colorTheme': theme },
      size: { width: 1360, height: 1000 },
    });
    const bench = new Workbench(code.page);
    await bench.badge('undocumented');
    await bench.run('AI Baseline: Show life cycle');
    return { ...code, bench, frame: await frameWhere(code.page, SHOWN) };
  };

  afterEach(async () => {
    await code?.close();
    code = null;
  });

  it('is walked with the keyboard alone, from a cell to the line of the claim, and from a button to the quick fix', async () => {
    const { page, bench, frame, shot } = await open('Default Light Modern');
    await tabTo(page, frame, 'document.activeElement.getAttribute("href") === "#heat-map"');
    await page.keyboard.press('Enter');
    const cell = 'document.activeElement.matches(".cell") && document.activeElement.innerText.includes("5.2.1-1")';
    await tabTo(page, frame, cell);
    await page.keyboard.press('Enter');
    await bench.tab('claims.yaml').waitFor({ timeout: 30_000 });
    await page.getByText('Ln 20, Col').waitFor({ timeout: 30_000 });

    await bench.run('AI Baseline: Show life cycle');
    const again = await frameWhere(page, SHOWN);
    await tabTo(page, again, 'document.activeElement.innerText.startsWith("Change the claim")');
    await page.keyboard.press('Enter');
    await page
      .locator('.action-widget .monaco-list-row')
      .filter({ hasText: 'partly' })
      .first()
      .waitFor({ timeout: 60_000 });
    await shot('life-cycle-fix');
  });

  it('follows what is saved, and keeps the place of the reader', async () => {
    const { page, frame, workspace } = await open('Default Light Modern');
    await frame.locator('#overdue').waitFor({ timeout: 30_000 });
    await frame.evaluate(
      'document.querySelector("#claims summary").click(); document.querySelector("#claims summary").focus()',
    );
    const before = await frame.evaluate<number>('window.scrollY');
    assert.ok(before > 0);
    const claims = readFileSync(join(workspace, CLAIMS), 'utf8');
    writeFileSync(
      join(workspace, CLAIMS),
      claims.replace('    support: yes\n    detail: All models', '    support: partly\n    detail: All models'),
    );
    await until(page, frame, 'document.getElementById("contradicted").innerText.includes("No claim is")');
    assert.match(await frame.locator('#contradicted').innerText(), /No claim is contradicted/u);
    assert.equal(await frame.evaluate<boolean>('document.activeElement.matches("#claims summary")'), true);
    assert.equal(await frame.evaluate<boolean>('document.querySelector("#claims details").open'), true);
  });

  it('is saved as the same page that the command line writes', async () => {
    const { page, frame, workspace } = await open('Default Light Modern');
    await frame.locator('[data-export="html"]').click();
    const html = await saveAs(page, workspace, 'page.html');
    assert.match(html, /^<!DOCTYPE html>/u);
    assert.match(html, /5\.2\.1-1/u);
    assert.doesNotMatch(html, /<script|data-fix/u);
  });

  for (const [name, theme] of THEMES) {
    it(`has nothing that axe finds, ${name}`, async () => {
      const { page, frame, shot } = await open(theme);
      await page.keyboard.press('Control+B');
      await page.waitForTimeout(1500);
      await shot(`life-cycle-${name}`);
      await axeFindsNothing(frame);
      for (const id of ['heat-map', 'releases', 'claims']) {
        await frame.evaluate(`document.getElementById("${id}").scrollIntoView()`);
        await page.waitForTimeout(300);
        await shot(`life-cycle-${name}-${id}`);
      }
    });
  }
});

/** The sample, as it is when somebody has begun to claim and to release. */
function audited(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'ai-baseline-audited-')), 'support-assistant');
  cpSync(join(root, 'samples', 'support-assistant'), folder, { recursive: true });
  cpSync(join(root, 'test', 'host', 'fixtures', 'life-cycle'), folder, { recursive: true });
  return folder;
}

/** Presses Tab until what is focused in the page fits. */
async function tabTo(page: Opened['page'], frame: Frame, holds: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await frame.evaluate<boolean>(holds)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads there: ${holds}`);
}
