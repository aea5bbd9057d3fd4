import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTables } from '../../../src/core/records/tables';
import { read } from './support';

const HEAD = '| Step | Within |\n| --- | --- |\n';

/** What stands under the heading, and what is wrong or open then, by line of the table. */
const cases: readonly (readonly [string, string, 'answered' | 'open', readonly string[]])[] = [
  ['a row', `${HEAD}| Confirm | 2 days |\n`, 'answered', []],
  ['a row without bars at its ends', 'Step | Within\n--- | ---\nConfirm | 2 days\n', 'answered', []],
  ['an aligned table', '| Step    | Within |\n|:--------|-------:|\n| Confirm | 2 days |\n', 'answered', []],
  ['columns in another order and case', '| within | STEP |\n| --- | --- |\n| 2 days | Confirm |\n', 'answered', []],
  ['an empty row behind', `${HEAD}| Confirm | 2 days |\n|  |  |\n`, 'answered', []],
  ['words in place of a table', 'We answer on the day.\n', 'answered', []],
  ['words beside an empty table', `None, because nobody asked.\n\n${HEAD}|  |  |\n`, 'answered', []],
  ['a row that says why not', `${HEAD}| Fix | n/a: we run no code of our own |\n`, 'answered', []],
  ['an escaped bar', `${HEAD}| A \\| B | 2 days |\n`, 'answered', []],
  ['nothing', '', 'open', []],
  ['names only', HEAD, 'open', []],
  ['an aligned table without rows', '| Step    | Within |\n| ------- | ------ |\n|         |        |\n', 'open', []],
  ['half a row', `${HEAD}| Confirm |  |\n`, 'open', []],
  ['a second row half filled', `${HEAD}| Confirm | 2 days |\n| Fix | |\n`, 'open', []],
  ['a placeholder', `${HEAD}| Confirm | TODO |\n`, 'open', []],
  ['"n/a" without a reason', `${HEAD}| Fix | n/a |\n`, 'open', []],
  ['a table without the column', '| Step |\n| --- |\n| Confirm |\n', 'open', []],
  ['a table in a comment', `<!--\n${HEAD}| Confirm | 2 days |\n-->\n`, 'open', []],
];

const POLICY = '---\nrecord: vulnerability-disclosure-policy\n---\n## What you can expect\n\n';
const REPORT =
  '---\nrecord: security-test-report\n---\n## Findings\n\n| Id | Finding | Severity | Action |\n|---|---|---|---|\n';

describe('tables under a heading', () => {
  for (const [what, body, expected] of cases) {
    it(`${expected === 'open' ? 'do not answer' : 'answer'} with ${what}`, () => {
      const record = read('ai-security/x.md', `${POLICY}${body}\n## Other\n`);
      const open = record?.open.some(({ field }) => field === 'What you can expect');
      assert.equal(open ? 'open' : 'answered', expected);
      assert.deepEqual(record?.problems, []);
    });
  }

  it('tell of a word that a column does not take, at the cell', () => {
    const record = read('ai-security/x.md', `${REPORT}| F1 | Leak | hihg | Fix |\n`);
    assert.deepEqual(
      record?.problems.map(({ message, range }) => [message, range.line, range.column, range.endColumn]),
      [['"hihg" is not known here; did you mean high?', 8, 15, 19]],
    );
  });

  it('show the first row that is open', () => {
    const record = read('ai-security/x.md', `${REPORT}| F1 | Leak | high | Fix |\n| F2 | Loop |  |  |\n`);
    assert.equal(record?.open.find(({ field }) => field === 'Findings')?.range.line, 9);
  });

  it('have cells whose places hold their text, whatever stands there', () => {
    const piece = fc.constantFrom('|', '---', ' ', '\n', 'a', '\\|', ':', '\r\n', '- [ ]', '`', '```', '<!--', '-->');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = `| a | b |\n|---|---|\n${pieces.join('')}`;
        const { rows } = readTables(text, 0, text.length);
        for (const row of rows?.items ?? []) {
          for (const { value } of row.type === 'map' ? row.entries : []) {
            if (value.type === 'text') assert.equal(text.slice(value.start, value.end), value.text);
            assert.ok(value.start <= value.end && value.end <= text.length);
          }
        }
      }),
    );
  });
});
