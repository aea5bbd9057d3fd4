import { readSections, visibleLines } from '../sections';

/** A stretch of a document that speaks of one thing: paragraph, list item with what hangs on it, table row, section. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** What it says, with the words that belong to it: the heading above, the head of its table. Code is left out. */
  readonly text: string;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type Shape = 'blank' | 'heading' | 'item' | 'row' | 'words';

const LONGEST = 4000;

interface Open {
  readonly shape: Shape;
  readonly indent: number;
  readonly lines: Line[];
  /** The first row of a table, which names its columns. */
  readonly head: string;
}

/** A table of AsciiDoc, between two lines of `|===`. */
interface Table {
  head: string;
  row: Line[];
}

const TABLE = /^\|={3,}\s*$/u;

/** Cuts a Markdown text into passages, in order; headings come with their whole section. */
export function passages(text: string): Passage[] {
  const headings = new Map(readSections(text, 0).map((section) => [lineStart(text, section.start), section]));
  const cutter = new Cutter();
  for (const line of visibleLines(text, 0)) {
    const section = headings.get(line.start);
    if (section) {
      const end = Math.min(section.contentEnd, section.contentStart + LONGEST);
      cutter.heading(line, section.title, withoutCode(text.slice(section.contentStart, end)));
    } else {
      cutter.line(line);
    }
  }
  return cutter.end();
}

class Cutter {
  private readonly found: Passage[] = [];
  private title = '';
  private open: Open | null = null;
  private table: Table | null = null;

  heading(line: Line, title: string, content: string): void {
    this.end();
    this.title = title;
    this.found.push({ start: line.start, end: line.end, text: `${title}\n${content}` });
  }

  line(line: Line): void {
    if (TABLE.test(line.text)) {
      this.end();
      this.table = this.table ? null : { head: '', row: [] };
      return;
    }
    if (this.table) {
      this.cells(this.table, line);
      return;
    }
    const shape = shapeOf(line.text);
    const indent = line.text.length - line.text.trimStart().length;
    if (shape === 'blank') {
      this.end();
    } else if (this.open && continues(this.open, shape, indent)) {
      // Each row of a table speaks for itself, with the head of the table.
      if (shape === 'row') this.found.push(passage([line], [this.title, this.open.head]));
      else this.open.lines.push(line);
    } else {
      this.end();
      this.open = { shape, indent, lines: [line], head: shape === 'row' ? line.text : '' };
      if (shape === 'row') this.found.push(passage([line], [this.title]));
    }
  }

  /** Rows of AsciiDoc: cells of one line, or of several up to a blank one; the first names the columns. */
  private cells(table: Table, line: Line): void {
    const isWhole = /^\s*\|[^|]+\|/u.test(line.text);
    if (line.text.trim() === '' || isWhole) this.endRow(table);
    if (line.text.trim() === '') return;
    table.row.push(line);
    if (isWhole) this.endRow(table);
  }

  private endRow(table: Table): void {
    if (table.row.length === 0) return;
    if (table.head === '') table.head = `${table.row.map(({ text }) => text).join(' ')} |`;
    else this.found.push(passage(table.row, [this.title, table.head]));
    table.row = [];
  }

  /** Closes what is open; everything so far. */
  end(): Passage[] {
    if (this.table) this.endRow(this.table);
    if (this.open && this.open.shape !== 'row') this.found.push(passage(this.open.lines, [this.title]));
    this.open = null;
    return this.found;
  }
}

function continues(open: Open, shape: Shape, indent: number): boolean {
  if (open.shape === 'row' || shape === 'row') return open.shape === shape;
  if (open.shape === 'item') return shape === 'words' || (shape === 'item' && indent > open.indent);
  return shape === 'words';
}

function passage(lines: readonly Line[], context: readonly string[]): Passage {
  const text = [...context, ...lines.map((line) => line.text)].filter((part) => part !== '').join('\n');
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0, text: text.slice(0, LONGEST) };
}

function shapeOf(line: string): Shape {
  if (line.trim() === '') return 'blank';
  if (/^\s*\|/u.test(line) || /\S\s*\|\s*\S[^|]*\|/u.test(line)) return 'row';
  return /^\s*([-*+]|\d{1,9}[.)])\s/u.test(line) ? 'item' : 'words';
}

/** The words of a text, code blocks and comments left out. */
export function withoutCode(text: string): string {
  return visibleLines(text, 0)
    .map((line) => line.text)
    .join('\n');
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
