import assert from 'node:assert/strict';
import { read } from './support';

const PATH = 'ai-security/models/a.md';
const front = (yaml: string) => `---\nrecord: model-card\n${yaml}\n---\n`;

/** What somebody could put into a record to make its reader suffer: each ends with a finding. */
const hard: readonly (readonly [name: string, text: () => string])[] = [
  [
    '5 MB of keys',
    () => front(Array.from({ length: 180_000 }, (_each, at) => `key-number-${String(at)}: value`).join('\n')),
  ],
  ['5 MB in one value', () => front(`owner: ${'a'.repeat(5 * 1024 * 1024)}`)],
  ['5 MB of one line of dashes', () => `---\nrecord: model-card\nowner: a${'-'.repeat(5 * 1024 * 1024)}\n`],
  ['5 MB of tabs', () => front(`owner: a${'\t'.repeat(5 * 1024 * 1024)}`)],
  ['5 MB of empty lines', () => front('\n'.repeat(5 * 1024 * 1024))],
  ['brackets without end', () => front(`owner: ${'['.repeat(100_000)}`)],
  ['maps in maps', () => front(`owner: ${'{a: '.repeat(100_000)}`)],
  [
    'references to references',
    () =>
      front(
        [
          'a: &a [x]',
          ...Array.from(
            { length: 25 },
            (_each, at) =>
              `k${String(at)}: &k${String(at)} [*${at === 0 ? 'a' : `k${String(at - 1)}`}, *${at === 0 ? 'a' : `k${String(at - 1)}`}]`,
          ),
        ].join('\n'),
      ),
  ],
];

describe('records: input that is hard to read', () => {
  for (const [name, text] of hard) {
    it(name, function () {
      this.timeout(120_000);
      const record = read(PATH, text());
      assert.ok(record);
      assert.ok(record.problems.length > 0);
    });
  }
});
