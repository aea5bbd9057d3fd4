import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger, Snapshot, SnapshotCache } from '../core';
import { cacheName, writeCache } from './cache-room';

/** A cache that can be written back. */
export interface SavedSnapshotCache extends SnapshotCache {
  /** Writes what was kept in this run. Never throws. */
  save(): Promise<void>;
}

/** Bytes of a snapshot; a larger one is worked out each time. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The snapshot of the last run over a project, in one file of the user's cache folder: a line with the digests of the build
 * and state it belongs to and of what follows, then the snapshot as JSON. What cannot be read, or belongs to something
 * else, is not there. Null without a folder.
 */
export function openSnapshotCache(
  folder: string | null,
  root: string,
  stamp: string,
  logger: Logger,
): SavedSnapshotCache | null {
  return folder === null ? null : new OneSnapshot(folder, cacheName(root, 'snapshot'), stamp, logger);
}

class OneSnapshot implements SavedSnapshotCache {
  #new: { readonly state: string; readonly snapshot: Snapshot } | null = null;

  constructor(
    readonly folder: string,
    readonly name: string,
    private readonly stamp: string,
    readonly logger: Logger,
  ) {}

  get isThere(): boolean {
    return existsSync(join(this.folder, this.name));
  }

  find(state: string): Snapshot | null {
    try {
      const bytes = readFileSync(join(this.folder, this.name));
      const end = bytes.indexOf(10);
      const body = bytes.subarray(end + 1);
      const isOurs = bytes.toString('latin1', 0, end) === this.#head(state, body);
      return isOurs ? (JSON.parse(body.toString('utf8')) as Snapshot) : null;
    } catch {
      return null;
    }
  }

  keep(state: string, snapshot: Snapshot): void {
    this.#new = { state, snapshot };
  }

  async save(): Promise<void> {
    if (this.#new === null) return;
    const { state, snapshot } = this.#new;
    await writeCache(this, () => {
      const body = Buffer.from(JSON.stringify(snapshot));
      return body.length > LARGEST ? null : Buffer.concat([Buffer.from(`${this.#head(state, body)}\n`), body]);
    });
  }

  #head(state: string, body: Uint8Array): string {
    return `${this.stamp} ${hash('sha256', state, 'hex')} ${hash('sha256', body, 'hex')}`;
  }
}
