import type { Range as LspRange, Position as LspPosition } from 'vscode-languageserver';
import type { Position, Range } from '../core';

/** Lines and columns from 1 to lines and characters from 0. */
export function toLspRange(range: Range): LspRange {
  return {
    start: { line: Math.max(0, range.line - 1), character: Math.max(0, range.column - 1) },
    end: { line: Math.max(0, range.endLine - 1), character: Math.max(0, range.endColumn - 1) },
  };
}

export function fromLspRange(range: LspRange): Range {
  return {
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  };
}

export function fromLspPosition(position: LspPosition): Position {
  return { line: position.line + 1, column: position.character + 1 };
}
