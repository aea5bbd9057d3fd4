import type { Hole, Value } from '../../model';
import { decodeEscapes, dedent } from './escapes';
import { operatorOf } from './operators';
import { formatDirectives, type Filler } from './printf';
import { textOf } from './python-strings';
import { childOf, type Syntax } from './parse-tree';
import type { Lower, Walk } from './walk';

/** What a string literal or text block says; null for any other node. */
export function javaParts(walk: Walk, node: Syntax): (string | Hole)[] | null {
  if (node.type === 'string_literal') return [literalText(walk.source(node))];
  if (node.type === 'character_literal') return [decodeEscapes(walk.source(node).slice(1, -1))];
  return node.type === 'method_invocation' ? formatted(walk, node) : null;
}

export const javaString: Lower = (walk, node) =>
  textOf({ parts: javaParts(walk, node) ?? [], range: walk.range(node) });

function literalText(source: string): string {
  if (source.startsWith('"""')) return textBlock(source.replace(/\r\n?/g, '\n'));
  const closed = source.length > 1 && source.endsWith('"');
  return decodeEscapes(source.slice(1, closed ? -1 : undefined));
}

/** A text block loses the indentation that all its lines share, that of the closing marks included, and line ends' blanks. */
function textBlock(source: string): string {
  const inside = source.replace(/^"""[ \t\f]*\n?/, '').replace(/"""$/, '');
  const lines = inside.split('\n');
  const last = lines.length - 1;
  const counted = lines.filter((line, at) => at === last || line.trim() !== '');
  const indent = Math.min(...counted.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0));
  const blank = ' '.repeat(Math.max(0, indent));
  const [text] = dedent(
    [
      lines
        .map((line) =>
          line.trim() === '' ? '' : line.replaceAll('\t', ' ').slice(0, indent) + line.slice(indent).trimEnd(),
        )
        .join('\n'),
    ],
    blank,
  );
  return decodeEscapes(text ?? '');
}

/** `"…%s…".formatted(a)`, `String.format("…", a)` and `String.join("\n", "a", "b")` of literals are texts themselves. */
function formatted(walk: Walk, node: Syntax): (string | Hole)[] | null {
  const object = childOf(node, 'object');
  const method = childOf(node, 'name');
  const args = childOf(node, 'arguments')?.children ?? [];
  if (!object || !method) return null;
  const name = walk.source(method);
  if (name === 'formatted') return filled(walk, object, args);
  const [first, ...rest] = args;
  if (!first || walk.source(object) !== 'String') return null;
  if (name === 'format') return filled(walk, first, rest);
  return name === 'join' ? joined(walk, first, rest) : null;
}

function filled(walk: Walk, text: Syntax, args: readonly Syntax[]): (string | Hole)[] | null {
  const parts = isLiteral(walk, text) ? literalParts(walk, text) : null;
  return parts && formatDirectives(parts, fillers(walk, args));
}

function joined(walk: Walk, glue: Syntax, items: readonly Syntax[]): (string | Hole)[] | null {
  if (items.length < 2 || ![glue, ...items].every((item) => isLiteral(walk, item))) return null;
  const between = literalParts(walk, glue) ?? [];
  return items.flatMap((item, at) => [...(at === 0 ? [] : between), ...(literalParts(walk, item) ?? [])]);
}

/** A literal, or a sum with literals first: asked before it is lowered, since lowering twice would record calls twice. */
function isLiteral(walk: Walk, node: Syntax): boolean {
  let inner = walk.unwrap(node);
  for (let left = childOf(inner, 'left'); left; left = childOf(inner, 'left')) {
    if (inner.type !== 'binary_expression' || operatorOf(walk, inner) !== '+') return false;
    inner = walk.unwrap(left);
  }
  return inner.type === 'string_literal';
}

function literalParts(walk: Walk, node: Syntax): (string | Hole)[] | null {
  const value: Value = walk.lower(node);
  if (value.kind !== 'text') return null;
  return value.text.split(/(\{\d+\})/).map((piece) => {
    const hole = /^\{(\d+)\}$/.exec(piece);
    return (hole && value.holes[Number(hole[1])]) ?? piece;
  });
}

function fillers(walk: Walk, args: readonly Syntax[]): Filler[] {
  return args.map((arg) => ({ source: walk.source(arg), value: walk.lower(arg) }));
}
