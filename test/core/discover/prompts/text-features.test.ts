import assert from 'node:assert/strict';
import fc from 'fast-check';
import { featuresOf, mayBeImperative } from '../../../../src/core/discover/prompts/text-features';

describe('prompts: what may begin with an instruction', () => {
  const cases: readonly (readonly [text: string, expected: boolean])[] = [
    ['Summarize the text.', true],
    ['## "Translate it"', true],
    ['{{role}} answer', true],
    ['Based {x}on', true],
    ['# The title\n\nSummarize the text.', false],
    ['', false],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => assert.equal(mayBeImperative(text), expected));
  }

  it('is what the features say, or more', () => {
    const pieces = ['# ', '> ', '\n', 'based', ' ', 'on', '{x}', '$NAME', '%s', '[NAME]', 'Here', 'is', '{{a b}}', 'a'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        assert.ok(!featuresOf(text).imperative || mayBeImperative(text));
      }),
      { numRuns: 1000 },
    );
  });
});
