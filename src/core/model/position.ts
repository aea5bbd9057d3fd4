/**
 * A stretch of a file. Lines and columns count from 1 in UTF-16 code units; the end is exclusive. In a notebook the
 * lines are those of the raw `.ipynb` file, with the cell (from 1) and the line in it (from 1) beside them.
 */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly cell?: number;
  readonly cellLine?: number;
}

/** The first character of a file: where findings about a whole file stand. */
export const FILE_START: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** The range alone, whatever else the value carries. */
export function plainRange(range: Range): Range {
  const { line, column, endLine, endColumn, cell, cellLine } = range;
  if (cell === undefined && cellLine === undefined) return { line, column, endLine, endColumn };
  return {
    line,
    column,
    endLine,
    endColumn,
    ...(cell === undefined ? {} : { cell }),
    ...(cellLine === undefined ? {} : { cellLine }),
  };
}

/** Orders by UTF-16 code unit, as every list that leaves the engine is: independent of locale and platform. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders two ranges of one file by their start, then by their end. */
export function compareRange(a: Range, b: Range): number {
  return a.line - b.line || a.column - b.column || a.endLine - b.endLine || a.endColumn - b.endColumn;
}

/** True where both ranges share at least one position (touching ends count). */
export function rangesTouch(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range) => x.endLine < y.line || (x.endLine === y.line && x.endColumn < y.column);
  return !before(a, b) && !before(b, a);
}
