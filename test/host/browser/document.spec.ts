import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openVsCode, root } from '../session';
import { Workbench } from './workbench';

const MODEL = 'text-embedding-3-small';

/** The text goes in as it is, without the editor's help. */
const AS_TYPED = {
  'editor.autoIndent': 'none',
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
};

describe('ten seconds to a record', () => {
  let code: Awaited<ReturnType<typeof openVsCode>> | null = null;

  afterEach(async () => {
    await code?.close();
    code = null;
  });

  it('goes from the warning to a draft by one quick fix, and to nothing once the fields are filled', async () => {
    code = await openVsCode({ folder: join(root, 'samples', 'support-assistant'), settings: AS_TYPED });
    const { page, shot, workspace } = code;
    const bench = new Workbench(page);
    await bench.badge('undocumented');
    await bench.openProblems();
    await bench.row(`Warning: Model ${MODEL}`).dblclick();
    await bench.tab('config.py').waitFor({ timeout: 30_000 });

    const titles = await bench.quickFixes();
    await shot('quick-fixes');
    for (const start of ['Document', 'Ignore with a reason', 'Why is this asked?']) {
      assert.ok(
        titles.some((title) => title.includes(start)),
        `${start} among ${titles.join(', ')}`,
      );
    }
    await bench.choose(`Document model ${MODEL}`, `${MODEL}.md`);

    const record = join(workspace, 'ai-security', 'models', `${MODEL}.md`);
    await page.waitForTimeout(1000);
    await page.keyboard.press('Control+S');
    await bench.badge('1 draft');
    assert.equal(await bench.row(`Warning: Model ${MODEL}`).count(), 0);
    await bench.scrollToProblem(`Info: Record of ${MODEL} is a draft`);
    await shot('draft');

    // The cursor stands in the first open field: the owner.
    await page.keyboard.type('Search team');
    await page.keyboard.press('Control+S');
    await waitFor(() => /^owner: "?Search team"?$/mu.test(readFileSync(record, 'utf8')));

    const filled = fill(readFileSync(record, 'utf8'));
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(filled);
    await page.keyboard.press('Control+S');
    await bench.row(`Info: Record of ${MODEL} is a draft`).waitFor({ state: 'detached', timeout: 30_000 });
    await bench.badgeBecomes((label) => !label.includes('draft'));
    await shot('recorded');
  });

  it('gives everything back when the new file is undone', async () => {
    code = await openVsCode({ folder: join(root, 'samples', 'support-assistant') });
    const { page, workspace } = code;
    const bench = new Workbench(page);
    await bench.badge('undocumented');
    const before = await bench.badgeWords();
    await bench.openProblems();
    await bench.row(`Warning: Model ${MODEL}`).dblclick();
    await bench.quickFixes();
    await bench.choose(`Document model ${MODEL}`, `${MODEL}.md`);
    await bench.badge('1 draft');
    await page.keyboard.press('Control+Z');
    await bench.badgeBecomes((label) => label === before);
    const file = join(workspace, 'ai-security', 'models', `${MODEL}.md`);
    assert.ok(!existsSync(file) || readFileSync(file, 'utf8') === '');
  });

  it('documents everything at once: every asset a draft, none of them more', async () => {
    code = await openVsCode({ folder: join(root, 'samples', 'support-assistant') });
    const { page, shot, workspace } = code;
    const bench = new Workbench(page);
    await bench.badge('undocumented');
    const count = Number(/(\d+) undocumented/u.exec(await bench.badgeWords())?.[1]);
    const records = () =>
      readdirSync(join(workspace, 'ai-security'), { recursive: true }).filter((file) => String(file).endsWith('.md'))
        .length;
    const before = records();
    await bench.run('AI Baseline: Document all undocumented assets…');
    await page
      .locator('.quick-input-widget .quick-input-count')
      .filter({ hasText: `${String(count)} Selected` })
      .waitFor();
    await page.keyboard.press('Enter');
    await bench.badge(`${String(count)} draft`);
    await waitFor(() => records() === before + count);
    await bench.openTrees();
    await page.waitForTimeout(1000);
    await shot('documented-all');
    assert.doesNotMatch(await bench.badgeWords(), /undocumented/u);
    assert.equal(await page.locator('.tabs-container .tab[aria-label*=".md"]').count(), 0, 'no record takes the focus');
  });
});

/** What a person would write into the open fields. */
function fill(text: string): string {
  return text
    .replace(/^review-by: ""$/mu, 'review-by: 2027-05-24')
    .replace(/^([\w-]+): ""$/gmu, '$1: as agreed with the search team in October')
    .replace(
      /<!--[^]*?-->/gu,
      'It embeds questions and the texts of the knowledge base, and is looked at twice a year.',
    );
}

async function waitFor(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 150 && !holds(); tries += 1) await new Promise((rest) => setTimeout(rest, 200));
  assert.ok(holds());
}
