import type { CodeFacts, FileFacts, Sighting } from '../model';
import { codeSightings, distinct, type CodeSightings } from './code-sightings';
import type { Cancellation } from '../ports';
import type { FileUse } from './file-use';
import { foldersOf, stemsOf } from './resolve/code-index';
import { Analysis } from './signatures/analysis';
import { CallReaders } from './signatures/requests';
import type { SignatureLibrary } from './signatures/library';

interface Result extends CodeSightings {
  readonly code: CodeFacts;
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

  constructor(private readonly library: SignatureLibrary) {}

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
    const files = withCode(all);
    const analysis = new Analysis(files, this.library);
    const readers = new CallReaders(analysis);
    const concerned = this.#concerned(files, analysis.projectIsAi);
    const results = new Map<string, Result>();
    for (const [path, { code }] of files) {
      if (!code) continue;
      const known = this.#results.get(path);
      const fresh = known === undefined || known.code !== code || concerned(known);
      results.set(path, fresh ? { code, ...codeSightings(path, readers) } : known);
      if (fresh) yield;
    }
    this.#results = results;
    this.#projectIsAi = analysis.projectIsAi;
    const shown = [...results.values()];
    return {
      sightings: distinct(shown.flatMap(({ sightings }) => sightings)),
      uses: shown.flatMap(({ uses }) => uses),
      isAi: analysis.projectIsAi,
    };
  }

  /** Tells which results read a file that changed, or looked for one that came or went. */
  #concerned(files: ReadonlyMap<string, FileFacts>, projectIsAi: boolean): (result: Result) => boolean {
    if (projectIsAi !== this.#projectIsAi) return () => true;
    const changed = new Set<string>();
    const moved = new Set<string>();
    for (const path of new Set([...files.keys(), ...this.#results.keys()])) {
      const [before, now] = [this.#results.get(path)?.code, files.get(path)?.code ?? undefined];
      if (before === now) continue;
      changed.add(path);
      for (const folder of foldersOf(path)) moved.add(folder);
      if (before === undefined || now === undefined) for (const stem of stemsOf(path)) moved.add(stem);
    }
    if (changed.size === 0) return () => false;
    return ({ consulted }) =>
      [...consulted.files].some((path) => changed.has(path)) || [...consulted.wanted].some((stem) => moved.has(stem));
  }
}

/** Most files hold no code that could matter: they are left out before anything is asked of each. */
function withCode(files: ReadonlyMap<string, FileFacts>): ReadonlyMap<string, FileFacts> {
  const found = new Map<string, FileFacts>();
  for (const [path, facts] of files) if (facts.code) found.set(path, facts);
  return found;
}
