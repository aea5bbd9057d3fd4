import type { FileFacts } from './facts';
import { hasCode } from './packed-facts';

/**
 * The facts of all files of a project. Those that say something of one kind are kept apart: most files of a big project say
 * nothing, and nobody should have to walk through them at every change. Order is that of insertion.
 */
export class FactsByPath extends Map<string, FileFacts> {
  readonly #apart = new Map<keyof FileFacts, Map<string, FileFacts> | null>();

  override set(path: string, facts: FileFacts): this {
    for (const [name, files] of this.#apart) {
      if (files === null) continue;
      // Who joins would stand at the end, and who leaves changes what others may rely on: the map is made anew.
      if (says(facts, name) !== files.has(path)) this.#apart.set(name, null);
      else if (files.has(path)) files.set(path, facts);
    }
    return super.set(path, facts);
  }

  override delete(path: string): boolean {
    this.#apart.clear();
    return super.delete(path);
  }

  /** The files that say something of that kind; the same map, brought up to date, as long as none joins or leaves. */
  saying(name: keyof FileFacts): ReadonlyMap<string, FileFacts> {
    const known = this.#apart.get(name);
    if (known) return known;
    const made = filesSaying(this, name);
    this.#apart.set(name, made);
    return made;
  }
}

/** The files of a project that say something of one kind, such as `record`; in the order of the map. */
export function factsWith(
  files: ReadonlyMap<string, FileFacts>,
  name: keyof FileFacts,
): ReadonlyMap<string, FileFacts> {
  return files instanceof FactsByPath ? files.saying(name) : filesSaying(files, name);
}

function filesSaying(files: ReadonlyMap<string, FileFacts>, name: keyof FileFacts): Map<string, FileFacts> {
  const found = new Map<string, FileFacts>();
  for (const [path, facts] of files) if (says(facts, name)) found.set(path, facts);
  return found;
}

function says(facts: FileFacts, name: keyof FileFacts): boolean {
  if (name === 'code') return hasCode(facts);
  const value: unknown = facts[name];
  return value !== null && value !== undefined && (!Array.isArray(value) || value.length > 0);
}
