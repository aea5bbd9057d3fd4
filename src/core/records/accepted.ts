import type { AcceptedEntry, AcceptedFile, RecordProblem } from '../model';
import { isAnswer } from './answers';
import { readKeys } from './keys';
import type { Entry, Value } from './keys';
import { nearest } from './nearest';
import { TextLines } from './text-lines';
import { isDate } from './values';

const MOST_PROBLEMS = 50;
const COLUMNS = ['finding', 'reason', 'until'];

/** One entry with its places in the file. */
export interface AcceptedPlaces {
  readonly finding: string;
  readonly reason: Entry;
  readonly until: Entry;
  readonly start: number;
  readonly end: number;
}

/** Reads `accepted.yaml`. Never throws: an entry that cannot be understood is a problem, and the others count. */
export function readAccepted(text: string): AcceptedFile {
  const lines = new TextLines(text);
  const { trouble, places } = acceptedPlaces(text);
  const problems = trouble
    .slice(0, MOST_PROBLEMS)
    .map(({ message, start, end }): RecordProblem => ({ message, range: lines.range(start, end) }));
  const entries = places.map(({ finding, reason, until, start, end }): AcceptedEntry => ({
    finding,
    reason: textIn(reason.value),
    until: textIn(until.value),
    range: lines.range(start, end),
  }));
  return { entries, problems };
}

interface Found {
  readonly places: AcceptedPlaces[];
  readonly trouble: { message: string; start: number; end: number }[];
  /** The list itself; null where there is none. */
  readonly list: Entry | null;
}

/** The same with offsets, for edits. */
export function acceptedPlaces(text: string): Found {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const keys = readKeys(text.slice(start), start);
  const found: Found = { places: [], trouble: [...keys.trouble], list: null };
  for (const entry of keys.entries) {
    if (entry.key !== 'accepted') {
      const hint = nearest(entry.key, ['accepted']) === null ? 'its one key is accepted' : 'did you mean accepted?';
      found.trouble.push({ ...at(entry), message: `There is no key ${entry.key.slice(0, 60)} here; ${hint}` });
    }
  }
  const list = keys.entries.find(({ key }) => key === 'accepted') ?? null;
  if (list === null || list.value.type === 'empty') return { ...found, list };
  if (list.value.type !== 'list') {
    found.trouble.push({ ...at(list), message: 'accepted is a list of entries with finding, reason and until' });
    return { ...found, list };
  }
  for (const item of list.value.items) addEntry(found, item);
  return { ...found, list };
}

function addEntry({ places, trouble }: Found, item: Value): void {
  if (item.type !== 'map') {
    trouble.push({ ...at(item), message: 'An accepted gap has the keys finding, reason and until' });
    return;
  }
  const cells = new Map(item.entries.map((entry) => [entry.key.slice(entry.key.lastIndexOf('.') + 1), entry]));
  for (const [key, entry] of cells) {
    if (COLUMNS.includes(key)) continue;
    const meant = nearest(key, COLUMNS) ?? null;
    const hint = meant === null ? `it knows ${COLUMNS.join(', ')}` : `did you mean ${meant}?`;
    trouble.push({ ...at(entry), message: `An accepted gap has no key ${key.slice(0, 60)}; ${hint}` });
  }
  const [finding, reason, until] = [cells.get('finding'), cells.get('reason'), cells.get('until')];
  const needs = (entry: Entry | undefined, message: string) => trouble.push({ ...at(entry ?? item), message });
  if (!finding || textIn(finding.value) === '') needs(finding, 'It is not said which finding is accepted');
  else if (!reason || !isAnswer(textIn(reason.value))) needs(reason, 'An accepted gap needs a reason');
  else if (!until || !isDate(textIn(until.value))) needs(until, 'An accepted gap needs an end: until: YYYY-MM-DD');
  else places.push({ finding: textIn(finding.value), reason, until, start: item.start, end: item.end });
}

function textIn(value: Value): string {
  return value.type === 'text' ? value.text.trim() : '';
}

function at({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start, end };
}
