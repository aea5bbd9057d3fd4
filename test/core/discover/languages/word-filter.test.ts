import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createWordFilter } from '../../../../src/core/discover/languages';

describe('the word filter', () => {
  const filter = createWordFilter({
    first: ['OpenAI', 'gpt-', 'You are', '.csv', 'a+b'],
    second: ['h5', 'from ai', 'gpt-'],
  });
  const table: [string, 'first' | 'second' | null][] = [
    ['import openai', 'first'],
    ['model: GPT-4o', 'first'],
    ['"you are here"', 'first'],
    ['data.csv', 'first'],
    ['.CSV', 'first'],
    ['datacsv', null],
    ['a+b', 'first'],
    ['aab', null],
    ['', null],
    ['h5', 'second'],
    ['é h5', 'second'],
    ['from ai', 'second'],
    ['from AIR to openai', 'first'],
    ['from a', null],
  ];
  for (const [text, expected] of table) {
    it(`finds ${expected ?? 'nothing'} in ${JSON.stringify(text)}`, () => assert.equal(filter(text), expected));
  }
  it('finds nothing without words', () => assert.equal(createWordFilter({ none: ['', ''] })('x'), null));

  it('says what looking for each word says, of a text and of its bytes', () => {
    const letter = fc.constantFrom('a', 'A', 'b', ' ', '"', '.', '2', 'r', 'R', 'é', '😀', '\u0001');
    const text = fc.string({ unit: letter, maxLength: 30 });
    const word = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '"', '.', '2', 'r', 'q'), maxLength: 7 });
    const words = fc.array(word, { maxLength: 6 });
    const lowered = (each: string) => each.replace(/[A-Z]/g, (capital) => capital.toLowerCase());
    fc.assert(
      fc.property(words, words, text, text, (first, second, before, after) => {
        const content = before + (first[0] ?? second[0] ?? '') + after;
        const has = (list: string[]) => list.some((each) => each !== '' && lowered(content).includes(lowered(each)));
        const expected = has(first) ? 'first' : has(second) ? 'second' : null;
        const find = createWordFilter({ first, second });
        assert.equal(find(content), expected);
        assert.equal(find(new TextEncoder().encode(content)), expected);
      }),
      { numRuns: 300 },
    );
  });
});
