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

/** `KEY=value` and `key: value` (`.env`, `.properties`), one a line. */
export function assignmentPairs(text: string): ConfigPair[] {
  const pairs: ConfigPair[] = [];
  for (const { line, number } of linesOf(text)) {
    const parts = /^\s*(?:export\s+)?([A-Za-z_][\w.\-[\]]*)\s*[=:]\s*(\S.*)$/u.exec(line);
    if (!parts || pairs.length >= MOST_PAIRS) continue;
    const [, key = '', rest = ''] = parts;
    const literal = literalOf(rest, '#');
    if (literal) pairs.push(pairAt([key], literal.value, number, line.length - rest.length, literal.length));
  }
  return pairs;
}

/** `key = "value"` under `[section]` (TOML, INI). */
export function tomlPairs(text: string): ConfigPair[] {
  const pairs: ConfigPair[] = [];
  let section: string[] = [];
  let insideText: string | null = null;
  for (const { line, number } of linesOf(text)) {
    const fences = line.split(/"""|'''/u).length - 1;
    if (insideText !== null) {
      if (fences % 2 === 1) insideText = null;
      continue;
    }
    const header = /^\s*\[\[?([^\]]+)\]\]?\s*(?:#.*)?$/u.exec(line)?.[1];
    if (header !== undefined) section = header.split('.').map((part) => part.trim().replace(/^["']|["']$/gu, ''));
    const parts = /^\s*["']?([\w.-]+)["']?\s*=\s*(\S.*)$/u.exec(line);
    if (fences % 2 === 1) insideText = 'text';
    else if (parts && pairs.length < MOST_PAIRS) {
      const [, key = '', rest = ''] = parts;
      const literal = /^["']/u.test(rest) ? literalOf(rest, '#') : null;
      if (literal)
        pairs.push(
          pairAt([...section, ...key.split('.')], literal.value, number, line.length - rest.length, literal.length),
        );
    }
  }
  return pairs;
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
