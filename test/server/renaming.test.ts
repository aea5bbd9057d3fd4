import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { replaced } from '../../src/core';
import { bench, CHAT, type Session } from './session';

const CARD = `---
record: model-card
id: chat-card
covers:
  - asset: "model:gpt-4o" # ours
evidence:
  - reports/test.md
---

# gpt-4o

See [the test](../../reports/test.md#L3) and \`prompt:src/p.py#P\`, and [the plan](../plan.md).
`;
const OTHER = `record: supplier-assessment\nsupplier: chat-card\ncovers: ['model:gpt-4o', 'prompt:src/p.py#P']\nevidence: chat-card\n`;

describe('language server: renaming', () => {
  const { folder, start, uri } = bench();
  const files = {
    'chat.py': CHAT,
    'ai-security/models/gpt-4o.md': CARD,
    'ai-security/suppliers/openai.yaml': OTHER,
    'ai-security/plan.md': '# Plan\n',
    'reports/test.md': '# Test\n',
  };
  const begin = async (trusted = true) => {
    const root = folder(files);
    const session = await start({ folders: [root], client: { commands: true, trusted } });
    return { root, session };
  };
  const at = (root: string, path: string, line: number, character: number) => ({
    textDocument: { uri: uri(root, path) },
    position: { line, character },
  });

  /** The files that an edit changes, as they are then. */
  function after(edit: WorkspaceEdit | null, root: string): Record<string, string> {
    const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    const paths = changes.map((change) => decodeURIComponent(change.textDocument.uri.slice(uri(root, '').length)));
    return Object.fromEntries(
      changes.map((change, index) => {
        const path = (paths[index] ?? '').replace(/^\//u, '');
        const edits = change.edits.map((each) => ({
          text: 'newText' in each ? each.newText : '',
          range: {
            line: each.range.start.line + 1,
            column: each.range.start.character + 1,
            endLine: each.range.end.line + 1,
            endColumn: each.range.end.character + 1,
          },
        }));
        return [path, replaced(readFileSync(join(root, path), 'utf8'), edits)];
      }),
    );
  }
  const renameFile = (session: Session, root: string, from: string, to: string) =>
    session.editor.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: uri(root, from), newUri: uri(root, to) }],
    });

  it('writes the new id of an asset in every paper, in the quotes that are there', async () => {
    const { root, session } = await begin();
    const place = at(root, 'ai-security/models/gpt-4o.md', 4, 16);
    const found = await session.editor.sendRequest<{ placeholder: string }>('textDocument/prepareRename', place);
    assert.equal(found.placeholder, 'model:gpt-4o');
    const rename = { ...place, newName: 'model:gpt-5' };
    const texts = after(await session.editor.sendRequest('textDocument/rename', rename), root);
    assert.deepEqual(texts, {
      'ai-security/models/gpt-4o.md': CARD.replace('model:gpt-4o', 'model:gpt-5'),
      'ai-security/suppliers/openai.yaml': OTHER.replace('model:gpt-4o', 'model:gpt-5'),
    });
    assert.equal(await session.editor.sendRequest('textDocument/rename', { ...place, newName: 'gpt-5' }), null);
  });

  it("writes a record's own id where papers name it, and nowhere else", async () => {
    const { root, session } = await begin();
    const place = { ...at(root, 'ai-security/models/gpt-4o.md', 2, 6), newName: 'assistant' };
    assert.deepEqual(after(await session.editor.sendRequest('textDocument/rename', place), root), {
      'ai-security/models/gpt-4o.md': CARD.replace('chat-card', 'assistant'),
      'ai-security/suppliers/openai.yaml': OTHER.replace('evidence: chat-card', 'evidence: assistant'),
    });
  });

  it('leaves code and words to others', async () => {
    const { root, session } = await begin();
    for (const place of [at(root, 'chat.py', 3, 45), at(root, 'ai-security/models/gpt-4o.md', 9, 3)])
      assert.equal(await session.editor.sendRequest('textDocument/prepareRename', place), null);
  });

  it('follows files and folders: links with what stands behind them, and ids that hold the path', async () => {
    const { root, session } = await begin();
    const report = after(await renameFile(session, root, 'reports', 'docs/tests'), root);
    assert.deepEqual(report, {
      'ai-security/models/gpt-4o.md': CARD.replaceAll('reports/test.md', 'docs/tests/test.md'),
    });
    const code = after(await renameFile(session, root, 'src/p.py', 'app/q.py'), root);
    assert.deepEqual(code, {
      'ai-security/models/gpt-4o.md': CARD.replace('src/p.py', 'app/q.py'),
      'ai-security/suppliers/openai.yaml': OTHER.replace('src/p.py', 'app/q.py'),
    });
    const record = after(await renameFile(session, root, 'ai-security/models/gpt-4o.md', 'ai-security/a.md'), root);
    assert.deepEqual(record, {
      'ai-security/models/gpt-4o.md': CARD.replace('../../reports', '../reports').replace('../plan', 'plan'),
    });
    assert.equal(await renameFile(session, root, 'chat.py', 'talk.py'), null);
  });

  it('changes nothing in Restricted Mode', async () => {
    const { root, session } = await begin(false);
    assert.equal(await renameFile(session, root, 'reports', 'docs'), null);
    const place = { ...at(root, 'ai-security/models/gpt-4o.md', 4, 16), newName: 'model:x' };
    assert.equal(await session.editor.sendRequest('textDocument/rename', place), null);
  });
});
