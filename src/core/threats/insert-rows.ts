import { isMap, isScalar, isSeq } from 'yaml';
import type { Document, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { OffsetEdit } from '../fix/text-edit';
import { lineEndAt } from '../fix/text-edit';
import type { PlannedRow } from './rows';
import { rowInBraces, rowLines } from './rows';

/**
 * The change that adds rows to a list of a YAML file, and touches nothing that stands there; only an empty pair of brackets
 * gives way. Null where a person wrote words in place of the list, which then is their answer.
 */
export function insertRows(
  text: string,
  document: Document.Parsed,
  key: string,
  rows: readonly PlannedRow[],
): OffsetEdit | null {
  const { contents } = document;
  if (!isMap(contents) || contents.flow === true) return null;
  const [first = '', second] = key.split('.');
  const top = pairOf(contents, first);
  if (second === undefined) return into(text, contents, { pair: top, key: first, rows });
  if (top === null) return atEnd(text, contents, [`${first}:`, ...block(second, rows).map(indented)]);
  if (top.value === null || isEmptyText(top.value)) return null;
  return isMap(top.value) && top.value.flow !== true
    ? into(text, top.value, { pair: pairOf(top.value, second), key: second, rows })
    : null;
}

interface Place {
  readonly pair: Pair | null;
  readonly key: string;
  readonly rows: readonly PlannedRow[];
}

function into(text: string, map: YAMLMap, { pair, key, rows }: Place): OffsetEdit | null {
  if (pair === null) return atEnd(text, map, block(key, rows));
  const { value } = pair;
  if (isSeq(value)) return value.items.length === 0 ? inPlaceOf(text, value, pair, rows) : behind(text, value, rows);
  if (value === null || isEmptyText(value)) return afterKey(text, pair, rows);
  return null;
}

function pairOf(map: YAMLMap, key: string): Pair | null {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key) ?? null;
}

function isEmptyText(value: unknown): boolean {
  return isScalar(value) && value.value === null && (value.range?.[0] ?? 0) === (value.range?.[1] ?? 1);
}

function block(key: string, rows: readonly PlannedRow[]): string[] {
  return [`${key}:`, ...rows.flatMap(rowLines).map(indented)];
}

function indented(line: string): string {
  return `  ${line}`;
}

/** Behind the last row: as lines below one another, or inside the brackets. */
function behind(text: string, list: YAMLSeq, rows: readonly PlannedRow[]): OffsetEdit | null {
  const [start, end] = list.range ?? [0, 0];
  if (list.flow === true) {
    const close = end - 1;
    const before = text.slice(start, close).trimEnd();
    if (text[close] !== ']' || before.split('\n').at(-1)?.includes('#') === true) return null;
    const lead = before.endsWith(',') ? ' ' : ', ';
    const at = start + before.length;
    return { start: at, end: at, text: lead + rows.map(rowInBraces).join(', ') };
  }
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (indent.trim() !== '') return null;
  return below(
    text,
    lastContent(text, start, end),
    rows.flatMap(rowLines).map((line) => indent + line),
  );
}

/** In place of `[]`, which says that nobody wrote anything yet. */
function inPlaceOf(text: string, list: YAMLSeq, pair: Pair, rows: readonly PlannedRow[]): OffsetEdit | null {
  const [start, end] = list.range ?? [0, 0];
  if (!/^\[\s*\]$/u.test(text.slice(start, end))) return null;
  const lines = linesUnder(text, pair, rows);
  if (lines === null) return null;
  const stop = lineStop(text, end);
  const eol = lineEndAt(text, start);
  // What stands behind the brackets is a remark on the key and stays on its line.
  const remark = text.slice(end, stop).trim();
  const from = text.slice(0, start).trimEnd().length;
  return { start: from, end: stop, text: [remark === '' ? '' : ` ${remark}`, ...lines].join(eol) };
}

function afterKey(text: string, pair: Pair, rows: readonly PlannedRow[]): OffsetEdit | null {
  const lines = linesUnder(text, pair, rows);
  const end = isScalar(pair.key) ? (pair.key.range?.[1] ?? null) : null;
  return lines === null || end === null ? null : below(text, end, lines);
}

function linesUnder(text: string, { key }: Pair, rows: readonly PlannedRow[]): string[] | null {
  const start = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return indent.trim() === '' ? rows.flatMap(rowLines).map((line) => `${indent}  ${line}`) : null;
}

/** At the end of a map that lacks the key. */
function atEnd(text: string, map: YAMLMap, lines: readonly string[]): OffsetEdit | null {
  const [start, end] = map.range ?? [0, 0];
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).replace(/^\ufeff/u, '');
  if (indent.trim() !== '') return null;
  return below(
    text,
    lastContent(text, start, end),
    lines.map((line) => indent + line),
  );
}

/** The end of what is written between two offsets, without blank lines and without comments that follow. */
function lastContent(text: string, start: number, end: number): number {
  let stop = start + text.slice(start, end).trimEnd().length;
  for (;;) {
    const line = text.lastIndexOf('\n', stop - 1) + 1;
    if (line <= start || !/^\s*(?:#.*)?$/u.test(text.slice(line, stop))) return stop;
    stop = line - 1 - (text[line - 2] === '\r' ? 1 : 0);
  }
}

/** As lines of their own below the line that holds an offset. */
function below(text: string, offset: number, lines: readonly string[]): OffsetEdit {
  const at = lineStop(text, offset);
  const eol = lineEndAt(text, offset);
  return { start: at, end: at, text: lines.map((line) => eol + line).join('') };
}

function lineStop(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end - 1 >= offset ? end - 1 : end;
}
