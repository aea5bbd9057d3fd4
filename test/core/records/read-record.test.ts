import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openFields, read } from './support';

const COMPLETE = `---
record: model-card
id: gpt-4o
covers:
  - asset: model:gpt-4o
    digest: text1:sha256:00
  - model:gpt-4o-mini
owner: Jane Doe
provider: OpenAI
version: gpt-4o-2024-08-06
license: terms of the service
reviewed: 2026-11-24
provisions: [5.2.1-1, 5.9.9-9]
---

# Model card: gpt-4o

Purpose
-------

Answers customers.

## Limits ##

Knows nothing after 2024.

## 4. Guardrails:

A person reads every answer.
`;

/** Complete but for one change, and what that opens. */
const variants: readonly (readonly [string, (text: string) => string, readonly string[]])[] = [
  ['nothing', (text) => text, []],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n'), []],
  ['a byte order mark', (text) => `\uFEFF${text}`, []],
  ['no owner', (text) => text.replace('owner: Jane Doe\n', ''), ['owner']],
  ['an owner to be found', (text) => text.replace('Jane Doe', 'TBD'), ['owner']],
  ['an empty list of covers', (text) => text.replace(/covers:[^]*?owner/u, 'covers: []\nowner'), ['covers']],
  ['a purpose in a comment', (text) => text.replace('Answers customers.', '<!-- Answers customers. -->'), ['Purpose']],
  [
    'a purpose in code only as a heading',
    (text) => text.replace('Purpose\n-------', '```\n# Purpose\n```'),
    ['Purpose'],
  ],
  ['limits that do not apply', (text) => text.replace('Knows nothing after 2024.', 'n/a'), ['Limitations']],
  ['limits below a heading', (text) => text.replace('Knows nothing', '### Time\n\nKnows nothing'), []],
  [
    'a purpose as a key',
    (text) => text.replace('owner:', 'purpose: Answers\nowner:').replace('Purpose\n---', 'Other\n---'),
    [],
  ],
  ['a version of null', (text) => text.replace('gpt-4o-2024-08-06', '~'), ['version']],
  ['a number as version', (text) => text.replace('gpt-4o-2024-08-06', '4.10'), []],
  ['a licence as list', (text) => text.replace('terms of the service', '\n  - mit'), []],
];

/** Broken texts, with a problem and where it stands. */
const broken: readonly (readonly [string, string, RegExp, readonly [number, number]])[] = [
  ['an unknown kind that is nearly one', '---\nrecord: model-crad\n---\n', /did you mean model-card/u, [2, 9]],
  ['no closing fence', '---\nrecord: model-card\nowner: Jane\n\n# Title\n', /line --- is missing/u, [1, 1]],
  ['a key that is here twice', '---\nrecord: model-card\nowner: a\nowner: b\n---\n', /twice/u, [4, 1]],
  ['a tab as indentation', '---\nrecord: model-card\ncovers:\n\t- asset: model:x\n---\n', /[Tt]ab/u, [4, 1]],
  [
    'a misspelt key',
    '---\nrecord: model-card\nownr: Jane\n---\n',
    /no key ownr in a model card; did you mean owner/u,
    [3, 1],
  ],
  ['a day that does not exist', '---\nrecord: model-card\nreviewed: 2026-02-30\n---\n', /not a date/u, [3, 11]],
  ['a date that is a map', '---\nrecord: model-card\nreviewed: {a: 1}\n---\n', /one value/u, [3, 11]],
  ['a map as cover', '---\nrecord: model-card\ncovers: [{digest: x}]\n---\n', /asset ids/u, [3, 10]],
  [
    'a cover of another kind',
    '---\nrecord: model-card\ncovers: [dataset:x]\n---\n',
    /documents a model, not a dataset/u,
    [3, 10],
  ],
  ['a cover without kind', '---\nrecord: model-card\ncovers: [gpt-4o]\n---\n', /begins with model:/u, [3, 10]],
  ['a reference', '---\nrecord: model-card\nowner: &a Jane\nprovider: *a\n---\n', /References/u, [4, 11]],
  ['an unknown value', '---\nrecord: dataset-card\npersonal-data: nome\n---\n', /did you mean none/u, [3, 16]],
  [
    'two ticks of a choice',
    '---\nrecord: release-checklist\n---\n# Decision\n- [x] Go\n- [x] No go\n',
    /Only one/u,
    [6, 1],
  ],
  ['a wrong format', '---\nrecord: threat-model\n---\n', /is a YAML file/u, [2, 1]],
];

describe('reading records', () => {
  for (const [name, change, open] of variants) {
    it(`a complete card with ${name} has ${open.length === 0 ? 'nothing' : open.join(', ')} open`, () => {
      const record = read('docs/gpt.md', change(COMPLETE));
      assert.deepEqual(record?.problems, []);
      assert.deepEqual(openFields(record), open);
      assert.equal(record?.fields, 9);
    });
  }

  it('says what it covers, who owns it and which provisions it names, with places', () => {
    const record = read('ai-security/models/gpt.md', COMPLETE);
    assert.equal(record?.kind, 'model-card');
    assert.equal(record.id, 'gpt-4o');
    assert.equal(record.owner, 'Jane Doe');
    assert.deepEqual(record.range, { line: 2, column: 1, endLine: 2, endColumn: 19 });
    assert.deepEqual(record.covers, [
      { asset: 'model:gpt-4o', digest: 'text1:sha256:00', range: { line: 5, column: 12, endLine: 5, endColumn: 24 } },
      { asset: 'model:gpt-4o-mini', digest: null, range: { line: 7, column: 5, endLine: 7, endColumn: 22 } },
    ]);
    assert.deepEqual(record.provisions, [
      { id: '5.2.1-1', range: { line: 13, column: 14, endLine: 13, endColumn: 21 } },
      { id: '5.9.9-9', range: { line: 13, column: 23, endLine: 13, endColumn: 30 } },
    ]);
  });

  it('shows where the answer to an open field belongs', () => {
    const record = read('a.md', '---\nrecord: model-card\nowner:\nprovider: ""\n---\n## Guardrails\n\nTODO\n');
    const places = new Map(record?.open.map(({ field, range }) => [field, [range.line, range.column]]));
    assert.deepEqual(places.get('owner'), [3, 7]);
    assert.deepEqual(places.get('provider'), [4, 11]);
    assert.deepEqual(places.get('Guardrails'), [6, 4]);
    assert.deepEqual(places.get('Limitations'), [2, 1]);
  });

  for (const [name, text, message, [line, column]] of broken) {
    it(`${name} is a problem at its place`, () => {
      const problem = read('ai-security/models/x.md', text)?.problems.find((each) => message.test(each.message));
      assert.deepEqual(problem && [problem.range.line, problem.range.column], [line, column]);
    });
  }

  const places: readonly (readonly [string, string, string, boolean])[] = [
    ['front matter of a site', 'docs/song.md', '---\nrecord: Abbey Road\n---\n', false],
    ['a cassette setting', 'config.yaml', 'record: new_episodes\n', false],
    ['Markdown without front matter', 'ai-security/models/x.md', '# record: model-card\n', false],
    ['a hub card', 'README.md', '---\nlicense: mit\npipeline_tag: text-generation\n---\n', false],
    ['a hub card that is a record too', 'README.md', '---\nlicense: mit\nrecord: model-card\n---\n', true],
    ['the claims', 'ai-security/claims.yaml', 'a: [\n', false],
    ['a broken file of the records folder', 'ai-security/models/x.yaml', 'a: [\n', true],
    ['an unknown kind in the records folder', 'ai-security/x.md', '---\nrecord: Abbey Road\n---\n', true],
    ['YAML of others in the records folder', 'ai-security/x.yaml', 'a: &a [1]\nb: *a\n', false],
    ['covers without a kind', 'ai-security/models/x.md', '---\ncovers: [model:a]\n---\n', true],
    ['a broken record elsewhere', 'docs/x.md', `---\nrecord: model-card\na: ${'['.repeat(500)}\n---\n`, true],
    ['a list as front matter', 'ai-security/x.md', '---\n- a\n---\n', true],
    ['another type of file', 'ai-security/x.json', '{"record": "model-card"}', false],
  ];
  for (const [name, path, text, expected] of places) {
    it(`${name} is ${expected ? '' : 'not '}a record`, () => assert.equal(read(path, text) !== null, expected));
  }

  it('rows are answered when each has what it needs, or when it is said why there are none', () => {
    const opens = (rows: string) =>
      openFields(read('t.yaml', `record: threat-model\nthreats: ${rows}\n`)).includes('threats');
    assert.equal(opens('[]'), true);
    assert.equal(opens('[{title: a, treatment: mitigate}]'), false);
    assert.equal(opens('[{title: a, treatment: mitigate}, {title: b}]'), true);
    assert.equal(opens('[{title: a, treatment: ignore}]'), true);
    assert.equal(opens('none'), true);
    assert.equal(opens('none, because the system is offline'), false);
  });

  it('a list of tasks is answered when each is ticked or does not apply for a reason', () => {
    const head = '---\nrecord: release-checklist\n---\n## Operations\n';
    const opens = (items: string) => openFields(read('r.md', head + items)).includes('Operations');
    assert.equal(opens(''), true);
    assert.equal(opens('- [x] one\n- [ ] two\n'), true);
    assert.equal(opens('- [x] one\n* [X] two\n'), false);
    assert.equal(opens('- [x] one\n- [ ] two, n/a: there are no operators\n'), false);
    assert.equal(opens('- [x] one\n```\n- [ ] two\n```\n'), false);
  });

  it('never throws, whatever stands there', () => {
    const piece = fc.constantFrom(
      ...[
        '---',
        '\n',
        '\r\n',
        'record: model-card',
        'covers:',
        ' - ',
        '[',
        '{',
        '}',
        ']',
        '&a ',
        '*a',
        '"',
        "'",
        '|',
        ': ',
        '#',
      ],
      ...[
        '## Purpose',
        '- [ ] x',
        '```',
        '<!--',
        '-->',
        '\t',
        '\uFEFF',
        '!!binary ',
        '? ',
        '<<: *a',
        '%YAML 1.1',
        '\0',
        '\ud800',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('a.md', 'ai-security/a.md', 'a.yaml'),
        (pieces, path) => {
          const text = (path.endsWith('md') ? '---\nrecord: model-card\n' : 'record: threat-model\n') + pieces.join('');
          const lines = text.split('\n');
          for (const { range } of read(path, text)?.problems ?? []) {
            assert.ok(range.line >= 1 && range.endLine <= lines.length);
            assert.ok(range.column <= (lines[range.line - 1]?.length ?? 0) + 1);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('hostile YAML', () => {
  const bomb = Array.from({ length: 30 }, (_, level) => `k${level}: &a${level} [*a${level - 1}, *a${level - 1}]`).join(
    '\n',
  );
  const texts: readonly (readonly [string, string])[] = [
    ['references that multiply', bomb],
    ['brackets without end', `a: ${'['.repeat(50_000)}`],
    ['maps without end', `a: ${'{a: '.repeat(20_000)}`],
    ['dashes without end', '- '.repeat(50_000)],
    ['wide dashes without end', '-  '.repeat(50_000)],
    ['questions without end', '? '.repeat(50_000)],
    ['indentation without end', Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['a very long text', `a: ${'x'.repeat(600_000)}`],
  ];
  for (const [name, yaml] of texts) {
    it(`${name}: a problem, and no more`, () => {
      const record = read('ai-security/models/x.md', `---\nrecord: model-card\n${yaml}\n---\n`);
      assert.notEqual(record?.problems.length ?? 0, 0);
    });
  }
});
