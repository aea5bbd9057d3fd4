import type { Range, RecordDate, Placed, ThreatModelProblem } from '../model';
import { isAnswer } from '../records/answers';
import type { Entry, Value } from '../records/keys';
import { nearest } from '../records/nearest';
import type { RecordSource } from '../records/record-source';
import { isDate, lastPart } from '../records/values';

/** More rows of one kind than this are not read. */
const MOST_ROWS = 5000;
const MOST_PROBLEMS = 1000;

/** One row of a list: its cells by key, or the plain text that stands in its place. */
export interface Row {
  readonly cells: ReadonlyMap<string, Entry>;
  readonly plain: Placed | null;
  readonly range: Range;
}

/** Takes values of a threat model's file apart and keeps what is wrong with them. */
export class ModelReader {
  readonly problems: ThreatModelProblem[] = [];

  constructor(readonly source: RecordSource) {}

  problem(problem: ThreatModelProblem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  entry(key: string): Entry | undefined {
    const { entries } = this.source;
    return entries.get(key) ?? entries.get(key.replaceAll('-', '_'));
  }

  /** The rows under a key; one alone needs no list. */
  rows(key: string): Row[] {
    const value = this.entry(key)?.value;
    return value === undefined ? [] : this.rowsIn(value);
  }

  rowsIn(value: Value): Row[] {
    const items = value.type === 'list' ? value.items : [value];
    return items.slice(0, MOST_ROWS).flatMap((item): Row[] => {
      const range = this.rangeOf(item);
      if (item.type === 'map') {
        const cells = new Map(item.entries.map((entry) => [lastPart(entry.key).replaceAll('_', '-'), entry]));
        return [{ cells, plain: null, range }];
      }
      const plain = this.placed(item);
      return plain === null ? [] : [{ cells: new Map(), plain, range }];
    });
  }

  /** The words of a cell; null where it says nothing. */
  text(row: Row, key: string): string | null {
    const value = row.cells.get(key)?.value;
    return value === undefined ? null : this.words(value, key);
  }

  /** The words of a key of the file. */
  textOf(key: string): string | null {
    const value = this.entry(key)?.value;
    return value === undefined ? null : this.words(value, key);
  }

  private words(value: Value, key: string): string | null {
    if (value.type === 'map') {
      this.wrong(this.rangeOf(value), `${lastPart(key)} takes words here, no keys of its own`);
      return null;
    }
    const all = this.placedIn(value).map(({ text }) => text);
    return all.length === 0 ? null : all.join(', ');
  }

  cell(row: Row, key: string): Placed | null {
    const [first] = this.cellList(row, key);
    return first ?? null;
  }

  /** Every text of a cell that takes one or several. */
  cellList(row: Row, key: string): Placed[] {
    const value = row.cells.get(key)?.value;
    return value === undefined ? [] : this.placedIn(value);
  }

  listOf(key: string): Placed[] {
    const value = this.entry(key)?.value;
    return value === undefined ? [] : this.placedIn(value);
  }

  private placedIn(value: Value): Placed[] {
    const items = value.type === 'list' ? value.items.slice(0, MOST_ROWS) : [value];
    return items.flatMap((item) => this.placed(item) ?? []);
  }

  private placed(value: Value): Placed | null {
    if (value.type !== 'text' || !isAnswer(value.text)) return null;
    return { text: value.text.trim(), range: this.rangeOf(value) };
  }

  /** One of the words that a cell takes, whatever their case. Other words are told only where `tell` says so. */
  word<T extends string>(row: Row, key: string, words: readonly T[], tell = false): T | null {
    const [first] = this.wordList(row, key, words, tell);
    return first ?? null;
  }

  wordList<T extends string>(row: Row, key: string, words: readonly T[], tell: boolean): T[] {
    return this.cellList(row, key).flatMap(({ text, range }) => {
      const known = words.find((word) => word === text.toLowerCase());
      if (known !== undefined) return [known];
      if (tell) this.unknownWord({ text, range }, words);
      return [];
    });
  }

  private unknownWord({ text, range }: Placed, words: readonly string[]): void {
    const meant = nearest(text, words);
    const hint = meant === null ? `is none of ${words.join(', ')}` : `is not known here; did you mean ${meant}?`;
    this.problem({ rule: 'invalid-record', message: `"${text.slice(0, 60)}" ${hint}`, range, meant });
  }

  /** A day in a cell; words that are none are told. */
  date(row: Row, key: string): RecordDate | null {
    return this.day(this.cell(row, key));
  }

  dateOf(key: string): RecordDate | null {
    const [first] = this.listOf(key);
    // What is wrong with a date of the whole record is told of its field.
    return first && isDate(first.text) ? { date: first.text.slice(0, 10), range: first.range } : null;
  }

  private day(placed: Placed | null): RecordDate | null {
    if (placed === null) return null;
    if (isDate(placed.text)) return { date: placed.text.slice(0, 10), range: placed.range };
    this.wrong(placed.range, `"${placed.text.slice(0, 60)}" is not a date such as 2026-11-24`);
    return null;
  }

  wrong(range: Range, message: string): void {
    this.problem({ rule: 'invalid-record', message, range, meant: null });
  }

  /** Where a cell's key stands, or where the row begins that has no such cell. */
  keyRange(row: Row, key: string): Range | null {
    const entry = row.cells.get(key);
    return entry ? this.source.lines.range(entry.start, entry.end) : null;
  }

  /** A value without its quotes and without the line breaks that YAML counts to it. */
  rangeOf({ start, end }: { readonly start: number; readonly end: number }): Range {
    const { text, lines } = this.source;
    const written = text.slice(start, end).trimEnd();
    const quote = written.length > 1 && /^["']/u.test(written) && written.at(-1) === written[0] ? 1 : 0;
    return lines.range(start + quote, start + written.length - quote);
  }
}
