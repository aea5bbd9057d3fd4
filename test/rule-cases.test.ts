import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEVER_CANCELLED } from '../src/core';
import { MemoryWorkspace } from './support/memory-workspace';
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
