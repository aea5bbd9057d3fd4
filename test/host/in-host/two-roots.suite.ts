import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, exists, quickFixes, rule, shown, until, type Shown } from './editor';

function root(name: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find((folder) => folder.name === name);
  assert.ok(found, `the folder ${name} is open`);
  return found.uri;
}

/** What is reported in one of the folders, as `file rule`. */
function reported(name: string): string[] {
  const start = `${root(name).path}/`;
  return shown()
    .filter(({ uri }) => uri.path.startsWith(start))
    .map(({ uri, diagnostic }) => `${uri.path.slice(start.length)} ${rule(diagnostic)}`)
    .sort();
}

function undocumented(name: string, model: string): Shown | undefined {
  return shown().find(
    ({ uri, diagnostic }) =>
      uri.path.startsWith(root(name).path) && diagnostic.message.startsWith(`Model ${model} has no record`),
  );
}

/** Runs a command that asks which project, and takes the one so many rows below the first. */
async function runAndPick(command: string, row: number, ...given: unknown[]): Promise<void> {
  const done = vscode.commands.executeCommand(command, ...given);
  await new Promise((rest) => setTimeout(rest, 1500));
  for (let below = 0; below < row; below += 1)
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await done;
}

const BEFORE = {
  desk: ['chat.py undocumented-model'],
  shop: ['search.ts undocumented-model', 'search.ts undocumented-model'],
};

describe('two folders in one window', () => {
  afterEach(closeAll);

  it('keep their own configuration and findings, also of the same model', async () => {
    await until('the models of both', () => undocumented('desk', 'gpt-4o') && undocumented('shop', 'gpt-4o'));
    assert.deepEqual({ desk: reported('desk'), shop: reported('shop') }, BEFORE);
    assert.equal(undocumented('desk', 'gpt-4o')?.diagnostic.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(undocumented('shop', 'gpt-4o')?.diagnostic.severity, vscode.DiagnosticSeverity.Error);
  });

  it('have records of their own: that of one settles nothing in the other', async () => {
    const found = await until('the model of the shop', () => undocumented('shop', 'gpt-4o'));
    await vscode.window.showTextDocument(found.uri);
    const [fix] = await quickFixes(found);
    assert.ok(fix?.command);
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments as unknown[]));
    const record = vscode.Uri.joinPath(root('shop'), 'docs/ai/models/gpt-4o.md');
    await until('the draft', () => reported('shop').includes('docs/ai/models/gpt-4o.md incomplete-record'));
    assert.equal(await exists(record), true);
    assert.deepEqual(reported('desk'), BEFORE.desk);
    await (await vscode.workspace.openTextDocument(record)).save();
    await closeAll();
    await vscode.workspace.fs.delete(record);
    await until('the finding again', () => undocumented('shop', 'gpt-4o'));
  });

  it('are told apart by commands that write: what is asked for lands in the folder that was picked', async () => {
    await runAndPick('aiBaseline.newDocument', 1, 'system-profile');
    const profiles = ['desk/ai-security/system.yaml', 'shop/docs/ai/system.yaml'].map((path) => {
      const [name = '', ...rest] = path.split('/');
      return vscode.Uri.joinPath(root(name), ...rest);
    });
    assert.deepEqual(await Promise.all(profiles.map(exists)), [false, true]);
    await (await vscode.workspace.openTextDocument(profiles[1] ?? root('shop'))).save();
    await closeAll();
    await vscode.workspace.fs.delete(profiles[1] ?? root('shop'));
    await until('what was there before', () => String(reported('shop')) === String(BEFORE.shop));
  });

  it('open a page of the life cycle each, with the name of the folder', async () => {
    await runAndPick('aiBaseline.showLifeCycle', 0);
    await runAndPick('aiBaseline.showLifeCycle', 1);
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).sort();
    await until('both pages', () => labels().length === 2);
    assert.deepEqual(labels(), ['AI life cycle: desk', 'AI life cycle: shop']);
  });

  it('lose their findings when they are taken out of the window, and have them again when they come back', async () => {
    const shop = root('shop');
    vscode.workspace.updateWorkspaceFolders(1, 1);
    await until('only the desk', () => shown().every(({ uri }) => !uri.path.startsWith(shop.path)));
    assert.deepEqual(reported('desk'), BEFORE.desk);
    vscode.workspace.updateWorkspaceFolders(1, 0, { uri: shop, name: 'shop' });
    await until('the shop again', () => {
      const open = vscode.workspace.workspaceFolders?.some(({ name }) => name === 'shop');
      return open === true && reported('shop').length === BEFORE.shop.length;
    });
  });
});
