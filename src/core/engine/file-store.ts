import type { FactsCache } from '../engine';
import type { FileFacts, SkippedFile } from '../model';
import { compareText, FactsByPath, packed } from '../model';
import type { Cancellation, FileContent, Logger, Workspace } from '../ports';

/** Reads one file's facts. */
export type ReadFacts = (path: string, content: Exclude<FileContent, { kind: 'skipped' }>) => Promise<FileFacts>;

export interface StoreOptions {
  readonly workspace: Workspace;
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
  counts: ReadCounts = { parsed: 0, cached: 0 };

  constructor(
    private readonly options: StoreOptions,
    private readonly readFacts: ReadFacts,
    /** Goes into the keys of the cache: what facts depend on besides path and content. */
    private readonly salt: string,
  ) {}

  /** Reads a file anew; true where its facts changed. After a cancellation nothing is changed. */
  async read(path: string, cancel: Cancellation): Promise<boolean> {
    const content = await this.options.workspace.read(path, cancel);
    if (cancel.cancelled) return false;
    if (content.kind === 'skipped') return this.#skip(path, content.reason);
    const known = this.#facts.get(path);
    if (known !== undefined && content.hash !== null && known.hash === content.hash) {
      this.counts.cached += 1;
      return false;
    }
    try {
      const facts = await this.#factsOf(path, content);
      if (cancel.cancelled) return false;
      this.#skipped.delete(path);
      this.#facts.set(path, facts);
      if (known === undefined) this.#isOrdered = false;
      else if (this.#isOrdered) this.#ordered.set(path, facts);
      return known === undefined || content.hash !== null || JSON.stringify(known) !== JSON.stringify(facts);
    } catch (error) {
      this.options.logger.error(`${path} could not be analysed.`, error);
      return this.#skip(path, 'could not be analysed (the log says why)');
    }
  }

  async #factsOf(path: string, content: Exclude<FileContent, { kind: 'skipped' }>): Promise<FileFacts> {
    const key = content.hash === null ? null : `${this.salt} ${content.hash} ${path}`;
    const cached = key === null ? null : (this.options.cache?.get(key) ?? null);
    if (cached !== null) {
      this.counts.cached += 1;
      return cached;
    }
    const facts = packed(await this.readFacts(path, content));
    this.counts.parsed += 1;
    if (key !== null) this.options.cache?.set(key, facts);
    return facts;
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
