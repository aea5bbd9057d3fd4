import type { CodeFacts, Range, SuppressionComment } from '../model';

const MARK = /ai-baseline-ignore(-next-line)?(?=[\s:]|$)([^\n]*)/;
const UNTIL = /(?:^|\s)until=(\S+)/;
/** The same in the reason, where brackets and full stops may surround it. */
const UNTIL_IN_REASON = /(?:^|\s)[([]?until=([^\s,;.()[\]]+)[,;.)\]]*/;
const RULE = /^[a-z][a-z0-9-]*$/;

/** The suppressions in the comments of a parsed file. */
export function suppressionsInCode(facts: CodeFacts): SuppressionComment[] {
  return facts.comments.flatMap(({ text, range }) => readSuppression(text, range) ?? []);
}

/**
 * The suppressions in a text that no adapter parses: HTML comments in Markdown (`#` in its front matter), `#` and `//`
 * comments elsewhere. Only lines that hold the mark are looked at.
 */
export function suppressionsInText(path: string, text: string): SuppressionComment[] {
  if (!text.includes('ai-baseline-ignore')) return [];
  const marked = /\.(?:md|mdx|mdc|markdown|html?)$/i.test(path);
  const lines = text.split(/\r\n|\r|\n/);
  const body = marked ? frontMatterEnd(lines) : 0;
  return lines.flatMap((line, at) => {
    const markdown = marked && at >= body;
    const start = commentStart(line, markdown);
    if (start < 0) return [];
    const end = markdown ? line.indexOf('-->', start) : line.length;
    const comment = line.slice(start, end < 0 ? line.length : end);
    const range = {
      line: at + 1,
      column: start + 1,
      endLine: at + 1,
      endColumn: (end < 0 ? line.length : markdown ? end + 3 : end) + 1,
    };
    return readSuppression(comment, range) ?? [];
  });
}

/** Number of the lines that front matter takes, its fences too; 0 where there is none. */
function frontMatterEnd(lines: readonly string[]): number {
  if (!/^\uFEFF?---[ \t]*$/.test(lines[0] ?? '')) return 0;
  return lines.findIndex((line, at) => at > 0 && /^---[ \t]*$/.test(line)) + 1;
}

/** Where the comment that holds the mark begins; -1 where the mark stands in no comment. */
function commentStart(line: string, markdown: boolean): number {
  const mark = line.indexOf('ai-baseline-ignore');
  if (mark < 0) return -1;
  const before = line.slice(0, mark);
  if (markdown) return before.lastIndexOf('<!--');
  return Math.max(
    before.lastIndexOf('#'),
    before.lastIndexOf('//'),
    before.lastIndexOf(';'),
    before.lastIndexOf('--'),
    before.lastIndexOf('/*'),
  );
}

/**
 * Reads `ai-baseline-ignore[-next-line] rule[, …] [until=YYYY-MM-DD] -- reason`; null where the comment is none. An end
 * that stands behind the dashes is one as well: taken for a piece of the reason, the suppression would never end.
 */
function readSuppression(comment: string, range: Range): SuppressionComment | null {
  const found = MARK.exec(comment);
  if (!found) return null;
  const said = (found[2] ?? '').replace(/(?:\*\/|-->)\s*$/, '').replace(/^:/, '');
  const dashes = /(?:^|\s)(?:--|—|–)(?:\s|$)/.exec(said);
  const head = dashes ? said.slice(0, dashes.index) : said;
  const written = dashes ? said.slice(dashes.index + dashes[0].length) : '';
  const rules = head
    .replace(UNTIL, ' ')
    .split(/[\s,]+/)
    .filter((word) => RULE.test(word));
  return {
    rules,
    until: UNTIL.exec(head)?.[1] ?? UNTIL_IN_REASON.exec(written)?.[1] ?? null,
    reason: written.replace(UNTIL_IN_REASON, ' ').trim(),
    line: found[1] === undefined ? range.endLine : range.endLine + 1,
    range,
  };
}
