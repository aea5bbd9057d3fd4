import assert from 'node:assert/strict';
import fc from 'fast-check';
import { movedEdits, recordChangeEdit, replaced } from '../../../src/core/fix';
import { assetReferences } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';
import { read } from '../records/support';

const PATH = 'ai-security/prompts/support.md';
const ASSET = 'prompt:src/a.py#SYSTEM';
const digest = (mark: string) => `text1:sha256:${mark.repeat(64)}`;
const kind = () => {
  const found = testCatalogue().records.find(({ id }) => id === 'prompt-record');
  assert.ok(found);
  return found;
};

function change(text: string, mark: string, line: string, reviewBy: string | null = null): string | null {
  const covers = new Map([[ASSET, { digest: digest(mark), config: null, settings: {} }]]);
  const request = { path: PATH, text, kind: kind(), covers, today: '2026-11-24', reviewBy, line };
  const edits = recordChangeEdit(request);
  return edits && replaced(text, edits);
}

const HEAD = `---\nrecord: prompt-record\ncovers:\n  - asset: ${ASSET}\n    digest: ${digest('1')}\nreviewed: 2026-11-03\n---\n`;

/** What the change log is before and after. */
const logs: readonly (readonly [string, string, string])[] = [
  ['a list', '## Change log\n\n- 2026-11-03: begun\n', '## Change log\n\n- 2026-11-03: begun\n- 2026-11-24: why\n'],
  [
    'a list with stars, in the middle of a record',
    '## Changes\n* one\n  more of one\n\n## Data\n\nNone.\n',
    '## Changes\n* one\n  more of one\n* 2026-11-24: why\n\n## Data\n\nNone.\n',
  ],
  ['nothing', '## Purpose\n\nX\n', '## Purpose\n\nX\n\n## Change log\n\n- 2026-11-24: why\n'],
  ['no end of the last line', '## Purpose\n\nX', '## Purpose\n\nX\n\n## Change log\n\n- 2026-11-24: why\n'],
  ['an empty heading', '## History\n\n\n## Data\n', '## History\n\n- 2026-11-24: why\n\n## Data\n'],
  ['an empty heading at the end', '## History', '## History\n\n- 2026-11-24: why\n'],
  ['a paragraph', '## Change log\n\nSee below.\n', '## Change log\n\nSee below.\n\n- 2026-11-24: why\n'],
  [
    'a line of help',
    '## Change log\n\n<!-- One line -->\n',
    '## Change log\n\n<!-- One line -->\n\n- 2026-11-24: why\n',
  ],
];

describe('fix: write a change down in a record', () => {
  for (const [name, before, after] of logs) {
    it(`where the change log is ${name}`, () => {
      const head = HEAD.replace(digest('1'), digest('2')).replace('2026-11-03\n---', '2026-11-24\n---');
      assert.equal(change(HEAD + before, '2', 'why'), head + after);
      const windows = (text: string) => text.replaceAll('\n', '\r\n');
      assert.equal(change(windows(HEAD + before), '2', 'why'), windows(head + after), 'CRLF');
    });
  }

  it('adds the day of review where there was none, and fills an empty one', () => {
    const bare = HEAD.replace('reviewed: 2026-11-03\n', '');
    assert.match(change(bare, '2', 'why') ?? '', /\nreviewed: 2026-11-24\n---\n/u);
    assert.match(change(bare, '2', 'why', '2027-11-24') ?? '', /\nreviewed: 2026-11-24\nreview-by: 2027-11-24\n---\n/u);
    assert.match(change(HEAD.replace(' 2026-11-03', ' # when?'), '2', 'w') ?? '', /reviewed: 2026-11-24 # when\?\n/u);
    assert.match(change(HEAD.replace(' 2026-11-03', ''), '2', 'w') ?? '', /reviewed: 2026-11-24\n---/u);
    assert.match(change(HEAD.replace('2026-11-03', '""'), '2', 'w') ?? '', /reviewed: 2026-11-24\n---/u);
  });

  /** The change log of a record in YAML, before and after. */
  const yamlLogs: readonly (readonly [string, string, string])[] = [
    ['not there', 'a: 1\n', 'a: 1\nchange-log:\n  - "2026-11-24: why"\n'],
    ['empty', 'change-log:\na: 1\n', 'change-log:\n  - "2026-11-24: why"\na: 1\n'],
    ['an empty text', 'change-log: ""\na: 1\n', 'change-log: \n  - "2026-11-24: why"\na: 1\n'],
    ['an empty list', 'change-log: []\n', 'change-log: \n  - "2026-11-24: why"\n'],
    ['a list', 'change-log:\n- begun # x\na: 1\n', 'change-log:\n- begun # x\n- "2026-11-24: why"\na: 1\n'],
    ['words', 'change-log: none\n', 'change-log: none\n# 2026-11-24: why\n'],
    ['in brackets', 'change-log: [begun]\n', 'change-log: [begun]\n# 2026-11-24: why\n'],
  ];
  for (const [name, before, after] of yamlLogs) {
    it(`where the change log of a record in YAML is ${name}`, () => {
      const found = testCatalogue().records.find(({ id }) => id === 'threat-model');
      assert.ok(found);
      const path = 'ai-security/threat-models/shop.yaml';
      for (const end of ['\n', '\r\n']) {
        const text = `record: threat-model\nreviewed: 2026-01-01\n${before}`.replaceAll('\n', end);
        const request = {
          path,
          text,
          kind: found,
          covers: new Map(),
          today: '2026-11-24',
          reviewBy: null,
          line: 'why',
        };
        const edits = recordChangeEdit(request);
        const wanted = `record: threat-model\nreviewed: 2026-11-24\n${after}`.replaceAll('\n', end);
        assert.equal(edits && replaced(text, edits), wanted);
        assert.deepEqual(read(path, wanted)?.problems, []);
      }
    });
  }

  it('keeps the line on one line, and lets nothing in it hide what follows', () => {
    const written = change(HEAD, '2', 'a\n<!-- b\u2028c\u202E') ?? '';
    assert.ok(written.endsWith('- 2026-11-24: a &lt;!-- b c\n'), JSON.stringify(written.slice(-60)));
  });

  const refused: readonly (readonly [string, string])[] = [
    ['broken YAML', HEAD.replace('reviewed:', 'reviewed: [')],
    ['no end of the front matter', HEAD.slice(0, -4)],
    ['a key that is there twice', HEAD.replace('reviewed:', 'record: prompt-record\nreviewed:')],
    ['an alias for the covers', HEAD.replace('covers:', 'x: &x\n  - 1\ncovers: *x\ny:')],
    ['another asset', HEAD.replace(ASSET, 'prompt:src/b.py#SYSTEM')],
    ['no digest', HEAD.replace(/\n {4}digest: .*/u, '')],
    ['no front matter', '# Notes\n'],
  ];
  for (const [name, text] of refused)
    it(`leaves a record alone that has ${name}`, () => assert.equal(change(text, '2', 'w'), null));
});

/** Records as people write them: any order of keys, comments, quotes, line ends, headings. */
const word = fc.constantFrom(
  'one',
  'two words',
  'ünï',
  '# no comment',
  'a: b',
  '`x`',
  '- item',
  '| a | b |',
  '> quote',
  '',
);
const comment = fc.constantFrom('', '# reviewed: never', '# ünï');
const cover = fc
  .tuple(fc.constantFrom('', '"', "'"), fc.boolean(), fc.constantFrom('  ', ''), fc.boolean())
  .map(([quote, digestFirst, indent, note]) => {
    const end = note ? ' # the one in use' : '';
    const lines = [`asset: ${quote}${ASSET}${quote}${end}`, `digest: ${quote}${digest('1')}${quote}${end}`];
    const [first, second] = digestFirst ? lines.reverse() : lines;
    return `covers:\n${indent}- ${first}\n${indent}  ${second}`;
  });
const keys = fc
  .tuple(
    cover,
    fc.constantFrom('reviewed: 2026-11-03', 'reviewed: "2026-11-03" # by Ada', 'reviewed:', ''),
    fc.constantFrom('review-by: 2027-01-01', 'review-by:', ''),
    fc.constantFrom('owner: Ada', 'owner: >-\n  Ada\n  and others', 'owner:\n  - Ada', ''),
    fc.constantFrom('notes: |\n  reviewed: never\n  ## Change log', 'x-own: {a: 1}', ''),
    comment,
  )
  .chain((parts) => fc.shuffledSubarray([...parts], { minLength: parts.length }))
  .map((parts) => ['record: prompt-record', ...parts].filter((part) => part !== '').join('\n'));
const section = fc.tuple(
  fc.constantFrom('## Purpose', '## Change log', '## Changes', '### Change log', '## Data', 'History\n-------'),
  fc.array(word, { maxLength: 4 }),
);
const record = fc
  .tuple(keys, fc.array(section, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\n', '\n\n'))
  .map(([front, sections, end, tail]) => {
    const body = sections.map(([heading, lines]) => [heading, ...lines].join('\n')).join('\n\n');
    return `---\n${front}\n---\n\n${body}${tail}`.replaceAll('\n', end);
  });

/** The lines of a person, without the values that the tool keeps: what has to be there afterwards, in that order. */
function kept(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/(?<=^\s*(?:- )?(?:digest|reviewed|review-by):)[^#\r]*/u, ' '))
    .map((line) => line.replace(/(?<=(?:digest|reviewed|review-by): )(?=#)/u, ''));
}

describe('fix: any sequence of our edits on any record', () => {
  const step = fc.record({
    mark: fc.constantFrom('2', '3', 'a'),
    line: fc.string({ maxLength: 40 }).filter((line) => /[a-z]/iu.test(line)),
    reviewBy: fc.constantFrom(null, '2027-11-24'),
    move: fc.boolean(),
  });

  it('keeps every line of the person in its order, comments and line ends too, and adds only its own', () => {
    fc.assert(
      fc.property(record, fc.array(step, { minLength: 1, maxLength: 4 }), (start, steps) => {
        let text = start;
        let marks = 0;
        for (const { mark, line, reviewBy } of steps) {
          const next = change(text, mark, line, reviewBy);
          assert.ok(next !== null, text);
          const after = kept(next);
          let at = 0;
          for (const [index, mine] of kept(text).entries()) {
            // The last line of a file without an end gets one when something is put behind it.
            const found = after.findIndex((each, where) => where >= at && each.trimEnd() === mine.trimEnd());
            assert.ok(found >= 0, `line ${index} ${JSON.stringify(mine)} is lost in ${JSON.stringify(next)}`);
            at = found + 1;
          }
          assert.equal(/(?<!\r)\n/u.test(next), /(?<!\r)\n/u.test(start), 'line ends');
          assert.equal(/\r\n/u.test(next), /\r\n/u.test(start), 'line ends');
          const [before, now] = [read(PATH, text), read(PATH, next)];
          assert.equal(now?.covers[0]?.digest, digest(mark));
          assert.equal(now.reviewed, '2026-11-24');
          assert.deepEqual(
            now.problems.map(({ message }) => message),
            before?.problems.map(({ message }) => message),
          );
          assert.ok(now.open.length <= (before?.open.length ?? 0));
          marks += 1;
          assert.equal(next.split('- 2026-11-24: ').length + next.split('* 2026-11-24: ').length - 2, marks, next);
          text = next;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a move and a move back leave the bytes as they were', () => {
    fc.assert(
      fc.property(
        record,
        fc.constantFrom('prompt:src/b.py#X', 'prompt:src/a b.py#it%23s', "prompt:o'x"),
        (start, to) => {
          const move = (text: string, from: string, next: string) =>
            replaced(
              text,
              movedEdits([{ path: PATH, references: assetReferences(PATH, text) }], new Map([[from, next]])),
            );
          const moved = move(start, ASSET, to);
          assert.equal(read(PATH, moved)?.covers[0]?.asset, to);
          assert.equal(read(PATH, move(moved, to, ASSET))?.covers[0]?.asset, ASSET);
          if (to === 'prompt:src/b.py#X') assert.equal(move(moved, to, ASSET), start);
        },
      ),
      { numRuns: 200 },
    );
  });
});
