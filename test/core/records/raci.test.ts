import assert from 'node:assert/strict';
import fc from 'fast-check';
import { read } from './support';

const good = (principle: number): string => `  - { principle: ${principle}, security: A, engineering: R, risk: I }`;

/** A page whose matrix has one row changed; the place of that row is line 8. */
function page(row: string | null, at = 3): string {
  const rows = Array.from({ length: 13 }, (_, index) => (index + 1 === at ? row : good(index + 1)));
  const lines = ['record: system-profile', 'owner: Jana', 'reviewed: 2026-11-24', 'roles: [Developer]'];
  return [...lines, 'raci:', ...rows.filter((each) => each !== null), ''].join('\n');
}

const row = (cells: string): string => `  - { principle: 3, ${cells} }`;

interface Case {
  readonly what: string;
  readonly text: string;
  readonly open: boolean;
  readonly problems: readonly string[];
}

const cases: readonly Case[] = [
  { what: 'every row has one A and an R', text: page(good(3)), open: false, problems: [] },
  { what: 'one function does both', text: page(row('data: A/R')), open: false, problems: [] },
  { what: 'both letters stand together', text: page(row('data: ra, legal: C')), open: false, problems: [] },
  { what: 'both letters stand in a list', text: page(row('data: [A, R]')), open: false, problems: [] },
  { what: 'a dash stands for nothing', text: page(row('data: A/R, risk: "-"')), open: false, problems: [] },
  {
    what: 'a principle has its title',
    text: page('  - { principle: 3 Evaluate, data: A, risk: R }'),
    open: false,
    problems: [],
  },
  { what: 'a function of their own does it', text: page(row('data: A, operations: R')), open: false, problems: [] },
  { what: 'a row has a note', text: page(row('data: A, risk: R, note: until spring')), open: false, problems: [] },
  {
    what: 'a row is in block style',
    text: page('  - principle: 3\n    data: A\n    risk: R'),
    open: false,
    problems: [],
  },
  { what: 'a row is empty', text: page(row('data: "", risk: ""')), open: true, problems: [] },
  { what: 'a row holds placeholders', text: page(row('data: TODO, risk: <who>')), open: true, problems: [] },
  { what: 'a row is missing', text: page(null), open: true, problems: [] },
  {
    what: 'two are accountable',
    text: page(row('data: A, risk: A, legal: R')),
    open: true,
    problems: ['8: Two are accountable (A)'],
  },
  { what: 'nobody is accountable', text: page(row('data: R')), open: true, problems: ['8: Nobody is accountable (A)'] },
  { what: 'nobody is responsible', text: page(row('data: A')), open: true, problems: ['8: Nobody is responsible (R)'] },
  {
    what: 'people are only told',
    text: page(row('data: I')),
    open: true,
    problems: ['8: Nobody is accountable', '8: Nobody is responsible'],
  },
  {
    what: 'a letter is unknown',
    text: page(row('data: A, risk: R, legal: Q')),
    open: true,
    problems: ['8: "Q" is none of R, A, C, I'],
  },
  {
    what: 'a principle is there twice',
    text: page(good(2)),
    open: true,
    problems: ['8: There are two rows for principle 2'],
  },
  {
    what: 'there is no such principle',
    text: page(good(14)),
    open: true,
    problems: ['8: principle takes a number from 1 to 13'],
  },
];

describe('who does what', () => {
  for (const { what, text, open, problems } of cases) {
    it(`is ${open ? 'open' : 'answered'} where ${what}`, () => {
      const record = read('ai-security/system.yaml', text);
      assert.equal(
        record?.open.some(({ field }) => field === 'raci'),
        open,
      );
      const said = record.problems.map(({ message, range }) => `${range.line}: ${message}`);
      assert.equal(said.length, problems.length, said.join('\n'));
      for (const [index, problem] of problems.entries()) assert.ok(said[index]?.startsWith(problem), said[index]);
    });
  }

  it('shows the first row that is empty', () => {
    const record = read('ai-security/system.yaml', page(row('data: ""')));
    assert.equal(record?.open.find(({ field }) => field === 'raci')?.range.line, 8);
  });

  it('takes any marks and any shape without harm', () => {
    const cell = fc.constantFrom('A', 'R', 'A/R', 'x', '""', '[A]', '{ a: b }', '*a', '-', '12');
    const cells = fc.array(fc.tuple(fc.constantFrom('data', 'risk', 'principle', 'own'), cell), { maxLength: 6 });
    fc.assert(
      fc.property(cells, (pairs) => {
        const record = read(
          'ai-security/system.yaml',
          page(row(pairs.map(([key, mark]) => `${key}: ${mark}`).join(', '))),
        );
        assert.equal(record?.kind, 'system-profile');
      }),
    );
  });
});
