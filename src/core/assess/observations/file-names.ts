import type { FileFacts } from '../../model';

interface Names {
  readonly amount: number;
  /** Lower case, with the path of the first file of that name. */
  readonly byName: ReadonlyMap<string, string>;
  /** By what stands behind the last dot. */
  readonly byEnding: ReadonlyMap<string, string>;
}

/** Worked out once for a map of files whose paths stay the same. */
const KNOWN = new WeakMap<ReadonlyMap<string, FileFacts>, Names>();

/** The path of a file that has one of these names; `*.tf` stands for an ending. Null where there is none. */
export function fileNamed(files: ReadonlyMap<string, FileFacts>, wanted: readonly string[]): string | null {
  if (wanted.length === 0) return null;
  const { byName, byEnding } = namesIn(files);
  for (const name of wanted) {
    const plain = name.toLowerCase();
    const path = plain.startsWith('*.') ? byEnding.get(plain.slice(2)) : byName.get(plain);
    if (path !== undefined) return path;
  }
  return null;
}

function namesIn(files: ReadonlyMap<string, FileFacts>): Names {
  const known = KNOWN.get(files);
  if (known?.amount === files.size) return known;
  const byName = new Map<string, string>();
  const byEnding = new Map<string, string>();
  for (const path of files.keys()) {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    const dot = name.lastIndexOf('.');
    if (!byName.has(name)) byName.set(name, path);
    if (dot > 0 && !byEnding.has(name.slice(dot + 1))) byEnding.set(name.slice(dot + 1), path);
  }
  const names = { amount: files.size, byName, byEnding };
  KNOWN.set(files, names);
  return names;
}
