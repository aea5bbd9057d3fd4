import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, exists, quickFixes, rule, shown, until } from './editor';

const undocumented = () => shown().filter(({ diagnostic }) => rule(diagnostic) === 'undocumented-model');

describe('findings', () => {
  afterEach(closeAll);

  it('are shown for files that nobody has opened, with a code, a page and one entry per asset', async () => {
    const found = await until('an undocumented model', () => undocumented()[0]);
    assert.equal(found.diagnostic.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(found.diagnostic.message, /has no record\. EN 304 223 requires an asset inventory/u);
    const { code } = found.diagnostic;
    assert.ok(typeof code === 'object');
    assert.match(code.target.path, /^\/rules\/undocumented-model$/u);
    const messages = shown().map(({ diagnostic }) => `${rule(diagnostic)} ${diagnostic.message}`);
    assert.deepEqual(messages, [...new Set(messages)]);
  });

  it('offer ways out, the document first', async () => {
    const found = await until('an undocumented model', () => undocumented()[0]);
    await vscode.window.showTextDocument(found.uri);
    const titles = (await quickFixes(found)).map(({ title }) => title);
    assert.match(titles[0] ?? '', /^Document (this )?model/u);
    for (const start of ['Document all', 'Ignore with a reason', 'Why is this asked']) {
      assert.ok(
        titles.some((title) => title.startsWith(start)),
        `${start} among ${titles.join(', ')}`,
      );
    }
  });

  it('become a draft by the quick fix, and come back when the record goes', async () => {
    const found = await until('an undocumented model', () => undocumented()[0]);
    const before = shown().filter(({ diagnostic }) => rule(diagnostic).startsWith('undocumented-')).length;
    await vscode.window.showTextDocument(found.uri);
    const [fix] = await quickFixes(found);
    assert.ok(fix?.command && !fix.edit);
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments as unknown[]));
    const draft = await until('the draft', () =>
      shown().find(({ diagnostic }) => rule(diagnostic) === 'incomplete-record'),
    );
    assert.equal(await exists(draft.uri), true);
    const { activeTextEditor, tabGroups } = vscode.window;
    assert.equal(activeTextEditor?.document.uri.toString(), draft.uri.toString());
    assert.equal(activeTextEditor.selection.isSingleLine, true);
    assert.equal(tabGroups.activeTabGroup.activeTab?.isPreview, false);
    // A save that comes later by itself would bring the file back.
    await (await vscode.workspace.openTextDocument(draft.uri)).save();
    await until(
      'one undocumented asset less',
      () => shown().filter(({ diagnostic }) => rule(diagnostic).startsWith('undocumented-')).length === before - 1,
    );
    await closeAll();
    await vscode.workspace.fs.delete(draft.uri);
    await until(
      'the finding again',
      () => shown().filter(({ diagnostic }) => rule(diagnostic).startsWith('undocumented-')).length === before,
    );
  });

  it('follow the typing before anything is saved', async () => {
    const found = await until('an undocumented model', () => undocumented()[0]);
    const document = await vscode.workspace.openTextDocument(found.uri);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n\n'));
    const line = found.diagnostic.range.start.line + 2;
    await until('the finding two lines further down', () =>
      undocumented().some(
        ({ uri, diagnostic }) => uri.toString() === found.uri.toString() && diagnostic.range.start.line === line,
      ),
    );
    await closeAllUnsaved();
    await until('the finding where it was', () =>
      undocumented().some(({ diagnostic }) => diagnostic.range.start.line === found.diagnostic.range.start.line),
    );
  });

  it('are never fixed on save', async () => {
    const found = await until('an undocumented model', () => undocumented()[0]);
    await vscode.window.showTextDocument(found.uri);
    const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      found.uri,
      found.diagnostic.range,
      vscode.CodeActionKind.SourceFixAll.value,
    );
    assert.deepEqual(
      all.filter(({ title }) => title.includes('ocument')),
      [],
    );
  });
});

async function closeAllUnsaved(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty === true) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await closeAll();
}
