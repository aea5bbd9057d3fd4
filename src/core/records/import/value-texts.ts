import type { Entry, Keys, Value } from '../keys';

const MOST = 200;

/** The keys of a YAML text as one value, each key without those of the maps around it. */
export function rootValue({ entries }: Keys, start: number, end: number): Value {
  return { type: 'map', entries: plainEntries(entries, ''), start, end };
}

function plainEntries(entries: readonly Entry[], prefix: string): Entry[] {
  return entries.map((entry) => ({
    ...entry,
    key: entry.key.slice(prefix.length),
    value: plainValue(entry.value, `${entry.key}.`),
  }));
}

function plainValue(value: Value, prefix: string): Value {
  if (value.type === 'map') return { ...value, entries: plainEntries(value.entries, prefix) };
  return value.type === 'list' ? { ...value, items: value.items.map((item) => plainValue(item, prefix)) } : value;
}

/** The value under some keys; undefined where there is none. */
export function at(value: Value | undefined, ...keys: readonly string[]): Value | undefined {
  let found = value;
  for (const key of keys) found = entriesOf(found).find((entry) => entry.key === key)?.value;
  return found;
}

export function entriesOf(value: Value | undefined): readonly Entry[] {
  return value?.type === 'map' ? value.entries : [];
}

/** The items of a list; a single value stands for a list of one. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.type === 'empty') return [];
  return value.type === 'list' ? value.items : [value];
}

/** The one text under some keys. */
export function textAt(value: Value | undefined, ...keys: readonly string[]): string | null {
  const found = at(value, ...keys);
  return found?.type === 'text' ? found.text.trim() : null;
}

/** Every text in a value, in order. A map whose values are empty stands for its keys, as in `license: {mit: }`. */
export function textsOf(value: Value | undefined): string[] {
  const texts: string[] = [];
  const waiting = value ? [value] : [];
  for (let next = waiting.pop(); next !== undefined && texts.length < MOST; next = waiting.pop()) {
    if (next.type === 'text') texts.push(next.text.trim());
    else if (next.type === 'list') waiting.push(...[...next.items].reverse());
    else if (next.type === 'map') {
      const empty = next.entries.every((entry) => entry.value.type === 'empty');
      if (empty) texts.push(...next.entries.map((entry) => entry.key));
      else waiting.push(...next.entries.map((entry) => entry.value).reverse());
    }
  }
  return texts;
}

/** `temperature: 0.2` for each key of a map, inner maps with a dot. */
export function pairsOf(value: Value | undefined, prefix = '', depth = 0): string[] {
  return entriesOf(value).flatMap((entry) => {
    const key = prefix + entry.key;
    if (entry.value.type === 'map' && depth < 4) return pairsOf(entry.value, `${key}.`, depth + 1);
    const texts = textsOf(entry.value);
    return texts.length === 0 ? [] : [`${key}: ${texts.slice(0, 10).join(', ')}`];
  });
}

/** One line without marks that control; links of Markdown become their words. */
export function plainText(text: string): string {
  return text
    .slice(0, 4000)
    .replace(/!?\[([^[\]]{0,300})\]\([^()]{0,400}\)/gu, '$1')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ')
    .trim();
}
