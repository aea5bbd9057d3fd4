/** Where the YAML of a Markdown file lies; offsets into the text. */
export interface FrontMatter {
  /** First code unit after the opening fence's line. */
  readonly start: number;
  /** First code unit after the YAML. */
  readonly end: number;
  /** First code unit of the Markdown. */
  readonly body: number;
  readonly closed: boolean;
  /** Offset of the opening fence. */
  readonly fence: number;
}

const FENCE = /^---[ \t]*\r*$/u;
const CLOSING = /^(---|\.\.\.)[ \t]*\r*$/u;
const KEY_OR_CONTINUATION = /^([\w"'-][^:#]*:(\s|$)|[ \t]|-( |$)|#($| [^#])|[\]}])/u;

/**
 * Finds the front matter of a Markdown text; null where it has none. Where the closing fence is missing, what still looks
 * like keys is taken for it, up to the first line that does not.
 */
export function frontMatter(text: string): FrontMatter | null {
  const fence = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const opening = lineEnd(text, fence);
  if (!FENCE.test(text.slice(fence, opening))) return null;
  const start = Math.min(opening + 1, text.length);
  let unclosed: number | null = null;
  for (let at = start; at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, Math.min(end, at + 2000));
    if (CLOSING.test(line)) return { fence, start, end: at, body: Math.min(end + 1, text.length), closed: true };
    if (unclosed === null && line.trim() !== '' && !KEY_OR_CONTINUATION.test(line)) unclosed = at;
    at = end + 1;
  }
  const end = unclosed ?? text.length;
  return { fence, start, end, body: end, closed: false };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
