import type { Range, TextReplacement } from '../model';
import { compareRange } from '../model';
import { TextLines } from '../records/text-lines';

/** A change of a text between two offsets. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The changes as replacements in a file. What is put at one place is one, so that nobody has to keep their order. */
export function asReplacements(path: string, text: string, edits: readonly OffsetEdit[]): TextReplacement[] {
  const lines = new TextLines(text);
  const put = new Map<number, OffsetEdit>();
  for (const edit of edits) {
    const before = edit.start === edit.end ? put.get(edit.start) : undefined;
    if (edit.start === edit.end) put.set(edit.start, before ? { ...edit, text: before.text + edit.text } : edit);
  }
  const first = new Set<number>();
  const kept = edits.flatMap((edit) => {
    if (edit.start !== edit.end) return [edit];
    if (first.has(edit.start)) return [];
    first.add(edit.start);
    return [put.get(edit.start) ?? edit];
  });
  return kept.map(({ start, end, text: next }) => ({ path, range: lines.range(start, end), text: next }));
}

/** A text after replacements that do not overlap; of two at one place the first named comes first. */
export function replaced(text: string, edits: readonly { readonly range: Range; readonly text: string }[]): string {
  const lines = new TextLines(text);
  const parts: string[] = [];
  let at = 0;
  for (const { range, text: next } of [...edits].sort((a, b) => compareRange(a.range, b.range))) {
    const start = lines.offset({ line: range.line, column: range.column });
    parts.push(text.slice(at, start), next);
    at = lines.offset({ line: range.endLine, column: range.endColumn });
  }
  return parts.join('') + text.slice(at);
}

/** Words on one line, without marks that move a cursor or hide what follows. */
export function oneLine(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, 500);
}

/** How lines end around an offset: as the nearest line end before it, else the first of the text. */
export function lineEndAt(text: string, offset: number): '\r\n' | '\n' {
  const before = text.lastIndexOf('\n', Math.max(offset - 1, 0));
  const near = before >= 0 ? before : text.indexOf('\n');
  return near > 0 && text[near - 1] === '\r' ? '\r\n' : '\n';
}

/** A value in the place of another one, apart from the colon before it and a comment behind it. */
export function inPlaceOf(
  all: string,
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
): OffsetEdit {
  if (start !== end) return { start, end, text };
  const before = /[ \t]/u.test(all[start - 1] ?? ' ') ? '' : ' ';
  const after = all[start] === '#' ? ' ' : '';
  return { start, end, text: before + text + after };
}
