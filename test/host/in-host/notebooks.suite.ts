import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, shown, until, uri } from './editor';

const path = 'notebooks/base_model.ipynb';

const onFile = () => shown().filter((each) => each.uri.scheme === 'file' && each.uri.path.endsWith(path));
const inCells = () =>
  shown().filter((each) => each.uri.scheme === 'vscode-notebook-cell' && each.uri.path.endsWith(path));

describe('notebooks', () => {
  afterEach(closeAll);

  it('show findings on the file while closed, in the cells while open, never in both', async () => {
    const closed = await until('a finding on the file', () => onFile()[0]);
    assert.match(closed.diagnostic.message, /cell \d+, line \d+/u);
    assert.deepEqual(inCells(), []);

    // Opened as a person does: a document that code has opened lives on for a while after its editor is closed.
    await vscode.commands.executeCommand('vscode.open', uri(path));
    const open = await until('a finding in a cell', () => inCells()[0]);
    assert.doesNotMatch(open.diagnostic.message, /cell \d+, line \d+/u);
    const cell = vscode.workspace.textDocuments.find((each) => each.uri.toString() === open.uri.toString());
    assert.match(cell?.getText(open.diagnostic.range) ?? '', /^(?:["'`]|[a-z]).*["'`)]$/su);
    await until('no finding on the file', () => onFile().length === 0);

    await closeAll();
    await until('the finding on the file again', () => onFile().length > 0 && inCells().length === 0);
  });
});
