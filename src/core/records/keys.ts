import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Pair, YAMLMap } from 'yaml';
import { parseYaml } from '../safe-yaml';

/** One key of a record with its value; offsets into the file. */
export interface Entry {
  /** As written, with the maps around it: `scope.purpose`. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** A value as it is written; `start` and `end` are offsets into the file. */
export type Value =
  | { readonly type: 'empty'; readonly start: number; readonly end: number }
  | { readonly type: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly type: 'list'; readonly items: readonly Value[]; readonly start: number; readonly end: number }
  | { readonly type: 'map'; readonly entries: readonly Entry[]; readonly start: number; readonly end: number };

export interface Trouble {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface Keys {
  readonly entries: readonly Entry[];
  readonly trouble: readonly Trouble[];
  /** False where the YAML could not be parsed at all or is not a map. */
  readonly usable: boolean;
  /** The YAML itself is broken, not only something that records do without. */
  readonly broken: boolean;
}

/** Reads a YAML map that begins at `offset` of its file, with places; whatever is wrong is told and the rest is read. */
export function readKeys(yaml: string, offset: number): Keys {
  const document = parseYaml(yaml);
  if ('message' in document) {
    const at = offset + document.offset;
    return {
      entries: [],
      trouble: [{ message: document.message, start: at, end: at + 1 }],
      usable: false,
      broken: true,
    };
  }
  const trouble: Trouble[] = document.errors.map((error) => ({
    message: firstSentence(error.message),
    start: offset + error.pos[0],
    end: offset + error.pos[1],
  }));
  if (!isMap(document.contents)) {
    if (trouble.length === 0 && document.contents !== null) {
      trouble.push({ message: 'Keys with values are expected here', start: offset, end: offset + 1 });
    }
    return { entries: [], trouble, usable: false, broken: trouble.length > 0 };
  }
  const broken = trouble.length > 0;
  const reader = new Reader(yaml, offset, trouble);
  return { entries: reader.map(document.contents, '').entries, trouble, usable: true, broken };
}

class Reader {
  constructor(
    private readonly yaml: string,
    private readonly offset: number,
    private readonly trouble: Trouble[],
  ) {}

  map(node: YAMLMap, prefix: string): Value & { type: 'map' } {
    const entries: Entry[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      const entry = this.entry(pair, prefix);
      if (entry === null) continue;
      if (seen.has(entry.key)) {
        this.trouble.push({ message: `The key ${entry.key} is here twice`, start: entry.start, end: entry.end });
      } else {
        seen.add(entry.key);
        entries.push(entry);
      }
    }
    return { type: 'map', entries, ...this.place(node.range) };
  }

  private entry(pair: Pair, prefix: string): Entry | null {
    const { key } = pair;
    if (!isScalar(key)) return null;
    const place = this.place(key.range);
    const name = prefix + sourceText(key.source, key.value);
    return { key: name, ...place, value: this.value(pair.value, place.end, name) };
  }

  /** `after` is where the value would stand if there is none. */
  private value(node: unknown, after: number, name: string): Value {
    if (isAlias(node)) {
      const place = this.place(node.range);
      this.trouble.push({ message: 'References (*) are not followed in records: write the value out', ...place });
      return { type: 'empty', ...place };
    }
    if (isMap(node)) return this.map(node, `${name}.`);
    if (isSeq(node)) {
      const place = this.place(node.range);
      return { type: 'list', items: node.items.map((item) => this.value(item, place.start, name)), ...place };
    }
    if (!isScalar(node)) return this.emptyAfter(after);
    const text =
      node.value === null && node.type === 'PLAIN' && !node.source ? '' : sourceText(node.source, node.value);
    const place = this.place(node.range);
    if (text.trim() === '' || (node.value === null && node.type === 'PLAIN')) {
      return node.type === 'PLAIN' && text.trim() === '' ? this.emptyAfter(after) : { type: 'empty', ...place };
    }
    return { type: 'text', text, ...place };
  }

  /** Just behind the colon of a key that has no value. */
  private emptyAfter(after: number): Value {
    const local = after - this.offset;
    const colon = /^["']?[ \t]*:[ \t]?/u.exec(this.yaml.slice(local, local + 200));
    const at = after + (colon?.[0].length ?? 0);
    return { type: 'empty', start: at, end: at };
  }

  private place(range: readonly [number, number, number] | null | undefined): { start: number; end: number } {
    return { start: this.offset + (range?.[0] ?? 0), end: this.offset + (range?.[1] ?? range?.[0] ?? 0) };
  }
}

/** Plain values as they are written (`5.10` stays `5.10`), quoted ones decoded. */
function sourceText(source: string | undefined, value: unknown): string {
  return typeof value === 'string' ? value : (source ?? '');
}

function firstSentence(message: string): string {
  return (message.split('\n', 1)[0] ?? '').slice(0, 300);
}

/** Every key with its value, those inside maps of maps too, by its dotted name. */
export function flatEntries(entries: readonly Entry[]): Map<string, Entry> {
  const all = new Map<string, Entry>();
  const waiting = [...entries].reverse();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (!all.has(entry.key)) all.set(entry.key, entry);
    if (entry.value.type === 'map') for (const inner of [...entry.value.entries].reverse()) waiting.push(inner);
  }
  return all;
}
