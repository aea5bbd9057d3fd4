import type { Position, Range } from '../model';
import type { ValuePlace } from './value-place';

/** A position inside `{ key: value, … }` on one line, as a row of a table is often written. */
export interface FlowRow {
  /** The key that the map is the value of, where that stands on the same line: `raci: { … }`. */
  readonly owner: string | null;
  /** The keys of the row that are written. */
  readonly keys: readonly string[];
  /** The key whose value or name stands at the position; null where a new key would begin. */
  readonly key: string | null;
  readonly in: 'key' | 'value';
  readonly keyRange: Range;
  readonly value: ValuePlace;
}

const MOST_CODE_UNITS = 4000;
const OPENING = /^\s*(?:-\s+)*(?:["']?([A-Za-z][\w.-]*)["']?\s*:\s+)?\{/u;

interface Part {
  readonly start: number;
  readonly end: number;
  /** Offset of the colon; null where there is none yet. */
  readonly colon: number | null;
}

/** Null where the position is in no such map, or the line is longer than people write. */
export function flowRow(line: string, { line: number, column }: Position): FlowRow | null {
  const opening = OPENING.exec(line);
  const caret = column - 1;
  if (opening === null || line.length > MOST_CODE_UNITS || caret < opening[0].length) return null;
  const parts = partsOf(line, opening[0].length);
  const here = parts.find((part) => caret >= part.start && caret <= part.end);
  if (here === undefined) return null;
  const range = (start: number, end: number): Range => ({
    line: number,
    column: start + 1,
    endLine: number,
    endColumn: end + 1,
  });
  const keyEnd = here.colon ?? here.end;
  const value = trimmed(line, here.colon === null ? here.end : here.colon + 1, here.end);
  const first = line[value.start];
  const quote = (first === '"' || first === "'") && value.end - value.start > 1 ? first : null;
  const inner = quote === null ? value : { start: value.start + 1, end: value.end - 1 };
  const key = keyOf(line, here);
  return {
    owner: opening[1] ?? null,
    keys: parts.flatMap((part) => (part.colon === null ? [] : [keyOf(line, part)])),
    key: key === '' ? null : key,
    in: here.colon !== null && caret > here.colon ? 'value' : 'key',
    keyRange: range(trimmed(line, here.start, keyEnd).start, trimmed(line, here.start, keyEnd).end),
    value: { range: range(inner.start, inner.end), quote },
  };
}

/** A text in quotes, a list or map in brackets, or one character. */
const TOKEN = /"(?:[^"\\]|\\.)*"?|'[^']*'?|\[[^\]]*\]?|\{[^}]*\}?|[^]/gu;

/** The stretches between the commas of the map; text in quotes and lists in brackets hold together. */
function partsOf(line: string, from: number): Part[] {
  const parts: Part[] = [];
  let start = from;
  let colon: number | null = null;
  for (const { 0: token, index } of line.slice(from).matchAll(TOKEN)) {
    const at = from + index;
    if (token === ':') colon ??= at;
    if (token !== ',' && token !== '}') continue;
    parts.push({ start, end: at, colon });
    if (token === '}') return parts;
    start = at + 1;
    colon = null;
  }
  return [...parts, { start, end: line.length, colon }];
}

function keyOf(line: string, { start, end, colon }: Part): string {
  return line
    .slice(start, colon ?? end)
    .trim()
    .replace(/^["']|["']$/gu, '');
}

function trimmed(line: string, from: number, to: number): { start: number; end: number } {
  const text = line.slice(from, to);
  const lead = text.trim() === '' ? Math.min(text.length, 1) : text.length - text.trimStart().length;
  return { start: from + lead, end: from + lead + text.trim().length };
}
