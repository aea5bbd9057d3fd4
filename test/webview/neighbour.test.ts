import assert from 'node:assert/strict';
import { isDirection, neighbour } from '../../src/webview/diagram/neighbour';

describe('arrow keys in a diagram', () => {
  const spots = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 60, y: 80 },
    { x: 0, y: 100 },
  ];
  const cases = [
    [0, 'ArrowRight', 1],
    [0, 'ArrowDown', 3],
    [0, 'ArrowLeft', -1],
    [1, 'ArrowLeft', 0],
    [3, 'ArrowRight', 2],
    [2, 'ArrowUp', 1],
  ] as const;
  for (const [from, key, to] of cases) {
    it(`lead from ${from} by ${key} to ${to}`, () => {
      assert.equal(neighbour(spots[from] ?? { x: 0, y: 0 }, spots, key), to);
    });
  }

  it('are four', () => {
    assert.ok(isDirection('ArrowUp'));
    assert.ok(!isDirection('Enter') && !isDirection('toString'));
  });
});
