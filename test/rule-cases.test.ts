import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEVER_CANCELLED } from '../src/core';
import type { Engine, Finding, ProjectEdit, QuickFix } from '../src/core';
import { applyEdit, MemoryWorkspace } from './support/memory-workspace';
import { engineOver, EXPECTED, filesOf, lineOf, ruleCases } from './support/rule-cases';

/** `UPDATE_EXPECTED=1 npx mocha test/rule-cases.test.ts` writes what is found; read the difference before committing it. */
const update = process.env['UPDATE_EXPECTED'] === '1';

describe('rules: each small tree has exactly the findings it says', () => {
  for (const { rule, name, folder } of ruleCases()) {
    it(`${rule}: ${name}`, async () => {
      const engine = engineOver(new MemoryWorkspace(filesOf(folder)));
      const { findings } = await engine.scan(NEVER_CANCELLED);
      assert.deepEqual(engine.log, []);
      const found = findings.map((finding) => `${lineOf(finding)}\n`).join('');
      if (update) writeFileSync(join(folder, EXPECTED), found);
      assert.equal(found, readFileSync(join(folder, EXPECTED), 'utf8'));
    });
  }
});

describe('rules: every fix on offer settles what it is offered for', () => {
  for (const { rule, name, folder } of ruleCases()) {
    it(`${rule}: ${name}`, async () => {
      const { findings } = await engineOver(new MemoryWorkspace(filesOf(folder))).scan(NEVER_CANCELLED);
      for (const finding of findings.filter((candidate) => candidate.suppressed === null)) {
        await checkFixes(folder, finding);
      }
    });
  }

  async function checkFixes(folder: string, finding: Finding): Promise<void> {
    const before = engineOver(new MemoryWorkspace(filesOf(folder)));
    await before.scan(NEVER_CANCELLED);
    const fixes = before.fixesAt(finding.path, finding).filter((fix) => fix.finding === finding.fingerprint);
    // One at a record is not offered in that record, and "all" only where there are several.
    const named = fixes.filter((fix) => fix.action !== 'document-all').map((fix) => fix.title);
    assert.deepEqual(
      named,
      finding.fixes.filter((title) => title !== 'Open the record' || finding.path !== finding.record),
    );
    for (const { action, edit, title } of fixes) {
      const workspace = new MemoryWorkspace(filesOf(folder));
      const engine = engineOver(workspace);
      await engine.scan(NEVER_CANCELLED);
      const change = await changeOf(engine, finding.fingerprint, { action, edit });
      if (change === null) {
        assert.ok(action === 'explain' || action === 'open-record', `${title} changes nothing`);
        continue;
      }
      const after = await engine.update(applyEdit(workspace, change), NEVER_CANCELLED);
      const left = after.findings.filter((each) => each.suppressed === null).map((each) => each.fingerprint);
      assert.ok(!left.includes(finding.fingerprint), `${title} leaves ${finding.fingerprint}`);
      assert.deepEqual(
        after.findings.filter(
          (each) => each.rule.startsWith('invalid-') && !findingsBefore(before).has(each.fingerprint),
        ),
        [],
        title,
      );
    }
  }

  async function changeOf(
    engine: Engine,
    finding: string,
    { action, edit }: Pick<QuickFix, 'action' | 'edit'>,
  ): Promise<ProjectEdit | null> {
    if (action === 'ignore') return engine.ignore(finding, 'a good reason', NEVER_CANCELLED);
    if (action === 'record-change') {
      return engine.recordChange(finding, { reason: 'a good reason', by: 'ada' }, NEVER_CANCELLED);
    }
    return edit;
  }

  function findingsBefore(engine: Engine): Set<string> {
    return new Set(engine.snapshot.findings.map((finding) => finding.fingerprint));
  }
});
