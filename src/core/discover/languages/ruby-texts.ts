import type { Lower, Walk } from './walk';
import { decodeEscapes } from './escapes';
import { textOf } from './python-strings';
import type { Syntax } from './parse-tree';
import { trimmedIndent, type Parts } from './trimmed-lines';

const LITERALS = /^(?:string|chained_string|heredoc_beginning|bare_string|simple_symbol|delimited_symbol)$/;
/** The bodies of the file's heredocs by where they are spoken of: they stand below the line that names them. */
const heredocs = new WeakMap<Walk, ReadonlyMap<number, Syntax>>();

/** What a literal says; null for any other node. */
export function rubyParts(walk: Walk, node: Syntax): Parts | null {
  if (!LITERALS.test(node.type)) return null;
  if (node.type === 'chained_string') return node.children.flatMap((child) => rubyParts(walk, child) ?? []);
  if (node.type === 'simple_symbol') return [walk.source(node).slice(1)];
  if (node.type === 'heredoc_beginning') return heredoc(walk, node);
  return pieces(walk, node, !/^(?::?'|%q)/.test(walk.source(node)));
}

export const rubyString: Lower = (walk, node) => {
  const body = node.type === 'heredoc_beginning' ? heredocs.get(walk)?.get(node.start) : undefined;
  return textOf({ parts: rubyParts(walk, node) ?? [], range: walk.span(node.start, body?.end ?? node.end) });
};

function pieces(walk: Walk, node: Syntax, escapes: boolean): Parts {
  return node.children.flatMap((child): Parts => {
    if (child.type === 'interpolation') {
      const inner = child.children.at(-1);
      return inner ? [{ source: walk.source(inner), value: walk.lower(inner) }] : [];
    }
    if (/_(?:beginning|end)$/.test(child.type)) return [];
    const source = walk.source(child).replace(/\r\n/g, '\n');
    return [escapes ? decodeEscapes(source) : source.replace(/\\(['\\])/g, '$1')];
  });
}

function heredoc(walk: Walk, node: Syntax): Parts {
  const body = heredocs.get(walk)?.get(node.start);
  if (!body) return [];
  const opening = walk.source(node);
  const parts = pieces(walk, body, !opening.includes("'"));
  return opening.startsWith('<<~') ? trimmedIndent(parts) : parts.map((part, at) => withoutBreak(part, at));
}

/** The content begins behind the line that names it. */
function withoutBreak(part: Parts[number], at: number): Parts[number] {
  return at === 0 && typeof part === 'string' ? part.replace(/^\n/, '') : part;
}

/** Notes which body belongs to which heredoc: they follow each other in the same order. */
export function noteHeredocs(walk: Walk, root: Syntax): void {
  const beginnings: Syntax[] = [];
  const bodies: Syntax[] = [];
  const open: Syntax[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'heredoc_beginning') beginnings.push(node);
    if (node.type === 'heredoc_body') bodies.push(node);
    open.push(...node.children);
  }
  const sorted = [beginnings, bodies].map((nodes) => nodes.sort((a, b) => a.start - b.start));
  const found = new Map<number, Syntax>();
  sorted[0]?.forEach((beginning, at) => {
    const body = sorted[1]?.[at];
    if (body) found.set(beginning.start, body);
  });
  heredocs.set(walk, found);
}
