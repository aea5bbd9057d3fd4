import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config/configuration';
import { codeOwners, completeInRecord, hoverInRecord, profilePeople } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';
import { asset, read } from './support';

const neighbour = read('ai-security/models/b.md', '---\nrecord: model-card\nowner: Jane\n---\n');
assert.ok(neighbour);
const input = {
  catalogue: testCatalogue(),
  configuration: DEFAULT_CONFIGURATION,
  assets: [asset('model', 'gpt-4o')],
  records: [neighbour],
  people: [
    { name: '@org/security', where: 'Named in CODEOWNERS' },
    { name: 'Jane', where: 'Named in the system profile' },
  ],
};

/** The text without the caret `‸`, and where it was. */
function caret(marked: string) {
  const before = marked.slice(0, marked.indexOf('‸')).split('\n');
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { text: marked.replace('‸', ''), position };
}

const complete = (marked: string, path: string) => {
  const { text, position } = caret(marked);
  return completeInRecord(path, text, position, input);
};
const hover = (marked: string, path: string) => {
  const { text, position } = caret(marked);
  return hoverInRecord(path, text, position, input);
};

const YAML = 'ai-security/x.yaml';
const MARKDOWN = 'ai-security/x.md';
const PROFILE = 'record: system-profile\n';
const RACI = `${PROFILE}raci:\n`;
const THREAT = 'record: threat-model\nthreats:\n';
const PLAN = '---\nrecord: recovery-plan\n---\n## Known good state\n\n';
const PLAYBOOK = '---\nrecord: release-checklist\n---\n## Documents\n\n';

/** Offered at the caret: at least the third, nothing of the fourth. */
const offered: readonly (readonly [string, string, readonly string[], readonly string[], string])[] = [
  ['marks of a RACI cell', `${RACI}  - { principle: 3, security: "‸" }\n`, ['R', 'A', 'A/R'], ['1', 'owner'], YAML],
  ['marks of a function of one’s own', `${RACI}  - { principle: 3, works council: ‸ }\n`, ['C', 'I'], [], YAML],
  ['marks in a row over several lines', `${RACI}  - principle: 3\n    security: ‸\n`, ['R', 'A'], ['1'], YAML],
  ['principles by number', `${RACI}  - { principle: ‸ }\n`, ['1', '13'], ['R'], YAML],
  [
    'functions that are not there yet',
    `${RACI}  - { principle: 3, ‸ }\n`,
    ['security', 'risk'],
    ['principle', 'R'],
    YAML,
  ],
  ['functions in a row over several lines', `${RACI}  - principle: 3\n    ‸\n`, ['security'], ['owner'], YAML],
  ['columns of a threat in braces', `${THREAT}  - { id: T1, ‸ }\n`, ['treatment', 'asset'], ['id'], YAML],
  ['values of a threat in braces', `${THREAT}  - { id: T1, treatment: mi‸ }\n`, ['mitigate'], ['possible'], YAML],
  ['assets of a threat in braces', `${THREAT}  - { id: "T, 1", asset: ‸, owner: x }\n`, ['model:gpt-4o'], [], YAML],
  ['owners of a threat', `${THREAT}  - { id: T1, owner: ‸ }\n`, ['Jane', '@org/security'], [], YAML],
  [
    'an entry of covers in braces',
    '---\nrecord: model-card\ncovers:\n  - { ‸ }\n---\n',
    ['asset', 'digest'],
    ['owner'],
    MARKDOWN,
  ],
  ['owners, from CODEOWNERS too', '---\nrecord: model-card\nowner: ‸\n---\n', ['Jane', '@org/security'], [], MARKDOWN],
  ['contacts', `${PROFILE}contacts:\n  - about: incidents\n    who: ‸\n`, ['@org/security'], [], YAML],
  ['nothing in braces of nobody', `${PROFILE}own:\n  - { ‸ }\n`, [], ['owner', 'principle'], YAML],
];

describe('completion in rows', () => {
  for (const [name, marked, wanted, unwanted, path] of offered) {
    it(`offers ${name}`, () => {
      const labels = complete(marked, path).map(({ label }) => label);
      assert.deepEqual(
        wanted.filter((each) => !labels.includes(each)),
        [],
      );
      assert.deepEqual(
        labels.filter((each) => unwanted.includes(each)),
        [],
      );
    });
  }

  it('names nobody twice, and says where each was found', () => {
    const found = complete('---\nrecord: model-card\nowner: ‸\n---\n', MARKDOWN);
    assert.deepEqual(
      found.map(({ insert, detail }) => [insert, detail]),
      [
        ['Jane', 'Owner of another record'],
        ['"@org/security"', 'Named in CODEOWNERS'],
      ],
    );
  });

  it('replaces the words of a cell and keeps its quotes', () => {
    const found = complete(`${RACI}  - { principle: 3, security: "R‸", risk: I }\n`, YAML);
    const { range, insert } = found.find(({ label }) => label === 'A/R') ?? assert.fail();
    assert.deepEqual(range, { line: 3, column: 32, endLine: 3, endColumn: 33 });
    assert.equal(insert, 'A/R');
  });

  it('offers the values of a column in a table', () => {
    const table = (row: string) =>
      `---\nrecord: monitoring-runbook\n---\n## What is logged\n\n| Entry | Personal data |\n| --- | --- |\n${row}\n`;
    for (const row of ['| prompts | ‸ |', '| a \\| b | ma‸ |', '| prompts |‸'])
      assert.deepEqual(
        complete(table(row), MARKDOWN).map(({ label }) => label),
        row.endsWith('‸') ? [] : ['yes', 'no', 'masked'],
        row,
      );
    assert.deepEqual(complete(table('| ‸ | no |'), MARKDOWN), []);
  });
});

const hovers: readonly (readonly [string, string, RegExp | null, string])[] = [
  ['marks', `${RACI}  - { principle: 3, security: A‸/R }\n`, /\*\*R\*\* Responsible.*\*\*A\*\* Accountable/su, YAML],
  ['a principle', `${RACI}  - { principle: 3‸ }\n`, /Evaluate the threats/u, YAML],
  ['a function', `${RACI}  - { principle: 3, secu‸rity: A }\n`, /^Security$/u, YAML],
  [
    'a cell of a threat',
    `${THREAT}  - { id: T1, treatment: miti‸gate }\n`,
    /What you decide to do: mitigate, accept/u,
    YAML,
  ],
  ['a value of a row', `${THREAT}  - id: T1\n    treatment: miti‸gate\n`, /What you decide to do/u, YAML],
  ['a key of a row', `${THREAT}  - id: T1\n    treat‸ment: mitigate\n`, /What you decide to do/u, YAML],
  ['nothing of one’s own', `${PROFILE}own:\n  - { a: b‸ }\n`, null, YAML],
  [
    'the cell of a table',
    `${PLAN}| Part | Good version |\n| --- | --- |\n| Code | v1‸ |\n`,
    /^Version, hash or date/u,
    MARKDOWN,
  ],
  [
    'the head of a table',
    `${PLAN}| Part | Good ver‸sion |\n| --- | --- |\n| Code | v1 |\n`,
    /^Version, hash or date/u,
    MARKDOWN,
  ],
  ['a table of one’s own', `${PLAN}| a | b |\n| --- | --- |\n| 1 | 2‸ |\n`, null, MARKDOWN],
  [
    'an item of a task list',
    `${PLAYBOOK}- [x] Every model that goes out has a comp‸lete model card, see models/\n`,
    /\*\*5\.2\.4-1\*\* · requires/u,
    MARKDOWN,
  ],
  ['an item of one’s own', `${PLAYBOOK}- [ ] Coffee is r‸eady\n`, /\*\*Documents/u, MARKDOWN],
  ['plain words under a heading', `${PLAYBOOK}Some wo‸rds\n`, null, MARKDOWN],
];

describe('hover in rows', () => {
  for (const [name, marked, expected, path] of hovers) {
    it(`explains ${name}`, () => {
      const found = hover(marked, path);
      if (expected === null) assert.equal(found, null);
      else assert.match(found?.markdown ?? '', expected);
    });
  }
});

describe('people', () => {
  it('of CODEOWNERS are names, teams and addresses', () => {
    const text =
      '# @nobody\n*.py  @jane @org/team # @comment\n/docs/ docs@example.org not-a-name\n\\#file @hash\r\n@only-a-pattern\n';
    assert.deepEqual(
      codeOwners(text).map(({ name }) => name),
      ['@jane', '@org/team', 'docs@example.org', '@hash'],
    );
  });

  it('of CODEOWNERS are bounded', () => {
    assert.ok(codeOwners(`${'x'.repeat(100_000)} @long\n${'* @a @b\n'.repeat(20_000)}* @late\n`).length === 2);
  });

  it('of the system profile are owners, contacts and the functions that have a mark', () => {
    const text = `record: system-profile
owner: Office of the CISO
systems:
  - id: a
    owner: Team A
    custodian: [Dana, TODO]
contacts:
  - about: incidents
    who: On call
raci:
  - { principle: 1, security: A, engineering: "", works-council: C }
  - principle: 2
    risk: R
`;
    assert.deepEqual(
      profilePeople('ai-security/system.yaml', text).map(({ name }) => name),
      ['Office of the CISO', 'Team A', 'Dana', 'On call', 'security', 'works-council', 'risk'],
    );
    assert.deepEqual(profilePeople('ai-security/system.yaml', 'a: [\n\t"'), []);
  });
});
