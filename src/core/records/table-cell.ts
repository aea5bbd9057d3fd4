import type { RecordColumn, RecordField } from '../catalogue';
import type { Position, Range } from '../model';
import type { AssistContext } from './assist-context';
import { BodyFields } from './body-fields';
import { takeApart } from './record-source';
import type { RecordSource } from './record-source';
import { cellsOf, columnKey } from './tables';

const MOST_ROWS = 500;

/** A cell of a table under a heading. */
export interface TableCell {
  readonly field: RecordField;
  readonly column: RecordColumn;
  readonly range: Range;
}

/** The field whose heading, or text under it, stands at a position of the body. */
export function fieldAt(context: AssistContext, source: RecordSource, position: Position): RecordField | null {
  return context.kind && new BodyFields(context.kind, source).at(context.lines.offset(position));
}

/** Null where the position is in no table of the record's own. */
export function tableCell(context: AssistContext, text: string, position: Position): TableCell | null {
  const { lines, kind } = context;
  const line = lines.lineAt(position.line);
  if (kind === null || !line.includes('|')) return null;
  const source = takeApart(context.path, text, context.format);
  const field = source && fieldAt(context, source, position);
  if (!field?.columns) return null;
  let top = position.line;
  while (top > 1 && position.line - top < MOST_ROWS && lines.lineAt(top - 1).includes('|')) top -= 1;
  const names = cellsOf(lines.lineAt(top), 0).map((cell) => columnKey(cell.text));
  // Cells run from bar to bar: the words in them, and the spaces around.
  const index =
    line
      .slice(0, position.column - 1)
      .replace(/\\\|/gu, '  ')
      .replace(/^\s*\|?/u, '')
      .split('|').length - 1;
  const cell = cellsOf(line, 0)[index];
  const column = field.columns.find(({ key }) => key === names[index]);
  if (cell === undefined || column === undefined) return null;
  const { line: number } = position;
  return { field, column, range: { line: number, column: cell.start + 1, endLine: number, endColumn: cell.end + 1 } };
}
