import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEVER_CANCELLED, gateLine, replaced } from '../../../src/core';
import type { GateQuestion, GateResult } from '../../../src/core';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver, filesOf } from '../../support/rule-cases';

/** `UPDATE_EXPECTED=1` writes what is decided; read the difference before committing it. */
const update = process.env['UPDATE_EXPECTED'] === '1';
const CASES = join(__dirname, 'fixtures');
const CHECKLIST = 'ai-security/releases/2.4.0.md';

function questionOf(folder: string): GateQuestion {
  const file = join(folder, 'question.json');
  const asked = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<GateQuestion>) : {};
  return { gate: 'release', ...asked };
}

async function decided(folder: string, change: (files: Record<string, string>) => void = () => undefined) {
  const files = filesOf(folder);
  delete files['question.json'];
  change(files);
  const workspace = new MemoryWorkspace(files);
  const engine = engineOver(workspace);
  await engine.scan(NEVER_CANCELLED);
  return { engine, workspace, result: engine.gate(questionOf(folder)) };
}

const told = (result: GateResult) =>
  [
    gateLine(result),
    ...result.reasons.map(
      ({ weight, path, range, message, due }) =>
        `${weight}${due === null ? '' : ` [${due}]`} ${path ?? '-'}:${String(range.line)} ${message}`,
    ),
    '',
  ].join('\n');

describe('gate: each small tree is decided as it says', () => {
  for (const name of readdirSync(CASES)) {
    it(name, async () => {
      const folder = join(CASES, name);
      const { engine, result } = await decided(folder);
      assert.deepEqual(engine.log, []);
      const expected = join(folder, 'expected.txt');
      if (update) writeFileSync(expected, told(result));
      assert.equal(told(result), readFileSync(expected, 'utf8'));
      for (const { wayOut } of result.reasons) {
        assert.match(wayOut, /\p{L}{3}/u);
        assert.doesNotMatch(wayOut, /Why is this asked|Ignore with a reason/u);
      }
    });
  }
});

describe('gate: what is ticked beside what was recorded', () => {
  const NO_GO = `\n## Decision log\n\n- 2026-11-21 · no go · Jane Doe · text1:sha256:${'0'.repeat(64)}\n`;
  const STANDS = 'is ticked, and the decision recorded last is no go (2026-11-21, Jane Doe).';
  const cases: readonly (readonly [fixture: string, tick: string, log: string, said: readonly string[]])[] = [
    ['clean', 'Go — Jane Doe, 2026-11-22', NO_GO, ['Go']],
    ['clean', 'Go — Jane Doe, 2026-11-20', NO_GO, ['No go: 1 reason', `"Go" ${STANDS}`]],
    ['clean', 'Go with conditions', NO_GO, ['No go: 1 reason', `"Go with conditions" ${STANDS}`]],
    ['clean', 'Go — Jane Doe, 2026-11-20', NO_GO.replace('no go', 'go'), ['Go']],
    ['clean', 'No go — Jane Doe, 2026-11-20', '', ['No go: 1 reason', '"No go" is ticked.']],
    ['blocked', 'Go — Jane Doe, 2026-11-22', NO_GO, ['No go: 3 reasons', `"Go" ${STANDS}`]],
    ['blocked', 'Go — Jane Doe, 2026-11-22', '', ['No go: 2 reasons']],
  ];
  for (const [fixture, tick, log, said] of cases) {
    it(`${fixture}: ${tick}${log === '' ? '' : ', with a log'}`, async () => {
      const { result } = await decided(join(CASES, fixture), (files) => {
        const item = tick.split(' —')[0] ?? '';
        files[CHECKLIST] = `${(files[CHECKLIST] ?? '').replace(`- [ ] ${item}\n`, `- [x] ${tick}\n`)}${log}`;
      });
      const about = result.reasons.filter(({ message }) => /^"(?:Go|No go|Go with conditions)" is/u.test(message));
      assert.deepEqual([gateLine(result), ...about.map(({ message }) => message)], said);
    });
  }
});

describe('gate: what a person writes', () => {
  const clean = join(CASES, 'clean');
  const written = async (folder: string, approver: string) => {
    const { engine, workspace } = await decided(folder);
    const edit = await engine.recordDecision({ gate: 'release' }, approver, NEVER_CANCELLED);
    return { engine, workspace, edit };
  };

  it('keeps a decision with approver, day and digest, and reads it again; every other byte stays', async () => {
    const { engine, workspace, edit } = await written(clean, 'Jane Doe, head of engineering');
    assert.ok(edit);
    const before = filesOf(clean)[CHECKLIST] ?? '';
    const after = replaced(before, edit.replacements);
    assert.ok(after.startsWith(before.trimEnd()));
    workspace.files.set(CHECKLIST, after);
    const snapshot = await engine.update([CHECKLIST], NEVER_CANCELLED);
    const [decision] = snapshot.checklists[0]?.decisions ?? [];
    assert.ok(decision);
    assert.deepEqual(
      [decision.date, decision.outcome, decision.by],
      [snapshot.asOf, 'go', 'Jane Doe, head of engineering'],
    );
    // What was decided on is still what it was.
    assert.equal(engine.gate({ gate: 'release' }).digest, decision.digest);
  });

  it('puts a second decision below the first', async () => {
    const { engine, workspace, edit } = await written(clean, 'Jane Doe');
    assert.ok(edit);
    const once = replaced(filesOf(clean)[CHECKLIST] ?? '', edit.replacements);
    workspace.files.set(CHECKLIST, once);
    await engine.update([CHECKLIST], NEVER_CANCELLED);
    const second = await engine.recordDecision({ gate: 'release' }, 'John Roe', NEVER_CANCELLED);
    assert.ok(second);
    workspace.files.set(CHECKLIST, replaced(once, second.replacements));
    const snapshot = await engine.update([CHECKLIST], NEVER_CANCELLED);
    assert.deepEqual(
      snapshot.checklists[0]?.decisions.map(({ by }) => by),
      ['Jane Doe', 'John Roe'],
    );
  });

  it('changes the digest with what is decided on', async () => {
    const first = (await decided(clean)).result.digest;
    const second = (await decided(clean, (files) => (files['src/b.py'] = files['src/answer.py']?.replace('2024-08-06', '2024-11-20') ?? ''))).result.digest; // prettier-ignore
    assert.notEqual(first, second);
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ['without a name', 'clean', '  '],
    ['without a checklist', 'no-checklist', 'Jane Doe'],
    ['of what is undecided', 'unreadable-claims', 'Jane Doe'],
  ];
  for (const [what, name, approver] of refused) {
    it(`records nothing ${what}`, async () => {
      assert.equal((await written(join(CASES, name), approver)).edit, null);
    });
  }

  it('ticks one item for the person who asks, and nothing else', async () => {
    const { engine } = await decided(join(CASES, 'scaffolded'));
    const text = filesOf(join(CASES, 'scaffolded'))[CHECKLIST] ?? '';
    const line = text.split('\n').findIndex((each) => each.includes('Logs and alerts')) + 1;
    const edit = await engine.tick(CHECKLIST, line, 'Jane Doe', NEVER_CANCELLED);
    assert.ok(edit);
    const lines = replaced(text, edit.replacements).split('\n');
    assert.match(lines[line - 1] ?? '', /^- \[x\] Logs and alerts .* — Jane Doe, \d{4}-\d{2}-\d{2}$/u);
    assert.deepEqual(
      lines.filter((_, index) => index !== line - 1),
      text.split('\n').filter((_, index) => index !== line - 1),
    );
    assert.equal(await engine.tick(CHECKLIST, 1, 'Jane Doe', NEVER_CANCELLED), null);
    assert.equal(await engine.tick(CHECKLIST, line, ' ', NEVER_CANCELLED), null);
  });
});
