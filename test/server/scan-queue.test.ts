import assert from 'node:assert/strict';
import type { Cancellation } from '../../src/core';
import { ScanQueue } from '../../src/server/scan-queue';

/** Work that says what it was asked for and ends when told to. */
class Worker {
  readonly asked: string[] = [];
  readonly failures: unknown[] = [];
  readonly #gates: (() => void)[] = [];
  cancel: Cancellation = { cancelled: false };

  scan(cancel: Cancellation): Promise<void> {
    return this.#begin('scan', cancel);
  }

  update(paths: readonly string[], cancel: Cancellation): Promise<void> {
    return this.#begin(paths.join(' '), cancel);
  }

  failed(error: unknown): void {
    this.failures.push(error);
  }

  /** Waits until `count` pieces of work were begun. */
  async begun(count: number): Promise<void> {
    while (this.asked.length < count) await new Promise((done) => setTimeout(done, 1));
  }

  finish(): void {
    this.#gates.shift()?.();
  }

  #begin(name: string, cancel: Cancellation): Promise<void> {
    this.asked.push(name);
    this.cancel = cancel;
    return new Promise((done) => this.#gates.push(done));
  }
}

describe('scan queue', () => {
  it('gathers changes that come close together', async () => {
    const worker = new Worker();
    const queue = new ScanQueue(worker, 5);
    queue.changed(['a']);
    queue.changed(['b', 'a']);
    await worker.begun(1);
    assert.deepEqual(worker.asked, ['a b']);
    worker.finish();
    queue.dispose();
  });

  it('stops an update for a newer change and takes its paths along', async () => {
    const worker = new Worker();
    const queue = new ScanQueue(worker, 1);
    queue.changed(['a']);
    await worker.begun(1);
    queue.changed(['b']);
    while (!worker.cancel.cancelled) await new Promise((done) => setTimeout(done, 1));
    worker.finish();
    await worker.begun(2);
    assert.deepEqual(worker.asked[1]?.split(' ').sort(), ['a', 'b']);
    worker.finish();
    queue.dispose();
  });

  it('lets a scan go on, and looks at what has changed meanwhile behind it', async () => {
    const worker = new Worker();
    const queue = new ScanQueue(worker, 1);
    const done = queue.scan();
    await worker.begun(1);
    queue.changed(['a']);
    await new Promise((rest) => setTimeout(rest, 20));
    assert.equal(worker.cancel.cancelled, false);
    worker.finish();
    await worker.begun(2);
    assert.deepEqual(worker.asked, ['scan', 'a']);
    worker.finish();
    await done;
  });

  it('begins a scan again that is wanted anew, and stops one on request', async () => {
    const worker = new Worker();
    const queue = new ScanQueue(worker, 1);
    void queue.scan();
    await worker.begun(1);
    const second = queue.scan();
    assert.equal(worker.cancel.cancelled, true);
    worker.finish();
    await worker.begun(2);
    queue.cancelScan();
    assert.equal(worker.cancel.cancelled, true);
    worker.finish();
    await second;
    assert.deepEqual(worker.asked, ['scan', 'scan']);
  });

  it('goes on after work that failed', async () => {
    const failures: unknown[] = [];
    let scans = 0;
    const queue = new ScanQueue(
      {
        scan: () => {
          scans += 1;
          return scans === 1 ? Promise.reject(new Error('broken')) : Promise.resolve();
        },
        update: () => Promise.resolve(),
        failed: (error) => failures.push(error),
      },
      1,
    );
    await queue.scan();
    await queue.scan();
    assert.equal(scans, 2);
    assert.equal(failures.length, 1);
  });
});
