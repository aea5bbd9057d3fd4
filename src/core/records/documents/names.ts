import type { Asset, ProseDocument } from '../../model';

/** A name under which a document may speak of an asset. */
interface Name {
  readonly asset: Asset;
  /** As written, where the case has to fit because the name is an ordinary word. */
  readonly exact: string | null;
}

/** Names that begin with the same word and have the same length, by their text. */
interface Group {
  /** Code units before the first letter or digit. */
  readonly lead: number;
  readonly length: number;
  readonly names: Map<string, Name[]>;
}

/** One place of a text that names an asset. */
export interface Mention {
  readonly asset: Asset;
  readonly start: number;
  readonly end: number;
}

const PIECE = /[\p{L}\p{N}]+/gu;
const TELLING = /[\d\-_./]/u;

const words = new WeakMap<ProseDocument, ReadonlyMap<string, readonly number[]>>();

/** The words of a document, in lower case, with their places: looked for once, not at every change elsewhere. */
function wordsOf(document: ProseDocument): ReadonlyMap<string, readonly number[]> {
  const known = words.get(document);
  if (known) return known;
  const found = new Map<string, number[]>();
  for (const match of lowerCase(document.text).matchAll(PIECE)) {
    const places = found.get(match[0]);
    if (places) places.push(match.index);
    else found.set(match[0], [match.index]);
  }
  words.set(document, found);
  return found;
}

function wordAt(text: string, place: number): string {
  const word = new RegExp(PIECE, 'uy');
  word.lastIndex = place;
  return word.exec(text)?.[0] ?? '';
}

/** Finds the names of many assets in a text in one pass: by the first word of each name, whole words only. */
export class NameIndex {
  private readonly byFirstWord = new Map<string, Group[]>();

  constructor(assets: readonly Asset[]) {
    const shared = new Map<string, number>();
    for (const asset of assets) {
      for (const name of new Set(shortNames(asset))) shared.set(name, (shared.get(name) ?? 0) + 1);
    }
    for (const asset of assets) {
      const own = shortNames(asset).filter((name) => shared.get(name) === 1);
      for (const text of new Set([asset.name, ...asset.aliases, ...own])) this.add(asset, text);
    }
  }

  /** The places that name an asset, in order of the words they begin with. */
  mentions(document: ProseDocument): Mention[] {
    const places: number[] = [];
    for (const [word, at] of wordsOf(document)) if (this.byFirstWord.has(word)) places.push(...at);
    if (places.length === 0) return [];
    const lower = lowerCase(document.text);
    return places.sort((a, b) => a - b).flatMap((place) => this.mentionsAt(document.text, lower, place));
  }

  private mentionsAt(text: string, lower: string, place: number): Mention[] {
    const word = wordAt(lower, place);
    return (this.byFirstWord.get(word) ?? []).flatMap(({ lead, length, names }) => {
      const start = place - lead;
      const end = start + length;
      const same = start < 0 ? undefined : names.get(lower.slice(start, end));
      if (same === undefined || !standsAlone(lower, start, end)) return [];
      return same
        .filter(({ exact }) => exact === null || text.startsWith(exact, start) || isName(text.slice(start, end)))
        .map(({ asset }) => ({ asset, start, end }));
    });
  }

  private add(asset: Asset, written: string): void {
    const text = lowerCase(written);
    const first = /[\p{L}\p{N}]+/u.exec(text);
    if (first === null || text.length < 3 || text.length > 300) return;
    const name = { asset, exact: TELLING.test(text) ? null : written };
    const { names } = this.group(first[0], first.index, text.length);
    const same = names.get(text);
    if (same) same.push(name);
    else names.set(text, [name]);
  }

  private group(word: string, lead: number, length: number): Group {
    const groups = this.byFirstWord.get(word) ?? [];
    this.byFirstWord.set(word, groups);
    const found = groups.find((group) => group.lead === lead && group.length === length);
    if (found) return found;
    const made: Group = { lead, length, names: new Map() };
    groups.push(made);
    return made;
  }
}

/** `OpenWebText` for `openwebtext`: capitals inside make a name of what is no word of its own. */
function isName(written: string): boolean {
  return /^\p{Lu}\p{Ll}+(?:\p{Lu}[\p{Ll}\p{Lu}]+)+$/u.test(written);
}

/** Last parts of paths and hub ids; they count only where one asset alone is called so. */
function shortNames(asset: Asset): string[] {
  const last = asset.name.slice(asset.name.lastIndexOf('/') + 1);
  if (last === asset.name) return [];
  const stem = last.replace(/(\.[A-Za-z][A-Za-z0-9]{0,11}){1,2}$/u, '');
  return /[\d_-]/u.test(stem) && stem.length >= 8 && stem !== last ? [last, stem] : [last];
}

/** Lower case that keeps every offset: letters whose lower case is longer stay as they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

/** `gpt-4` in `gpt-4o`, `gpt-4-turbo`, `gpt-4.1` or `my-gpt-4` is not gpt-4. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  if (/[\p{L}\p{N}_]$/u.test(before) || /[\p{L}\p{N}][-.]$/u.test(before)) return false;
  const after = text.slice(end, end + 2);
  return !/^[\p{L}\p{N}_]/u.test(after) && !/^[-.:][\p{L}\p{N}]/u.test(after);
}
