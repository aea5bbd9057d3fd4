import { factsWith, type FileFacts, type Sighting } from '../model';
import { codeSightings, distinct, type CodeSightings } from './code-sightings';
import type { Cancellation } from '../ports';
import type { FileUse } from './file-use';
import { CodeIndex, foldersOf, stemsOf } from './resolve/code-index';
import { sourceFile } from './resolve/source-file';
import { Analysis } from './signatures/analysis';
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

  constructor(
    private readonly library: SignatureLibrary,
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

  /** Stops after each file that is looked at. */
  *#work(all: ReadonlyMap<string, FileFacts>): Generator<void, CodeShows, void> {
    const files = factsWith(all, 'code');
    this.#takeUp(files);
    const analysis = new Analysis(files, this.library, this.#indexOf(files), this.#knownAi(files));
    const readers = new CallReaders(analysis);
    const concerned = this.#concerned(files, analysis.projectIsAi);
    const results = new Map<string, Result>();
    for (const [path, facts] of files) {
      const known = this.#results.get(path);
      if (known !== undefined && known.facts === facts && !concerned(known)) {
        results.set(path, known);
        continue;
      }
      const { code } = facts;
      const isAi = code !== null && analysis.isAi(sourceFile(path, code));
      results.set(path, { facts, isAi, ...codeSightings(path, readers) });
      yield;
    }
    this.#results = results;
    this.#projectIsAi = analysis.projectIsAi;
    return shownBy(results.values(), analysis.projectIsAi);
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

  *#knownAi(files: ReadonlyMap<string, FileFacts>): Iterable<readonly [string, boolean]> {
    for (const [path, { facts, isAi }] of this.#results) if (files.get(path) === facts) yield [path, isAi];
  }

  /** Tells which results read a file that changed, or looked for one that came or went. */
  #concerned(files: ReadonlyMap<string, FileFacts>, projectIsAi: boolean): (result: Result) => boolean {
    if (projectIsAi !== this.#projectIsAi) return () => true;
    const changed = new Set<string>();
    const moved = new Set<string>();
    const note = (path: string, isMove: boolean) => {
      changed.add(path);
      for (const folder of foldersOf(path)) moved.add(folder);
      if (isMove) for (const stem of stemsOf(path)) moved.add(stem);
    };
    for (const [path, facts] of files) {
      const before = this.#results.get(path);
      if (before?.facts !== facts) note(path, before === undefined);
    }
    for (const path of this.#results.keys()) if (!files.has(path)) note(path, true);
    if (changed.size === 0) return () => false;
    return ({ consulted }) => holdsAny(consulted.files, changed) || holdsAny(consulted.wanted, moved);
  }
}

function holdsAny(set: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const item of set) if (wanted.has(item)) return true;
  return false;
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
