import { isAlias, isMap, isScalar, isSeq } from 'yaml';

/** Says what is wrong with a value, at the value. */
export type Tell = (node: unknown, message: string) => void;

const LONGEST_GLOB = 500;
const MOST_ITEMS = 1000;

/** The patterns of a key: one text or a list of them. What cannot be a pattern is told and left out. */
export function globsOf(key: string, node: unknown, tell: Tell): string[] {
  return itemsOf(key, node, tell).flatMap((item) => {
    const glob = wordOf(item);
    const wrong = glob === null ? `takes patterns of paths such as tests/**; ${sortOf(item)}` : wrongGlob(glob);
    if (wrong === null) return glob ?? [];
    tell(item ?? node, `${key}${glob === null ? '' : `: ${JSON.stringify(glob.slice(0, 60))}`} ${wrong}`);
    return [];
  });
}

/** Ids of rules: one text or a list of them. */
export function rulesOf(key: string, node: unknown, tell: Tell): string[] {
  return itemsOf(key, node, tell).flatMap((item) => {
    const id = wordOf(item);
    if (id !== null && id !== '') return id;
    tell(item ?? node, `${key} takes ids of rules such as undocumented-model; ${sortOf(item)}`);
    return [];
  });
}

/** One of a few words; null, and told, where it is none of them. */
export function oneOf<T extends string>(key: string, node: unknown, words: readonly T[], tell: Tell): T | null {
  const written = writtenOf(node);
  const found = words.find((word) => word === written);
  if (found !== undefined) return found;
  const said = written === null ? sortOf(node) : `${JSON.stringify(written.slice(0, 60))} is none of them`;
  tell(node, `${key} takes ${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}; ${said}`);
  return null;
}

/** A folder of this project; null, and told, where it is none. */
export function folderOf(key: string, node: unknown, tell: Tell): string | null {
  const text = wordOf(node);
  const folder = text === null ? null : insideProject(text);
  if (folder !== null) return folder;
  const said = text === null || text === '' ? sortOf(node) : `${JSON.stringify(text.slice(0, 60))} is none`;
  tell(node, `${key} takes a folder inside this project, such as ai-security; ${said}`);
  return null;
}

/** A path that stays in the project, without `./` in front and `/` at its end; null for any other. */
export function insideProject(path: string): string | null {
  const plain = path.trim().replace(/^(?:\.\/)+/u, '').replace(/\/+$/u, ''); // prettier-ignore
  if (plain === '' || plain.startsWith('/') || plain.includes('\\') || plain.split('/').includes('..')) return null;
  return plain;
}

/** What is written for a text, a number, a date or a yes; null for lists, maps and references. */
export function writtenOf(node: unknown): string | null {
  if (!isScalar(node)) return null;
  if (typeof node.source === 'string') return node.source;
  return typeof node.value === 'string' ? node.value : null;
}

/** What a value is, for people who wrote something else than was asked for. */
export function sortOf(node: unknown): string {
  if (isSeq(node)) return 'this is a list';
  if (isMap(node)) return 'these are keys with values';
  if (isAlias(node)) return 'this is a reference (*), which is not followed here';
  const value = isScalar(node) ? node.value : null;
  if (typeof value === 'number' || typeof value === 'bigint')
    return 'this is a number; a name of digits stands in quotes';
  if (typeof value === 'boolean') return 'this is a yes or no; where it is a name it stands in quotes';
  return 'this is empty';
}

function itemsOf(key: string, node: unknown, tell: Tell): readonly unknown[] {
  if (!isSeq(node)) return [node];
  if (node.items.length > MOST_ITEMS) tell(node, `${key} takes ${MOST_ITEMS} entries at most; the others are left out`);
  return node.items.slice(0, MOST_ITEMS);
}

function wordOf(node: unknown): string | null {
  return isScalar(node) && typeof node.value === 'string' ? node.value.trim() : null;
}

/** Why a text cannot be a pattern; null where it can. */
function wrongGlob(glob: string): string | null {
  if (glob === '') return 'is an empty pattern';
  if (glob.length > LONGEST_GLOB) return `is longer than ${LONGEST_GLOB} letters`;
  if (glob.split('/').includes('..')) return 'leads out of this project; patterns are seen from its top';
  const open = openMark(glob);
  return open === null ? null : `has a ${open} that is never closed; write \\${open} for the sign itself`;
}

/** The bracket or brace that begins a set or alternatives and has no end; null where there is none. */
function openMark(glob: string): string | null {
  let braces = 0;
  for (let at = 0; at < glob.length; at += 1) {
    const mark = glob[at];
    if (mark === '\\') at += 1;
    else if (mark === '[') {
      // As when matching: the first sign of a set may be its own end, and a set ends before the next slash.
      const end = glob.indexOf(']', at + 2);
      const slash = glob.indexOf('/', at);
      if (end < 0 || (slash >= 0 && slash < end)) return '[';
      at = end;
    } else if (mark === '{') braces += 1;
    else if (mark === '}' && braces > 0) braces -= 1;
  }
  return braces > 0 ? '{' : null;
}
