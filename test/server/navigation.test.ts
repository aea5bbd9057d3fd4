import assert from 'node:assert/strict';
import type {
  CodeLens,
  CompletionItem,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  LocationLink,
} from 'vscode-languageserver/node';
import { bench, CHAT, put } from './session';

const CARD = `---
record: model-card
covers:
  - asset: model:gpt-4o
owner: ""
provisions: [5.2.4-1]
---

# gpt-4o

## Where it is used

- \`chat.py:4\`
`;

describe('language server: navigation', () => {
  const { folder, start, uri } = bench();
  const at = (root: string, path: string, line: number, character: number) => ({
    textDocument: { uri: uri(root, path) },
    position: { line, character },
  });
  const files = { 'chat.py': CHAT, 'ai-security/models/gpt-4o.md': CARD };

  it('leads from the literal to the record and back', async () => {
    const root = folder(files);
    const { editor } = await start({ folders: [root] });
    const there = await editor.sendRequest<LocationLink[]>('textDocument/definition', at(root, 'chat.py', 3, 48));
    assert.deepEqual(there, [
      {
        targetUri: uri(root, 'ai-security/models/gpt-4o.md'),
        targetRange: { start: { line: 3, character: 11 }, end: { line: 3, character: 23 } },
        targetSelectionRange: { start: { line: 3, character: 11 }, end: { line: 3, character: 23 } },
        originSelectionRange: { start: { line: 3, character: 46 }, end: { line: 3, character: 54 } },
      },
    ]);
    const place = at(root, 'ai-security/models/gpt-4o.md', 3, 15);
    const back = await editor.sendRequest<LocationLink[]>('textDocument/definition', place);
    assert.deepEqual(
      back.map(({ targetUri }) => targetUri),
      [uri(root, 'chat.py')],
    );
    const context = { includeDeclaration: true };
    const all = await editor.sendRequest<Location[]>('textDocument/references', { ...place, context });
    assert.deepEqual(
      all.map((each) => each.uri),
      [uri(root, 'ai-security/models/gpt-4o.md'), uri(root, 'chat.py')],
    );
  });

  it('leads from a provision to its page, where the client has such pages', async () => {
    const root = folder(files);
    const place = at(root, 'ai-security/models/gpt-4o.md', 5, 16);
    const own = await start({ folders: [root] });
    const [page] = await own.editor.sendRequest<LocationLink[]>('textDocument/definition', place);
    assert.equal(page?.targetUri, 'ai-baseline:/explain/5.2.4-1.md');
    const other = await start({ folders: [root], client: {} });
    assert.equal(await other.editor.sendRequest('textDocument/definition', place), null);
  });

  it('gives links, outline and folding of records only', async () => {
    const root = folder({ ...files, 'README.md': '# See `chat.py:1`\n' });
    const { editor } = await start({ folders: [root] });
    const ask = <Result>(what: string, path: string) =>
      editor.sendRequest<Result>(`textDocument/${what}`, { textDocument: { uri: uri(root, path) } });
    const links = await ask<DocumentLink[]>('documentLink', 'ai-security/models/gpt-4o.md');
    assert.deepEqual(
      links.map(({ target }) => target),
      [`${uri(root, 'chat.py')}#L4,47`, `${uri(root, 'chat.py')}#L4,1`],
    );
    const [front] = await ask<DocumentSymbol[]>('documentSymbol', 'ai-security/models/gpt-4o.md');
    assert.deepEqual(
      front?.children?.map(({ name }) => name),
      ['record', 'covers', 'owner', 'provisions'],
    );
    const folds = await ask<FoldingRange[]>('foldingRange', 'ai-security/models/gpt-4o.md');
    assert.deepEqual(folds, [
      { startLine: 0, endLine: 6 },
      { startLine: 2, endLine: 3 },
    ]);
    assert.deepEqual(await ask('documentLink', 'README.md'), []);
    assert.deepEqual(await ask('documentSymbol', 'README.md'), []);
    assert.equal(await ask('foldingRange', 'README.md'), null);
  });

  it('completes owners from CODEOWNERS and the system profile', async () => {
    const root = folder({
      ...files,
      '.github/CODEOWNERS': '* @org/assistants\n',
      'ai-security/system.yaml': 'record: system-profile\nowner: Office of AI\n',
    });
    const { editor } = await start({ folders: [root] });
    const place = at(root, 'ai-security/models/gpt-4o.md', 4, 8);
    const items = await editor.sendRequest<CompletionItem[]>('textDocument/completion', place);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Office of AI', '@org/assistants'],
    );
  });
});

describe('language server: code lenses', () => {
  const { folder, start, uri } = bench();
  type Started = Awaited<ReturnType<typeof start>>;
  const lenses = ({ editor }: Started, root: string, path: string) =>
    editor.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: uri(root, path) } });

  it('offer to document, then lead to the record, and ask the editor to look again', async () => {
    const root = folder({ 'chat.py': CHAT });
    const session = await start({ folders: [root] });
    let asked = 0;
    session.editor.onRequest('workspace/codeLens/refresh', () => {
      asked += 1;
      return null;
    });
    const [before] = await lenses(session, root, 'chat.py');
    assert.deepEqual(before?.range.start, { line: 3, character: 46 });
    assert.deepEqual(before.command, {
      title: 'no record',
      command: 'aiBaseline.document',
      arguments: [{ project: uri(root, ''), asset: 'model:gpt-4o' }],
    });
    put(root, 'ai-security/models/gpt-4o.md', CARD);
    await session.changedOnDisk(root, 'ai-security/models/gpt-4o.md', 1);
    await session.until(() => session.counts?.drafts === 1);
    const [after] = await lenses(session, root, 'chat.py');
    assert.match(after?.command?.title ?? '', /^draft: \d of \d fields open$/u);
    assert.equal(after?.command?.command, 'aiBaseline.openRecord');
    assert.deepEqual(after.command.arguments, [uri(root, 'ai-security/models/gpt-4o.md')]);
    assert.ok(asked > 0);
  });

  it('only speak where nothing may be written, or nobody understands our commands', async () => {
    const root = folder({ 'chat.py': CHAT });
    for (const client of [{ commands: true, trusted: false }, {}]) {
      const [lens] = await lenses(await start({ folders: [root], client }), root, 'chat.py');
      assert.deepEqual(lens?.command, { title: 'no record', command: '' });
    }
  });

  it('are gone where the setting says so', async () => {
    const root = folder({ 'chat.py': CHAT });
    const session = await start({ folders: [root], settings: { codeLens: { enabled: false } } });
    assert.deepEqual(await lenses(session, root, 'chat.py'), []);
  });
});
