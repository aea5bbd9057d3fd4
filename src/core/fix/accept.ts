import { compareText } from '../model';
import type { ProjectEdit } from '../model';
import { acceptedPlaces } from '../records/accepted';
import type { AcceptedPlaces } from '../records/accepted';
import { isDate } from '../records/values';
import { asReplacements, lineEndAt, oneLine } from './text-edit';
import type { OffsetEdit } from './text-edit';

/** What is to be accepted, why, and until when. */
export interface AcceptRequest {
  /** `ai-security/accepted.yaml` with its text, null where there is none yet. */
  readonly path: string;
  readonly text: string | null;
  readonly fingerprints: readonly string[];
  readonly reason: string;
  /** `YYYY-MM-DD`. */
  readonly until: string;
  readonly today: string;
  /** Fingerprints of every finding there is: entries of none of them are taken out. Null leaves all entries. */
  readonly keep: ReadonlySet<string> | null;
}

const HEADER =
  '# Known gaps that are accepted for now, each with a reason and an end. "ai-baseline accept" adds to it.\n';

/**
 * Writes findings into the baseline of known gaps, sorted by code unit. What others have accepted stays with their reason
 * and date; only an entry whose date is over is renewed. Null without a reason or a day that exists, and where the file is
 * broken: then a person has to look at it first.
 */
export function acceptEdit(request: AcceptRequest): ProjectEdit | null {
  const { path, text } = request;
  const reason = oneLine(request.reason);
  if (reason === '' || !isDate(request.until) || request.until.length !== 10) return null;
  const wanted = [...new Set(request.fingerprints)].sort(compareText);
  if (text === null) {
    if (wanted.length === 0) return { creations: [], replacements: [] };
    const entries = wanted.map((finding) => entryText(finding, reason, request.until, '  ')).join('');
    return { creations: [{ path, text: `${HEADER}accepted:\n${entries}`, select: null }], replacements: [] };
  }
  const edits = editsIn(text, wanted, reason, request);
  return edits && { creations: [], replacements: asReplacements(path, text, edits) };
}

function editsIn(text: string, wanted: readonly string[], reason: string, request: AcceptRequest): OffsetEdit[] | null {
  const { places, trouble, list } = acceptedPlaces(text);
  if (trouble.length > 0) return null;
  if (places.length === 0) return wanted.length === 0 ? [] : firstEntries(text, list, wanted, { reason, request });
  const indent = indentOf(text, places);
  if (indent === null) return null;
  const known = new Map(places.map((place) => [place.finding, place]));
  const edits: OffsetEdit[] = [];
  for (const place of places) {
    if (request.keep && !request.keep.has(place.finding)) edits.push(removal(text, place));
    else if (wanted.includes(place.finding)) edits.push(...renewal(text, place, reason, request));
  }
  const fresh = wanted.filter((finding) => !known.has(finding));
  return [...edits, ...insertions(text, places, fresh, { reason, request, indent })];
}

interface Words {
  readonly reason: string;
  readonly request: AcceptRequest;
  readonly indent?: string;
}

function firstEntries(
  text: string,
  list: ReturnType<typeof acceptedPlaces>['list'],
  wanted: readonly string[],
  { reason, request }: Words,
): OffsetEdit[] {
  const end = lineEndAt(text, text.length);
  const entries = wanted.map((finding) => entryText(finding, reason, request.until, '  ')).join('');
  if (list === null) {
    const lead = text === '' || text.endsWith('\n') ? '' : '\n';
    const all = `${lead}accepted:\n${entries}`.replaceAll('\n', end);
    return [{ start: text.length, end: text.length, text: all }];
  }
  // `accepted:` or `accepted: []`, with a comment behind it perhaps.
  const after = text.indexOf('\n', list.value.end);
  const at = after < 0 ? text.length : after + 1;
  const edits = [{ start: at, end: at, text: (after < 0 ? end : '') + entries.replaceAll('\n', end) }];
  return list.value.type === 'list' ? [{ start: list.value.start, end: list.value.end, text: '' }, ...edits] : edits;
}

/** The spaces before the dashes; null where entries do not stand on lines of their own. */
function indentOf(text: string, places: readonly AcceptedPlaces[]): string | null {
  const indents = places.map(({ start }) => /^( *)- +$/u.exec(text.slice(lineStart(text, start), start))?.[1]);
  const [first] = indents;
  return first === undefined || indents.some((indent) => indent !== first) ? null : first;
}

function renewal(text: string, place: AcceptedPlaces, reason: string, { until, today }: AcceptRequest): OffsetEdit[] {
  const [was, ended] = [place.reason.value, place.until.value];
  if (was.type !== 'text' || ended.type !== 'text' || ended.text.trim() >= today) return [];
  const both = was.text.trim() === reason ? reason : `${oneLine(was.text)}; ${reason}`;
  const before = text.slice(was.start, was.end);
  return [
    ...(before === JSON.stringify(both) ? [] : [{ start: was.start, end: was.end, text: JSON.stringify(both) }]),
    { start: ended.start, end: ended.end, text: until },
  ];
}

/** An entry with its lines; a comment above it stays. */
function removal(text: string, { start, end }: AcceptedPlaces): OffsetEdit {
  const content = text.slice(0, end).trimEnd().length;
  const after = text.indexOf('\n', content);
  return { start: lineStart(text, start), end: after < 0 ? text.length : after + 1, text: '' };
}

function insertions(
  text: string,
  places: readonly AcceptedPlaces[],
  fresh: readonly string[],
  { reason, request, indent = '  ' }: Words,
): OffsetEdit[] {
  const end = lineEndAt(text, text.length);
  const at = new Map<number, string[]>();
  const last = places.at(-1);
  const bottom = last ? removal(text, last).end : text.length;
  for (const finding of fresh) {
    const next = places.find((place) => compareText(place.finding, finding) > 0);
    const offset = next ? lineStart(text, next.start) : bottom;
    at.set(offset, [...(at.get(offset) ?? []), entryText(finding, reason, request.until, indent)]);
  }
  return [...at].map(([offset, entries]) => {
    const lead = offset > 0 && text[offset - 1] !== '\n' ? '\n' : '';
    return { start: offset, end: offset, text: `${lead}${entries.join('')}`.replaceAll('\n', end) };
  });
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function entryText(finding: string, reason: string, until: string, indent: string): string {
  return [`- finding: ${JSON.stringify(finding)}`, `  reason: ${JSON.stringify(reason)}`, `  until: ${until}`]
    .map((line) => `${indent}${line}\n`)
    .join('');
}
