import type { Disposable, ExtensionContext, LogOutputChannel } from 'vscode';
import type { Counts, ProgressParams } from '../protocol';
import type { Server } from './server';

/** What every feature gets. */
export interface Host {
  readonly extension: ExtensionContext;
  readonly server: Server;
  readonly state: StateEvents;
  readonly log: LogOutputChannel;
}

/** A feature registers what it adds to VS Code and gives back what ends it. */
export type Feature = (host: Host) => Disposable;

/** What the server has said last, and a way to hear of more. */
export interface StateEvents {
  readonly counts: Counts | null;
  readonly progress: ProgressParams;
  onCounts(listener: (counts: Counts) => void): Disposable;
  onProgress(listener: (progress: ProgressParams) => void): Disposable;
}
