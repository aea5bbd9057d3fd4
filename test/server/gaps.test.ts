import assert from 'node:assert/strict';
import { requests, type EditResult } from '../../src/protocol';
import { bench, CHAT, put, type Session } from './session';

const DATA = 'import pandas as pd\nfrom openai import OpenAI\ndf = pd.read_csv("data/faq.csv")\n';

describe('language server: many at once', () => {
  const { folder, start, uri } = bench();

  const document = (session: Session, params: object) =>
    session.editor.sendRequest<EditResult>(requests.document, { project: null, assets: null, ...params });
  const names = ({ files }: EditResult) =>
    files.map((file) => file.uri.slice(file.uri.lastIndexOf('/ai-security/') + 13));

  it('writes records of one kind, of what folders use, and of all', async () => {
    const other = CHAT.replace('gpt-4o', 'gpt-4o-mini');
    const root = folder({ 'a/chat.py': CHAT, 'b/chat.py': other, 'b/data.py': DATA, 'data/faq.csv': 'q,a\n1,2\n' });
    const session = await start({ folders: [root] });
    const models = ['models/gpt-4o-mini.md', 'models/gpt-4o.md'];
    assert.deepEqual(names(await document(session, { kind: 'model' })).sort(), models);
    assert.deepEqual(names(await document(session, { folders: [uri(root, 'a')] })), ['models/gpt-4o.md']);
    assert.deepEqual(names(await document(session, { folders: [uri(root, 'none')] })), []);
    const all = names(await document(session, {}));
    assert.ok(models.every((path) => all.includes(path)));
    const both = { folders: [uri(root, 'a'), uri(root, 'b')], kind: 'model' };
    assert.deepEqual(names(await document(session, both)).sort(), models);
  });

  it('accepts what counts today, and says how much that is and until when', async () => {
    const root = folder({ 'chat.py': CHAT });
    const session = await start({ folders: [root] });
    assert.equal(session.counts?.gaps, 1);
    assert.deepEqual([session.counts.accepted, session.counts.acceptedUntil], [0, null]);
    const terms = { project: null, reason: 'known before we began', until: '2027-03-31' };
    const { files } = await session.editor.sendRequest<EditResult>(requests.accept, terms);
    assert.equal(files[0]?.uri, uri(root, 'ai-security/accepted.yaml'));
    put(root, 'ai-security/accepted.yaml', files[0].text);
    await session.changedOnDisk(root, 'ai-security/accepted.yaml', 1);
    await session.until(() => session.counts?.accepted === 1);
    assert.deepEqual([session.counts.gaps, session.counts.acceptedUntil], [0, '2027-03-31']);
    const { nodes } = await session.children('assets', null);
    const row = nodes.find(({ kind }) => kind === 'note');
    assert.equal(row?.label, '1 known gap accepted until 31 Mar 2027');
    assert.equal(row.place?.uri, uri(root, 'ai-security/accepted.yaml'));
    const again = await session.editor.sendRequest<EditResult>(requests.accept, terms);
    assert.deepEqual(again, { files: [], changes: [] });
  });

  it('counts what is ignored with a reason', async () => {
    const ignored = CHAT.replace('answer =', '# ai-baseline-ignore-next-line undocumented-model -- a demo\nanswer =');
    const session = await start({ folders: [folder({ 'chat.py': ignored })] });
    assert.equal(session.counts?.ignored, 1);
    const { nodes } = await session.children('assets', null);
    assert.equal(nodes.at(-1)?.label, '1 finding ignored with a reason');
  });

  it('does none of this in Restricted Mode', async () => {
    const session = await start({ folders: [folder({ 'chat.py': CHAT })], client: { trusted: false } });
    const terms = { project: null, reason: 'why', until: '2027-03-31' };
    assert.deepEqual(await session.editor.sendRequest(requests.accept, terms), { files: [], changes: [] });
  });
});
