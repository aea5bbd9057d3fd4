import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVsCode, root } from '../session';
import { axeFindsNothing, frameWhere, saveAs, THEMES, until } from './webview';
import { Workbench } from './workbench';

type Opened = Awaited<ReturnType<typeof openVsCode>>;

const MODEL = 'support-bot.yaml';
const lines = readFileSync(join(root, 'test/core/diagram/fixtures', MODEL), 'utf8').split('\n');
const COMPONENT = lines.findIndex((line) => line.includes('id: llm')) + 1;

describe('the diagram beside a threat model', () => {
  let code: Opened | null = null;

  const open = async (theme: string) => {
    code = await openVsCode({
      folder: withModel(),
      settings: { 'workbench.colorTheme': theme, 'editor.autoClosingBrackets': 'never' },
      size: { width: 1500, height: 1000 },
    });
    const { page } = code;
    const bench = new Workbench(page);
    await bench.badge('undocumented');
    await page.keyboard.press('Control+P');
    await page.waitForSelector('.quick-input-widget', { state: 'visible' });
    await page.keyboard.type(MODEL);
    await bench.pick(MODEL);
    await bench.tab(MODEL).waitFor({ timeout: 30_000 });
    await page.locator('.editor-actions [aria-label^="Open the diagram to the side"]').first().click();
    return { ...code, bench, frame: await frameWhere(page, 'document.querySelector("#view svg [data-id]") !== null') };
  };

  afterEach(async () => {
    await code?.close();
    code = null;
  });

  it('leads from a part to its line and back, and follows the typing, broken or not', async () => {
    const { page, frame, shot } = await open('Default Light Modern');
    await frame.evaluate('document.querySelector("[data-id=llm]").focus()');
    await page.keyboard.press('Enter');
    await page.getByText(`Ln ${String(COMPONENT)}, Col`).waitFor({ timeout: 30_000 });
    await until(page, frame, 'document.querySelector(".ab-here")?.dataset.id === "llm"');
    await shot('diagram-at-line');

    // The cursor stands in the editor now, at the beginning of the component's row.
    await page.keyboard.press('Control+End');
    await page.keyboard.type('broken: [ }');
    await until(page, frame, 'document.getElementById("why").textContent.includes("Line ")');
    assert.equal(await frame.evaluate<boolean>('document.querySelector("[data-id=llm]") !== null'), true);
    await shot('diagram-broken');
    // The editor takes words back one by one.
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+Z');
    await until(page, frame, 'document.getElementById("why").hidden');
  });

  it('zooms and is walked with the keyboard', async () => {
    const { page, frame } = await open('Default Light Modern');
    await frame.evaluate('document.querySelector("[data-id=user]").focus()');
    const width = () => frame.evaluate<number>('document.querySelector("#view svg").getBoundingClientRect().width');
    const before = await width();
    await page.keyboard.press('-');
    assert.ok((await width()) < before);
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await frame.evaluate<string>('document.activeElement.dataset.id'), 'user');
    // A long model is not made tiny: it begins at its start, and the rest is reached by scrolling, or by zooming out.
    await frame.evaluate('document.querySelector("#view").scrollTo(500, 50)');
    await frame.locator('[data-do="fit"]').click();
    const fitted = await frame.evaluate<string>(`(() => {
      const [view, svg] = ['#view', '#view svg'].map((each) => document.querySelector(each));
      const first = document.querySelector('[data-id=user]').getBoundingClientRect();
      const shown = view.getBoundingClientRect();
      const zoom = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return JSON.stringify([zoom >= 0.79, view.scrollLeft, view.scrollTop, first.left >= shown.left && first.right <= shown.right]);
    })()`);
    assert.equal(fitted, '[true,0,0,true]');
    await frame.evaluate('document.querySelector("#matrix td button").focus()');
    await page.keyboard.press('Enter');
    assert.match(await frame.locator('#threats').innerText(), /Show all/u);
  });

  it('gives a picture to save', async () => {
    const { page, frame, workspace } = await open('Default Dark Modern');
    for (const [ending, start] of [
      ['svg', '<svg xmlns'],
      ['png', '\u{fffd}PNG'],
    ] as const) {
      await frame.locator(`[data-do="${ending}"]`).click();
      const written = await saveAs(page, workspace, `picture.${ending}`);
      assert.ok(written.startsWith(start), ending);
    }
  });

  for (const [name, theme] of THEMES) {
    it(`has nothing that axe finds, ${name}`, async () => {
      const { page, frame, shot } = await open(theme);
      await page.keyboard.press('Control+B');
      await page.waitForTimeout(1500);
      await frame.evaluate('document.querySelector("[data-do=fit]").click()');
      await shot(`diagram-${name}`);
      await axeFindsNothing(frame);
    });
  }
});

/** The sample with a threat model. */
function withModel(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'ai-baseline-diagram-')), 'support-assistant');
  cpSync(join(root, 'samples', 'support-assistant'), folder, { recursive: true });
  const models = join(folder, 'ai-security', 'threat-models');
  mkdirSync(models, { recursive: true });
  cpSync(join(root, 'test/core/diagram/fixtures', MODEL), join(models, MODEL));
  return folder;
}
