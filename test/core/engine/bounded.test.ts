import assert from 'node:assert/strict';
import { forEachBounded } from '../../../src/core/engine/bounded';
import { NEVER_CANCELLED } from '../../../src/core/ports';

describe('engine: bounded concurrency', () => {
  it('does everything once, never more than the limit at a time', async () => {
    let now = 0;
    let most = 0;
    const done: number[] = [];
    await forEachBounded([...Array(50).keys()], 4, NEVER_CANCELLED, async (item) => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      done.push(item);
    });
    assert.equal(most, 4);
    assert.deepEqual(
      done.sort((a, b) => a - b),
      [...Array(50).keys()],
    );
  });

  it('starts nothing more once cancelled', async () => {
    const cancel = { cancelled: false };
    const done: number[] = [];
    await forEachBounded([1, 2, 3, 4], 1, cancel, (item) => {
      done.push(item);
      cancel.cancelled = item === 2;
      return Promise.resolve();
    });
    assert.deepEqual(done, [1, 2]);
  });

  it('throws what the work throws', async () => {
    await assert.rejects(
      forEachBounded([1], 2, NEVER_CANCELLED, () => Promise.reject(new Error('broken'))),
      /broken/,
    );
  });
});
