import type { RecordField } from '../catalogue';
import type { ScaffoldText } from './scaffold-text';

/** Writes the table of a rows field in Markdown: its columns, and its template or one empty row. */
export function writeTable(text: ScaffoldText, field: RecordField): void {
  const columns = field.columns ?? [];
  text.line(tableLine(columns.map((column) => columnTitle(column.key))));
  text.line(tableLine(columns.map(() => '---')));
  const rows = field.template?.trimEnd().split('\n') ?? [tableLine(columns.map(() => ''))];
  for (const row of rows) text.line(row);
}

/** `first-action` as a reader says it. */
export function columnTitle(key: string): string {
  return key.slice(0, 1).toUpperCase() + key.slice(1).replaceAll('-', ' ');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The matrix of who does what, one line for each item under its words, so that it reads as the table it is. */
export function raciLines(field: RecordField): string[] {
  const [first, ...functions] = field.columns ?? [];
  return (field.items ?? []).flatMap(({ text }, index) => {
    const cells = functions.map(({ key }) => `${key}: ""`).join(', ');
    return [`# ${index + 1} ${text}`, `- { ${first?.key ?? ''}: ${index + 1}, ${cells} }`];
  });
}
