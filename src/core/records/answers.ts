/** Words that stand where an answer should be. */
const PLACEHOLDER_START = /^(todo|tbd|tba|fixme|xxx)(?![a-z0-9])/iu;
const MORE_INFORMATION = /\[?more information needed\]?/giu;
const NOT_APPLICABLE = /^(n\/a|n\.a\.|not applicable)(?![a-z])/iu;
const ANGLE = /<(?![^<>]*(:\/\/|@|=))[a-z][^<>\n]{0,120}>/giu;
const TEMPLATE_TAG = /\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}/gu;
const LABEL = /^\*\*[^*\n]{1,120}\*\*\s*:?|^\*\*[^*\n]{1,120}:\*\*/u;
const MARKER = /^([-*+]|\d{1,9}[.)])\s+(\[[ xX]\]\s*)?|^>\s*/u;
const WORD = /[\p{L}\p{N}]/u;

/** What is written by the tool itself, and so answers nothing: help lines and templates. */
export interface OwnWords {
  readonly help: string;
  readonly template: string | undefined;
}

/** True where a text says something: not empty, no placeholder, and no "n/a" without a reason. */
export function isAnswer(text: string, own?: OwnWords): boolean {
  const said = ownLines(own);
  return withoutComments(text)
    .split('\n')
    .some((line) => lineAnswers(line.trim(), said));
}

/** True where a text says that something does not apply and gives a reason. */
export function saysWhyNot(text: string): boolean {
  const at = /(?<![a-z])(n\/a|not applicable)(?![a-z])/iu.exec(text);
  return at !== null && hasWords(text.slice(at.index + at[0].length));
}

function ownLines(own: OwnWords | undefined): ReadonlySet<string> {
  if (own === undefined) return new Set();
  return new Set([own.help, ...(own.template?.split('\n') ?? [])].map((line) => line.trim()));
}

function lineAnswers(line: string, own: ReadonlySet<string>): boolean {
  if (line === '' || /^#{1,6}(\s|$)/u.test(line) || own.has(line)) return false;
  const bare = line.replace(MARKER, '').replace(LABEL, '').trim();
  if (own.has(bare) || PLACEHOLDER_START.test(bare)) return false;
  const rest = bare.replace(MORE_INFORMATION, '').replace(ANGLE, '').replace(TEMPLATE_TAG, '').trim();
  const notApplicable = NOT_APPLICABLE.exec(rest);
  if (notApplicable) return hasWords(rest.slice(notApplicable[0].length));
  if (bare !== rest && rest.endsWith(':')) return false;
  return WORD.test(rest);
}

/** A reason is at least one word of three letters that is no placeholder itself. */
function hasWords(text: string): boolean {
  const rest = text.replace(/^[\s:;,.()–—-]+/u, '').replace(ANGLE, '');
  return !PLACEHOLDER_START.test(rest) && /\p{L}{3}/u.test(rest);
}

/**
 * Takes HTML comments out, those that begin a line and those within one line, keeping line ends. A comment that never
 * closes takes the rest, as it does when it is shown.
 */
export function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  const kept: string[] = [];
  let inside = false;
  for (const line of text.split('\n')) {
    let rest = line;
    if (inside) {
      const end = line.indexOf('-->');
      rest = end < 0 ? '' : line.slice(end + 3);
      inside = end < 0;
    }
    if (!inside) {
      rest = withoutInline(rest);
      inside = /^ {0,3}<!--/u.test(rest);
      if (inside) rest = '';
    }
    kept.push(rest);
  }
  return kept.join('\n');
}

function withoutInline(line: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = line.indexOf('<!--', at);
    const end = start < 0 ? -1 : line.indexOf('-->', start + 4);
    if (end < 0) break;
    parts.push(line.slice(at, start));
    at = end + 3;
  }
  return at === 0 ? line : parts.join('') + line.slice(at);
}
