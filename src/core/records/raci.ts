import type { RecordField } from '../catalogue';
import { isAnswer } from './answers';
import type { Judgement } from './judgement';
import type { Entry, Trouble, Value } from './keys';

/** The letters of the matrix and what they mean. */
export const RACI_MARKS: readonly (readonly [mark: string, meaning: string])[] = [
  ['R', 'Responsible: does the work'],
  ['A', 'Accountable: answers for it; exactly one per row'],
  ['C', 'Consulted: is asked before'],
  ['I', 'Informed: is told'],
  ['A/R', 'Answers for it and does the work'],
];

const MARKS = /^[raci](?:[\s,/+&]*[raci])*$/iu;
const NO_MARK = /^[\s–—-]*$/u;

/** What one row of a matrix says: whether it is still open, and what is wrong in it. */
interface Row {
  readonly name: string | null;
  readonly open: boolean;
  readonly place: Place;
  readonly trouble: readonly Trouble[];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Judges who does what: a row for each item of the field, with one A (answers for it) and at least one R (does it). Other
 * keys than the field's columns are functions of the organisation's own and count too. A row without any mark is open.
 */
export function judgeRaci(field: RecordField, value: Value): Judgement {
  const items = field.items ?? [];
  const columns = (field.columns ?? []).map(({ key }) => key);
  const first = columns[0] ?? '';
  const rows = (value.type === 'list' ? value.items : [value]).map((row) => judgeRow(row, columns));
  const trouble = rows.flatMap((row) => row.trouble);
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const key = itemOf(row.name ?? '', items.length);
    if (key === null) {
      if (row.name !== null)
        trouble.push({ ...row.place, message: `${first} takes a number from 1 to ${items.length}` });
    } else if (seen.has(key)) {
      trouble.push({ ...row.place, message: `There are two rows for ${first} ${key}` });
    } else seen.set(key, row);
  }
  const waiting = [...seen.values()].find((row) => row.open);
  const open = waiting !== undefined || seen.size < items.length || trouble.length > 0;
  return waiting ? { open, trouble, place: waiting.place } : { open, trouble };
}

/** The number that a row begins with, in words or not: `3`, `03`, `3 Evaluate the threats`. */
function itemOf(name: string, last: number): string | null {
  const number = Number(/^\s*(?:P|principle )?\s*(\d{1,3})(?!\d)/iu.exec(name)?.[1] ?? 0);
  return number >= 1 && number <= last ? String(number) : null;
}

function judgeRow(row: Value, columns: readonly string[]): Row {
  const first = columns[0] ?? '';
  const place = { start: row.start, end: row.end };
  if (row.type !== 'map') return { name: null, open: true, place, trouble: [] };
  const trouble: Trouble[] = [];
  const marks: { mark: string; place: Place }[] = [];
  let name: string | null = null;
  for (const entry of row.entries) {
    const key = entry.key.slice(entry.key.lastIndexOf('.') + 1);
    if (key === first) name = entry.value.type === 'text' ? entry.value.text : null;
    else if (columns.includes(key)) takeMarks(entry, marks, trouble);
    else takeMarks(entry, marks, []);
  }
  const accountable = marks.filter(({ mark }) => mark === 'a');
  const second = accountable[1];
  const label = `${first} ${name === null ? '' : name.slice(0, 40)}`.trim();
  if (second) trouble.push({ ...second.place, message: `Two are accountable (A) for ${label}: it takes exactly one` });
  if (marks.length > 0 && accountable.length === 0) {
    trouble.push({ ...place, message: `Nobody is accountable (A) for ${label}` });
  }
  if (marks.length > 0 && !marks.some(({ mark }) => mark === 'r')) {
    trouble.push({ ...place, message: `Nobody is responsible (R) for ${label}: who does the work?` });
  }
  return { name, open: marks.length === 0, place, trouble };
}

/** The letters of a cell: `A`, `A/R`, `[A, R]`; nothing and a dash are no mark. */
function takeMarks({ value }: Entry, marks: { mark: string; place: Place }[], trouble: Trouble[]): void {
  for (const cell of value.type === 'list' ? value.items : [value]) {
    if (cell.type !== 'text' || NO_MARK.test(cell.text) || !isAnswer(cell.text)) continue;
    const place = { start: cell.start, end: cell.end };
    const text = cell.text.slice(0, 40).trim();
    if (!MARKS.test(text)) {
      trouble.push({ ...place, message: `"${text}" is none of R, A, C, I, nor several of them such as A/R` });
      continue;
    }
    for (const mark of new Set(text.toLowerCase().replace(/[^raci]/gu, ''))) marks.push({ mark, place });
  }
}
