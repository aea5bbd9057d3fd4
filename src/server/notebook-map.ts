import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver';

/** A piece of one cell line as it stands, escaped, in the raw file. */
interface Segment {
  readonly cell: number;
  readonly line: number;
  /** First character of the piece in its cell line. */
  readonly character: number;
  /** Offsets in the raw text. */
  readonly start: number;
  readonly end: number;
}

export interface CellPosition {
  /** From 0. */
  readonly cell: number;
  readonly position: Position;
}

export interface CellRange {
  readonly cell: number;
  readonly range: Range;
}

/** Translates places of a raw `.ipynb` text to places in its cells and back. A text that is no notebook has no cells. */
export class NotebookMap {
  readonly #document: TextDocument;
  readonly #segments: readonly Segment[];

  constructor(text: string) {
    this.#document = TextDocument.create('notebook:', 'json', 0, text);
    this.#segments = segmentsOf(text);
  }

  /** The cell's own range of a raw range; null where it lies outside the sources of cells. */
  toCell(range: Range): CellRange | null {
    const start = this.#cellPosition(this.#document.offsetAt(range.start));
    if (!start) return null;
    const end = this.#cellPosition(this.#document.offsetAt(range.end), start.cell);
    return { cell: start.cell, range: { start: start.position, end: end?.position ?? start.position } };
  }

  /** The raw range of a cell's range; null where the cell has no such line. */
  toRaw(cell: number, range: Range): Range | null {
    const start = this.#rawOffset(cell, range.start);
    const end = this.#rawOffset(cell, range.end);
    if (start === null) return null;
    return { start: this.#document.positionAt(start), end: this.#document.positionAt(end ?? start) };
  }

  #cellPosition(offset: number, within?: number): CellPosition | null {
    const segment = lastStartingBefore(this.#segments, offset);
    if (!segment || (within !== undefined && segment.cell !== within)) return null;
    // An end may stand on the closing quote or on the line break behind it; a start further out is not in the cell.
    if (offset > segment.end && within === undefined) return null;
    const raw = this.#document.getText().slice(segment.start, Math.min(offset, segment.end));
    return { cell: segment.cell, position: { line: segment.line, character: segment.character + decodedLength(raw) } };
  }

  #rawOffset(cell: number, position: Position): number | null {
    const onLine = this.#segments.filter((segment) => segment.cell === cell && segment.line === position.line);
    const segment = onLine.filter((piece) => piece.character <= position.character).at(-1) ?? onLine[0];
    if (!segment) return null;
    const raw = this.#document.getText().slice(segment.start, segment.end);
    return segment.start + encodedLength(raw, position.character - segment.character);
  }
}

function lastStartingBefore(segments: readonly Segment[], offset: number): Segment | null {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return segments[low - 1] ?? null;
}

function segmentsOf(text: string): Segment[] {
  const cells = cellNodes(text);
  const segments: Segment[] = [];
  for (const [cell, node] of cells.entries()) {
    const source = findNodeAtLocation(node, ['source']);
    const strings = source?.type === 'array' ? (source.children ?? []) : source ? [source] : [];
    let line = 0;
    let character = 0;
    for (const string of strings) {
      if (string.type !== 'string') continue;
      const end = string.offset + string.length - 1;
      let start = string.offset + 1;
      for (const piece of linesOf(text.slice(start, end))) {
        segments.push({ cell, line, character, start, end: start + piece.text.length });
        start += piece.text.length + (piece.broken ? 2 : 0);
        if (piece.broken) line += 1;
        character = piece.broken ? 0 : character + decodedLength(piece.text);
      }
    }
  }
  return segments;
}

/** Broken or absurdly deep JSON has no cells. */
function cellNodes(text: string): readonly Node[] {
  try {
    const root = parseTree(text);
    const cells = root && findNodeAtLocation(root, ['cells']);
    return cells?.type === 'array' ? (cells.children ?? []) : [];
  } catch {
    return [];
  }
}

/** The escaped text cut behind every `\n` escape; the last piece is empty where the text ends in one. */
function linesOf(escaped: string): { text: string; broken: boolean }[] {
  const pieces: { text: string; broken: boolean }[] = [];
  let from = 0;
  for (let at = 0; at < escaped.length; at += escapeLength(escaped, at)) {
    if (escaped[at] !== '\\' || escaped[at + 1] !== 'n') continue;
    pieces.push({ text: escaped.slice(from, at), broken: true });
    from = at + 2;
  }
  pieces.push({ text: escaped.slice(from), broken: false });
  return pieces;
}

/** How many characters of the raw text stand for the one at `at`. */
function escapeLength(escaped: string, at: number): number {
  if (escaped[at] !== '\\') return 1;
  return escaped[at + 1] === 'u' ? 6 : 2;
}

function decodedLength(escaped: string): number {
  let length = 0;
  for (let at = 0; at < escaped.length; at += escapeLength(escaped, at)) length += 1;
  return length;
}

function encodedLength(escaped: string, characters: number): number {
  let at = 0;
  for (let count = 0; count < characters && at < escaped.length; count += 1) at += escapeLength(escaped, at);
  return Math.min(at, escaped.length);
}
