import type { RecordField } from '../catalogue';
import { isAnswer, saysWhyNot } from './answers';
import type { Judgement } from './judgement';
import type { Entry, Trouble, Value } from './keys';
import { nearest } from './nearest';
import { judgeRaci } from './raci';

const ANSWERED: Judgement = { open: false, trouble: [] };
const EXCUSE = /^\s*(n\/a|not applicable)(?![a-z])/iu;
const OPEN: Judgement = { open: true, trouble: [] };

/** Judges the value of a key by the type of its field. */
export function judgeValue(field: RecordField, value: Value): Judgement {
  if (value.type === 'empty') return OPEN;
  switch (field.type) {
    case 'date':
      return judgeText(field, value, isDate, () => 'is not a date such as 2026-11-24');
    case 'enum': {
      const values = field.values ?? [];
      return judgeText(
        field,
        value,
        (text) => isOneOf(values, text),
        (text) => oneOf(values, text),
      );
    }
    case 'rows':
      return judgeRows(field, value);
    case 'raci':
      return judgeRaci(field, value);
    case 'text':
    case 'list':
    case 'person':
    case 'covers':
    case 'provisions':
    case 'task-list':
    case 'choice':
      return says(value, field) ? ANSWERED : OPEN;
  }
}

/** True where any text in a value is an answer. */
function says(value: Value, field: RecordField): boolean {
  switch (value.type) {
    case 'empty':
      return false;
    case 'text':
      return isAnswer(value.text, { help: field.help, template: field.template });
    case 'list':
      return value.items.some((item) => says(item, field));
    case 'map':
      // A digest says nothing without the asset it belongs to, and settings neither.
      return value.entries.some(
        (entry) => (field.type !== 'covers' || lastPart(entry.key) === 'asset') && says(entry.value, field),
      );
  }
}

function judgeText(
  field: RecordField,
  value: Value,
  right: (text: string) => boolean,
  wrong: (text: string) => string,
): Judgement {
  const single = value.type === 'list' && value.items.length === 1 ? value.items[0] : value;
  if (single?.type !== 'text')
    return { open: true, trouble: [{ ...spot(value), message: `${field.label} takes one value` }] };
  const text = single.text.trim();
  if (right(text) || saysWhyNot(text)) return ANSWERED;
  if (!says(single, field)) return OPEN;
  return { open: true, trouble: [{ ...spot(single), message: `"${shortened(text)}" ${wrong(text)}` }] };
}

function judgeRows(field: RecordField, value: Value): Judgement {
  if (value.type === 'text') {
    const bareNone = /^none[\s.]*$/iu.test(value.text);
    return !bareNone && says(value, field) ? ANSWERED : OPEN;
  }
  const rows = value.type === 'list' ? value.items : [value];
  const judged = rows.map((row) => ({ row, ...judgeRow(field, row) }));
  const waiting = judged.find(({ open }) => open);
  const trouble = judged.flatMap((row) => row.trouble);
  return waiting ? { open: true, trouble, place: spot(waiting.row) } : { open: rows.length === 0, trouble };
}

function judgeRow(field: RecordField, row: Value): Judgement {
  if (row.type !== 'map') {
    // A plain name stands for the first column where the row needs no other.
    const needed = (field.columns ?? []).filter((column) => column.required).length;
    return row.type === 'text' && needed <= 1 && says(row, field) ? ANSWERED : OPEN;
  }
  const cells = new Map(row.entries.map((entry) => [lastPart(entry.key), entry]));
  const columns = field.columns ?? [];
  const required = columns.filter((column) => column.required);
  // "n/a: there is no such copy" in one cell answers for the whole row.
  if (required.some(({ key }) => excuses(cells.get(key)))) return ANSWERED;
  const own = { ...field, template: undefined };
  const answered = (cell: Entry | undefined): cell is Entry => cell !== undefined && says(cell.value, own);
  const trouble = columns.flatMap(({ key, values }) => {
    const cell = cells.get(key);
    return values !== undefined && answered(cell) ? wrongCell(cell, values) : [];
  });
  return { open: trouble.length > 0 || !required.every(({ key }) => answered(cells.get(key))), trouble };
}

function excuses(cell: Entry | undefined): boolean {
  return cell?.value.type === 'text' && EXCUSE.test(cell.value.text) && saysWhyNot(cell.value.text);
}

function wrongCell({ value }: Entry, values: readonly string[]): Trouble[] {
  if (value.type !== 'text' || isOneOf(values, value.text.trim())) return [];
  return [{ ...spot(value), message: `"${shortened(value.text)}" ${oneOf(values, value.text)}` }];
}

function isOneOf(values: readonly string[], text: string): boolean {
  return values.some((value) => value.toLowerCase() === text.toLowerCase());
}

function oneOf(values: readonly string[], text: string): string {
  const meant = nearest(text.trim(), values);
  return meant === null ? `is none of ${values.join(', ')}` : `is not known here; did you mean ${meant}?`;
}

/** `YYYY-MM-DD`, with a time behind it if need be, and a day that exists. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u.exec(
    text,
  );
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

export function spot({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start, end };
}

function shortened(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
