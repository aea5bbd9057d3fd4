import type { Range } from '../../model';
import { MOST_PAIRS, type ConfigPair } from './pairs';

const LONGEST_LINE = 2000;
const MOST_LINES = 20_000;

/** The lines of a text that may matter, with their numbers from 1. Very long ones (data, minified) are left out. */
export function* linesOf(text: string): Generator<{ readonly line: string; readonly number: number }> {
  let number = 0;
  for (let at = 0; at <= text.length && number < MOST_LINES;) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    number += 1;
    if (stop - at <= LONGEST_LINE) yield { line: text.slice(at, stop).replace(/\r$/u, ''), number };
    at = stop + 1;
  }
}

/** `KEY=value` and `key: value` (`.properties`), one a line; `%dev.key=value` holds in one profile of Quarkus. */
export function assignmentPairs(text: string): ConfigPair[] {
  const pairs: ConfigPair[] = [];
  for (const { line, number } of linesOf(text)) {
    const parts = /^\s*(?:export\s+|%[\w,-]+\.)?([A-Za-z_][\w.\-[\]]*)\s*[=:]\s*(\S.*)$/u.exec(line);
    if (!parts || pairs.length >= MOST_PAIRS) continue;
    const [, key = '', rest = ''] = parts;
    const literal = literalOf(rest, '#');
    if (literal) pairs.push(pairAt([key], literal.value, number, line.length - rest.length, literal.length));
  }
  return pairs;
}

/** `key = "value"` under `[section]` (TOML, INI), texts over several lines (`"""`) too. */
export function tomlPairs(text: string): ConfigPair[] {
  const pairs: ConfigPair[] = [];
  let section: string[] = [];
  let open: OpenText | null = null;
  for (const { line, number } of linesOf(text)) {
    if (pairs.length >= MOST_PAIRS) break;
    if (open !== null) {
      const end = line.indexOf(open.fence);
      open.lines.push(end < 0 ? line : line.slice(0, end));
      if (end < 0) continue;
      if (open.keys.length > 0) pairs.push(closed(open, number, end));
      open = null;
      continue;
    }
    section = sectionIn(line) ?? section;
    const parts = /^\s*["']?([\w.-]+)["']?\s*=\s*(\S.*)$/u.exec(line);
    const rest = parts?.[2] ?? line;
    const keys = parts ? [...section, ...(parts[1] ?? '').split('.')] : [];
    open = opened(keys, rest, number, line.length - rest.length);
    if (parts && open === null) pairs.push(...quoted(keys, rest, number, line.length));
  }
  return pairs;
}

function sectionIn(line: string): string[] | null {
  const header = /^\s*\[\[?([^\]]+)\]\]?\s*(?:#.*)?$/u.exec(line)?.[1];
  return header === undefined ? null : header.split('.').map((part) => part.trim().replace(/^["']|["']$/gu, ''));
}

function quoted(keys: readonly string[], rest: string, number: number, end: number): ConfigPair[] {
  const literal = /^["']/u.test(rest) ? literalOf(rest, '#') : null;
  return literal ? [pairAt(keys, literal.value, number, end - rest.length, literal.length)] : [];
}

/** A text that goes on in the next line. */
interface OpenText {
  readonly fence: string;
  readonly keys: readonly string[];
  readonly number: number;
  /** From 0. */
  readonly column: number;
  readonly lines: string[];
}

function opened(keys: readonly string[], rest: string, number: number, column: number): OpenText | null {
  const fence = /"""|'''/u.exec(rest)?.[0];
  if (fence === undefined || rest.split(fence).length % 2 !== 0) return null;
  // A list of such texts is not read; where it ends still counts.
  const held = rest.startsWith(fence);
  return { fence, keys: held ? keys : [], number, column, lines: held ? [rest.slice(fence.length)] : [] };
}

function closed({ keys, lines, number, column, fence }: OpenText, endLine: number, end: number): ConfigPair {
  const range: Range = { line: number, column: column + 1, endLine, endColumn: end + fence.length + 1 };
  return { keys, value: lines.join('\n').replace(/^\n/u, ''), range, beside: [], item: false };
}

/** The literal that `text` begins with: quoted, or up to a comment. */
export function literalOf(text: string, comment: string): { readonly value: string; readonly length: number } | null {
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, 1);
    return end < 0 ? null : { value: text.slice(1, end), length: end + 1 };
  }
  const at = text.indexOf(` ${comment}`);
  const value = (at < 0 ? text : text.slice(0, at)).trimEnd();
  return value === '' ? null : { value, length: value.length };
}

/** `column` from 0. */
export function pairAt(
  keys: readonly string[],
  value: string,
  line: number,
  column: number,
  length: number,
): ConfigPair {
  const range: Range = { line, column: column + 1, endLine: line, endColumn: column + length + 1 };
  return { keys, value, range, beside: [], item: false };
}
