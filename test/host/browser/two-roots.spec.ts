import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openVsCode, root } from '../session';
import { Workbench } from './workbench';

describe('a window with two folders', () => {
  let code: Awaited<ReturnType<typeof openVsCode>> | null = null;

  afterEach(async () => {
    await code?.close();
    code = null;
  });

  it('names the folder in the tree and in every list that asks', async () => {
    const folder = join(root, 'test', 'host', 'fixtures', 'two-roots');
    code = await openVsCode({ folder, opens: 'two.code-workspace' });
    const { page, shot, workspace } = code;
    const bench = new Workbench(page);
    const rows = () => page.locator('.quick-input-list .monaco-list-row');
    await bench.badge('3 undocumented');
    await bench.shield.click();
    await bench.row('Project desk, 1 undocumented').waitFor();
    await bench.row('Project shop, 2 undocumented').waitFor();

    await bench.run('AI Baseline: Show life cycle');
    await rows().filter({ hasText: 'shop' }).waitFor();
    await shot('two-roots-pick');
    const asked = await rows().allInnerTexts();
    assert.deepEqual(
      asked.map((row) => row.replace(/\s+/gu, '')),
      ['desk', 'shop'].map((name) => `${name}${join(workspace, name)}`),
    );
    await page.keyboard.press('Escape');

    await bench.run('AI Baseline: Document all undocumented assets…');
    await rows().filter({ hasText: 'text-embedding-3-small.md' }).waitFor();
    await shot('two-roots-document-all');
    const files = await rows().allInnerTexts();
    assert.deepEqual(
      files.map((row) => row.replace(/\s+/gu, '')),
      [
        'gpt-4o.mddesk/ai-security/models',
        'gpt-4o.mdshop/docs/ai/models',
        'text-embedding-3-small.mdshop/docs/ai/models',
      ],
    );
  });
});
