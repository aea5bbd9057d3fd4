import { isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node, type YAMLMap } from 'yaml';
import { parseYaml } from '../../safe-yaml';
import type { TextLines } from '../../records/text-lines';
import { MOST_PAIRS, type ConfigPair } from './pairs';

/** The scalars of a YAML text (all its documents) in source order. Empty where it cannot be read. */
export function yamlPairs(text: string, lines: TextLines): ConfigPair[] {
  const first = parseYaml(text);
  if (!('contents' in first)) return [];
  const documents = /^---/mu.test(text.slice(4)) ? allDocuments(text) : [first];
  return documents.flatMap((document) => documentPairs(document, 0, lines));
}

/** Several documents in one file; the single one was parsed before, so depth and length are known to be bearable. */
function allDocuments(text: string): Document.Parsed[] {
  try {
    const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
    return 'empty' in documents ? [] : documents;
  } catch {
    return [];
  }
}

interface Step {
  readonly node: unknown;
  readonly keys: readonly string[];
  readonly beside: readonly string[];
  readonly item: boolean;
}

/** `offset`: where the YAML begins in the file that `lines` counts. */
export function documentPairs(document: Document.Parsed, offset: number, lines: TextLines): ConfigPair[] {
  const pairs: ConfigPair[] = [];
  const stack: Step[] = [{ node: document.contents, keys: [], beside: [], item: false }];
  for (let step = stack.pop(); step !== undefined && pairs.length < MOST_PAIRS; step = stack.pop()) {
    const { node, keys, beside, item } = step;
    if (isMap(node)) {
      const own = node.items.map((pair) => keyText(pair.key));
      if (MIXES.test(keys.at(-1) ?? '')) pairs.push(...mixed(node, keys, offset, lines));
      const inner = node.items.map((pair, at) => ({
        node: pair.value,
        keys: [...keys, own[at] ?? ''],
        beside: own,
        item: false,
      }));
      stack.push(...inner.reverse());
    } else if (isSeq(node)) {
      stack.push(...node.items.map((inner) => ({ node: inner, keys, beside, item: true })).reverse());
    } else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const range = lines.range(offset + node.range[0], offset + node.range[1]);
      pairs.push({ keys, value: node.value, range, beside, item });
    }
  }
  return pairs;
}

/** Maps whose keys are what they are about: collections with their share, `dataset_mixer: { org/name: 0.5 }`. */
const MIXES = /^(?:\w+_)?(?:data_?sets?|data)(?:_(?:mix(?:er|ture)?|weights|probs|proportions))?$|^mix(?:er|ture)?$/iu;
const ON_HUB = /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]+$/u;

/** The keys of such a map that are names of a hub, as items of a list. */
function mixed(map: YAMLMap, keys: readonly string[], offset: number, lines: TextLines): ConfigPair[] {
  return map.items.flatMap(({ key, value }): ConfigPair[] => {
    const isText = isScalar(value) && typeof value.value === 'string';
    if (isText || !isScalar(key) || typeof key.value !== 'string' || !key.range || !ON_HUB.test(key.value)) return [];
    const range = lines.range(offset + key.range[0], offset + key.range[1]);
    return [{ keys, value: key.value, range, beside: [], item: true }];
  });
}

function keyText(key: unknown): string {
  return isScalar(key)
    ? String(key.value)
    : typeof key === 'string'
      ? key
      : ((key as Node | null)?.toString().slice(0, 100) ?? '');
}
