import assert from 'node:assert/strict';
import { join } from 'node:path';
import { NEVER_CANCELLED, textReport } from '../../../src/core';
import type { Engine } from '../../../src/core';
import { applyEdit, MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver, filesOf, RULE_CASES } from '../../support/rule-cases';

const RECORD = 'ai-security/prompts/support.md';
const ACCEPTED = 'ai-security/accepted.yaml';

async function scanned(files: Record<string, string>) {
  const workspace = new MemoryWorkspace(files);
  const engine = engineOver(workspace);
  await engine.scan(NEVER_CANCELLED);
  return { workspace, engine };
}

const caseFiles = (name: string) => filesOf(join(RULE_CASES, name));
const textIn = (workspace: MemoryWorkspace, path: string): string => {
  const text = workspace.files.get(path);
  assert.ok(typeof text === 'string', path);
  return text;
};
const idOf = (engine: Engine, rule: string) =>
  engine.snapshot.findings.find((finding) => finding.rule === rule)?.fingerprint ?? '';

describe('engine: a change is written down', () => {
  it('in the record, with digest, day, and who and why in the change log', async () => {
    const { engine, workspace } = await scanned(caseFiles('stale-record/changed-prompt-crlf'));
    const words = { reason: 'no promises, after a complaint', by: 'Ada' };
    const edit = await engine.recordChange(idOf(engine, 'stale-record'), words, NEVER_CANCELLED);
    assert.ok(edit);
    const before = textIn(workspace, RECORD);
    await engine.update(applyEdit(workspace, edit), NEVER_CANCELLED);
    const after = textIn(workspace, RECORD);
    const digest = engine.snapshot.assets.find(({ kind }) => kind === 'prompt')?.digest ?? '';
    assert.ok(after.includes(`\r\n    digest: ${digest}\r\n`));
    assert.ok(after.includes('\r\nreviewed: 2026-11-24\r\n'));
    assert.match(
      after,
      /after the first week\r\n\* 2026-11-24: SYSTEM_PROMPT changed \([0-9a-f]{8} → [0-9a-f]{8}\): no promises, after a complaint \(Ada\)\r\n$/u,
    );
    const same = (text: string) =>
      text
        .split('\r\n')
        .filter((each) => !/digest:|reviewed:|2026-11-24: SYSTEM/u.test(each))
        .join('\r\n');
    assert.equal(same(after), same(before));
  });

  it('for a review: the next one as long after this one', async () => {
    const { engine, workspace } = await scanned(caseFiles('overdue-review/overdue'));
    const edit = await engine.recordChange(idOf(engine, 'overdue-review'), { reason: 'still right' }, NEVER_CANCELLED);
    assert.ok(edit);
    applyEdit(workspace, edit);
    const after = textIn(workspace, RECORD);
    assert.match(after, /reviewed: 2026-11-24\nreview-by: 2027-05-27\n/u);
    assert.ok(after.endsWith('- 2026-11-03: record begun\n- 2026-11-24: reviewed: still right\n'));
  });

  it('not without words, nor for what is not found, nor into a record that broke meanwhile', async () => {
    const { engine, workspace } = await scanned(caseFiles('stale-record/changed-prompt'));
    const id = idOf(engine, 'stale-record');
    assert.equal(await engine.recordChange(id, { reason: '  ' }, NEVER_CANCELLED), null);
    assert.equal(await engine.recordChange('stale-record|x', { reason: 'why' }, NEVER_CANCELLED), null);
    assert.equal(await engine.recordChange(id, { reason: 'why' }, { cancelled: true }), null);
    workspace.files.set(RECORD, '---\nrecord: [');
    assert.equal(await engine.recordChange(id, { reason: 'why' }, NEVER_CANCELLED), null);
  });
});

describe('engine: what moved', () => {
  it('is updated in every file of the records folder, in the quotes that are there', async () => {
    const { engine, workspace } = await scanned(caseFiles('moved-asset/renamed-symbol'));
    const finding = engine.snapshot.findings.find(({ rule }) => rule === 'moved-asset');
    assert.ok(finding);
    const [fix] = engine.fixesAt(finding.path, finding);
    assert.ok(fix?.edit);
    applyEdit(workspace, fix.edit);
    const all = [...workspace.files.keys()].map((path) => textIn(workspace, path)).join('\n');
    assert.ok(!all.includes('#SYSTEM_PROMPT'));
    assert.match(textIn(workspace, 'ai-security/claims.yaml'), /'prompt:src\/answer\.py#SUPPORT_PROMPT'/u);
    assert.match(textIn(workspace, RECORD), /It is `prompt:src\/answer\.py#SUPPORT_PROMPT`\./u);
  });

  it('counts as documented before that', async () => {
    const { engine } = await scanned(caseFiles('moved-asset/renamed-symbol'));
    assert.ok(engine.snapshot.assets.every(({ documented }) => documented));
  });
});

describe('engine: known gaps', () => {
  const terms = { reason: 'after the audit', until: '2027-03-31' };
  const chat = caseFiles('incomplete-record/complete')['src/chat.py'] ?? '';
  const start = () => scanned({ 'src/chat.py': chat });

  it('are accepted: they stay in every report, suppressed, and new ones show', async () => {
    const { engine, workspace } = await start();
    const all = engine.snapshot.findings.map(({ fingerprint }) => fingerprint);
    const edit = await engine.accept([...all, 'undocumented-model|model:nobody'], terms, NEVER_CANCELLED);
    assert.ok(edit);
    const after = await engine.update(applyEdit(workspace, edit), NEVER_CANCELLED);
    assert.deepEqual(
      after.findings.map(({ rule, suppressed }) => [rule, suppressed]),
      [['undocumented-model', { by: 'accepted', ...terms, path: ACCEPTED, line: 3 }]],
    );
    assert.equal(after.assets.length, 1);
    assert.match(textReport(after), /\nNothing to report; 1 accepted until 31 Mar 2027 \(--all shows them\)\.\n/u);
    assert.match(textReport(after, { all: true }), /\[accepted: after the audit, until 2027-03-31\]/u);
    workspace.files.set('src/b.py', chat.replace('gpt-4o', 'gpt-4.1'));
    const later = await engine.update(['src/b.py'], NEVER_CANCELLED);
    assert.deepEqual(
      later.findings.filter(({ suppressed }) => suppressed === null).map(({ asset }) => asset),
      ['model:gpt-4.1'],
    );
  });

  it('leave a file alone that cannot be read', async () => {
    const { engine } = await scanned({ 'src/chat.py': chat, [ACCEPTED]: 'accepted: [\n' });
    assert.equal(await engine.accept([idOf(engine, 'undocumented-model')], terms, NEVER_CANCELLED), null);
    assert.ok(engine.snapshot.findings.some(({ rule, path }) => rule === 'invalid-record' && path === ACCEPTED));
  });
});
