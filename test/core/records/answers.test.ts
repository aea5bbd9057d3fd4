import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAnswer, saysWhyNot, withoutComments } from '../../../src/core/records/answers';

const own = { help: 'What is it used for?', template: 'Write here' };

const cases: readonly (readonly [string, boolean])[] = [
  ['', false],
  ['   \n\t\n', false],
  ['TODO', false],
  ['todo: ask Jane', false],
  ['TBD', false],
  ['FIXME later', false],
  ['…', false],
  ['...', false],
  ['<name of the owner>', false],
  ['<https://example.org/terms>', true],
  ['<jane@example.org>', true],
  ['[More Information Needed]', false],
  ['**Developed by:** [More Information Needed]', false],
  ['- **Licence:**', false],
  ['{{ owner | default("x") }}', false],
  ['n/a', false],
  ['N/A.', false],
  ['not applicable', false],
  ['n/a: weights are not given to anybody', true],
  ['Not applicable, because it is hosted', true],
  ['n/a TODO', false],
  ['<!-- What is it used for? -->', false],
  ['<!-- begins\nand goes on', false],
  ['<!-- one --> Answers customers', true],
  ['What is it used for?', false],
  ['Write here', false],
  ['none', true],
  ['- [ ] ', false],
  ['### Direct use', false],
  ['### Direct use\n\nDrafts answers.', true],
  ['Todoist tasks are summarised', true],
  ['Kunden fragen, es antwortet', true],
  ['顧客の質問に答える', true],
];

describe('answers', () => {
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)} ${expected ? 'is' : 'is not'} an answer`, () =>
      assert.equal(isAnswer(text, own), expected));
  }

  it('a task item says why it does not apply', () => {
    assert.equal(saysWhyNot('Hashes are published: n/a: nothing is given to others'), true);
    assert.equal(saysWhyNot('Hashes are published: n/a'), false);
    assert.equal(saysWhyNot('Hashes are published'), false);
  });

  it('taking comments out keeps the lines', () => {
    const piece = fc.constantFrom('<!--', '-->', '\n', 'a', ' ', '--', '>');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const plain = withoutComments(text);
        assert.equal(plain.split('\n').length, text.split('\n').length);
        assert.equal(withoutComments(plain.replaceAll('<!--', '').replaceAll('-->', '')).includes('<!--'), false);
      }),
    );
  });
});
