import type { ClaimPlace } from '../claims/claim-places';
import { lineEndAt } from './text-edit';

/** The keys in the order they are written in, and those that are to go. */
export interface KeyOrder {
  readonly order: readonly string[];
  readonly remove: readonly string[];
}

/**
 * A map of a list in YAML with keys set to values (as YAML, on one line): those that are there are replaced in their
 * place, others are put behind the keys that come before them. All other text stays. Null for a map in braces.
 */
export function setKeys(
  text: string,
  place: ClaimPlace,
  cells: ReadonlyMap<string, string>,
  { order, remove }: KeyOrder,
): string | null {
  const indent = keyIndent(text, place);
  if (indent === null) return null;
  const edits: { start: number; end: number; text: string }[] = [];
  for (const [key, value] of cells) {
    const entry = place.cells.get(key);
    if (entry) {
      const { start, end } = entry.value;
      // What a block of text or a list counts to itself of the lines behind it stays.
      const stop = start + text.slice(start, end).trimEnd().length;
      const space = value !== '' && start === stop && !/[ \t]/u.test(text[start - 1] ?? '') ? ' ' : '';
      edits.push({ start, end: stop, text: `${space}${value}` });
    } else {
      const before = order
        .slice(0, order.indexOf(key))
        .filter((name) => place.cells.has(name) && !remove.includes(name));
      const last = place.cells.get(before.at(-1) ?? '');
      const at = lineAfter(text, last ? last.value.end : place.end);
      const end = lineEndAt(text, at);
      const open = text[at - 1] === '\n' ? '' : end;
      edits.push({
        start: at,
        end: at,
        text: `${open}${indent}${key}:${value === '' ? '' : ` ${value}`}${open === '' ? end : ''}`,
      });
    }
  }
  for (const key of remove) edits.push(...removal(text, place, key));
  return applied(text, edits);
}

/** A key with its value, by whole lines; one that shares its line with a dash or another key stays. */
function removal(text: string, place: ClaimPlace, key: string) {
  const entry = place.cells.get(key);
  if (!entry) return [];
  const start = lineStart(text, entry.start);
  if (text.slice(start, entry.start).trim() !== '') return [];
  return [{ start, end: lineAfter(text, Math.max(entry.end, entry.value.end)), text: '' }];
}

/** The spaces before the keys of a map that is an item of a list; null where it stands in braces. */
export function keyIndent(text: string, { start }: ClaimPlace): string | null {
  if (text[start] === '{') return null;
  const lead = text.slice(lineStart(text, start), start);
  return /^[ -]*$/u.test(lead) ? lead.replaceAll('-', ' ') : null;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The beginning of the line behind what ends there, not counting line breaks that belong to it. */
export function lineAfter(text: string, end: number): number {
  const content = text.slice(0, end).trimEnd().length;
  const stop = text.indexOf('\n', Math.max(content, 0));
  return stop < 0 ? text.length : stop + 1;
}

/** Edits that do not overlap; of two at one place the first named comes first. */
function applied(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at) continue;
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}
