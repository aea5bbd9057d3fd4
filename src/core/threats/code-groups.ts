import { compareText } from '../model';

/** A part of the code that is shown as one process: the files below one folder, or one file. */
export interface CodeGroup {
  /** Short id for the diagram. */
  readonly id: string;
  /** Folder or file; '' for what is left over. */
  readonly path: string;
  readonly files: ReadonlySet<string>;
}

const MOST_GROUPS = 8;

/** Files by the folder they lie in, at most eight groups: the biggest are split while there is room, the smallest joined. */
export function codeGroups(paths: Iterable<string>): CodeGroup[] {
  const files = [...new Set(paths)].sort(compareText);
  let groups = splitBelow(commonFolder(files), files);
  for (;;) {
    const biggest = [...groups].sort((a, b) => b[1].length - a[1].length || compareText(a[0], b[0]))[0];
    if (biggest === undefined || biggest[1].length < 4 || biggest[1].includes(biggest[0])) break;
    const parts = splitBelow(`${biggest[0]}/`, biggest[1]);
    const asFiles = [...parts].filter(([path, [file]]) => path === file).length;
    // A folder with files beside folders is one program.
    if (groups.size - 1 + parts.size > MOST_GROUPS || (asFiles > 0 && asFiles < parts.size)) break;
    groups = new Map([...groups].flatMap((group) => (group[0] === biggest[0] ? [...parts] : [group])));
  }
  return named(joined(groups));
}

/** The group that holds a file; null where none does. */
export function groupOf(groups: readonly CodeGroup[], path: string): CodeGroup | null {
  return groups.find(({ files }) => files.has(path)) ?? null;
}

/** The folder, with a slash, that all files lie in. */
function commonFolder(files: readonly string[]): string {
  let [folder = ''] = files;
  folder = folder.slice(0, folder.lastIndexOf('/') + 1);
  while (folder !== '' && !files.every((file) => file.startsWith(folder))) {
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return folder;
}

/** By the next folder below one, or by file where there is no further folder. Folders without a fork are gone through. */
function splitBelow(folder: string, files: readonly string[]): Map<string, string[]> {
  const start = folder + commonFolder(files.map((file) => file.slice(folder.length)));
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const slash = file.indexOf('/', start.length);
    const key = slash < 0 ? file : file.slice(0, slash);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return groups;
}

function joined(groups: ReadonlyMap<string, readonly string[]>): (readonly [string, readonly string[]])[] {
  if (groups.size <= MOST_GROUPS) return [...groups];
  const bySize = [...groups].sort((a, b) => b[1].length - a[1].length || compareText(a[0], b[0]));
  const rest = bySize.slice(MOST_GROUPS - 1).flatMap(([, files]) => files);
  return [...bySize.slice(0, MOST_GROUPS - 1).sort(([a], [b]) => compareText(a, b)), ['', rest]];
}

function named(groups: readonly (readonly [string, readonly string[]])[]): CodeGroup[] {
  const taken = new Set<string>();
  return groups.map(([path, files]) => ({
    id: uniqueId(stemOf(path) || 'other-code', taken),
    path,
    files: new Set(files),
  }));
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?<=.)\.\w+$/u, '');
}

/** Letters, digits and dashes of a name, with a number behind where that is taken. */
export function uniqueId(name: string, taken: Set<string>): string {
  const plain = name
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 48);
  const base = plain === '' ? 'part' : plain;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
