import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordEnd, wordStart } from '../../../src/core/records/documents/word-scan';

const part = fc.oneof(
  fc.constantFrom(
    'gpt',
    '4o',
    ' ',
    '-',
    '.',
    'é',
    'İ',
    '中文',
    '𝐀𝐁',
    '😀',
    '\ud835',
    '\udc00',
    '_',
    '\n',
    '٣',
    '²',
    'e\u0301',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

const words = (text: string): [number, string][] => {
  const found: [number, string][] = [];
  for (let at = wordStart(text, 0); at < text.length;) {
    const end = wordEnd(text, at);
    found.push([at, text.slice(at, end)]);
    at = wordStart(text, end);
  }
  return found;
};

describe('words of a document', () => {
  it('are letters and digits of any script, as a pattern would find them', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        const wanted = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => [match.index, match[0]]);
        assert.deepEqual(words(text), wanted);
      }),
    );
  });
});
