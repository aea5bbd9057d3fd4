import type { Progress } from '../engine';
import type { Cancellation } from '../ports';

/** What has to be read again: everything, or the paths. */
export interface Work {
  readonly everything: boolean;
  readonly paths: ReadonlySet<string>;
}

/** Does the work; false where it stopped early because it was cancelled. */
export type Run = (work: Work, cancel: Cancellation, onProgress: (progress: Progress) => void) => Promise<boolean>;

interface Caller {
  readonly cancel: Cancellation;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface Batch {
  everything: boolean;
  readonly paths: Set<string>;
  callers: Caller[];
  /** A newer request for everything makes this one pointless. */
  overtaken: boolean;
}

/**
 * One piece of work at a time. What is asked for meanwhile is gathered into the next piece; a scan that is asked for
 * while one runs restarts it, because what it listed may be out of date, and both callers get the second result. What a
 * cancelled piece left undone is added to the next one.
 */
export class WorkQueue {
  #current: Batch | null = null;
  #next: Batch | null = null;
  #draining = false;
  /** Left over from cancelled work. */
  #owed: { everything: boolean; paths: Set<string> } = { everything: false, paths: new Set() };

  constructor(private readonly run: Run) {}

  /** Resolves when a piece of work that holds the request is done or given up. */
  request(
    what: readonly string[] | 'everything',
    cancel: Cancellation,
    onProgress?: Caller['onProgress'],
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const next = (this.#next ??= { everything: false, paths: new Set(), callers: [], overtaken: false });
      next.callers.push({ cancel, onProgress, resolve, reject });
      if (what === 'everything') next.everything = true;
      else for (const path of what) next.paths.add(path);
      if (!this.#draining) void this.#drain();
      else if (what === 'everything' && this.#current?.everything === true) this.#current.overtaken = true;
    });
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    while (this.#next !== null) {
      // Lets requests of the same moment join in.
      await Promise.resolve();
      this.#current = this.#next;
      this.#next = null;
      await this.#do(this.#current);
      this.#current = null;
    }
    this.#draining = false;
  }

  async #do(batch: Batch): Promise<void> {
    batch.everything ||= this.#owed.everything;
    for (const path of this.#owed.paths) batch.paths.add(path);
    this.#owed = { everything: false, paths: new Set() };
    const cancel: Cancellation = {
      get cancelled() {
        return batch.overtaken || batch.callers.every((caller) => caller.cancel.cancelled);
      },
    };
    try {
      const done = await this.run(batch, cancel, (progress) => {
        for (const caller of batch.callers) caller.onProgress?.(progress);
      });
      if (!done) this.#giveUp(batch);
      else batch.callers.forEach((caller) => caller.resolve());
    } catch (error) {
      this.#owe(batch);
      batch.callers.forEach((caller) => caller.reject(error));
    }
  }

  #giveUp(batch: Batch): void {
    this.#owe(batch);
    if (batch.overtaken && this.#next) this.#next.callers.push(...batch.callers);
    else batch.callers.forEach((caller) => caller.resolve());
  }

  #owe(batch: Batch): void {
    this.#owed.everything ||= batch.everything;
    for (const path of batch.paths) this.#owed.paths.add(path);
  }
}
