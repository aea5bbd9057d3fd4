import type { FactsCache } from '../engine';
import type { FileFacts, SkippedFile } from '../model';
import { CodePacker, compareText, FactsByPath } from '../model';
import type { Cancellation, FileContent, Logger, Workspace } from '../ports';
import type { Reading } from './readers';
import type { Stamps } from './stamps';

/** Reads one file's facts. */
export type ReadFacts = (path: string, content: Usable) => Promise<FileFacts>;

type Usable = Exclude<FileContent, { kind: 'skipped' }>;

export interface StoreOptions {
  readonly workspace: Workspace;
  /** Null where nobody keeps anything for the next run. */
  readonly stamps: Stamps | null;
  readonly logger: Logger;
  readonly cache: FactsCache | undefined;
}

export interface ReadCounts {
  parsed: number;
  cached: number;
}

/**
 * The facts of every file of the project, by path. A file whose content has not changed is not looked at again. What
 * could not be used is kept with its reason; a file that makes a reader crash costs itself only.
 */
export class FileStore {
  readonly #facts = new Map<string, FileFacts>();
  readonly #skipped = new Map<string, string>();
  /** In the order of paths; out of date where a path came or went since it was made. */
  #ordered = new FactsByPath();
  #isOrdered = false;
  readonly #packer = new CodePacker();
  counts: ReadCounts = { parsed: 0, cached: 0 };

  constructor(
    private readonly options: StoreOptions,
    private readonly readFacts: ReadFacts,
    /** Goes into the keys of the cache: what facts depend on besides path and content. */
    salt: string,
  ) {
    options.cache?.open(salt);
  }

  /** Reads a file anew; true where its facts changed. After a cancellation nothing is changed. */
  async read(path: string, cancel: Cancellation): Promise<boolean> {
    const { workspace, stamps, cache } = this.options;
    // Taken before it is read: what is written meanwhile has another one.
    const stamp = stamps?.of(path) ?? null;
    const same = stamp === null ? null : (cache?.unchanged(path, stamp) ?? null);
    if (same !== null) return this.#takeUnread(path, same);
    const content = await workspace.read(path, cancel);
    if (cancel.cancelled) return false;
    if (content.kind === 'skipped') return this.#skip(path, content.reason);
    return this.#look(path, content, stamp, cancel);
  }

  /** What somebody else read of a file that is new here. */
  take(path: string, reading: Reading): void {
    if (reading.kind !== 'broken') this.options.stamps?.take(path, reading.stamp);
    if (reading.kind === 'skipped') this.#skip(path, reading.reason);
    else if (reading.kind === 'broken') this.#breakDown(path, reading.error);
    else {
      this.counts.parsed += 1;
      if (reading.facts.hash !== null) this.options.cache?.set(path, reading.stamp, reading.facts);
      this.#put(path, reading.facts);
    }
  }

  async #look(path: string, content: Usable, stamp: string | null, cancel: Cancellation): Promise<boolean> {
    const known = this.#facts.get(path);
    if (known !== undefined && content.hash !== null && known.hash === content.hash) {
      this.counts.cached += 1;
      this.options.cache?.set(path, stamp, known);
      return false;
    }
    try {
      const facts = await this.#factsOf(path, content, stamp);
      if (cancel.cancelled) return false;
      this.#put(path, facts);
      return known === undefined || content.hash !== null || JSON.stringify(known) !== JSON.stringify(facts);
    } catch (error) {
      return this.#breakDown(path, error);
    }
  }

  #breakDown(path: string, error: unknown): boolean {
    this.options.logger.error(`${path} could not be analysed.`, error);
    return this.#skip(path, 'could not be analysed (the log says why)');
  }

  async #factsOf(path: string, content: Usable, stamp: string | null): Promise<FileFacts> {
    const cached = content.hash === null ? null : (this.options.cache?.get(path, content.hash) ?? null);
    if (cached !== null) this.counts.cached += 1;
    else this.counts.parsed += 1;
    const facts = cached ?? this.#packer.take(await this.readFacts(path, content));
    if (content.hash !== null) this.options.cache?.set(path, stamp, facts);
    return facts;
  }

  /** What the cache knows of a file that nobody has written to since. */
  #takeUnread(path: string, facts: FileFacts): boolean {
    this.counts.cached += 1;
    const known = this.#facts.get(path);
    if (known !== undefined && known.hash === facts.hash) return false;
    this.#put(path, facts);
    return true;
  }

  #put(path: string, facts: FileFacts): void {
    if (!this.#facts.has(path)) this.#isOrdered = false;
    else if (this.#isOrdered) this.#ordered.set(path, facts);
    this.#skipped.delete(path);
    this.#facts.set(path, facts);
  }

  #skip(path: string, reason: string): boolean {
    const had = this.#facts.delete(path);
    if (had) this.#isOrdered = false;
    this.#skipped.set(path, reason);
    return had;
  }

  /** Forgets every file that is not in the set; gives those that had facts. */
  keepOnly(paths: ReadonlySet<string>): string[] {
    const gone = [...this.#facts.keys()].filter((path) => !paths.has(path));
    for (const path of gone) this.#facts.delete(path);
    if (gone.length > 0) this.#isOrdered = false;
    for (const path of [...this.#skipped.keys()]) if (!paths.has(path)) this.#skipped.delete(path);
    return gone;
  }

  /** What is read is kept for the next run. */
  get isKept(): boolean {
    return this.options.stamps !== null;
  }

  /** Neither this run nor, as far as is kept, an earlier one has read it. */
  isNew(path: string): boolean {
    return !this.knows(path) && this.options.cache?.holds(path) !== true;
  }

  knows(path: string): boolean {
    return this.#facts.has(path) || this.#skipped.has(path);
  }

  isSkipped(path: string): boolean {
    return this.#skipped.has(path);
  }

  skipped(): SkippedFile[] {
    return [...this.#skipped].map(([path, reason]) => ({ path, reason }));
  }

  get size(): number {
    return this.#facts.size;
  }

  /**
   * The facts in the order of their paths, whatever the order they were read in. It is the same map, brought up to date,
   * as long as no path comes or goes.
   */
  inOrder(): ReadonlyMap<string, FileFacts> {
    if (this.#isOrdered) return this.#ordered;
    const before = this.#ordered;
    // Those known before come first, in order: what is almost sorted is sorted fast.
    const paths = [...before.keys()].filter((path) => this.#facts.has(path));
    for (const path of this.#facts.keys()) if (!before.has(path)) paths.push(path);
    this.#ordered = new FactsByPath();
    for (const path of paths.sort(compareText)) {
      const facts = this.#facts.get(path);
      if (facts) this.#ordered.set(path, facts);
    }
    this.#isOrdered = true;
    return this.#ordered;
  }
}
