import type { Position, Range } from '../model';

const PROVISION = /(?<![\w.-])5\.\d{1,2}\.\d{1,2}-\d{1,3}(\.\d{1,3})?(?![\w-]|\.\d)/gu;

/** One word of a line. */
export interface WordAt {
  readonly word: string;
  readonly range: Range;
}

/** What a pattern finds around a position of its line; the pattern is global. */
export function wordAt(line: string, position: Position, pattern: RegExp): WordAt | null {
  for (const match of line.matchAll(pattern)) {
    const column = match.index + 1;
    const endColumn = column + match[0].length;
    if (position.column < column || position.column > endColumn) continue;
    return { word: match[0], range: { line: position.line, column, endLine: position.line, endColumn } };
  }
  return null;
}

/** An id of the standard, such as `5.2.4-1.1`. */
export function provisionAt(line: string, position: Position): WordAt | null {
  return wordAt(line, position, PROVISION);
}
