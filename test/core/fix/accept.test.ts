import assert from 'node:assert/strict';
import fc from 'fast-check';
import { acceptEdit, replaced } from '../../../src/core/fix';
import { readAccepted } from '../../../src/core/records';

interface Terms {
  readonly reason?: string;
  readonly until?: string;
  readonly keep?: ReadonlySet<string> | null;
}

function accept(text: string | null, fingerprints: readonly string[], terms: Terms = {}): string | null {
  const { reason = 'known', until = '2027-03-31', keep = null } = terms;
  const edit = acceptEdit({ path: 'a.yaml', text, fingerprints, reason, until, today: '2026-11-24', keep });
  if (edit === null) return null;
  return text === null ? (edit.creations[0]?.text ?? '') : replaced(text, edit.replacements);
}

const entry = (finding: string, reason = 'known', until = '2027-03-31') =>
  `  - finding: "${finding}"\n    reason: "${reason}"\n    until: ${until}\n`;

describe('fix: accept known gaps', () => {
  it('begins a file, sorted, each finding once', () => {
    const text = accept(null, ['b|x', 'a|ü', 'a|z', 'b|x']) ?? '';
    assert.match(text, /^# Known gaps .*\naccepted:\n/u);
    assert.ok(text.endsWith(`accepted:\n${entry('a|z')}${entry('a|ü')}${entry('b|x')}`), text);
    assert.deepEqual(readAccepted(text).problems, []);
  });

  const START = `# ours\naccepted:\n${entry('b', 'of Ada')}  # because of the audit\n${entry('d', 'old', '2026-01-01')}`;
  const cases: readonly (readonly [string, string, readonly string[], Terms, string])[] = [
    [
      'puts new ones where they belong',
      START,
      ['a', 'c', 'e'],
      {},
      `# ours\naccepted:\n${entry('a')}${entry('b', 'of Ada')}  # because of the audit\n${entry('c')}${entry('d', 'old', '2026-01-01')}${entry('e')}`,
    ],
    ['leaves what others accepted', START, ['b'], { reason: 'mine', until: '2030-01-01' }, START],
    [
      'renews what is over, with both reasons',
      START,
      ['d'],
      {},
      START.replace('"old"', '"old; known"').replace('2026-01-01', '2027-03-31'),
    ],
    [
      'prunes what answers to nothing, and leaves comments',
      START,
      [],
      { keep: new Set(['d']) },
      `# ours\naccepted:\n  # because of the audit\n${entry('d', 'old', '2026-01-01')}`,
    ],
    ['prunes nothing without being asked', START, [], {}, START],
    ['fills an empty list', 'accepted: [] # none yet\n', ['a'], {}, `accepted:  # none yet\n${entry('a')}`],
    ['fills an empty key', 'accepted:', ['a'], {}, `accepted:\n${entry('a')}`],
    ['fills an empty file', '', ['a'], {}, `accepted:\n${entry('a')}`],
    [
      'goes on behind a last line without end',
      `accepted:\n${entry('a').trimEnd()}`,
      ['b'],
      {},
      `accepted:\n${entry('a')}${entry('b')}`,
    ],
  ];
  for (const [name, text, fingerprints, terms, after] of cases) {
    it(name, () => {
      assert.equal(accept(text, fingerprints, terms), after);
      const windows = (lines: string) => lines.replaceAll('\n', '\r\n');
      // A text without any line end does not say how its lines end.
      if (text.includes('\n')) assert.equal(accept(windows(text), fingerprints, terms), windows(after));
    });
  }

  const refused: readonly (readonly [string, string | null, Terms])[] = [
    ['no reason', null, { reason: ' \n' }],
    ['no day', null, { until: 'tomorrow' }],
    ['a day that does not exist', null, { until: '2027-02-30' }],
    ['a broken file', 'accepted: [', {}],
    ['a file with an entry without reason', `accepted:\n${entry('a', '')}`, {}],
    ['a file of something else', 'gaps:\n  - a\n', {}],
    ['entries in braces', 'accepted: [{finding: a, reason: known, until: 2027-01-01}]\n', {}],
  ];
  for (const [name, text, terms] of refused)
    it(`does nothing for ${name}`, () => assert.equal(accept(text, ['x'], terms), null));

  it('in any order keeps every entry with its first reason, and stays sorted and readable', () => {
    const batch = fc.record({
      fingerprints: fc.array(
        fc.string({ minLength: 1, maxLength: 8 }).map((name) => `rule|${name.trim()}x`),
        { maxLength: 6 },
      ),
      reason: fc.constantFrom('first', 'sec"ond', 'thi: rd # no'),
    });
    fc.assert(
      fc.property(fc.array(batch, { minLength: 1, maxLength: 5 }), (batches) => {
        const first = new Map<string, string>();
        let text: string | null = null;
        for (const { fingerprints, reason } of batches) {
          for (const name of fingerprints) if (!first.has(name)) first.set(name, reason);
          const next: string | null = accept(text, fingerprints, { reason });
          assert.ok(next !== null);
          text = next === '' ? null : next;
        }
        const { entries, problems } = readAccepted(text ?? '');
        assert.deepEqual(problems, []);
        const found = entries.map(({ finding, reason }): [string, string] => [finding, reason]);
        assert.deepEqual(
          found,
          [...first].sort(([a], [b]) => (a < b ? -1 : 1)),
        );
      }),
    );
  });
});
