import assert from 'node:assert/strict';
import { growthText } from '../../src/cli/growth-text';

describe('what a threat model would gain, as text', () => {
  it('shows added lines with two lines around them, and how lines are counted on both sides', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj';
    const after = 'a\nb\nc\nnew\nd\ne\nf\ng\nh\ni\nj\nlast';
    assert.deepEqual(growthText('m.yaml', before, after).split('\n'), [
      ...['--- m.yaml', '+++ m.yaml', '@@ -2,4 +2,5 @@', ' b', ' c', '+new', ' d', ' e'],
      ...['@@ -9,2 +10,3 @@', ' i', ' j', '+last'],
    ]);
  });

  it('shows a line that gave way', () => {
    assert.deepEqual(growthText('m.yaml', 'a: []\nb', 'a:\n  - x\nb').split('\n').slice(2), [
      ...['@@ -1,2 +1,3 @@', '-a: []', '+a:', '+  - x', ' b'],
    ]);
  });
});
