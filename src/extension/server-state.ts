import { EventEmitter, type Disposable } from 'vscode';
import { notifications, type ChangedParams, type Counts, type ProgressParams } from '../protocol';
import type { StateEvents } from './context';
import type { Server } from './server';

/** Keeps what the server has told last. */
export class ServerState implements StateEvents, Disposable {
  counts: Counts | null = null;
  progress: ProgressParams = { scanning: false, done: 0, total: 0 };
  readonly #counts = new EventEmitter<Counts>();
  readonly #progress = new EventEmitter<ProgressParams>();

  constructor(server: Server) {
    server.onNotification(notifications.changed, ({ counts }: ChangedParams) => {
      this.counts = counts;
      this.#counts.fire(counts);
    });
    server.onNotification(notifications.progress, (progress: ProgressParams) => {
      this.progress = progress;
      this.#progress.fire(progress);
    });
  }

  onCounts(listener: (counts: Counts) => void): Disposable {
    return this.#counts.event(listener);
  }

  onProgress(listener: (progress: ProgressParams) => void): Disposable {
    return this.#progress.event(listener);
  }

  dispose(): void {
    this.#counts.dispose();
    this.#progress.dispose();
  }
}
