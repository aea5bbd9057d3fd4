import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_CONFIGURATION, readConfiguration } from '../../../src/core/config';

const read = (text: string) => readConfiguration('ai-baseline.yaml', text);
const problems = (text: string) =>
  read(text).problems.map(({ message, range }) => `${range.line}:${range.column} ${message}`);

describe('readConfiguration', () => {
  it('reads every key', () => {
    const configuration = read(`include: [vendor/prompts]
exclude:
  - legacy/**
severities:
  undocumented-model: error
  unused-suppression: off
suppressions:
  - rules: undocumented-dataset
    paths: [tests/**]
    reason: made-up rows
    until: 2027-01-31
scopes:
  example: cookbook/**
records: ./docs/ai/
`);
    assert.deepEqual(configuration.problems, []);
    assert.deepEqual(configuration.include, ['vendor/prompts']);
    assert.deepEqual(configuration.exclude, ['legacy/**']);
    assert.deepEqual(configuration.severities, { 'undocumented-model': 'error', 'unused-suppression': 'off' });
    assert.deepEqual(configuration.suppressions, [
      {
        rules: ['undocumented-dataset'],
        paths: ['tests/**'],
        reason: 'made-up rows',
        until: '2027-01-31',
        range: configuration.suppressions[0]?.range,
      },
    ]);
    assert.equal(configuration.suppressions[0]?.range.line, 8);
    assert.deepEqual(configuration.scopes, { example: ['cookbook/**'] });
    assert.equal(configuration.records, 'docs/ai');
  });

  for (const text of ['', '\n# nothing yet\n', '---\n', 'exclude:\nscopes:\n']) {
    it(`is the default for ${JSON.stringify(text)}`, () => {
      assert.deepEqual(read(text), { ...DEFAULT_CONFIGURATION, path: 'ai-baseline.yaml' });
    });
  }

  const wrong: [string, string, RegExp][] = [
    ['an unknown key', 'exlude: [a]\n', /^1:1 .*"exlude"; did you mean exclude\?$/u],
    ['an unknown key that is near nothing', 'nonsense: 1\n', /^1:1 .*it knows include, exclude/u],
    ['an unknown scope', 'scopes:\n  tests: [a]\n', /^2:3 .*did you mean test\?$/u],
    [
      'an unknown severity',
      'severities:\n  x: fatal\n',
      /^2:6 x takes error, warning, info or off; "fatal" is none of them$/u,
    ],
    [
      'a wrong type',
      'exclude: {a: b}\n',
      /^1:10 exclude takes patterns of paths such as tests\/\*\*; these are keys with values$/u,
    ],
    ['a list where keys belong', 'severities: [a]\n', /^1:1 severities: expected keys with values$/u],
    ['a key twice', 'records: a\nrecords: b\n', /^2:1 records stands here twice/u],
    [
      'a date that does not exist',
      'suppressions:\n  - {rules: [x], paths: [y], reason: z, until: 2026-02-30}\n',
      /^2:48 until takes a day written YYYY-MM-DD; "2026-02-30" is none$/u,
    ],
    [
      'a suppression without paths',
      'suppressions:\n  - rules: [x]\n    reason: y\n',
      /^2:5 A suppression needs the key paths/u,
    ],
    ['a folder outside', 'records: ../x\n', /^1:10 records takes a folder inside this project, .*"..\/x" is none$/u],
    ['a number for a folder', 'records: 5\n', /^1:10 records takes a folder .*this is a number/u],
    ['a number for a glob', 'exclude: 7\n', /^1:10 exclude takes patterns .*this is a number/u],
    ['a number in a list of globs', 'exclude: [a, 7]\n', /^1:14 exclude takes patterns .*this is a number/u],
    ['a glob that leads out', 'exclude: ["../x"]\n', /^1:11 exclude: "..\/x" leads out of this project/u],
    ['a set without an end', 'exclude: ["[a-"]\n', /^1:11 exclude: "\[a-" has a \[ that is never closed/u],
    ['braces without an end', 'exclude: "{a,b"\n', /^1:10 exclude: "\{a,b" has a \{ that is never closed/u],
    ['a reference', 'a: &a x\nexclude: *a\n', /^2:10 exclude takes .*reference/u],
    ['an empty glob', 'exclude: [" "]\n', /^1:11 exclude: "" is an empty pattern$/u],
    ['a list for a severity', 'severities: {x: [a]}\n', /^1:17 x takes error, .*; this is a list$/u],
    [
      'a number for a path',
      'suppressions: [{rules: x, paths: 7, reason: z}]\n',
      /^1:34 paths takes patterns .*this is a number/u,
    ],
    ['a list for a reason', 'suppressions: [{rules: x, paths: y, reason: []}]\n', /^1:45 reason takes one text/u],
    ['no rules', 'suppressions: [{rules: [], paths: y, reason: z}]\n', /^1:24 rules names nothing$/u],
    ['a level of a field', 'fields: {model-card: [{key: a, level: must}]}\n', /level: required, advised or optional$/u],
    ['broken YAML', 'include: [a\nexclude: [b]\n', /^\d+:\d+ /u],
    ['a document that is a text', 'hello\n', /^1:1 ai-baseline.yaml: expected keys with values$/u],
  ];
  for (const [title, text, expected] of wrong) {
    it(`names ${title} at its place`, () => {
      const found = problems(text);
      assert.ok(
        found.some((problem) => expected.test(problem)),
        JSON.stringify(found),
      );
    });
  }

  it('uses what is right beside what is wrong', () => {
    const configuration = read('exclude: {a: 5}\ninclude: [a]\nrecords: notes\n');
    assert.equal(configuration.problems.length, 1);
    assert.deepEqual([configuration.exclude, configuration.include, configuration.records], [[], ['a'], 'notes']);
  });

  it('uses the right entries of a list beside wrong ones', () => {
    const text = 'exclude: [a, 7, "../x", "[a-", "app/[id]/**", "[]x]", "{a,b}", "\\\\[x"]\n';
    assert.deepEqual(read(text).exclude, ['a', 'app/[id]/**', '[]x]', '{a,b}', '\\[x']);
    assert.equal(read(text).problems.length, 3);
  });

  it('keeps a suppression without a reason, so that a rule can speak of it', () => {
    assert.equal(read('suppressions: [{rules: x, paths: y}]\n').suppressions[0]?.reason, '');
  });

  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefgh'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at] ?? ''},`.repeat(9)}]`),
    'include: *h',
  ].join('\n');
  const hostile: Record<string, string> = {
    'aliases that multiply': bomb,
    'deep brackets': `include: ${'['.repeat(50_000)}`,
    'deep lists': `${'- '.repeat(20_000)}a`,
    'a huge file': `# ${'x'.repeat(600_000)}\ninclude: [a]\n`,
  };
  for (const [title, text] of Object.entries(hostile)) {
    it(`survives ${title} with a problem`, () => assert.notEqual(read(text).problems.length, 0));
  }

  it('never throws and always points into the text', () => {
    const word = fc.constantFrom(
      'include',
      'exclude',
      'severities',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '"',
      "'",
      '|',
      '!!binary',
      '? ',
      'x',
      '\t',
      '<<',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
        ),
        (text) => {
          const { problems: found } = read(text);
          return found.every(
            ({ message, range }) => message !== '' && range.line >= 1 && range.line <= text.split('\n').length + 1,
          );
        },
      ),
    );
  });
});
