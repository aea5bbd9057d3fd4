import { linesOf, literalOf, pairAt } from './line-pairs';
import { listsIn } from './script-lists';
import type { ConfigPair } from './pairs';

/** Variables of Make, Docker and the shell: `X ?= v`, `ARG X=v`, `ENV X v`, `export X=v`. */
const VARIABLE = /^\s*(?:(?:export|ARG|ENV|set|local|readonly|declare)\s+)?([A-Za-z_]\w*)\s*(?:[:?+]{0,2}=)\s*(\S.*)$/u;
const ENV = /^\s*ENV\s+([A-Za-z_]\w*)\s+(\S.*)$/u;
const DEFAULT = /^\$\{\w+:?[-=]([^}]+)\}$/u;
/** `$X`, `${X}`, `$(X)`, `$$X` in a recipe of Make: the closing bracket may be left out, since it ends a word in a command. */
const ALONE = /^\$\$?[({]?([A-Za-z_]\w*)[)}]?$/u;
const WITHIN = /\$(?:\{([A-Za-z_]\w*)\}|\(([A-Za-z_]\w*)\)|([A-Za-z_]\w*))/gu;

/** The variable that a line sets to one word. */
export function assigned(line: string, number: number): ConfigPair | null {
  const parts = VARIABLE.exec(line) ?? ENV.exec(line);
  if (!parts) return null;
  const [, key = '', rest = ''] = parts;
  const literal = literalOf(rest, '#');
  if (!literal || /\s/u.test(literal.value)) return null;
  const value = DEFAULT.exec(literal.value)?.[1] ?? literal.value;
  return pairAt([key], value, number, line.length - rest.length, literal.length);
}

/** The pairs of a script, with the values of its variables put in. What is a variable alone is named where that is set. */
export function withVariables(pairs: readonly ConfigPair[], text: string): ConfigPair[] {
  if (!pairs.some(({ value }) => value.includes('$'))) return [...pairs];
  const known = variablesIn(text);
  const lists = listsIn(text);
  return pairs.flatMap((pair) => {
    if (!pair.value.includes('$')) return [pair];
    const name = ALONE.exec(pair.value)?.[1] ?? '';
    const each = lists.get(name) ?? [];
    if (each.length > 1) return each.map((meant) => ({ ...meant, keys: pair.keys }));
    const meant = known.get(name);
    return [meant ? { ...meant, keys: pair.keys } : { ...pair, value: filledIn(pair.value, known) }];
  });
}

/** The lines of a script with its variables put in. */
export function fillerOf(text: string): (line: string) => string {
  if (!text.includes('$')) return (line) => line;
  const known = variablesIn(text);
  return (line) => (line.includes('$') ? filledIn(line, known) : line);
}

/** `for part in day night`: the first value stands for all. */
const EACH = /^\s*for\s+([A-Za-z_]\w*)\s+in\s+["']?([\w./:-]+)/u;

/** The last value counts, as long as it is a word of its own. */
function variablesIn(text: string): ReadonlyMap<string, ConfigPair> {
  const found = new Map<string, ConfigPair>();
  for (const { line, number } of linesOf(text)) {
    const pair = line.includes('=') || line.includes('ENV') ? assigned(line, number) : null;
    if (pair && !pair.value.includes('$')) found.set(pair.keys[0] ?? '', pair);
    const [each, name = '', first = ''] = EACH.exec(line) ?? [];
    if (each !== undefined) found.set(name, pairAt([name], first, number, 0, line.length));
  }
  return found;
}

function filledIn(value: string, known: ReadonlyMap<string, ConfigPair>): string {
  return value.replace(
    WITHIN,
    (whole, inBraces?: string, inBrackets?: string, bare?: string) =>
      known.get(inBraces ?? inBrackets ?? bare ?? '')?.value ?? whole,
  );
}
