import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openVsCode, root } from '../session';
import { Workbench } from './workbench';

describe('papers of a project, with the keyboard', () => {
  let code: Awaited<ReturnType<typeof openVsCode>> | null = null;

  afterEach(async () => {
    await code?.close();
    code = null;
  });

  it('records of a kind, a release checklist, a supplier assessment and a disposal record, then the baseline', async () => {
    code = await openVsCode({ folder: join(root, 'samples', 'support-assistant') });
    const { page, shot, workspace } = code;
    const bench = new Workbench(page);
    const papers = (folder: string) => {
      const path = join(workspace, 'ai-security', folder);
      return existsSync(path) ? readdirSync(path) : [];
    };
    await bench.badge('undocumented');
    await bench.openTrees();

    // The files are shown first, all of them ticked; Enter makes them.
    await bench.run('AI Baseline: Document all undocumented assets…');
    const ticked = page.locator('.quick-input-widget .quick-input-count').filter({ hasText: 'Selected' });
    await ticked.waitFor({ timeout: 30_000 });
    await shot('papers-preview');
    await page.keyboard.press('Enter');
    await bench.badgeBecomes((words) => words.includes('draft') && !words.includes('undocumented'));
    assert.ok(papers('models').length > 3 && papers('prompts').length > 1, papers('models').join(', '));

    const begin = async (kind: string, title: string, tab: string) => {
      await bench.run('AI Baseline: New document…');
      const titled = (words: string) =>
        page
          .locator('.quick-input-title')
          .filter({ hasText: new RegExp(`^${words}$`, 'u') })
          .waitFor();
      // The palette itself shows these words too, but has no title.
      await titled('New document');
      await page.keyboard.type(kind);
      await bench.pick(kind);
      await titled(kind);
      await page.keyboard.type(title);
      await page.keyboard.press('Enter');
      await bench.tab(tab).waitFor({ timeout: 30_000 });
    };
    await begin('Release checklist', '2.4.0', '2.4.0.md');
    await shot('papers-release');
    await begin('Supplier assessment', 'OpenAI', 'openai.yaml');
    await shot('papers-supplier');
    // The supplier assessment is open, so nobody asks which one.
    await bench.run('AI Baseline: Export supplier questionnaire…');
    await bench.pick('one row per question');
    await page.waitForTimeout(2000);
    await page.keyboard.press('Enter');
    await bench.tab('openai-questionnaire.csv').waitFor({ timeout: 30_000 });
    await shot('papers-questionnaire');
    assert.match(
      readFileSync(join(workspace, 'ai-security/suppliers/openai-questionnaire.csv'), 'utf8'),
      /^\uFEFFid,question,why,answer,detail,evidence\r\nQ01,/u,
    );
    await begin('Disposal record', 'Old search index', 'old-search-index.md');
    await shot('papers-disposal');
    const release = readFileSync(join(workspace, 'ai-security/releases/2.4.0.md'), 'utf8');
    assert.match(release, /- asset: model:gpt-4o-mini-2024-07-18\n/u);
    assert.match(
      readFileSync(join(workspace, 'ai-security/suppliers/openai.yaml'), 'utf8'),
      /- asset: model:gpt-4o-mini/u,
    );

    await bench.run('AI Baseline: Accept the known gaps as a baseline…');
    await page.waitForSelector('.quick-input-widget:has-text("1 of 2")', { state: 'visible' });
    await page.keyboard.type('Known before we began');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.quick-input-widget:has-text("2 of 2")', { state: 'visible' });
    await shot('papers-accept');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item').filter({ hasText: 'accepted until' }).first().waitFor({ timeout: 60_000 });
    await shot('papers-accepted');
    assert.match(
      readFileSync(join(workspace, 'ai-security/accepted.yaml'), 'utf8'),
      /reason: "Known before we began"/u,
    );
  });
});
