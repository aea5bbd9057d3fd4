import type { Entry, Value } from './keys';
import { visibleLines } from './sections';

/** What a stretch of Markdown holds: the rows of its tables, and the rest with the tables taken out. */
export interface Tables {
  /** Each row a map from its column to its cell; rows without a word are left out. Null where there is no table. */
  readonly rows: (Value & { type: 'list' }) | null;
  readonly prose: string;
}

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const DIVIDER = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/u;
const WORD = /[\p{L}\p{N}]/u;

/** Reads the pipe tables between two offsets of a Markdown text: a line of names, a divider, and lines of cells. */
export function readTables(text: string, start: number, end: number): Tables {
  const lines = visibleLines(text.slice(0, end), start);
  const items: Value[] = [];
  const prose: string[] = [];
  let header: readonly string[] | null = null;
  let found = false;
  for (const [index, line] of lines.entries()) {
    const isRow = line.text.includes('|');
    if (!isRow) header = null;
    if (header !== null) {
      const row = rowOf(header, cellsOf(line.text, line.start), line);
      if (row !== null) items.push(row);
    } else if (isRow && isDivider(lines[index + 1]?.text)) {
      header = cellsOf(line.text, line.start).map((cell) => columnKey(cell.text));
      found = true;
    } else {
      prose.push(text.slice(line.start, line.end));
    }
  }
  return { rows: found ? { type: 'list', items, start, end } : null, prose: prose.join('') };
}

function isDivider(line: string | undefined): boolean {
  return line !== undefined && line.length < 2000 && line.includes('-') && DIVIDER.test(line);
}

function rowOf(header: readonly string[], cells: readonly Cell[], line: { start: number; text: string }): Value | null {
  if (!cells.some((cell) => WORD.test(cell.text))) return null;
  const entries = cells.flatMap((cell, index): Entry[] => {
    const key = header[index];
    if (key === undefined) return [];
    const { start, end } = cell;
    const value: Value = cell.text === '' ? { type: 'empty', start, end } : { type: 'text', ...cell };
    return [{ key, start, end, value }];
  });
  return { type: 'map', entries, start: line.start, end: line.start + line.text.length };
}

/** `First action` and `first-action` name the same column. */
export function columnKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** The cells of a line; an escaped bar belongs to its cell. */
export function cellsOf(line: string, at: number): Cell[] {
  const from = /^\s*\|?/u.exec(line)?.[0].length ?? 0;
  const cells: Cell[] = [];
  let start = from;
  for (let index = from; index <= line.length; index += 1) {
    const ends = index === line.length || (line[index] === '|' && line[index - 1] !== '\\');
    if (!ends) continue;
    const raw = line.slice(start, index);
    const text = raw.trim();
    const lead = text === '' ? Math.min(1, raw.length) : raw.length - raw.trimStart().length;
    if (index < line.length || text !== '') {
      cells.push({ text, start: at + start + lead, end: at + start + lead + text.length });
    }
    start = index + 1;
  }
  return cells;
}
