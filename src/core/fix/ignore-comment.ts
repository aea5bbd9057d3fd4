import type { TextReplacement } from '../model';
import { commentStyleAt } from './comment-style';
import type { CommentStyle } from './comment-style';

/** What is to be suppressed, and why. */
export interface IgnoreRequest {
  readonly path: string;
  readonly text: string;
  /** Line of the finding, from 1. */
  readonly line: number;
  readonly rule: string;
  readonly reason: string;
}

const MARK = 'ai-baseline-ignore-next-line';

/**
 * The comment above a line that suppresses a rule there, with the indentation of that line; an entry that is already
 * above it is extended. Null where the file has no comments, or where a line put in between would change what the file
 * says: inside a text that runs over lines, behind a continued line, among the children of an element.
 */
export function ignoreComment(request: IgnoreRequest): TextReplacement | null {
  const { path, text, line, rule } = request;
  const lines = text.split('\n');
  const target = lines[line - 1];
  const style = commentStyleAt(path, lines, line);
  const reason = oneLine(request.reason);
  if (target === undefined || style === null || reason === '' || !/^[a-z][a-z0-9-]*$/u.test(rule)) return null;
  const above = lines[line - 2] ?? '';
  if (above.includes(MARK)) return extended(path, above, line - 1, { rule, reason, style });
  if (!canStandAbove(path, lines, line)) return null;
  const indent = /^[ \t]*/u.exec(target.replace(/^\uFEFF/u, ''))?.[0] ?? '';
  const end = target.endsWith('\r') || above.endsWith('\r') ? '\r\n' : '\n';
  const column = target.startsWith('\uFEFF') ? 2 : 1;
  return {
    path,
    range: { line, column, endLine: line, endColumn: column },
    text: `${indent}${style.open}${MARK} ${rule} -- ${closable(reason, style)}${style.close}${end}`,
  };
}

interface Addition {
  readonly rule: string;
  readonly reason: string;
  readonly style: CommentStyle;
}

function extended(
  path: string,
  above: string,
  line: number,
  { rule, reason, style }: Addition,
): TextReplacement | null {
  const old = above.replace(/\r$/u, '');
  const mark = old.indexOf(MARK) + MARK.length;
  const close = style.close.trim();
  const stop = close !== '' && old.trimEnd().endsWith(close) ? old.lastIndexOf(close) : old.length;
  const said = old.slice(mark, stop).trimEnd();
  const dashes = /\s--(\s|$)/u.exec(said);
  const head = dashes ? said.slice(0, dashes.index) : said;
  const before = dashes ? said.slice(dashes.index + dashes[0].length).trim() : '';
  // Two entries of which one ends on a day cannot share a comment.
  if (said.includes('until=')) return null;
  const reasons = before === '' ? reason : `${before}; ${reason}`;
  const text = `${old.slice(0, mark)}${head.trimEnd()}, ${rule} -- ${closable(reasons, style)}${style.close}`;
  return { path, range: { line, column: 1, endLine: line, endColumn: old.length + 1 }, text };
}

function canStandAbove(path: string, lines: readonly string[], line: number): boolean {
  const above = (lines[line - 2] ?? '').trimEnd();
  const target = (lines[line - 1] ?? '').trimStart();
  if (above.endsWith('\\') || (line === 1 && /^\uFEFF?(#!|<\?xml|---)/u.test(target))) return false;
  const before = lines.slice(0, line - 1).join('\n');
  if (/\.(py|pyi|toml)$/iu.test(path)) return !odd(before, /"""|'''/gu);
  if (/\.[cm]?[jt]sx?$/iu.test(path)) return !odd(before, /(?<!\\)`/gu) && !target.startsWith('<');
  if (/\.ya?ml$/iu.test(path)) return !insideBlockText(lines, line);
  if (/\.(md|markdown)$/iu.test(path)) return !odd(before, /^ {0,3}(```|~~~)/gmu);
  return true;
}

function odd(text: string, mark: RegExp): boolean {
  return [...text.matchAll(mark)].length % 2 === 1;
}

/** True where a line of YAML belongs to a text under `|` or `>`. */
function insideBlockText(lines: readonly string[], line: number): boolean {
  let indent = indentOf(lines[line - 1] ?? '');
  for (let index = line - 2; index >= 0 && indent > 0; index -= 1) {
    const text = lines[index] ?? '';
    if (text.trim() === '' || indentOf(text) >= indent) continue;
    if (/(^|\s)[|>][-+\d]{0,2}\s*(#.*)?$/u.test(text)) return true;
    indent = indentOf(text);
  }
  return false;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** One line, for people to read. */
function oneLine(reason: string): string {
  return reason.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** Words that do not end the comment they stand in. */
function closable(reason: string, style: CommentStyle): string {
  return style.close === '' ? reason : reason.replace(/-+>/gu, '>').replace(/-{2,}/gu, '-');
}
