import assert from 'node:assert/strict';
import { requests, type EditResult, type Filter, type FilterChoices, type TreeNode } from '../../src/protocol';
import { bench, CHAT, type Session } from './session';

const CLAIMS = `standard: EN 304 223 V2.1.1
claims:
  - provision: 5.2.1-1
    support: yes
    owner: Security team
    evidence:
      - kind: procedure
        path: docs/assets.md
  - provision: 5.1.1-1
    support: partly
    owner: Jane Doe
  - provision: 5.5.1-1
    applies: no
    reason: Nothing is handed to another owner
`;

describe('claims in the language server', () => {
  const { folder, start, uri } = bench();
  const opened = async (trusted = true) => {
    const root = folder({ 'chat.py': CHAT, 'ai-security/claims.yaml': CLAIMS, 'docs/assets.md': '# Assets\n' });
    const session = await start({ folders: [root], client: { commands: true, trusted } });
    return { root, session, project: uri(root, '').replace(/\/$/u, '') };
  };

  it('show claims, evidence and what is seen one after the other, what is contradicted marked as such', async () => {
    const { root, session } = await opened();
    const row = await provision(session, '5.2.1-1');
    assert.equal(row.mark, 'contradicted');
    assert.match(row.description, /^contradicted · owner Security team · \d+ findings? · Developer/u);
    const { nodes } = await session.children('provisions', row.id);
    assert.deepEqual([...new Set(nodes.map(({ kind }) => kind))], ['claim', 'evidence', 'observation', 'finding']);
    const of = (kind: TreeNode['kind']) => nodes.find((node) => node.kind === kind);
    assert.equal(of('claim')?.label, 'Claim: yes');
    assert.equal(of('claim')?.place?.range.start.line, 3);
    assert.equal(of('evidence')?.label, 'Evidence: docs/assets.md');
    assert.equal(of('evidence')?.place?.uri, uri(root, 'docs/assets.md'));
    assert.match(of('observation')?.label ?? '', /^Looked at: /u);
    assert.match(of('observation')?.description ?? '', /^contradicted: /u);
  });

  it('begin with about twelve provisions over all phases, said to be our choice', async () => {
    const { session } = await opened();
    const [first] = (await session.children('provisions', null)).nodes;
    assert.deepEqual([first?.label, first?.description], ['Start here', 'our choice · 10 of 12 not assessed']);
    const { nodes } = await session.children('provisions', first?.id ?? '');
    assert.equal(nodes.length, 12);
    assert.deepEqual(
      [...new Set(nodes.map(({ provision: id = '' }) => id.slice(0, 3)))],
      ['5.1', '5.2', '5.3', '5.4', '5.5'],
    );
  });

  const filters: readonly (readonly [string, Partial<Filter>, readonly string[]])[] = [
    ['status', { statuses: ['partly'] }, ['5.1.1-1']],
    ['owner', { owners: ['Security team'] }, ['5.2.1-1']],
    ['status and phase', { statuses: ['not-applicable', 'partly'], phases: ['5.5'] }, ['5.5.1-1']],
    ['words', { query: 'disclosure policy' }, ['5.2.2-4']],
    ['another framework', { frameworks: ['eu-ai-act'], query: '5.2.4-1.1' }, ['5.2.4-1.1']],
  ];
  for (const [what, filter, expected] of filters) {
    it(`filter by ${what}`, async () => {
      const { session } = await opened();
      assert.deepEqual(await idsBelow(session, null, filter), expected);
    });
  }

  it('say what can be filtered by', async () => {
    const { session } = await opened();
    const choices = await session.editor.sendRequest<FilterChoices>(requests.filterChoices);
    assert.deepEqual(choices.owners, ['Jane Doe', 'Security team']);
    assert.equal(choices.phases.length, 5);
    assert.ok(choices.frameworks.some(({ label }) => label === 'ISO/IEC 27001:2022, Annex A'));
  });

  it('write a claim and evidence into the file that is there, and nothing in Restricted Mode', async () => {
    const { root, session, project } = await opened();
    const claim = { project, provisions: ['5.1.3-1'], support: 'yes', detail: 'Once a quarter' };
    const edit = await session.editor.sendRequest<EditResult>(requests.claim, claim);
    assert.match(
      edit.changes.map(({ text }) => text).join(''),
      /1\.3-1\n {4}support: yes\n {4}detail: Once a quarter\n/u,
    );
    const evidence = {
      project,
      provisions: ['5.1.1-1'],
      kind: 'policy',
      file: uri(root, 'docs/assets.md'),
      lines: { from: 1, to: 1 },
    };
    const named = await session.editor.sendRequest<EditResult>(requests.attachEvidence, evidence);
    assert.match(named.changes.map(({ text }) => text).join(''), /path: docs\/assets\.md/u);
    const outside = { ...evidence, file: uri(root, '../elsewhere.md') };
    assert.deepEqual((await session.editor.sendRequest<EditResult>(requests.attachEvidence, outside)).changes, []);
    const restricted = await opened(false);
    const none = await restricted.session.editor.sendRequest<EditResult>(requests.claim, {
      ...claim,
      project: restricted.project,
    });
    assert.deepEqual([none.files, none.changes], [[], []]);
  });
});

async function provision(session: Session, id: string): Promise<TreeNode> {
  const row = (await rowsBelow(session, null, {})).find((node) => node.provision === id);
  assert.ok(row, id);
  return row;
}

async function idsBelow(session: Session, node: string | null, filter: Partial<Filter>): Promise<string[]> {
  return (await rowsBelow(session, node, filter)).map((row) => row.provision ?? '');
}

/** The provisions of all phases that a filter leaves. */
async function rowsBelow(session: Session, node: string | null, filter: Partial<Filter>): Promise<TreeNode[]> {
  const { nodes } = await session.children('provisions', node, filter);
  const rows = await Promise.all(
    nodes.map(async (row) => {
      if (row.label === 'Start here') return [];
      return row.kind === 'provision' ? [row] : rowsBelow(session, row.id, filter);
    }),
  );
  return rows.flat();
}
