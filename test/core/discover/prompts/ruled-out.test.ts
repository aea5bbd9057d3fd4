import assert from 'node:assert/strict';
import fc from 'fast-check';
import { classify, isRuledOut } from '../../../../src/core/discover/prompts/classify';

const pieces = fc.constantFrom(
  'You are an assistant',
  'act as a',
  'Summarize',
  'return json',
  'only',
  'in xml',
  'context:',
  '<doc>',
  '{0}',
  '%s',
  'word',
  'you must',
  'price list',
  '.',
  '\n',
);
const texts = fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' '));
const evidence = fc.record({
  place: fc.constantFrom(null, 'system' as const, 'user' as const),
  identifier: fc.constantFrom(null, 'prompt', 'query', 'systemMessage', 'description', 'x', 'prompt_path', 'message'),
  ai: fc.constantFrom('file' as const, 'project' as const, 'none' as const),
  asks: fc.boolean(),
});

describe('texts that are ruled out', () => {
  it('are none that would be taken for a prompt', () => {
    fc.assert(
      fc.property(texts, evidence, (text, said) => {
        if (isRuledOut(text, said)) assert.equal(classify(text, text, said), null);
      }),
      { numRuns: 2000 },
    );
  });

  it('are those that neither name nor words speak for', () => {
    const plain = { place: null, ai: 'file', asks: false } as const;
    assert.equal(isRuledOut('gpt-4o', { ...plain, identifier: 'model' }), true);
    assert.equal(isRuledOut('Answer in one sentence: {0}', { ...plain, identifier: 'prompt' }), false);
    assert.equal(isRuledOut('You are a tax lawyer. Answer with yes or no.', { ...plain, identifier: 'x' }), false);
  });
});
