import type { Hole } from '../../model';
import { decodeEscapes, dedent } from './escapes';
import { formatBraces } from './python-format';
import { textOf } from './python-strings';
import { childOf, type Syntax } from './parse-tree';
import type { Lower, Walk } from './walk';

type Parts = (string | Hole)[];

/** What a literal, an interpolated string or `string.Format` of a literal says; null for any other node. */
export function csharpParts(walk: Walk, node: Syntax): Parts | null {
  const inner = walk.unwrap(node);
  switch (inner.type) {
    case 'string_literal':
    case 'character_literal':
    case 'verbatim_string_literal':
    case 'raw_string_literal':
    case 'interpolated_string_expression':
      return literal(walk, inner);
    case 'invocation_expression':
      return formatted(walk, inner);
    default:
      return null;
  }
}

export const csharpString: Lower = (walk, node) =>
  textOf({ parts: csharpParts(walk, node) ?? [], range: walk.range(node) });

/** The marks around a literal say how its inside is to be read: `@` verbatim, three quotes raw, `$` with holes. */
function literal(walk: Walk, node: Syntax): Parts {
  const source = walk.source(node);
  const [opening = '', signs = '', quotes = ''] = /^([$@]*)("+|')/.exec(source) ?? [];
  const raw = quotes.length > 2;
  const closing = raw ? quotes : quotes.slice(0, 1);
  const from = node.start + opening.length - (raw ? 0 : quotes.length - closing.length);
  const closed = source.endsWith(closing) && node.end - closing.length >= from;
  const parts = pieces(walk, node, { from, to: closed ? node.end - closing.length : node.end });
  if (raw) return rawText(parts);
  const verbatim = signs.includes('@');
  const holed = signs.includes('$');
  return parts.map((part) => {
    if (typeof part !== 'string') return part;
    const decoded = verbatim ? part.replaceAll('""', '"') : decodeEscapes(part);
    return holed ? decoded.replace(/\{\{|\}\}/g, (braces) => braces.charAt(0)) : decoded;
  });
}

/** The stretches between the holes as they are written, with line ends as LF, and the holes. */
function pieces(walk: Walk, node: Syntax, { from, to }: { from: number; to: number }): Parts {
  const parts: Parts = [];
  const literal = (start: number, end: number): void => {
    if (end > start) parts.push(walk.text.slice(start, end).replace(/\r\n?/g, '\n'));
  };
  let at = from;
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    literal(at, child.start);
    at = child.end;
    const inner = child.children.find((part) => !part.type.startsWith('interpolation_'));
    if (inner) parts.push({ source: walk.source(inner), value: walk.lower(inner) });
  }
  literal(at, to);
  return parts;
}

/** A raw text over several lines begins after its first line end, and loses the indentation of its closing marks. */
function rawText(parts: Parts): Parts {
  const [first] = parts;
  const last = parts.at(-1);
  if (typeof first !== 'string' || typeof last !== 'string' || !/^[ \t]*\n/.test(first)) return parts;
  const indent = /\n([ \t]*)$/.exec(last)?.[1] ?? '';
  const body = parts.map((part, at) => {
    if (typeof part !== 'string') return part;
    const begun = at === 0 ? part.replace(/^[ \t]*\n/, '') : part;
    return at === parts.length - 1 ? begun.replace(/(?:^|\n)[ \t]*$/, '') : begun;
  });
  return dedent(body, indent).filter((part) => part !== '');
}

/** `string.Format("…{0}…", a)`. */
function formatted(walk: Walk, node: Syntax): Parts | null {
  const callee = childOf(node, 'function');
  const [first, ...rest] = childOf(node, 'arguments')?.children ?? [];
  const text = first?.children.at(-1);
  if (!callee || !text || !/^(?:verbatim_|raw_)?string_literal$/.test(text.type)) return null;
  // A chain of calls is a long callee, and has as many ends: most are not even looked at.
  if (callee.end - callee.start !== 'string.Format'.length || !/^[sS]tring\.Format$/.test(walk.source(callee)))
    return null;
  const fillers = rest.flatMap((arg) => {
    const value = arg.children.at(-1);
    return value ? [{ source: walk.source(value), value: walk.lower(value) }] : [];
  });
  const range = walk.range(node);
  const given = { positional: fillers, named: new Map<string, never>(), mapping: null, range };
  return [...formatBraces({ parts: literal(walk, text), range }, given).parts];
}
