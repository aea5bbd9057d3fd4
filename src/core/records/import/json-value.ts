import { createScanner } from 'jsonc-parser';
import type { DescribingFile } from '../../model';
import type { Entry, Value } from '../keys';
import type { ImportFile } from './reader';

/** The kinds of tokens that matter here, as the scanner numbers them. */
const TOKEN = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, nothing: 7, end: 17 };
const VALUES = new Set([8, 9, 10, 11]);
const TEXT = 10;
const DEEPEST = 64;
const LONGEST = 2 * 1024 * 1024;
const MOST = 500_000;

interface Level {
  readonly type: 'map' | 'list';
  readonly start: number;
  readonly entries: Entry[];
  readonly items: Value[];
  key: { readonly text: string; readonly start: number; readonly end: number } | null;
}

/**
 * A JSON text (comments allowed) as a value with places; read token by token, so that no nesting is too deep. Null where it
 * is too long, too deep, or breaks off.
 */
export function jsonValue(text: string): Value | null {
  const read = readJson(text);
  return 'value' in read ? read.value : null;
}

/** Where a document that says what it is cannot be read as JSON, that is told at the place. Nothing of what is too long. */
export function brokenJson(file: ImportFile, label: string): DescribingFile {
  const read = readJson(file.text);
  if ('value' in read) return { descriptions: [], problems: [] };
  const at = Math.min(read.broken, Math.max(file.text.trimEnd().length - 1, 0));
  const message = `This ${label} cannot be read: it is no JSON from here on`;
  return { descriptions: [], problems: [{ message, range: file.range(at, at + 1) }] };
}

/** The value, or the offset at which it is none. */
function readJson(text: string): { readonly value: Value | null } | { readonly broken: number } {
  if (text.length > LONGEST) return { value: null };
  const scanner = createScanner(text, true);
  const builder = new Builder();
  let count = 0;
  for (let token: number = scanner.scan(); token !== TOKEN.end; token = scanner.scan()) {
    count += 1;
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const words = token === TEXT ? scanner.getTokenValue() : text.slice(start, end);
    if (count > MOST || builder.depth > DEEPEST) return { value: null };
    if (!builder.take(token, words, { start, end })) return { broken: start };
  }
  return builder.result === null ? { broken: text.length } : { value: builder.result };
}

class Builder {
  private readonly levels: Level[] = [];
  private done: Value | null = null;

  get depth(): number {
    return this.levels.length;
  }

  get result(): Value | null {
    return this.levels.length === 0 ? this.done : null;
  }

  /** False where the text is no good from here on. */
  take(token: number, words: string, place: { readonly start: number; readonly end: number }): boolean {
    const level = this.levels.at(-1);
    if (token === TOKEN.openBrace || token === TOKEN.openBracket) {
      const type = token === TOKEN.openBrace ? 'map' : 'list';
      this.levels.push({ type, start: place.start, entries: [], items: [], key: null });
      return true;
    }
    if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) {
      if (!level) return false;
      this.levels.pop();
      this.put(closed(level, place.end));
    } else if (level?.type === 'map' && level.key === null) {
      if (token === TEXT) level.key = { text: words, ...place };
    } else if (token === TOKEN.nothing || (VALUES.has(token) && words.trim() === '')) {
      this.put({ type: 'empty', ...place });
    } else if (VALUES.has(token)) this.put({ type: 'text', text: words, ...place });
    return true;
  }

  private put(value: Value): void {
    const level = this.levels.at(-1);
    if (!level) this.done ??= value;
    else if (level.type === 'list') level.items.push(value);
    else if (level.key) level.entries.push({ key: level.key.text, start: level.key.start, end: level.key.end, value });
    if (level) level.key = null;
  }
}

function closed({ type, start, entries, items }: Level, end: number): Value {
  return type === 'map' ? { type, entries, start, end } : { type, items, start, end };
}
