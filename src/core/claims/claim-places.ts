import { readKeys } from '../records/keys';
import type { Entry, Keys, Trouble, Value } from '../records/keys';

/** One claim as it stands in the file; offsets into the text. */
export interface ClaimPlace {
  /** By key, without the maps around it. */
  readonly cells: ReadonlyMap<string, Entry>;
  readonly start: number;
  readonly end: number;
}

/** `claims.yaml` taken apart. */
export interface ClaimPlaces {
  readonly keys: Keys;
  readonly standard: Entry | null;
  /** The list itself; null where there is none. */
  readonly list: Entry | null;
  readonly claims: readonly ClaimPlace[];
  readonly trouble: readonly Trouble[];
}

const MOST_CLAIMS = 2000;

/** Takes the file apart, for reading as for edits. Never throws: what cannot be understood is told, and the rest counts. */
export function claimPlaces(text: string): ClaimPlaces {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const keys = readKeys(text.slice(start), start);
  const trouble: Trouble[] = [...keys.trouble];
  const named = (key: string) => keys.entries.find((entry) => entry.key === key) ?? null;
  const list = named('claims');
  const claims: ClaimPlace[] = [];
  const items = list === null ? [] : itemsOf(list, trouble);
  if (items.length > MOST_CLAIMS) {
    const { start: at, end } = items[MOST_CLAIMS] ?? { start, end: start };
    trouble.push({ start: at, end, message: `Only the first ${MOST_CLAIMS} claims are read` });
  }
  for (const item of items.slice(0, MOST_CLAIMS)) {
    if (item.type === 'map') claims.push({ cells: cellsOf(item.entries), start: item.start, end: item.end });
    else if (item.type !== 'empty') {
      trouble.push({ start: item.start, end: item.end, message: 'A claim has keys such as provision and support' });
    }
  }
  return { keys, standard: named('standard'), list, claims, trouble };
}

function itemsOf({ value }: Entry, trouble: Trouble[]): readonly Value[] {
  if (value.type === 'list') return value.items;
  if (value.type !== 'empty') {
    trouble.push({ start: value.start, end: value.end, message: 'claims is a list: begin each claim with a dash' });
  }
  return [];
}

/** The entries of a map by their own name. */
export function cellsOf(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.key.slice(entry.key.lastIndexOf('.') + 1), entry]));
}
