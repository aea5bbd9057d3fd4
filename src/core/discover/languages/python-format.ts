import type { Hole, Range, Value } from '../../model';
import type { Parts } from './python-strings';

/** An argument of a format call or `%`: its source text and what it was lowered to. */
export interface Filler {
  readonly source: string;
  readonly value: Value;
}

export interface Fillers {
  readonly positional: readonly Filler[];
  readonly named: ReadonlyMap<string, Filler>;
  /** Where names that no argument gives come from: `% values`. */
  readonly mapping: Filler | null;
  readonly range: Range;
}

/** Runs `pieces` over the literal stretches; holes that are there already stay. */
function fill(text: Parts, pieces: (literal: string) => (string | Hole)[]): Parts {
  return { parts: text.parts.flatMap((part) => (typeof part === 'string' ? pieces(part) : [part])), range: text.range };
}

/** `'…{name!r:>10}…'.format(name=x)`: `{{` becomes `{`, fields become holes, what is no field stays. */
export function formatBraces(text: Parts, fillers: Fillers): Parts {
  let next = 0;
  return fill(text, (literal) => {
    const parts: (string | Hole)[] = [];
    let from = 0;
    for (let at = 0; at < literal.length; at++) {
      const char = literal[at];
      if (char !== '{' && char !== '}') continue;
      const end = literal[at + 1] === char ? at : fieldEnd(literal, at);
      if (end < at) continue;
      parts.push(literal.slice(from, end === at ? at + 1 : at));
      if (end === at) at++;
      else {
        const field = /^[^!:]*/u.exec(literal.slice(at + 1, end))?.[0] ?? '';
        parts.push(braceHole(/^\d|^\w/u.test(field) ? field : `${next++}${field}`, field, fillers));
        at = end;
      }
      from = at + 1;
    }
    return [...parts, literal.slice(from)];
  });
}

/** Where the field that opens at `open` closes; -1 where it does not within a reasonable length. */
function fieldEnd(literal: string, open: number): number {
  if (literal[open] !== '{') return -1;
  let depth = 0;
  for (let at = open; at < Math.min(literal.length, open + 200); at++) {
    if (literal[at] === '{') depth++;
    else if (literal[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

/** `name.attribute[key]` of a field, looked up in the arguments. */
function braceHole(path: string, field: string, fillers: Fillers): Hole {
  const [head = '', ...steps] = path.split(/[.[\]]+/u).filter((step) => step !== '');
  const filler = /^\d+$/u.test(head) ? fillers.positional[Number(head)] : fillers.named.get(head);
  if (filler === undefined) return { source: field, value: { kind: 'unknown', range: fillers.range } };
  const value = steps.reduce<Value>(
    (object, name) => ({ kind: 'member', object, name, range: filler.value.range }),
    filler.value,
  );
  return { source: filler.source + path.slice(head.length), value };
}

const PERCENT = /%(?:\(([^()]*)\))?[-#0 +]*(\*|\d+)?(?:\.(\*|\d+))?[hlL]?([diouxXeEfFgGcrsa%])/gu;

/** `'…%s… %(name)d' % values`. */
export function formatPercent(text: Parts, fillers: Fillers): Parts {
  let next = 0;
  const take = (source: string): Hole =>
    fillers.positional[next++] ?? { source, value: { kind: 'unknown', range: fillers.range } };
  return fill(text, (literal) => {
    const parts: (string | Hole)[] = [];
    let from = 0;
    for (const match of literal.matchAll(PERCENT)) {
      const [whole, name, width, precision, conversion] = match;
      parts.push(literal.slice(from, match.index));
      from = match.index + whole.length;
      next += Number(width === '*') + Number(precision === '*');
      if (conversion === '%') parts.push('%');
      else parts.push(name === undefined ? take(whole) : namedHole(name, fillers));
    }
    return [...parts, literal.slice(from)];
  });
}

function namedHole(name: string, { named, mapping, range }: Fillers): Hole {
  const filler = named.get(name);
  if (filler) return filler;
  const value: Value = mapping ? { kind: 'member', object: mapping.value, name, range } : { kind: 'unknown', range };
  return { source: name, value };
}
