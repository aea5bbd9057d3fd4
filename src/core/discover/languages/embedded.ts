/** Code that stands inside a page. */
interface Embedded {
  /** The extension that such code has in a file of its own. */
  readonly extension: string;
  /** The code where it stands in the page, all else blank: every place is the same in both. */
  readonly code: string;
}

type Reader = (text: string) => string;

const READERS: Readonly<Record<string, { readonly extension: string; readonly read: Reader }>> = {
  '.html': { extension: '.js', read: scripts },
  '.htm': { extension: '.js', read: scripts },
  '.vue': { extension: '.ts', read: scripts },
  '.svelte': { extension: '.ts', read: scripts },
  '.astro': { extension: '.ts', read: (text) => merged(scripts(text), front(text)) },
  '.razor': { extension: '.cs', read: razor },
};

/** The extension of the code inside files with that extension; null for files that are code, or none at all. */
export function extensionInside(extension: string): string | null {
  return READERS[extension]?.extension ?? null;
}

/** The code inside a page (HTML, Vue, Svelte, Astro, Razor); null for other files. */
export function embeddedCode(extension: string, text: string): Embedded | null {
  const reader = READERS[extension];
  return reader ? { extension: reader.extension, code: reader.read(text) } : null;
}

function blank(text: string): string {
  return text.replace(/[^\n\r]/g, ' ');
}

/** `text` with nothing but the stretches from … to, which are in order. */
function only(text: string, stretches: readonly (readonly [number, number])[]): string {
  let code = '';
  let at = 0;
  for (const [from, to] of stretches) {
    code += blank(text.slice(at, from)) + text.slice(from, to);
    at = to;
  }
  return code + blank(text.slice(at));
}

/** What stands in a page as `<script>` and is no code: settings, templates, data. */
const DATA = /(?<![\w-])type\s*=\s*["']?(?!module|(?:text|application)\/(?:java|ecma|type)script|text\/babel)[\w/+-]/i;

function scripts(text: string): string {
  const stretches: [number, number][] = [];
  const opening = /<script\b[^>]{0,500}>/gi;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    if (DATA.test(match[0])) continue;
    const from = opening.lastIndex;
    const end = text.indexOf('</script', from);
    const to = end < 0 ? text.length : end;
    stretches.push([from, to]);
    opening.lastIndex = to;
  }
  return only(text, stretches);
}

/** What stands between the fences at the beginning of a page of Astro. */
function front(text: string): string {
  const opening = /^\s*---\r?\n/.exec(text)?.[0].length ?? 0;
  const end = opening === 0 ? -1 : text.indexOf('\n---', opening);
  return end < 0 ? blank(text) : only(text, [[opening, end]]);
}

function merged(a: string, b: string): string {
  return a
    .split('')
    .map((mark, at) => (mark === ' ' ? (b[at] ?? mark) : mark))
    .join('');
}

const USING = /^@(using [\w.= ]+)\r?$/gm;
const CODE = /^[ \t]*@(?:code|functions)\s*\{/gm;
/** What may hold braces that open and close nothing. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"""[\s\S]*?(?:"""|$)|\$?@\$?"(?:[^"]|"")*"?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)'|[{}]/g;

/** The usings of a Razor page and its `@code` blocks, as members of a class. */
function razor(text: string): string {
  const marks = blank(text).split('');
  for (const match of text.matchAll(USING)) put(marks, match.index, `${match[1]?.trimEnd() ?? ''};`);
  for (const match of text.matchAll(CODE)) {
    const from = match.index + match[0].length;
    const to = endOfBlock(text, from);
    for (let at = from - 1; at <= to; at += 1) marks[at] = text[at] ?? ' ';
    putHead(marks, from - 1);
  }
  return marks.join('');
}

function put(marks: string[], at: number, code: string): void {
  for (const [offset, mark] of code.split('').entries()) marks[at + offset] = mark;
}

/** Writes `class Page` over blanks in front of the brace: `@code` is too short for it, so the head may begin lines before. */
function putHead(marks: string[], brace: number): void {
  let at = brace - 1;
  for (const word of ['Page', 'class']) {
    while (at >= 0 && !roomFor(marks, at, word.length)) at -= 1;
    if (at < 0) return;
    put(marks, at - word.length + 1, word);
    at -= word.length + 1;
  }
}

function roomFor(marks: readonly string[], end: number, length: number): boolean {
  return end - length + 1 >= 0 && marks.slice(end - length + 1, end + 1).every((mark) => mark === ' ');
}

/** Where the brace closes that was open before `from`. */
function endOfBlock(text: string, from: number): number {
  let depth = 1;
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth -= 1;
    if (depth === 0) return match.index;
  }
  return text.length - 1;
}
