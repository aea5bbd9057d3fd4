import type { OffsetEdit } from '../fix/text-edit';

/** A stretch of the text as it was, or of what was put in. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** A text that is changed step by step, each step seeing those before it, and that knows what was changed in all. */
export class GrowingText {
  #pieces: Piece[];

  constructor(private readonly original: string) {
    this.#pieces = [{ start: 0, end: original.length }];
  }

  get text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join('');
  }

  /** Offsets are those of the text as it is now. */
  apply({ start, end, text }: OffsetEdit): void {
    const before: Piece[] = [];
    const behind: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const length = this.#textOf(piece).length;
      const [from, to] = [Math.min(Math.max(start - at, 0), length), Math.min(Math.max(end - at, 0), length)];
      before.push(...part(piece, 0, from));
      behind.push(...part(piece, to, length));
      at += length;
    }
    this.#pieces = [...before, { text }, ...behind];
  }

  /** The changes of the original text, in its order. */
  edits(): OffsetEdit[] {
    const edits: OffsetEdit[] = [];
    let [at, put] = [0, ''];
    for (const piece of [...this.#pieces, { start: this.original.length, end: this.original.length }]) {
      if ('text' in piece) {
        put += piece.text;
        continue;
      }
      if (put !== '' || piece.start > at) edits.push({ start: at, end: piece.start, text: put });
      [at, put] = [piece.end, ''];
    }
    return edits;
  }

  #textOf(piece: Piece): string {
    return 'text' in piece ? piece.text : this.original.slice(piece.start, piece.end);
  }
}

function part(piece: Piece, from: number, to: number): Piece[] {
  if (from >= to) return [];
  return 'text' in piece
    ? [{ text: piece.text.slice(from, to) }]
    : [{ start: piece.start + from, end: piece.start + to }];
}
