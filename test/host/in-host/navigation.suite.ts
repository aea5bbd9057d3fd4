import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, until, uri } from './editor';

const RECORD = 'ai-security/models/gpt-4o-mini-2024-07-18.md';
const SITE = 'assistant/config.py';

/** The middle of some words in a document. */
async function inside(path: string, words: string): Promise<vscode.Position> {
  const document = await vscode.workspace.openTextDocument(uri(path));
  await vscode.window.showTextDocument(document);
  return document.positionAt(document.getText().indexOf(words) + Math.floor(words.length / 2));
}

async function definitions(path: string, words: string): Promise<string[]> {
  const position = await inside(path, words);
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri(path),
    position,
  );
  return found.map((each) => ('targetUri' in each ? each.targetUri : each.uri).toString());
}

async function lenses(path: string): Promise<vscode.CodeLens[]> {
  await vscode.window.showTextDocument(uri(path));
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri(path));
}

describe('navigation', () => {
  before(() =>
    until('the first findings', () => vscode.languages.getDiagnostics().some(([, list]) => list.length > 0)),
  );
  afterEach(closeAll);

  it('leads from the literal in the code to the record and back', async () => {
    assert.ok((await definitions(SITE, 'gpt-4o-mini-2024-07-18')).includes(uri(RECORD).toString()));
    assert.ok((await definitions(RECORD, 'model:gpt-4o-mini')).includes(uri(SITE).toString()));
  });

  it('lists places and papers as references', async () => {
    const position = await inside(RECORD, 'model:gpt-4o-mini');
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri(RECORD),
      position,
    );
    const paths = found.map((each) => each.uri.toString());
    for (const path of [RECORD, SITE]) assert.ok(paths.includes(uri(path).toString()), path);
  });

  it('leads from a provision to a page that explains it', async () => {
    const [page] = await definitions(RECORD, '5.2.4-1.1');
    assert.ok(page);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(page));
    assert.match(document.getText(), /5\.2\.4-1\.1/u);
  });

  it('says above a model what documents it, and a click opens that', async () => {
    const found = await lenses(SITE);
    const lens = found.find(({ command }) => command?.title.startsWith('documented in models/'));
    assert.match(lens?.command?.title ?? '', /· reviewed .*ago/u);
    await vscode.commands.executeCommand(
      lens?.command?.command ?? '',
      ...((lens?.command?.arguments ?? []) as unknown[]),
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri(RECORD).toString());
  });

  it('shows the front matter in the outline beside the headings of the editor itself', async () => {
    await inside(RECORD, 'Purpose');
    const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri(RECORD),
    );
    const fronts = found.filter(({ name }) => name === 'Front matter');
    assert.equal(fronts.length, 1);
    assert.ok(fronts[0]?.children.some(({ name }) => name === 'owner'));
  });

  it('links the places that a record names', async () => {
    await inside(RECORD, 'Purpose');
    const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      uri(RECORD),
    );
    const link = found.find(({ target }) => target?.path === uri(SITE).path);
    assert.match(link?.target?.fragment ?? '', /^L\d+/u);
  });
});
