import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openVsCode, root } from '../session';
import { Workbench } from './workbench';

/** Every file below a folder with its bytes. */
function bytesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path, 'latin1')]));
}

/** A project whose lines end as on Windows, and whose files do not end with a line: what an edit most easily spoils. */
function awkwardProject(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'ai-baseline-undo-')), 'project');
  cpSync(join(root, 'test', 'rules', 'moved-asset', 'renamed-file'), folder, { recursive: true });
  rmSync(join(folder, 'expected.txt'));
  const supplier = join(folder, 'ai-security', 'suppliers', 'openai.yaml');
  const covers = 'covers:\n  - asset: prompt:prompts/triage.txt\n';
  writeFileSync(supplier, readFileSync(supplier, 'utf8').replace(/^supplier:/mu, `${covers}supplier:`));
  const calls = ['gpt-4.1-nano', 'gpt-4.1-mini'].map(
    (model) => `OpenAI().chat.completions.create(model="${model}", messages=[])\n`,
  );
  writeFileSync(join(folder, 'src', 'chat.py'), `from openai import OpenAI\n\n${calls.join('')}`);
  for (const path of Object.keys(bytesOf(folder))) {
    // The digest of a prompt does not mind either.
    const text = readFileSync(join(folder, path), 'utf8').trimEnd().replaceAll('\n', '\r\n');
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('one undo gives every byte back', () => {
  let code: Awaited<ReturnType<typeof openVsCode>> | null = null;

  afterEach(async () => {
    await code?.close();
    code = null;
  });

  it('after a quick fix in code, one in several papers, and after records for everything', async () => {
    code = await openVsCode({ folder: awkwardProject(), settings: { 'files.autoSave': 'off' } });
    const { page, workspace, shot } = code;
    const bench = new Workbench(page);
    const before = bytesOf(workspace);
    const changed = () => {
      const now = bytesOf(workspace);
      return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((path) => before[path] !== now[path]);
    };
    const becomes = async (paths: readonly string[]) => {
      for (let tries = 0; tries < 50 && String(changed()) !== String(paths); tries += 1) await page.waitForTimeout(200);
      assert.deepEqual(changed(), paths);
    };
    const saveAll = () => bench.run('File: Save All');
    await bench.badge('undocumented');

    // Into code: the suppression takes the line ends of its file.
    await bench.open('chat.py', 4);
    await bench.quickFixes();
    await bench.fix('Ignore with a reason');
    await page.waitForSelector('.quick-input-title', { state: 'visible' });
    await page.keyboard.type('Only a trial');
    await page.keyboard.press('Enter');
    await page.locator('.tab.dirty').first().waitFor();
    await saveAll();
    await becomes(['src/chat.py']);
    assert.match(bytesOf(workspace)['src/chat.py'] ?? '', /\r\n# ai-baseline-ignore-next-line [^\r\n]+\r\n[^\r\n]+$/u);
    await bench.undo();
    await saveAll();
    await becomes([]);

    // Into two papers at once.
    await bench.open('sorting.txt', 1);
    await bench.quickFixes();
    await bench.fix('Update every reference to it');
    await page.locator('.tab.dirty').nth(1).waitFor();
    await saveAll();
    await becomes(['ai-security/prompts/triage.md', 'ai-security/suppliers/openai.yaml']);
    await bench.open('triage.md', 1);
    await bench.undo();
    await shot('undo-in-several-files');
    await saveAll();
    await becomes([]);

    // New files go together, too.
    await bench.run('AI Baseline: Document all undocumented assets…');
    await page.locator('.quick-input-widget .quick-input-count').filter({ hasText: 'Selected' }).waitFor();
    await page.keyboard.press('Enter');
    const records = ['ai-security/models/gpt-4.1-mini.md', 'ai-security/models/gpt-4.1-nano.md'];
    await becomes(records);
    await bench.open('gpt-4.1-mini.md', 1);
    await bench.undo();
    await becomes([]);
    await bench.badge('2 undocumented');
  });
});
