import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCases, usesOf } from './support/cases';

describe('paths that code reads', () => {
  for (const { title, files, expected } of readCases(readFileSync(join(__dirname, 'fixtures/uses.txt'), 'utf8'))) {
    it(title, async () => {
      const uses = await usesOf(files);
      const lines = uses.map(({ as, target, path, line, column }) => `${as} ${target} ${path}:${line}:${column}`);
      assert.deepEqual([...new Set(lines)], expected);
    });
  }
});
