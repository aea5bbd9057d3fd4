import type { TextLines } from '../../records/text-lines';
import { literalOf } from './line-pairs';
import { MOST_PAIRS, type ConfigPair } from './pairs';

const ASSIGNS = /[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.\-[\]]*)[ \t]*[=:][ \t]*/uy;
const LONGEST_LINE = 2000;
/** More than anybody writes into one variable. */
const LONGEST_TEXT = 64 * 1024;

/** True for files of environment variables; `name` in lower case. */
export function isEnvFile(name: string): boolean {
  return /^\.env(?:\.|$)|\.env$|(?:^|[._-])env\.(?:example|sample|template|local)$/u.test(name);
}

/** `KEY=value`, `KEY="value"`; between quotes and backticks over several lines too, as readers of such files take it. */
export function envPairs(text: string, lines: TextLines): ConfigPair[] {
  const pairs: ConfigPair[] = [];
  for (let at = 0; at < text.length && pairs.length < MOST_PAIRS;) {
    const end = lineEnd(text, at);
    ASSIGNS.lastIndex = at;
    const assigns = ASSIGNS.exec(text);
    const start = at + (assigns?.[0].length ?? 0);
    const value = assigns && start < end ? valueAt(text, start, end) : null;
    if (value)
      pairs.push({
        keys: [assigns?.[1] ?? ''],
        value: value.value,
        range: lines.range(start, value.end),
        beside: [],
        item: false,
      });
    at = Math.max(end, lineEnd(text, value?.end ?? 0)) + 1;
  }
  return pairs;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

interface Held {
  readonly value: string;
  /** Offset behind the literal. */
  readonly end: number;
}

function valueAt(text: string, start: number, end: number): Held | null {
  const quote = text[start] ?? '';
  const closed = '"\'`'.includes(quote) ? closing(text, start, quote) : -1;
  // A quote that somebody forgot to close goes on to the next one, with something behind it.
  if (closed > end && !/^[ \t]*(?:#.*)?\r?$/u.test(text.slice(closed + 1, lineEnd(text, closed)))) return null;
  if (closed > 0) return { value: text.slice(start + 1, closed), end: closed + 1 };
  if (end - start > LONGEST_LINE) return null;
  const literal = literalOf(text.slice(start, end).replace(/\r$/u, ''), '#');
  return literal && { value: literal.value, end: start + literal.length };
}

function closing(text: string, start: number, quote: string): number {
  for (let at = text.indexOf(quote, start + 1); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (at - start > LONGEST_TEXT) return -1;
    if (quote !== '"' || text[at - 1] !== '\\') return at;
  }
  return -1;
}
