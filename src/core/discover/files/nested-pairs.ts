import { TextLines } from '../../records/text-lines';
import { jsonPairs } from './json-pairs';
import { MOST_PAIRS, type ConfigPair } from './pairs';
import type { ScannedFile } from './scanned-file';

const ENCLOSED = /^\s*(?:\[[^]*\]|\{[^]*\})\s*$/u;

/** The pairs with those inside values that are JSON themselves: lists of models in one variable, files in a config map. */
export function withNested(file: ScannedFile, pairs: readonly ConfigPair[]): ConfigPair[] {
  const all: ConfigPair[] = [];
  for (const pair of pairs) {
    all.push(pair);
    if (mayBeJson(pair.value)) all.push(...inside(file, pair));
    if (all.length > MOST_PAIRS) break;
  }
  return all;
}

function mayBeJson(value: string): boolean {
  return value.length > 10 && /["']/u.test(value) && !value.trimStart().startsWith('{{') && ENCLOSED.test(value);
}

function inside(file: ScannedFile, pair: ConfigPair): ConfigPair[] {
  const { line, column, endLine, endColumn } = pair.range;
  const start = file.lines.offset({ line, column });
  const raw = (file.text ?? '').slice(start, file.lines.offset({ line: endLine, column: endColumn }));
  const outer = pair.keys;
  if (raw.includes('\\"'))
    return jsonPairs(pair.value, new TextLines(pair.value)).map((inner) => ({
      ...inner,
      keys: [...outer, ...inner.keys],
      range: pair.range,
    }));
  const at = Math.max(raw.search(/[[{]/u), 0);
  return jsonPairs(raw.slice(at), file.lines, start + at).map((inner) => ({
    ...inner,
    keys: [...outer, ...inner.keys],
  }));
}
