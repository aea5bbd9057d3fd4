import type { Value } from '../../model';
import { decodeEscapes } from './escapes';
import { textOf } from './python-strings';
import type { Syntax } from './parse-tree';
import { formatDirectives } from './printf';
import { trimmedIndent, trimmedMargin, type Parts } from './trimmed-lines';
import type { Lower, Walk } from './walk';

/** What a literal says, and what stays of it after `trimIndent()`, `trimMargin()` and `format(…)`; null for other nodes. */
export function kotlinParts(walk: Walk, node: Syntax): Parts | null {
  if (node.type === 'string_literal' || node.type === 'multiline_string_literal') return literalParts(walk, node);
  if (node.type === 'character_literal') return [decodeEscapes(walk.source(node).slice(1, -1))];
  return node.type === 'call_expression' ? ofMethod(walk, node) : null;
}

export const kotlinString: Lower = (walk, node) =>
  textOf({ parts: kotlinParts(walk, node) ?? [], range: walk.range(node) });

function literalParts(walk: Walk, node: Syntax): Parts {
  const raw = node.type === 'multiline_string_literal';
  const quotes = raw ? 3 : 1;
  const closed = node.end - node.start >= 2 * quotes && walk.source(node).endsWith('"'.repeat(quotes));
  const end = closed ? node.end - quotes : node.end;
  const parts: Parts = [];
  let from = node.start + quotes;
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    parts.push(...plain(walk, from, child.start, raw), ...interpolation(walk, child));
    from = child.end;
  }
  return [...parts, ...plain(walk, from, end, raw)];
}

/** `${name}` and `$name`; a character in it is a way to write a dollar sign. */
function interpolation(walk: Walk, node: Syntax): Parts {
  const [inner] = node.children;
  if (!inner) return [];
  if (inner.type === 'character_literal') return [decodeEscapes(walk.source(inner).slice(1, -1))];
  return [{ source: walk.source(inner), value: walk.lower(inner) }];
}

/** A stretch without `${…}`. The parser leaves `$name` in plain literals as text. */
function plain(walk: Walk, from: number, to: number, raw: boolean): Parts {
  const source = walk.text.slice(from, Math.max(from, to)).replace(/\r\n?/g, '\n');
  const parts: Parts = [];
  let at = 0;
  for (const match of source.matchAll(/\\[\s\S]|\$([A-Za-z_]\w*)/g)) {
    const name = match[1];
    if (name === undefined) continue;
    const range = walk.span(from + match.index + 1, Math.min(to, from + match.index + match[0].length));
    const value: Value = { kind: 'name', name, range };
    parts.push(decoded(source.slice(at, match.index), raw), { source: name, value });
    at = match.index + match[0].length;
  }
  return [...parts, decoded(source.slice(at), raw)].filter((part) => part !== '');
}

function decoded(source: string, raw: boolean): string {
  return raw ? source : decodeEscapes(source);
}

/** `"…".trimIndent()`, `"…%s".format(a)`, `String.format("…%s", a)` of literals. */
function ofMethod(walk: Walk, node: Syntax): Parts | null {
  const [callee, given] = node.children;
  const [object, method] = callee?.type === 'navigation_expression' ? callee.children : [];
  if (!object || !method) return null;
  const name = walk.source(method);
  const args = (given?.type === 'value_arguments' ? given.children : []).flatMap((each) => each.children.slice(-1));
  const [first, ...rest] = args;
  if (name === 'format' && walk.source(object) === 'String' && first) return formatted(walk, first, rest);
  if (name === 'format') return formatted(walk, object, args);
  return isLiteral(object) ? trimmed(walk, name, object, first) : null;
}

function trimmed(walk: Walk, name: string, object: Syntax, given: Syntax | undefined): Parts | null {
  if (name === 'trimIndent') return trimmedIndent(literalParts(walk, object));
  if (name !== 'trimMargin') return null;
  return trimmedMargin(literalParts(walk, object), given ? walk.source(given).replace(/^"|"$/g, '') : '|');
}

function isLiteral({ type }: Syntax): boolean {
  return type === 'string_literal' || type === 'multiline_string_literal';
}

function formatted(walk: Walk, text: Syntax, args: readonly Syntax[]): Parts | null {
  if (!isLiteral(text)) return null;
  const fillers = args.map((arg) => ({ source: walk.source(arg), value: walk.lower(arg) }));
  return formatDirectives(literalParts(walk, text), fillers);
}
