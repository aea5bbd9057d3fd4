import type { Cancellation } from '../core';
import { CancellationSource } from './cancellation';

/** What a queue runs. Both may throw or answer early once cancelled. */
export interface Work {
  scan(cancel: Cancellation): Promise<void>;
  update(paths: readonly string[], cancel: Cancellation): Promise<void>;
  failed(error: unknown): void;
}

/**
 * One engine does one thing at a time. Changes are gathered until the typing rests; a newer change stops an update that is
 * still running and takes its paths along, so that nothing is lost. A scan is not stopped by changes: they follow it.
 */
export class ScanQueue {
  readonly #work: Work;
  readonly #delay: number;
  readonly #pending = new Set<string>();
  #scanWanted = false;
  #disposed = false;
  #timer: NodeJS.Timeout | null = null;
  #running: { readonly kind: 'scan' | 'update'; readonly source: CancellationSource } | null = null;
  #drained: Promise<void> | null = null;

  constructor(work: Work, delay: number) {
    this.#work = work;
    this.#delay = delay;
  }

  /** Paths whose content has changed. */
  changed(paths: Iterable<string>): void {
    for (const path of paths) this.#pending.add(path);
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#running?.kind === 'update') this.#running.source.cancel();
      void this.#drain();
    }, this.#delay);
  }

  /** Reads everything anew; settles when nothing is left to do. A scan that runs already is stopped and begun again. */
  scan(): Promise<void> {
    this.#scanWanted = true;
    this.#running?.source.cancel();
    return this.#drain();
  }

  /** Stops a running scan; what is known so far stays. */
  cancelScan(): void {
    if (this.#running?.kind === 'scan') this.#running.source.cancel();
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#running?.source.cancel();
  }

  #drain(): Promise<void> {
    this.#drained ??= this.#run().finally(() => (this.#drained = null));
    return this.#drained;
  }

  async #run(): Promise<void> {
    while (!this.#disposed && (this.#scanWanted || this.#pending.size > 0)) {
      const source = new CancellationSource();
      if (this.#scanWanted) {
        this.#scanWanted = false;
        this.#running = { kind: 'scan', source };
        await this.#guarded(this.#work.scan(source));
      } else {
        const paths = [...this.#pending];
        this.#pending.clear();
        this.#running = { kind: 'update', source };
        await this.#guarded(this.#work.update(paths, source));
        if (source.cancelled) for (const path of paths) this.#pending.add(path);
      }
      this.#running = null;
    }
  }

  async #guarded(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#work.failed(error);
    }
  }
}
