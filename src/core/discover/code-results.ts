import { FactsByPath, factsWith, type FileFacts, type Sighting } from '../model';
import { keeping } from '../same-data';
import { codeSightings, distinct, type CodeSightings } from './code-sightings';
import type { Cancellation } from '../ports';
import { Consulters } from './consulters';
import type { FileUse } from './file-use';
import { CodeIndex, foldersOf, stemsOf } from './resolve/code-index';
import { sourceFile } from './resolve/source-file';
import { isTestPath } from './scope';
import { Analysis, type KnownAi } from './signatures/analysis';
import { CallReaders } from './signatures/requests';
import type { SignatureLibrary } from './signatures/library';

interface Result extends CodeSightings {
  /** Null where they are those of an earlier run, and others by now. */
  readonly facts: FileFacts | null;
  readonly isAi: boolean;
}

type SavedResult = readonly [
  path: string,
  hash: string | null,
  isAi: boolean,
  sightings: readonly Sighting[],
  uses: readonly FileUse[],
  consulted: readonly string[],
  wanted: readonly string[],
];

interface SavedCode {
  readonly projectIsAi: boolean;
  readonly results: readonly SavedResult[];
}

/** Paths that say something else than in the last results, and those of them that came or went. */
interface Changes {
  readonly changed: Set<string>;
  readonly came: Set<string>;
  /** The paths, or their order, are not those of the last results. */
  readonly moved: boolean;
}

/** What all code of a project shows together. */
export interface CodeShows {
  readonly sightings: readonly Sighting[];
  readonly uses: readonly FileUse[];
  /** Some file imports a library that works with models. */
  readonly isAi: boolean;
}

/** What all code of a project shows; after a change only the files that are concerned are looked at again. */
export class CodeResults {
  #results = new Map<string, Result>();
  #projectIsAi = false;
  #index: CodeIndex | null = null;
  #begun = false;
  /** The files of the last results, and the state of all files then. */
  #last: { readonly files: ReadonlyMap<string, FileFacts>; readonly mark: number | null } | null = null;
  #shown: CodeShows | null = null;
  /** Made when something changes for the first time. */
  #consulters: Consulters | null = null;

  constructor(
    /** Asked for when code has to be looked at. */
    private readonly library: () => SignatureLibrary,
    /** What an earlier run found, as `saved` gave it; asked for once. */
    private readonly earlier: () => unknown = () => null,
  ) {}

  /** All that was found, as plain data; null before anything was. */
  saved(): SavedCode | null {
    if (!this.#begun) return null;
    const results = [...this.#results].map(([path, { facts, isAi, sightings, uses, consulted }]): SavedResult => {
      const [files, wanted] = [[...consulted.files], [...consulted.wanted]];
      return [path, facts?.hash ?? null, isAi, sightings, uses, files, wanted];
    });
    return { projectIsAi: this.#projectIsAi, results };
  }

  /** In one go. */
  update(all: ReadonlyMap<string, FileFacts>): CodeShows {
    const work = this.#work(all);
    for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
  }

  /** With pauses between the files; null, with nothing changed, where it was cancelled. */
  async updateGently(
    all: ReadonlyMap<string, FileFacts>,
    cancel: Cancellation,
    pause: () => Promise<void> | undefined,
  ): Promise<CodeShows | null> {
    const work = this.#work(all);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) return step.value;
      const rest = pause();
      if (rest) await rest;
      if (cancel.cancelled) return null;
    }
  }

  /** Stops after each file that is looked at. What is known stays as it was until all of it was. */
  *#work(all: ReadonlyMap<string, FileFacts>): Generator<void, CodeShows, void> {
    const files = factsWith(all, 'code');
    this.#takeUp(files);
    const changes = this.#changes(all, files);
    if (changes.changed.size === 0) {
      this.#take(files, new Map(), changes.moved);
      return this.#seen(all, files, this.#shown ?? shownBy(this.#results.values(), this.#projectIsAi));
    }
    const analysis = new Analysis(files, this.library(), this.#indexOf(files), this.#knownAi(files, changes.changed));
    const readers = new CallReaders(analysis);
    const made = new Map<string, Result>();
    for (const path of this.#concerned(files, changes, analysis.projectIsAi)) {
      const facts = files.get(path);
      if (facts === undefined) continue;
      const isAi = facts.code !== null && analysis.isAi(sourceFile(path, facts.code));
      made.set(path, kept(this.#results.get(path), { facts, isAi, ...codeSightings(path, readers) }));
      yield;
    }
    const isOther = this.#take(files, made, changes.moved);
    const shown = this.#projectIsAi === analysis.projectIsAi && !isOther ? this.#shown : null;
    this.#projectIsAi = analysis.projectIsAi;
    return this.#seen(all, files, shown ?? shownBy(this.#results.values(), analysis.projectIsAi));
  }

  /** Takes in what was found anew; true where it shows something else than before. */
  #take(files: ReadonlyMap<string, FileFacts>, made: ReadonlyMap<string, Result>, moved: boolean): boolean {
    let isOther = moved;
    for (const [path, result] of made) {
      const before = this.#results.get(path);
      if (before?.sightings !== result.sightings || before.uses !== result.uses) isOther = true;
      this.#results.set(path, result);
      if (before) this.#consulters?.remove(path, before.consulted);
      this.#consulters?.add(path, result.consulted);
    }
    if (!moved) return isOther;
    const results = new Map<string, Result>();
    for (const [path, { consulted }] of this.#results) if (!files.has(path)) this.#consulters?.remove(path, consulted);
    for (const path of files.keys()) {
      const result = this.#results.get(path);
      if (result) results.set(path, result);
    }
    this.#results = results;
    return isOther;
  }

  #seen(all: ReadonlyMap<string, FileFacts>, files: ReadonlyMap<string, FileFacts>, shown: CodeShows): CodeShows {
    this.#last = { files, mark: all instanceof FactsByPath ? all.mark : null };
    this.#shown = shown;
    return shown;
  }

  /** What is otherwise than in the last results: of the same files only those that were set since then are looked at. */
  #changes(all: ReadonlyMap<string, FileFacts>, files: ReadonlyMap<string, FileFacts>): Changes {
    const { mark } = this.#last ?? { mark: null };
    const since = this.#last?.files === files && mark !== null && all instanceof FactsByPath ? all.since(mark) : null;
    const changes: Changes = { changed: new Set(), came: new Set(), moved: false };
    const look = (path: string, facts: FileFacts) => {
      const before = this.#results.get(path);
      if (before?.facts === facts) return;
      changes.changed.add(path);
      if (before === undefined) changes.came.add(path);
    };
    if (since !== null) {
      for (const path of since) {
        const facts = files.get(path);
        if (facts) look(path, facts);
      }
      return changes;
    }
    for (const [path, facts] of files) look(path, facts);
    for (const path of this.#results.keys()) {
      if (files.has(path)) continue;
      changes.changed.add(path);
      changes.came.add(path);
    }
    // Without a last time the order of the results may be another one too.
    return { ...changes, moved: this.#last === null || changes.came.size > 0 };
  }

  /** Begins where an earlier run ended: what changed since then is found as after any edit. */
  #takeUp(files: ReadonlyMap<string, FileFacts>): void {
    if (this.#begun) return;
    this.#begun = true;
    const saved = this.earlier() as SavedCode | null;
    if (saved === null) return;
    this.#projectIsAi = saved.projectIsAi;
    for (const [path, hash, isAi, sightings, uses, consulted, wanted] of saved.results) {
      const now = files.get(path);
      const facts = now && now.hash !== null && now.hash === hash ? now : null;
      const looked = { files: new Set(consulted), wanted: new Set(wanted) };
      this.#results.set(path, { facts, isAi, sightings, uses, consulted: looked });
    }
  }

  /** The index of the files: that of last time as long as they are the same ones, whatever they say now. */
  #indexOf(files: ReadonlyMap<string, FileFacts>): CodeIndex {
    if (this.#index?.files === files) this.#index.changed();
    else this.#index = new CodeIndex(files);
    return this.#index;
  }

  /** Whether code works with models, by path; what changed is not known any more. */
  #knownAi(files: ReadonlyMap<string, FileFacts>, changed: ReadonlySet<string>): KnownAi {
    const of = (path: string) => (changed.has(path) ? undefined : this.#results.get(path)?.isAi);
    const any = () => {
      for (const [path, { isAi }] of this.#results)
        if (isAi && files.has(path) && !changed.has(path) && !isTestPath(path)) return true;
      return false;
    };
    return { of, any };
  }

  *#looking(changed: ReadonlySet<string>, moved: ReadonlySet<string>): Iterable<string> {
    for (const [path, { consulted }] of this.#results)
      if (holdsAny(consulted.files, changed) || holdsAny(consulted.wanted, moved)) yield path;
  }

  /** What has to be looked at: what changed, what read a file that changed, and what looked for one that came or went. */
  #concerned(
    files: ReadonlyMap<string, FileFacts>,
    { changed, came }: Changes,
    projectIsAi: boolean,
  ): Iterable<string> {
    if (projectIsAi !== this.#projectIsAi || this.#results.size === 0) return files.keys();
    const moved = new Set<string>();
    for (const path of changed) {
      for (const folder of foldersOf(path)) moved.add(folder);
      if (came.has(path)) for (const stem of stemsOf(path)) moved.add(stem);
    }
    // The first time is the only one for a program that scans once.
    if (this.#last === null) return new Set([...changed, ...this.#looking(changed, moved)]);
    this.#consulters ??= new Consulters(this.#results);
    return new Set([...changed, ...this.#consulters.of(changed, moved)]);
  }
}

function holdsAny(set: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const item of set) if (wanted.has(item)) return true;
  return false;
}

/** The new result, with what was found before in place of what says the same: nobody has to look at that again. */
function kept(before: Result | undefined, now: Result): Result {
  if (before === undefined) return now;
  return { ...now, sightings: keeping(before.sightings, now.sightings), uses: keeping(before.uses, now.uses) };
}

function shownBy(results: Iterable<Result>, isAi: boolean): CodeShows {
  const sightings: Sighting[] = [];
  const uses: FileUse[] = [];
  for (const result of results) {
    for (const sighting of result.sightings) sightings.push(sighting);
    for (const use of result.uses) uses.push(use);
  }
  return { sightings: distinct(sightings), uses, isAi };
}
