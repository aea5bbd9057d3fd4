import { join } from 'node:path';
import type { FactsCache, FileFacts, Logger } from '../core';
import { cacheName, writeCache } from './cache-room';
import { textsOf } from './facts-texts';
import { KeptFile, keptText } from './kept-file';
import type { KeptEntry } from './kept-file';

/** A cache that can be written back. */
export interface SavedFactsCache extends FactsCache {
  /** Keeps what this run asked for or added; what nobody asked for is dropped. Never throws. */
  save(): Promise<void>;
}

/**
 * The facts of the last run over a project, from one file in the user's cache folder. `stamp` tells builds apart: what
 * another build wrote is not used. A cache that cannot be read is an empty one, and so is a part of it that is broken.
 */
export function openFactsCache(
  folder: string | null,
  root: string,
  stamp: string,
  logger: Logger,
): SavedFactsCache | null {
  if (folder === null) return null;
  return new ProjectCache(folder, cacheName(root, 'facts'), stamp, logger);
}

class ProjectCache implements SavedFactsCache {
  readonly #used = new Map<string, KeptEntry>();
  #kept: KeptFile | null = null;
  #salt = '';
  #changed = false;
  #shown: () => unknown = () => null;

  constructor(
    readonly folder: string,
    readonly name: string,
    private readonly stamp: string,
    readonly logger: Logger,
  ) {}

  open(salt: string): void {
    if (salt === this.#salt) return;
    this.#salt = salt;
    this.#used.clear();
    this.#kept = null;
  }

  holds(path: string): boolean {
    return this.#entry(path) !== null;
  }

  get(path: string, hash: string): FileFacts | null {
    const entry = this.#entry(path);
    return entry?.hash === hash ? entry.facts() : null;
  }

  unchanged(path: string, stamp: string): FileFacts | null {
    const entry = this.#entry(path);
    if (entry?.stamp !== stamp) return null;
    const facts = entry.facts();
    if (facts !== null) this.#used.set(path, entry);
    return facts;
  }

  set(path: string, stamp: string | null, facts: FileFacts): void {
    if (facts.hash === null) return;
    const entry = this.#entry(path);
    if (entry?.hash === facts.hash && entry.stamp === stamp) {
      this.#used.set(path, entry);
      return;
    }
    this.#changed = true;
    this.#used.set(path, { path, stamp, hash: facts.hash, facts: () => facts, texts: () => textsOf(facts) });
  }

  code(): unknown {
    return this.#file().code();
  }

  keepCode(shown: () => unknown): void {
    this.#shown = shown;
  }

  async save(): Promise<void> {
    // Nobody asked for anything where the snapshot of an earlier run was enough.
    if (this.#used.size === 0 || (!this.#changed && this.#used.size === this.#file().size)) return;
    const text = () =>
      keptText({ stamp: this.stamp, salt: this.#salt, entries: [...this.#used.values()], shown: this.#shown() });
    if (await writeCache(this, text)) this.#changed = false;
  }

  #entry(path: string): KeptEntry | null {
    return this.#used.get(path) ?? this.#file().entry(path);
  }

  /** What was kept, read when it is first asked for. */
  #file(): KeptFile {
    if (this.#kept === null) {
      const kept = KeptFile.read(join(this.folder, this.name), this.stamp);
      this.#kept = kept?.salt === this.#salt ? kept : KeptFile.empty();
    }
    return this.#kept;
  }
}
