import type { Hole } from '../../model';
import { decodeEscapes } from './escapes';
import { formatDirectives } from './printf';
import { textOf } from './python-strings';
import { childOf, type Syntax } from './parse-tree';
import type { Lower, Walk } from './walk';

/** What an interpreted or raw string says, or `fmt.Sprintf` of one; null for any other node. */
export function goParts(walk: Walk, node: Syntax): (string | Hole)[] | null {
  const inner = walk.unwrap(node);
  const source = walk.source(inner);
  if (inner.type === 'interpreted_string_literal') {
    return [decodeEscapes(source.slice(1, source.length > 1 && source.endsWith('"') ? -1 : undefined))];
  }
  // Go drops carriage returns from raw strings.
  if (inner.type === 'raw_string_literal') return [source.replace(/^`|`$/g, '').replaceAll('\r', '')];
  return inner.type === 'call_expression' ? sprintf(walk, inner) : null;
}

export const goString: Lower = (walk, node) => textOf({ parts: goParts(walk, node) ?? [], range: walk.range(node) });

function sprintf(walk: Walk, node: Syntax): (string | Hole)[] | null {
  const callee = childOf(node, 'function');
  const [first, ...rest] = childOf(node, 'arguments')?.children ?? [];
  if (!callee || !first || walk.source(callee) !== 'fmt.Sprintf' || !isLiteral(walk, first)) return null;
  const value = walk.lower(first);
  if (value.kind !== 'text') return null;
  const fillers = rest.map((arg) => ({ source: walk.source(arg), value: walk.lower(arg) }));
  return formatDirectives([value.text], fillers);
}

/** A literal, or a chain of literals joined by `+` and nothing else: lowering it records no calls. */
function isLiteral(walk: Walk, node: Syntax): boolean {
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const inner = walk.unwrap(next);
    const left = childOf(inner, 'left');
    const right = childOf(inner, 'right');
    if (inner.type === 'binary_expression' && left && right) open.push(right, left);
    else if (!inner.type.endsWith('string_literal')) return false;
  }
  return true;
}
