import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, folder, until } from './editor';

const extension = () => vscode.extensions.getExtension('ai-baseline.ai-baseline');

describe('extension', () => {
  afterEach(closeAll);

  it('registers every command that it offers', async () => {
    await until('the extension', () => extension()?.isActive);
    const manifest = extension()?.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { command } of manifest.contributes.commands) assert.ok(known.has(command), command);
  });

  it('explains a provision and a rule on a page of its own', async () => {
    for (const id of ['5.2.1-1', 'undocumented-model']) {
      await vscode.commands.executeCommand('aiBaseline.explain', id);
      await until(`the page of ${id}`, () => tabs().some((label) => label.includes(id)));
    }
    const page = vscode.Uri.from({ scheme: 'ai-baseline', path: '/explain/5.2.1-1.md' });
    assert.match((await vscode.workspace.openTextDocument(page)).getText(), /^# Provision 5\.2\.1-1/u);
  });

  it('says what was looked at', async () => {
    const page = vscode.Uri.from({ scheme: 'ai-baseline', path: '/coverage/What was looked at.md' });
    assert.match((await vscode.workspace.openTextDocument(page)).getText(), /\d+ files? read in/u);
  });

  it('explains a provision where a record names it, and completes its id', async () => {
    const at = vscode.Uri.joinPath(folder(), 'ai-security', 'models', 'hover.md');
    const text = '---\nrecord: model-card\nid: hover\nprovisions: [5.2.1-1]\n---\n';
    await vscode.workspace.fs.writeFile(at, new TextEncoder().encode(text));
    try {
      await vscode.window.showTextDocument(at);
      const place = new vscode.Position(3, 15);
      const words = await eventually(async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', at, place);
        return hovers
          .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
          .join('\n');
      });
      assert.match(words, /5\.2\.1-1/u);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        at,
        place,
      );
      assert.ok(list.items.some(({ label }) => (typeof label === 'string' ? label : label.label) === '5.2.4-3'));
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(at);
    }
  });
});

function tabs(): string[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
}

/** Asks again until there is an answer. */
async function eventually(ask: () => Promise<string>): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await ask();
    if (answer !== '') return answer;
    await new Promise((rest) => setTimeout(rest, 100));
  }
  return '';
}
