import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readClaims } from '../../../src/core/claims';
import { claimedText, replaced, textChange, withEvidence } from '../../../src/core/fix';
import type { ClaimWords } from '../../../src/core/fix';

const STANDARD = 'EN 304 223 V2.1.1';
const EDITION = { id: 'ETSI EN 304 223', version: 'V2.1.1' };
const file = (text: string) => readClaims('ai-security/claims.yaml', text, EDITION);
const brief = (text: string) =>
  file(text).claims.map(
    ({ provision, applies, support, owner }) => `${provision} ${String(applies)} ${support ?? '-'} ${owner ?? '-'}`,
  );

const BOOK = `# Ours
standard: EN 304 223 V2.1.1

claims:
  # the list
  - provision: 5.2.1-1 # all of it
    support: "yes"
    detail: >-
      Every asset
      has a record.
    evidence:
      - kind: policy
        path: docs/a.md
        date: 2026-01-01

  - provision: 5.4.2-1
    systems: [shop]
    support: no
`;

describe('fix: claims', () => {
  const cases: readonly (readonly [string, string | null, ClaimWords, readonly string[] | null])[] = [
    ['a new file', null, { provision: '5.2.1-1', support: 'yes' }, ['5.2.1-1 true yes -']],
    ['an empty file', '', { provision: '5.2.1-1', support: 'yes' }, ['5.2.1-1 true yes -']],
    [
      'an empty list',
      'standard: EN 304 223 V2.1.1\nclaims: [] # none\n',
      { provision: '5.2.1-1', support: 'no' },
      ['5.2.1-1 true no -'],
    ],
    [
      'another support',
      BOOK,
      { provision: '5.2.1-1', support: 'partly', owner: 'Ann' },
      ['5.2.1-1 true partly Ann', '5.4.2-1 true no -'],
    ],
    [
      'a claim in its place',
      BOOK,
      { provision: '5.3.1-1', support: 'yes' },
      ['5.2.1-1 true yes -', '5.3.1-1 true yes -', '5.4.2-1 true no -'],
    ],
    [
      'the first',
      BOOK,
      { provision: '5.1.1-1', support: 'yes' },
      ['5.1.1-1 true yes -', '5.2.1-1 true yes -', '5.4.2-1 true no -'],
    ],
    [
      'not applicable',
      BOOK,
      { provision: '5.2.1-1', applies: false, reason: 'No AI' },
      ['5.2.1-1 false - -', '5.4.2-1 true no -'],
    ],
    ['not applicable without reason', BOOK, { provision: '5.2.1-1', applies: false, reason: ' ' }, null],
    [
      'for a system',
      BOOK,
      { provision: '5.4.2-1', systems: ['shop'], support: 'yes' },
      ['5.2.1-1 true yes -', '5.4.2-1 true yes -'],
    ],
    [
      'for another system',
      BOOK,
      { provision: '5.4.2-1', systems: ['bot'], support: 'yes' },
      ['5.2.1-1 true yes -', '5.4.2-1 true no -', '5.4.2-1 true yes -'],
    ],
    ['a day that is none', BOOK, { provision: '5.2.1-1', due: '2026-02-30' }, null],
    ['a broken file', 'claims:\n - "', { provision: '5.2.1-1', support: 'yes' }, null],
    ['claims in braces', 'claims: [{provision: 5.2.1-1}]\n', { provision: '5.2.1-1', support: 'yes' }, null],
    ['no list', 'claims: all\n', { provision: '5.2.1-1', support: 'yes' }, null],
  ];
  for (const [name, text, words, expected] of cases) {
    for (const end of ['\n', '\r\n']) {
      it(`writes ${name} (${JSON.stringify(end)})`, () => {
        const before = text?.replaceAll('\n', end) ?? null;
        const after = claimedText(before, words, STANDARD);
        assert.deepEqual(after === null ? null : brief(after), expected);
        if (after !== null && before?.includes(end)) assert.equal(after.replaceAll(end, '').includes('\n'), false);
        if (after !== null)
          assert.deepEqual(
            file(after).problems.map(({ message }) => message),
            [],
          );
      });
    }
  }

  it('keeps comments, order and everything that it was not asked to change', () => {
    const after = claimedText(BOOK, { provision: '5.2.1-1', support: 'partly', due: '2026-12-01' }, STANDARD);
    assert.equal(
      after,
      BOOK.replace('"yes"', 'partly').replace('      has a record.\n', '      has a record.\n    due: 2026-12-01\n'),
    );
  });

  it('names evidence beside what is there, once per place', () => {
    const evidence = {
      kind: 'monitoring',
      place: { path: 'docs/b.md' },
      heading: 'Alerts',
      date: '2026-11-24',
    } as const;
    const once = withEvidence(BOOK, { provision: '5.2.1-1' }, evidence, STANDARD);
    assert.equal(
      once,
      BOOK.replace(
        '        date: 2026-01-01\n',
        '        date: 2026-01-01\n      - kind: monitoring\n        path: docs/b.md#Alerts\n        date: 2026-11-24\n',
      ),
    );
    assert.equal(withEvidence(once, { provision: '5.2.1-1' }, evidence, STANDARD), once);
    const later = withEvidence(once, { provision: '5.2.1-1' }, { ...evidence, date: '2026-11-25' }, STANDARD);
    assert.equal(later, once?.replace('2026-11-24', '2026-11-25'));
  });

  it('begins a claim for evidence and leaves its support open', () => {
    const begun =
      withEvidence(null, { provision: '5.1.1-1' }, { kind: null, place: { ticket: 'SEC-1' } }, STANDARD) ?? '';
    assert.deepEqual(
      file(begun).claims[0]?.evidence.map(({ reference }) => reference),
      ['SEC-1'],
    );
    assert.match(file(begun).problems[0]?.message ?? '', /how far this is supported/u);
  });

  it('loses no line of what people wrote, whatever it is asked', () => {
    const lines = fc.constantFrom(
      '# note',
      '  - provision: 5.2.1-1',
      '  - provision: 5.2.4-3',
      '    support: yes # sure',
      '    detail: |\n      text\n\n      more',
      '    evidence: []',
      '    evidence:\n      - path: a.md # there',
      '    owner:',
      '',
      '  # between',
    );
    fc.assert(
      fc.property(
        fc.array(lines, { maxLength: 12 }),
        fc.record(
          {
            provision: fc.constantFrom('5.2.1-1', '5.2.4-3', '5.1.1-1'),
            support: fc.constantFrom('yes' as const, 'no' as const),
            detail: fc.string({ maxLength: 20, unit: 'grapheme' }),
            owner: fc.string({ maxLength: 9 }),
          },
          { requiredKeys: ['provision', 'support'] },
        ),
        (body, words) => {
          const before = `standard: ${STANDARD}\nclaims:\n${body.join('\n')}\n`;
          const after = claimedText(before, words, STANDARD);
          const attached = withEvidence(before, words, { kind: null, place: { path: 'b.md' } }, STANDARD);
          if (attached !== null) assert.ok(isKept(before, attached, ['evidence: []']), attached);
          if (after === null) return;
          // Only values of the keys that were named may go.
          assert.ok(isKept(before, after, ['support:', 'owner:', 'detail:', 'text', 'more']), after);
          const found = file(after).claims.filter(
            ({ provision, systems }) => provision === words.provision && systems.length === 0,
          );
          assert.equal(found[0]?.support, words.support);
          const [change] = textChange('c.yaml', before, after).replacements;
          assert.equal(change ? replaced(before, [change]) : before, after);
        },
      ),
    );
  });
});

/** Whether the lines of one text are all in the other, in order, but for those that hold one of the words. */
function isKept(before: string, after: string, but: readonly string[]): boolean {
  const lines = after.split('\n');
  let at = 0;
  return before.split('\n').every((line) => {
    if (but.some((word) => line.includes(word))) return true;
    const found = lines.indexOf(line, at);
    if (line === '' || found >= at) at = line === '' ? at : found + 1;
    return line === '' || found >= 0;
  });
}
