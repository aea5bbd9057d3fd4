import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVsCode, root } from '../session';
import { Workbench } from './workbench';

const CHECKLISTS = join('ai-security', 'releases');
const NEXT = 'AI Baseline: Next gap in the provisions';

describe('ways on, and ways back', () => {
  let code: Awaited<ReturnType<typeof openVsCode>> | null = null;

  afterEach(async () => {
    await code?.close();
    code = null;
  });

  it('lead from one gap in the provisions to the next and back, with the keyboard alone', async () => {
    code = await openVsCode({ folder: join(root, 'samples', 'support-assistant') });
    const { page, shot } = code;
    const bench = new Workbench(page);
    await bench.badge('undocumented');
    await bench.run(NEXT);
    const focused = page.locator('.monaco-list:focus .monaco-list-row.focused, .monaco-list-row.focused');
    const gap = async () => /^[\d.-]+/u.exec((await focused.first().getAttribute('aria-label')) ?? '')?.[0] ?? '';
    const becomes = async (right: (id: string) => boolean) => {
      for (let tries = 0; tries < 50 && !right(await gap()); tries += 1) await page.waitForTimeout(200);
      assert.ok(right(await gap()), await gap());
    };
    await becomes((id) => id !== '');
    const first = await gap();
    await page.keyboard.press('Alt+PageDown');
    await becomes((id) => id !== first);
    const second = await gap();
    await page.keyboard.press('Alt+PageDown');
    await becomes((id) => id !== second);
    await shot('gap-walk');
    await page.keyboard.press('Alt+PageUp');
    await becomes((id) => id === second);
    await page.keyboard.press('Alt+PageUp');
    await becomes((id) => id === first);
  });

  it('decide on the checklist that is open, of a project inside another one, whatever its folder is called', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'ai-baseline-nested-')), 'outer');
    const gates = join(root, 'test', 'core', 'gate', 'fixtures');
    cpSync(join(gates, 'clean'), folder, { recursive: true });
    const inner = join(folder, 'apps', 'desk (new)@2');
    cpSync(join(gates, 'blocked'), inner, { recursive: true });
    writeFileSync(join(inner, 'ai-baseline.yaml'), '');
    renameSync(join(inner, CHECKLISTS, '2.4.0.md'), join(inner, CHECKLISTS, 'desk.md'));
    code = await openVsCode({ folder });
    const { page, shot } = code;
    const bench = new Workbench(page);
    await bench.badge('undocumented');
    await bench.open('desk.md', 1);
    await bench.run('AI Baseline: Check release');
    await page
      .locator('.quick-input-title')
      .filter({ hasText: /^No go: 2 reasons/u })
      .waitFor({ timeout: 30_000 });
    await shot('check-release-nested');
  });

  it('take records back that nobody has written in, and leave the others', async () => {
    code = await openVsCode({ folder: join(root, 'samples', 'support-assistant') });
    const { page, shot, workspace } = code;
    const bench = new Workbench(page);
    await bench.badge('undocumented');
    const records = () =>
      readdirSync(join(workspace, 'ai-security'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .sort();
    const before = records();
    await bench.run('AI Baseline: Document all undocumented assets…');
    await page.locator('.quick-input-widget .quick-input-count').filter({ hasText: 'Selected' }).waitFor();
    await page.keyboard.press('Enter');
    const undo = page.locator('.notification-toast .monaco-button').filter({ hasText: 'Undo' });
    await undo.waitFor({ timeout: 30_000 });
    const [written = ''] = records().filter((file) => !before.includes(file));
    const file = join(workspace, 'ai-security', written);
    assert.ok(existsSync(file));
    appendFileSync(file, '\nMine.\n');
    const mine = readFileSync(file, 'utf8');
    await shot('documented-all-undo');
    await undo.click();
    await page
      .getByText('1 record stays, because somebody has written there since')
      .first()
      .waitFor({ timeout: 30_000 });
    assert.deepEqual(records(), [...before, written].sort());
    assert.equal(readFileSync(file, 'utf8'), mine);
    await bench.badgeBecomes((words) => /undocumented/u.test(words) && /1 draft/u.test(words));
  });
});
