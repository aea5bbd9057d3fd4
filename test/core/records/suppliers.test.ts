import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config/configuration';
import { importAnswers, replaced } from '../../../src/core/fix';
import type { ImportedAnswers } from '../../../src/core/fix';
import { questionnaire, scaffold } from '../../../src/core/records';
import { csvLine, csvRows } from '../../../src/core/records/suppliers/csv';
import { testCatalogue } from '../../support/catalogue';
import { read } from './support';

const PATH = 'ai-security/suppliers/acme.yaml';

function record(): string {
  const about = { assets: [], all: [], title: 'ACME', today: '2026-11-24', taken: () => false };
  const file = scaffold('supplier-assessment', {
    ...about,
    catalogue: testCatalogue(),
    configuration: DEFAULT_CONFIGURATION,
  });
  assert.equal(file?.path, PATH);
  return file.text;
}

const SMALL =
  'record: supplier-assessment\nsupplier: ACME\nquestions:\n  # first\n  - id: Q1\n    question: Do you log?\n    answer: # pending\n    detail: ""\n  - { id: Q2, question: Do you test? }\n  - id: Q3\n    question: Do you sign?\n    answer: "no"\n    detail: not yet\n';

function imported(
  text: string,
  sent: string,
  format: 'markdown' | 'csv' = 'markdown',
): { text: string; found: ImportedAnswers } {
  const found = importAnswers(PATH, text, { sent, format });
  assert.ok(found);
  return { text: replaced(text, found.replacements), found };
}

describe('supplier assessments: questions go out and answers come back', () => {
  for (const format of ['markdown', 'csv'] as const) {
    it(`as ${format}, unchanged: every question is unanswered and nothing is written`, () => {
      const sent = questionnaire(PATH, record(), format);
      assert.ok(sent);
      const { found, text } = imported(record(), sent, format);
      assert.equal(text, record());
      assert.equal(found.answered.length, 0);
      assert.ok(found.unanswered.length >= 30, String(found.unanswered.length));
      assert.deepEqual([found.unclear, found.unknown, found.differing], [[], [], []]);
    });
  }

  it('as Markdown, filled in by hand', () => {
    const sent = (questionnaire(PATH, record(), 'markdown') ?? '')
      .replace('role, date):', 'role, date): Bea Berg, security, 2 Dec 2026')
      .replace(
        /(## Q01[^#]*?)Answer:\n\nDetail:\n/u,
        '$1Answer: Yes.\n\nDetail:\nACME Ltd, Oslo;\ndeveloper of the models\n',
      )
      .replace(/(## Q02[^#]*?)Answer:/u, '$1**Answer:** partially, see the list')
      .replace(/(## Q03[^#]*?)Answer:/u, '$1Answer: we are working on it');
    const { text, found } = imported(record(), sent);
    assert.deepEqual(found.answered, ['Q01', 'Q02']);
    assert.deepEqual(found.unclear, [{ id: 'Q03', said: 'we are working on it' }]);
    assert.ok(found.unanswered.includes('Q03') && found.unanswered.includes('Q04'));
    assert.match(
      text,
      /id: Q01\n(?: {4}.*\n)*? {4}answer: "yes"\n {4}detail: "?ACME Ltd, Oslo; developer of the models"?\n/u,
    );
    assert.match(text, /id: Q02\n(?: {4}.*\n)*? {4}answer: partly\n {4}detail: see the list\n/u);
    assert.match(text, /^answered-by: "?Bea Berg, security, 2 Dec 2026"?$/mu);
    assert.deepEqual(read(PATH, text)?.problems, []);
  });

  it('as CSV from a spreadsheet: semicolons, CRLF, line ends in cells', () => {
    const sent =
      '\uFEFFid;question;why;answer;detail;evidence\r\nQ1;Do you log?;;YES;"All of it;\nfor a year";https://acme.example/logs\r\nQ2;;;n/a;we sell no service;\r\nQ9;;;yes;;\r\n';
    const { text, found } = imported(SMALL, sent, 'csv');
    assert.deepEqual([found.answered, found.unanswered, found.unknown], [['Q1', 'Q2'], [], ['Q9']]);
    assert.match(text, /answer: "yes" ?# pending\n {4}detail: All of it; for a year\n {4}evidence: https:\/\/acme/u);
    assert.match(text, /\{ id: Q2, question: Do you test\?, answer: not-applicable, detail: we sell no service \}/u);
  });

  it('with commas, also into a row between braces', () => {
    const { text } = imported(SMALL, csvLine(['id', 'answer', 'detail']) + csvLine(['Q2', 'yes', 'a b,,']), 'csv');
    assert.match(text, /\{ id: Q2, question: Do you test\?, answer: "yes", detail: "a b,," \}/u);
  });

  it('never over what a person has written', () => {
    const { text, found } = imported(SMALL, '## Q3\n\nAnswer: yes\n\nDetail: since May\n');
    assert.equal(text, SMALL);
    assert.deepEqual(found.differing, ['Q3']);
    const same = imported(SMALL, '## Q3\n\nAnswer: no\n\nDetail: later\n\nEvidence: letter\n');
    assert.equal(same.text, `${SMALL}    evidence: letter\n`);
  });

  it('not into a record that is broken, nor from one without questions', () => {
    for (const text of ['record: supplier-assessment\nquestions: [', 'record: supplier-assessment\n', '']) {
      assert.equal(importAnswers(PATH, text, { sent: '', format: 'csv' }), null);
      assert.equal(questionnaire(PATH, text, 'csv'), null);
    }
  });

  it('whatever comes back, every line of the record stays, and it stays readable', () => {
    const cell = fc.oneof(
      fc.constantFrom('yes', 'No, never', 'n/a: none', 'TODO', '', 'a: b # c', '"x"', '- y'),
      fc.string(),
    );
    const answers = fc.array(fc.tuple(fc.constantFrom('Q1', 'Q2', 'Q3', 'Q4'), cell, cell, cell), { maxLength: 5 });
    fc.assert(
      fc.property(answers, fc.boolean(), fc.constantFrom('\n', '\r\n'), (rows, csv, end) => {
        const before = SMALL.replaceAll('\n', end);
        const sent = csv
          ? csvLine(['id', 'answer', 'detail', 'evidence']) + rows.map((row) => csvLine(row)).join('')
          : rows.map(([id, a, d, e]) => `## ${id}\n\nAnswer: ${a}\n\nDetail: ${d}\n\nEvidence: ${e}\n`).join('\n');
        const { text } = imported(before, sent, csv ? 'csv' : 'markdown');
        assert.deepEqual(
          read(PATH, text)?.problems.map(({ message }) => message),
          [],
          text,
        );
        assert.ok(text.includes('# first') && text.includes('# pending') && text.includes('detail: not yet'), text);
        assert.equal(/(?<!\r)\n/u.test(text), end === '\n', 'line ends');
        assert.equal(imported(text, sent, csv ? 'csv' : 'markdown').text, text, 'once more changes nothing');
      }),
      { numRuns: 300 },
    );
  });

  it('cells of any text survive a file of CSV', () => {
    const cells = fc.array(
      fc.string().map((text) => text.replace(/^[=+\-@\t]/u, 'x')),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 4 }), (rows) => {
        const head = ['id', 'a', 'b', 'c', 'd'];
        const wanted = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
        const back = csvRows(csvLine(head) + rows.map((row) => csvLine(row)).join(''));
        assert.deepEqual(back.slice(1), wanted);
      }),
    );
    assert.equal(csvLine(['=1+1', '@x']), "'=1+1,'@x\r\n");
  });
});
