import { dedent } from './escapes';
import { textOf } from './python-strings';
import { childOf, type Syntax } from './parse-tree';
import { formatDirectives } from './printf';
import type { Parts } from './trimmed-lines';
import type { Lower, Walk } from './walk';

/** A backslash before any other letter stands for itself. */
const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,8})\}|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([nrtvef\\$"]))/g;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v', e: '\x1b', f: '\f' };
const LITERALS = /^(?:string_content|escape_sequence|nowdoc_string)$/;

/** What a literal says, or what `sprintf` makes of one; null for any other node. */
export function phpParts(walk: Walk, node: Syntax): Parts | null {
  switch (node.type) {
    case 'string':
      return [single(inside(walk, node))];
    case 'encapsed_string': {
      const opening = walk.source(node).indexOf('"') + 1;
      return decoded(pieces(walk, node, node.start + opening, closing(walk, node)), '"');
    }
    case 'heredoc':
    case 'nowdoc':
      return longText(walk, node);
    case 'function_call_expression':
      return formatted(walk, node);
    case 'name':
      return walk.source(node) === 'PHP_EOL' ? ['\n'] : null;
    default:
      return null;
  }
}

export const phpString: Lower = (walk, node) => textOf({ parts: phpParts(walk, node) ?? [], range: walk.range(node) });

function inside(walk: Walk, node: Syntax): string {
  const from = walk.source(node).indexOf("'") + 1;
  return lines(walk.text.slice(node.start + from, closing(walk, node)));
}

/** Where the closing quote stands; half-typed texts have none. */
function closing(walk: Walk, node: Syntax): number {
  return node.end - node.start > 1 && /["']/.test(walk.text[node.end - 1] ?? '') ? node.end - 1 : node.end;
}

function single(source: string): string {
  return source.replace(/\\([\\'])/g, '$1');
}

function lines(source: string): string {
  return source.replace(/\r\n/g, '\n');
}

/** Literal stretches as they are written, and what is put in: `$x`, `{$x->y}`, `${x}`. */
function pieces(walk: Walk, node: Syntax, start: number, end: number): Parts {
  const parts: Parts = [];
  let from = start;
  for (const child of node.children) {
    if (LITERALS.test(child.type) || child.end <= from || child.start >= end) continue;
    const braces = walk.text[child.start - 1] === '{' && walk.text[child.end] === '}' ? 1 : 0;
    if (child.start - braces > from) parts.push(lines(walk.text.slice(from, child.start - braces)));
    parts.push({ source: walk.source(child), value: walk.lower(child) });
    from = child.end + braces;
  }
  if (end > from) parts.push(lines(walk.text.slice(from, end)));
  return parts;
}

/** `quote`: the one that is written with a backslash. */
function decoded(parts: Parts, quote: string): Parts {
  return parts.map((part) => {
    if (typeof part !== 'string' || !part.includes('\\')) return part;
    return part.replace(ESCAPE, (all: string, ...groups: (string | undefined)[]) => {
      const [braced, two, octal, letter] = groups;
      if (letter !== undefined) return letter === '"' && quote === '' ? all : (LETTERS[letter] ?? letter);
      const code = octal === undefined ? parseInt(braced ?? two ?? '', 16) : parseInt(octal, 8) & 0xff;
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    });
  });
}

/** Lines between the two markers, without what the last one is indented by. */
function longText(walk: Walk, node: Syntax): Parts {
  const opening = childOf(node, 'identifier');
  const marker = childOf(node, 'end_tag');
  if (!opening) return [];
  const start = walk.text.indexOf('\n', opening.end) + 1;
  const lastBreak = walk.text.lastIndexOf('\n', (marker?.start ?? node.end) - 1);
  const end = marker && marker.start < marker.end ? lastBreak : node.end;
  if (start === 0 || end < start) return [];
  const indent = marker ? (/^[ \t]*/.exec(walk.text.slice(lastBreak + 1, marker.end))?.[0] ?? '') : '';
  const body = childOf(node, 'value') ?? node;
  const literal = walk.text[end - 1] === '\r' ? end - 1 : end;
  if (node.type === 'nowdoc') return dedent([lines(walk.text.slice(start, literal))], indent);
  return decoded(dedent(pieces(walk, body, start, literal), indent), '');
}

/** `sprintf('…%s…', $x)`. */
function formatted(walk: Walk, node: Syntax): Parts | null {
  const callee = childOf(node, 'function');
  if (!callee || !/^\\?sprintf$/i.test(walk.source(callee))) return null;
  const args = (childOf(node, 'arguments')?.children ?? []).map((argument) => argument.children.at(-1));
  const [text, ...rest] = args;
  const inner = text && walk.unwrap(text);
  if (!inner || !/^(?:string|encapsed_string|heredoc|nowdoc)$/.test(inner.type)) return null;
  const fillers = rest.flatMap((arg) => (arg ? [{ source: walk.source(arg), value: walk.lower(arg) }] : []));
  return formatDirectives(phpParts(walk, inner) ?? [], fillers);
}
