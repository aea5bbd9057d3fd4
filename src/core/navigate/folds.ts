import type { Fold } from '../model';
import { assistContext } from '../records/assist-context';
import type { AssistContext } from '../records/assist-context';
import type { NavigationInput } from './input';

const MOST_LINES = 20_000;

/** What can be folded in a record: its front matter, and in its YAML every section and comment. Null for other files. */
export function foldsIn(path: string, text: string, input: NavigationInput): Fold[] | null {
  const { catalogue, configuration, snapshot } = input;
  const context = assistContext(path, text, { ...snapshot, catalogue, configuration });
  if (context === null) return null;
  const last = Math.min(context.lastLine, text.split('\n').length, context.firstLine + MOST_LINES);
  const inside = [...comments(context, last), ...sections(context, last)];
  const front: Fold[] =
    context.format === 'markdown' ? [{ line: context.firstLine - 1, endLine: last + 1, type: 'region' }] : [];
  return [...front, ...inside].sort((a, b) => a.line - b.line || b.endLine - a.endLine);
}

function* comments({ lines, firstLine }: AssistContext, last: number): Iterable<Fold> {
  let start: number | null = null;
  for (let line = firstLine; line <= last + 1; line += 1) {
    const isComment = line <= last && /^\s*#/u.test(lines.lineAt(line));
    if (isComment) start ??= line;
    else if (start !== null) {
      if (line - start > 1) yield { line: start, endLine: line - 1, type: 'comment' };
      start = null;
    }
  }
}

/** By indentation, as YAML itself goes; a list may stand at the indentation of its key. */
function sections({ lines, firstLine }: AssistContext, last: number): Fold[] {
  const found: Fold[] = [];
  const open: { line: number; indent: number; dash: boolean }[] = [];
  let end = firstLine;
  const close = (indent: number, dash: boolean) => {
    for (let top = open.at(-1); top !== undefined && !isInside(top, indent, dash); top = open.at(-1)) {
      if (end > top.line) found.push({ line: top.line, endLine: end, type: 'region' });
      open.pop();
    }
  };
  for (let line = firstLine; line <= last; line += 1) {
    const text = lines.lineAt(line);
    const bare = text.trimStart();
    if (bare === '' || bare.startsWith('#')) continue;
    const indent = text.length - bare.length;
    const dash = /^-(\s|$)/u.test(bare);
    close(indent, dash);
    open.push({ line, indent, dash });
    end = line;
  }
  close(-1, false);
  return found;
}

function isInside(outer: { readonly indent: number; readonly dash: boolean }, indent: number, dash: boolean): boolean {
  return indent > outer.indent || (indent === outer.indent && dash && !outer.dash);
}
