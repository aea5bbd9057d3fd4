import type { Hole, Value } from '../../model';
import { decodeEscapes } from './escapes';
import { formatBraces } from './python-format';
import { textOf } from './python-strings';
import { childOf, type Syntax } from './parse-tree';
import { itemsOf } from './rust-tokens';
import type { Lower, Walk } from './walk';

type Parts = readonly (string | Hole)[];

/** What a literal, or `format!` or `concat!` of literals, says; null for any other node. */
export function rustParts(walk: Walk, node: Syntax): Parts | null {
  const inner = walk.unwrap(node);
  if (inner.type === 'string_literal' || inner.type === 'raw_string_literal') return [literal(walk.source(inner))];
  return inner.type === 'macro_invocation' ? written(walk, inner) : null;
}

export const rustString: Lower = (walk, node) =>
  textOf({ parts: rustParts(walk, node) ?? [], range: walk.range(node) });

function literal(source: string): string {
  const text = source.replaceAll('\r\n', '\n');
  const raw = /^[bc]?r(#*)"/.exec(text);
  if (raw) {
    const closing = `"${raw[1] ?? ''}`;
    return text.slice(raw[0].length, text.endsWith(closing) ? -closing.length : undefined);
  }
  const inside = text.replace(/^[bc]?"/, '');
  return decodeEscapes(inside.endsWith('"') ? inside.slice(0, -1) : inside);
}

/** Macros that write a text out of their first argument and the others. */
const FORMATS = /^(?:format|format_args|formatdoc|println|print|eprintln|eprint|panic|info|debug|warn|error|trace)$/;

function written(walk: Walk, node: Syntax): Parts | null {
  const macro = childOf(node, 'macro');
  const name = macro ? walk.source(macro) : '';
  if (!/^(?:format|format_args|formatdoc|concat|indoc)$/.test(name)) return null;
  const items = itemsOf(walk, node);
  const [first] = items;
  const text = first ? rustParts(walk, first) : null;
  if (!text) return null;
  if (name === 'concat') return items.flatMap((item) => rustParts(walk, item) ?? [walk.source(item)]);
  return name === 'indoc' ? text : filled(walk, node, text, items.slice(1));
}

/** True for the macros whose first argument is a message for people. */
export function isMessage(name: string): boolean {
  return FORMATS.test(name);
}

/** `{}`, `{0}`, `{name}`, `{name:?}`; a name that no argument gives is a variable. */
function filled(walk: Walk, node: Syntax, text: Parts, args: readonly Syntax[]): Parts {
  const range = walk.range(node);
  const positional: Hole[] = [];
  const named = new Map<string, Hole>();
  for (const arg of args) {
    const left = childOf(arg, 'left');
    const right = childOf(arg, 'right');
    if (arg.type === 'assignment_expression' && left && right)
      named.set(walk.source(left), { source: walk.source(right), value: walk.lower(right) });
    else positional.push({ source: walk.source(arg), value: walk.lower(arg) });
  }
  for (const part of text) {
    if (typeof part !== 'string') continue;
    for (const [, name = ''] of part.matchAll(/\{([A-Za-z_]\w*)/g)) {
      const value: Value = { kind: 'name', name, range };
      if (!named.has(name)) named.set(name, { source: name, value });
    }
  }
  return formatBraces({ parts: text, range }, { positional, named, mapping: null, range }).parts;
}
