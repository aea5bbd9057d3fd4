import assert from 'node:assert/strict';
import type { Run, Work } from '../../../src/core/engine/work-queue';
import { WorkQueue } from '../../../src/core/engine/work-queue';
import type { Cancellation } from '../../../src/core/ports';
import { NEVER_CANCELLED } from '../../../src/core/ports';

/** A queue whose pieces of work last until they are let go. */
function heldQueue() {
  const seen: { work: Work; cancel: Cancellation; finish: (done: boolean) => void; fail: (error: Error) => void }[] =
    [];
  const run: Run = (work, cancel) =>
    new Promise((resolve, reject) => {
      seen.push({
        work: { everything: work.everything, paths: new Set(work.paths) },
        cancel,
        finish: resolve,
        fail: reject,
      });
    });
  return { queue: new WorkQueue(run), seen };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const said = (work: Work | undefined) => (work?.everything ? 'everything' : [...(work?.paths ?? [])].sort().join(' '));

describe('engine: one piece of work at a time', () => {
  it('joins what is asked for at the same moment, and gathers the rest for the next piece', async () => {
    const { queue, seen } = heldQueue();
    const first = [queue.request(['a'], NEVER_CANCELLED), queue.request(['b'], NEVER_CANCELLED)];
    await settle();
    const second = [queue.request(['c'], NEVER_CANCELLED), queue.request(['a', 'd'], NEVER_CANCELLED)];
    await settle();
    assert.deepEqual(
      seen.map(({ work }) => said(work)),
      ['a b'],
    );
    seen[0]?.finish(true);
    await Promise.all(first);
    await settle();
    assert.deepEqual(
      seen.map(({ work }) => said(work)),
      ['a b', 'a c d'],
    );
    seen[1]?.finish(true);
    await Promise.all(second);
  });

  it('restarts a scan when another is asked for, and gives both callers the second result', async () => {
    const { queue, seen } = heldQueue();
    const done: string[] = [];
    const first = queue.request('everything', NEVER_CANCELLED).then(() => done.push('first'));
    await settle();
    const second = queue.request('everything', NEVER_CANCELLED).then(() => done.push('second'));
    assert.equal(seen[0]?.cancel.cancelled, true);
    seen[0].finish(false);
    await settle();
    assert.deepEqual(done, []);
    assert.equal(seen[1]?.cancel.cancelled, false);
    seen[1].finish(true);
    await Promise.all([first, second]);
    assert.deepEqual(done.sort(), ['first', 'second']);
    assert.equal(seen.length, 2);
  });

  it('lets a scan finish when only a file changed meanwhile', async () => {
    const { queue, seen } = heldQueue();
    const scan = queue.request('everything', NEVER_CANCELLED);
    await settle();
    const update = queue.request(['a'], NEVER_CANCELLED);
    assert.equal(seen[0]?.cancel.cancelled, false);
    seen[0].finish(true);
    await scan;
    await settle();
    assert.equal(said(seen[1]?.work), 'a');
    seen[1]?.finish(true);
    await update;
  });

  it('is cancelled when every caller has cancelled, and owes the rest to the next piece', async () => {
    const { queue, seen } = heldQueue();
    const [one, two] = [{ cancelled: false }, { cancelled: false }];
    const calls = [queue.request(['a'], one), queue.request(['b'], two)];
    await settle();
    one.cancelled = true;
    assert.equal(seen[0]?.cancel.cancelled, false);
    two.cancelled = true;
    assert.equal(seen[0].cancel.cancelled, true);
    seen[0].finish(false);
    await Promise.all(calls);
    const next = queue.request(['c'], NEVER_CANCELLED);
    await settle();
    assert.equal(said(seen[1]?.work), 'a b c');
    seen[1]?.finish(true);
    await next;
  });

  it('tells its callers of a failure, owes the work, and goes on', async () => {
    const { queue, seen } = heldQueue();
    const failed = queue.request(['a'], NEVER_CANCELLED);
    await settle();
    seen[0]?.fail(new Error('no such folder'));
    await assert.rejects(failed, /no such folder/);
    const next = queue.request(['b'], NEVER_CANCELLED);
    await settle();
    assert.equal(said(seen[1]?.work), 'a b');
    seen[1]?.finish(true);
    await next;
  });
});
