import { bareNames } from './model-forms';
import { lastKey, type ConfigPair } from './pairs';
import type { ScannedFile } from './scanned-file';

const TABLE = /^(?:\w+[-_])?models$/iu;
/** What a price list says of each of its models: they are no choice of the project. */
const PRICED = /price|cost|per_?(?:token|1?[km])|litellm_provider|tokenizer|^mode$/iu;
/** How far in front of what is said of it a key is looked for. */
const FARTHEST = 4000;

/**
 * The keys of `models: { gpt-4o: { aliases: [4o] } }`, each as an item of a list under that name: a table of models by
 * their ids. Keys of no known family are the project's own words.
 */
export function tableKeys(file: ScannedFile, pairs: readonly ConfigPair[]): ConfigPair[] {
  const seen = new Set<string>();
  return pairs.flatMap((pair) => {
    const at = pair.keys.findIndex((key) => TABLE.test(key));
    const key = pair.keys[at + 1];
    if (at < 0 || key === undefined || pair.keys.length < at + 3 || PRICED.test(lastKey(pair))) return [];
    const path = pair.keys.slice(0, at + 2).join('\n');
    if (seen.has(path) || !/[\d-]/u.test(key) || !isOfFamily(file, key)) return [];
    seen.add(path);
    return keyOf(file, pair, key, at) ?? [];
  });
}

function isOfFamily({ families }: ScannedFile, key: string): boolean {
  return families.lookOfId(key) !== null || bareNames(key).some((name) => families.lookOf(name) !== null);
}

/** The key where it stands, which is the last place in front of what is said of it. */
function keyOf({ text, lines }: ScannedFile, pair: ConfigPair, key: string, at: number): ConfigPair | null {
  const end = lines.offset(pair.range);
  const start = (text ?? '').lastIndexOf(key, end);
  if (start < 0 || end - start > FARTHEST) return null;
  const range = lines.range(start, start + key.length);
  return { keys: pair.keys.slice(0, at + 1), value: key, range, beside: [], item: true };
}
