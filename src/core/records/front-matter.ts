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
  /** Where it does not close: the marks that were meant to close it and stand behind a word, else the opening fence. */
  readonly broken: { readonly start: number; readonly end: number };
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
    if (CLOSING.test(line)) {
      const broken = { start: fence, end: fence + 3 };
      return { fence, start, end: at, body: Math.min(end + 1, text.length), closed: true, broken };
    }
    if (unclosed === null && line.trim() !== '' && !KEY_OR_CONTINUATION.test(line)) unclosed = at;
    at = end + 1;
  }
  const end = unclosed ?? text.length;
  const broken = gluedFence(text, start, end) ?? { start: fence, end: fence + 3 };
  return { fence, start, end, body: end, closed: false, broken };
}

const GLUED = /[^\s-](-{3,})[ \t]*\r*$/u;

/** `value---` at the end of a line of keys, or of the whole text. */
function gluedFence(text: string, from: number, keysEnd: number): FrontMatter['broken'] | null {
  for (let at = from; at < keysEnd; at = lineEnd(text, at) + 1) {
    const found = gluedAt(text, at, Math.min(lineEnd(text, at), at + 2000));
    if (found) return found;
  }
  const end = text.trimEnd().length;
  return gluedAt(text, Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 2000), end);
}

function gluedAt(text: string, start: number, end: number): FrontMatter['broken'] | null {
  const marks = GLUED.exec(text.slice(start, end));
  if (!marks) return null;
  const at = start + marks.index + 1;
  return { start: at, end: at + (marks[1]?.length ?? 3) };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** What is wrong with a front matter that does not close. */
export function unclosedWords({ broken, fence }: FrontMatter): string {
  return broken.start === fence
    ? 'The front matter does not end: a line --- is missing'
    : 'The front matter does not end: --- has to stand on a line of its own';
}
