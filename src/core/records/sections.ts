import { withoutComments } from './answers';

/** One heading of a Markdown text with what stands under it; offsets into the text. */
export interface Section {
  readonly title: string;
  readonly level: number;
  /** The words of the heading, without its marks. */
  readonly start: number;
  readonly end: number;
  /** From the line after the heading to the next heading of any level. */
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** One line of Markdown, with what is code or comment left blank. */
interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Of Markdown, and of AsciiDoc, where words have to follow. */
const ATX = /^ {0,3}(#{1,6}|={1,6}(?=[ \t]+\S))(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$/u;
const FENCE = /^ {0,3}(`{3,}(?!.*`)|~{3,})/u;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/u;

/** The headings of a Markdown text from an offset on, in order: `#` headings and underlined ones, none in code or comments. */
export function readSections(text: string, from: number): Section[] {
  const heads: { title: string; level: number; start: number; end: number; lineStart: number; next: number }[] = [];
  let before: Line | null = null;
  for (const line of visibleLines(text, from)) {
    const atx = ATX.exec(line.text);
    const underline = UNDERLINE.exec(line.text);
    if (atx) {
      const title = atx[2] ?? '';
      const start = line.start + (title === '' ? line.text.length : line.text.indexOf(title, atx[1]?.length ?? 0));
      const level = atx[1]?.length ?? 1;
      heads.push({ title, level, start, end: start + title.length, lineStart: line.start, next: line.end });
    } else if (underline && before && isParagraph(before.text)) {
      const title = before.text.trim();
      const start = before.start + before.text.indexOf(title);
      const level = underline[1]?.startsWith('=') === true ? 1 : 2;
      heads.push({ title, level, start, end: start + title.length, lineStart: before.start, next: line.end });
    }
    before = line;
  }
  return heads.map((head, index) => ({
    title: plainTitle(head.title),
    level: head.level,
    start: head.start,
    end: head.end,
    contentStart: head.next,
    contentEnd: heads[index + 1]?.lineStart ?? text.length,
  }));
}

function isParagraph(text: string): boolean {
  return text.trim() !== '' && !/^ {0,3}([-*+>|#]|\d+[.)])|^ {4}|^\t/u.test(text);
}

/** The words of a heading without emphasis, code marks, closing colon and numbering. */
function plainTitle(title: string): string {
  return title
    .replace(/[*_`]/gu, '')
    .replace(/^\d+(\.\d+)*[.)]?\s+/u, '')
    .replace(/\s*:\s*$/u, '')
    .trim();
}

/** Every line from an offset on; code blocks and comments are blank, so that nothing in them counts. */
export function visibleLines(text: string, from: number): Line[] {
  const raw = text.slice(from).split('\n');
  const open = withoutComments(text.slice(from)).split('\n');
  const lines: Line[] = [];
  let fence: string | null = null;
  let at = from;
  for (const [index, full] of raw.entries()) {
    const commentFree = open[index] ?? '';
    // A line that a comment shortens keeps its columns by being read as nothing: headings never share a line with one.
    const shown = (commentFree === full ? full : '').replace(/\r+$/u, '');
    const mark = FENCE.exec(shown)?.[1] ?? null;
    const closes = fence !== null && mark !== null && mark.startsWith(fence) && shown.trim() === mark;
    lines.push({
      text: fence === null && mark === null ? shown : '',
      start: at,
      end: Math.min(at + full.length + 1, text.length),
    });
    if (closes) fence = null;
    else if (fence === null && mark !== null) fence = mark;
    at += full.length + 1;
  }
  return lines;
}

/** A task item of Markdown; offsets into the text. */
export interface TaskItem {
  readonly ticked: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TASK = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[([ xX])\](?:\s+(.*))?$/u;

/** The task items between two offsets. A line that continues an item belongs to its text. */
export function taskItems(text: string, start: number, end: number): TaskItem[] {
  const items: TaskItem[] = [];
  for (const line of visibleLines(text.slice(0, end), start)) {
    const match = TASK.exec(line.text);
    const last = items.at(-1);
    if (match) {
      const lead = line.text.length - line.text.trimStart().length;
      items.push({
        ticked: match[1] !== ' ',
        text: match[2] ?? '',
        start: line.start + lead,
        end: line.start + line.text.length,
      });
    } else if (last && /^\s+\S/u.test(line.text)) {
      items[items.length - 1] = { ...last, text: `${last.text} ${line.text.trim()}` };
    }
  }
  return items;
}
