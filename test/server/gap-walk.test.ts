import assert from 'node:assert/strict';
import { requests, type Filter, type TreeNode } from '../../src/protocol';
import { bench } from './session';

const CLAIMS = `standard: EN 304 223 V2.1.1
claims:
  - { provision: 5.1.1-1, support: yes, evidence: [docs/training.md] }
  - { provision: 5.1.1-2, applies: no, reason: One person }
  - { provision: 5.1.1-2.1, support: yes }
`;
const FILES = { 'ai-security/claims.yaml': CLAIMS, 'docs/training.md': '# Training\n' };

describe('the walk from gap to gap', () => {
  const { folder, start } = bench();
  const opened = async (files: Readonly<Record<string, string>>) => {
    const session = await start({ folders: [folder(files)] });
    const rows = (after: string | null, back = false, filter: Partial<Filter> = {}) =>
      session.editor.sendRequest<TreeNode[]>(requests.gap, {
        ...{ after, back },
        filter: { roles: [], forces: [], ...filter },
      });
    const next = async (...asked: Parameters<typeof rows>) => (await rows(...asked)).at(-1)?.provision ?? null;
    return { session, rows, next };
  };

  it('leaves out what is claimed with evidence or does not apply, forwards and back, round and round', async () => {
    const { next } = await opened(FILES);
    assert.equal(await next(null), '5.1.1-1.1');
    assert.equal(await next('5.1.1-1.1'), '5.1.1-2.1');
    assert.equal(await next('5.1.1-2.1', true), '5.1.1-1.1');
    assert.equal(await next(null, true), '5.5.1-2');
    assert.equal(await next('5.5.1-2'), '5.1.1-1.1');
    assert.equal(await next('5.1.1-1.1', true), '5.5.1-2');
  });

  it('stands in every row of the tree on the way there, from the top down', async () => {
    const { rows, session } = await opened(FILES);
    const way = await rows('5.1.1-2.2');
    assert.deepEqual(
      way.map(({ kind }) => kind),
      ['phase', 'principle', 'provision'],
    );
    for (const [level, row] of way.entries()) {
      const { nodes } = await session.children('provisions', way[level - 1]?.id ?? null);
      assert.deepEqual(
        nodes.find(({ id }) => id === row.id),
        row,
      );
    }
  });

  it('keeps to what the filter shows, and ends where there is no gap', async () => {
    const { next } = await opened(FILES);
    assert.equal(await next('5.1.1-2', false, { query: 'disposal' }), '5.5.1-1');
    assert.equal(await next(null, false, { statuses: ['not-applicable'] }), null);
    assert.equal(await next('5.1.1-1', false, { statuses: ['claimed-without-evidence'] }), '5.1.1-2.1');
    assert.equal(await next('5.1.1-2.1', false, { statuses: ['claimed-without-evidence'] }), '5.1.1-2.1');
  });

  it('passes by what concerns nobody here', async () => {
    const profile = 'record: system-profile\nroles: [Data Custodian]\n';
    const { next } = await opened({ ...FILES, 'ai-security/system.yaml': profile });
    const first = await next(null);
    assert.ok(first !== null && first !== '5.1.1-2.1', String(first));
  });
});
