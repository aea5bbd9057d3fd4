import { createScanner } from 'jsonc-parser';
import type { TextLines } from '../../records/text-lines';
import { MOST_PAIRS, type ConfigPair } from './pairs';

/** The kinds of tokens that matter here, as the scanner numbers them. */
const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  text: 10,
  unknown: 16,
  end: 17,
};

const DEEPEST = 64;

interface Level {
  readonly kind: 'map' | 'list';
  readonly beside: string[];
  key: string | null;
}

/**
 * The strings of a JSON text in source order; read token by token, so that no nesting is too deep. Comments, and names
 * without quotes, are read as in JSON5. `offset`: where `text` begins in the file that `lines` counts.
 */
export function jsonPairs(text: string, lines: TextLines, offset = 0): ConfigPair[] {
  const scanner = createScanner(text, true);
  const pairs: ConfigPair[] = [];
  const levels: Level[] = [];
  for (let token: number = scanner.scan(); token !== TOKEN.end && pairs.length < MOST_PAIRS; token = scanner.scan()) {
    const level = levels.at(-1);
    if (token === TOKEN.openBrace || token === TOKEN.openBracket) {
      levels.push({ kind: token === TOKEN.openBrace ? 'map' : 'list', beside: [], key: null });
    } else if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) levels.pop();
    else if (!level) continue;
    else if (token === TOKEN.text) string(level, scanner.getTokenValue());
    else if (token === TOKEN.unknown) unquoted(level, scanner.getTokenValue());
    else if (token === TOKEN.comma) level.key = null;
  }
  return pairs;

  /** `name: "x"`, `'x'`: a name, or a word between single quotes. */
  function unquoted(level: Level, token: string): void {
    const word = /^'([^']*)'$/u.exec(token)?.[1];
    if (word !== undefined || (level.kind === 'map' && level.key === null)) string(level, word ?? token);
  }

  function string(level: Level, value: string): void {
    if (level.kind === 'map' && level.key === null) {
      level.key = value;
      level.beside.push(value);
      return;
    }
    if (levels.length > DEEPEST) return;
    const start = offset + scanner.getTokenOffset();
    const keys = levels.flatMap(({ key }) => (key === null ? [] : [key]));
    const inMap = [...levels].reverse().find(({ kind }) => kind === 'map');
    pairs.push({
      keys,
      value,
      range: lines.range(start, start + scanner.getTokenLength()),
      beside: inMap?.beside ?? [],
      item: level.kind === 'list',
    });
  }
}
