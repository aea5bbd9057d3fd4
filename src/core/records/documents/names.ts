import type { Asset } from '../../model';

/** A name under which a document may speak of an asset. */
interface Name {
  readonly asset: Asset;
  /** Lower case. */
  readonly text: string;
  /** As written, where the case has to fit because the name is an ordinary word. */
  readonly exact: string | null;
  /** Code units before its first letter or digit. */
  readonly lead: number;
}

/** One place of a text that names an asset. */
export interface Mention {
  readonly asset: Asset;
  readonly start: number;
  readonly end: number;
}

const PIECE = /[\p{L}\p{N}]+/gu;
const TELLING = /[\d\-_./]/u;

/** Finds the names of many assets in a text in one pass: by the first word of each name, whole words only. */
export class NameIndex {
  private readonly byFirstWord = new Map<string, Name[]>();

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

  mentions(text: string): Mention[] {
    const lower = lowerCase(text);
    const found: Mention[] = [];
    for (const match of lower.matchAll(PIECE)) {
      for (const name of this.byFirstWord.get(match[0]) ?? []) {
        const start = match.index - name.lead;
        const end = start + name.text.length;
        if (start < 0 || !lower.startsWith(name.text, start) || !standsAlone(lower, start, end)) continue;
        if (name.exact === null || text.startsWith(name.exact, start)) found.push({ asset: name.asset, start, end });
      }
    }
    return found;
  }

  private add(asset: Asset, written: string): void {
    const text = lowerCase(written);
    const first = /[\p{L}\p{N}]+/u.exec(text);
    if (first === null || text.length < 3 || text.length > 300) return;
    const name = { asset, text, exact: TELLING.test(text) ? null : written, lead: first.index };
    const names = this.byFirstWord.get(first[0]);
    if (names) names.push(name);
    else this.byFirstWord.set(first[0], [name]);
  }
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
