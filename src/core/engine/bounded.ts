import type { Cancellation } from '../ports';

/** Runs `work` for every item, at most `limit` at a time, and starts no more once cancelled. The first error is thrown. */
export async function forEachBounded<T>(
  items: readonly T[],
  limit: number,
  cancel: Cancellation,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) {
      if (cancel.cancelled) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}
