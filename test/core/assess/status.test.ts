import assert from 'node:assert/strict';
import { NEVER_CANCELLED } from '../../../src/core/ports';
import { applyEdit, MemoryWorkspace } from '../../support/memory-workspace';
import type { MemoryFile } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';

const CHAT = 'from openai import OpenAI\n\nOpenAI().chat.completions.create(model="gpt-4o-2024-08-06", messages=[])\n';
const SYSTEM = (deployed: string, roles = 'Developer, System Operator') =>
  `record: system-profile\nroles: [${roles}]\nsystems:\n  - { id: shop, paths: [src/], deployed: "${deployed}" }\n`;
const claims = (...rows: string[]) =>
  `standard: EN 304 223 V2.1.1\nclaims:\n${rows.map((row) => `  - { ${row} }\n`).join('')}`;

async function statusOf(id: string, files: Readonly<Record<string, MemoryFile>>) {
  const { provisions } = await engineOver(new MemoryWorkspace(files)).scan(NEVER_CANCELLED);
  const found = provisions.find((each) => each.id === id);
  assert.ok(found);
  return found;
}

describe('status of a provision', () => {
  const file = 'ai-security/claims.yaml';
  const cases: readonly (readonly [string, string, string, Readonly<Record<string, MemoryFile>>])[] = [
    ['nothing said', '5.1.1-1', 'not-assessed', {}],
    [
      'not applicable',
      '5.1.1-1',
      'not-applicable',
      { [file]: claims('provision: 5.1.1-1, applies: no, reason: Alone here') },
    ],
    ['not applicable without reason', '5.1.1-1', 'not-assessed', { [file]: claims('provision: 5.1.1-1, applies: no') }],
    ['without evidence', '5.1.1-1', 'claimed-without-evidence', { [file]: claims('provision: 5.1.1-1, support: yes') }],
    [
      'evidence outside',
      '5.1.1-1',
      'claimed-with-outside-evidence',
      { [file]: claims('provision: 5.1.1-1, support: yes, evidence: [{ ticket: SEC-1 }]') },
    ],
    [
      'evidence in the tree',
      '5.1.1-1',
      'claimed-with-evidence',
      { 'a.md': 'x', [file]: claims('provision: 5.1.1-1, support: yes, evidence: [{ ticket: SEC-1 }, a.md]') },
    ],
    [
      'evidence that is over',
      '5.1.1-1',
      'claimed-without-evidence',
      {
        'a.md': 'x',
        [file]: claims('provision: 5.1.1-1, support: yes, evidence: [{ path: a.md, valid-until: 2026-01-01 }]'),
      },
    ],
    ['in part', '5.1.1-1', 'partly', { [file]: claims('provision: 5.1.1-1, support: partly') }],
    ['no', '5.1.1-1', 'not-supported', { [file]: claims('provision: 5.1.1-1, support: no') }],
    [
      'contradicted, whatever the evidence',
      '5.1.2-3',
      'contradicted',
      { 'src/a.py': CHAT, 'a.md': 'x', [file]: claims('provision: 5.1.2-3, support: yes, evidence: [a.md]') },
    ],
    [
      'twice: the weaker',
      '5.1.1-1',
      'not-supported',
      { [file]: claims('provision: 5.1.1-1, support: partly', 'provision: 5.1.1-1, support: no') },
    ],
    [
      'of another edition',
      '5.1.1-1',
      'not-assessed',
      { [file]: claims('provision: 5.1.1-1, support: no').replace('V2.1.1', 'V3.1.1') },
    ],
    [
      'of a system',
      '5.1.1-1',
      'partly',
      {
        'ai-security/system.yaml': SYSTEM('yes'),
        [file]: claims('provision: 5.1.1-1, systems: [shop], support: partly', 'provision: 5.1.1-1, support: no'),
      },
    ],
    [
      'of another system only',
      '5.1.1-1',
      'not-assessed',
      {
        'ai-security/system.yaml': SYSTEM('yes'),
        [file]: claims('provision: 5.1.1-1, systems: [bot], support: partly'),
      },
    ],
  ];
  for (const [name, id, expected, files] of cases) {
    it(`${name}: ${expected}`, async () => assert.equal((await statusOf(id, files)).status, expected));
  }

  const concerns: readonly (readonly [string, string, string, string])[] = [
    ['everything without a page', '5.4.2-1', '', 'concerned'],
    ['a role that is held', '5.4.2-1', SYSTEM('yes'), 'concerned'],
    ['a role that is not held', '5.4.2-1', SYSTEM('yes', 'Developer'), 'other-role'],
    ['research', '5.1.1-1', SYSTEM('no'), 'not-deployed'],
    ['planned: design', '5.1.1-1', SYSTEM('planned'), 'concerned'],
    ['planned: monitoring', '5.4.2-1', SYSTEM('planned'), 'not-yet'],
    ['retired: monitoring', '5.4.2-1', SYSTEM('retired'), 'over'],
    ['retired: end of life', '5.5.1-2', SYSTEM('retired'), 'concerned'],
  ];
  for (const [name, id, page, expected] of concerns) {
    it(`concerns ${name}: ${expected}`, async () => {
      const files = page === '' ? {} : { 'ai-security/system.yaml': page };
      assert.equal((await statusOf(id, files)).concern.state, expected);
    });
  }

  it('notices that a file changed after it was named as evidence, and that it was looked at again', async () => {
    const workspace = new MemoryWorkspace({ 'docs/a.md': '# A\n' });
    const engine = engineOver(workspace);
    await engine.scan(NEVER_CANCELLED);
    const state = () => engine.snapshot.provisions.flatMap(({ evidence }) => evidence.map((each) => each.state)).join();
    const attached = await engine.attachEvidence(
      [{ provision: '5.1.1-1' }, { provision: '5.1.1-2' }],
      { kind: 'procedure', place: { path: 'docs/a.md' }, heading: 'A' },
      NEVER_CANCELLED,
    );
    assert.ok(attached);
    await engine.update(applyEdit(workspace, attached), NEVER_CANCELLED);
    const claimed = await engine.claim(
      [
        { provision: '5.1.1-1', support: 'yes' },
        { provision: '5.1.1-2', support: 'yes' },
      ],
      NEVER_CANCELLED,
    );
    assert.ok(claimed);
    await engine.update(applyEdit(workspace, claimed), NEVER_CANCELLED);
    assert.deepEqual([state(), engine.snapshot.findings.length], ['current,current', 0]);
    workspace.files.set('docs/a.md', '# A\n\nMore.\n');
    await engine.update(['docs/a.md'], NEVER_CANCELLED);
    assert.equal(state(), 'changed,changed');
    const [finding] = engine.snapshot.findings.filter(({ rule }) => rule === 'broken-evidence');
    const [fix] = engine.fixesAt(finding?.path ?? '', finding ?? { line: 1, column: 1, endLine: 1, endColumn: 1 });
    assert.ok(fix?.edit);
    await engine.update(applyEdit(workspace, fix.edit), NEVER_CANCELLED);
    assert.equal(state(), 'current,changed');
    assert.equal(await engine.claim([{ provision: '5.9.9-1', support: 'yes' }], NEVER_CANCELLED), null);
    assert.equal(
      await engine.attachEvidence([{ provision: '5.1.1-1' }], { kind: null, place: { path: '../x' } }, NEVER_CANCELLED),
      null,
    );
  });

  it('completes and explains claims.yaml', async () => {
    const text =
      'standard: \nclaims:\n  - provision: \n    systems: [shop, ]\n    sup\n    evidence:\n      - path: src/\n        \n  - provision: 5.1.2-3\n    support: \n';
    const workspace = new MemoryWorkspace({ 'src/a.py': CHAT, 'ai-security/system.yaml': SYSTEM('yes'), [file]: text });
    const engine = engineOver(workspace);
    await engine.scan(NEVER_CANCELLED);
    const at = async (line: number, column: number) =>
      (await engine.complete(file, { line, column }, NEVER_CANCELLED)).map(({ insert }) => insert);
    assert.deepEqual(await at(1, 11), ['EN 304 223 V2.1.1']);
    assert.equal((await at(3, 16)).length, 72);
    assert.deepEqual(await at(4, 21), ['shop']);
    assert.deepEqual(await at(5, 8), ['applies: ', 'reason: ', 'support: ', 'detail: ', 'owner: ', 'due: ']);
    assert.deepEqual(await at(7, 19), ['src/a.py']);
    assert.deepEqual(await at(8, 9), [
      'kind: ',
      'url: ',
      'ticket: ',
      'lines: ',
      'date: ',
      'valid-until: ',
      'digest: ',
      'note: ',
    ]);
    assert.deepEqual(await at(10, 14), ['yes', 'partly', 'no']);
    const hover = async (line: number, column: number) =>
      (await engine.hover(file, { line, column }, NEVER_CANCELLED))?.markdown ?? '';
    assert.match(await hover(9, 18), /\*contradicted:\* Every model, dataset and prompt/u);
    assert.match(await hover(10, 6), /^How far you do/u);
    assert.deepEqual(
      (await engine.outline(file, NEVER_CANCELLED)).map(({ name }) => name),
      ['standard', 'claims'],
    );
    assert.deepEqual(
      (await engine.links(file, NEVER_CANCELLED)).map(({ path }) => path),
      [],
    );
  });
});
