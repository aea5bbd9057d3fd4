import { linesOf, pairAt } from './line-pairs';
import type { ConfigPair } from './pairs';

/** `X = a b`, `X="a b"`, `X=(a b`: where a list may begin. */
const LIST = /^\s*(?:(?:export|local|readonly|declare(?:\s+-a)?)\s+)?([A-Za-z_]\w*)\s*[:?+]{0,2}=\s*(?=\S)(.*)$/u;
const EACH = /^.*?(?:^|[\s;@])for\s+([A-Za-z_]\w*)\s+in\s+(.*)$/u;
/** A word of a list, in quotes or not. */
const WORD = /"([^"\s]+)"|'([^'\s]+)'|([^\s"'()\\;]+)/gu;
const OF_LIST = /^\$[({]?([A-Za-z_]\w*)(?:\[[@*]\])?[)}]?$/u;
const MOST_WORDS = 40;

/** What the names of a script stand for one after another: lists, and what loops go through. Lists of one word are none. */
export function listsIn(text: string): ReadonlyMap<string, readonly ConfigPair[]> {
  const found = new Map<string, readonly ConfigPair[]>();
  let open: List | null = null;
  for (const { line, number } of linesOf(text)) {
    if (open !== null) {
      const code = line.replace(/(?:^|\s)#.*$/u, '');
      const end = code.indexOf(')');
      open.words.push(...wordsOf(open.name, end < 0 ? code : code.slice(0, end), number, 0));
      if (end >= 0 || open.words.length > MOST_WORDS) open = null;
      continue;
    }
    const loop = EACH.exec(line);
    if (loop) found.set(loop[1] ?? '', looped(loop, line, number, found));
    const list = loop ? null : listIn(line, number);
    if (list) found.set(list.name, list.words);
    if (list?.goesOn === true) open = list;
  }
  return found;
}

interface List {
  readonly name: string;
  readonly words: ConfigPair[];
  /** True for an array whose bracket is closed further down. */
  readonly goesOn: boolean;
}

function listIn(line: string, number: number): List | null {
  const parts = LIST.exec(line);
  if (!parts) return null;
  const [, name = '', rest = ''] = parts;
  const isArray = rest.startsWith('(');
  const words = wordsOf(name, inside(rest), number, line.length - rest.length + Number(/^["'(]/u.test(rest)));
  return words.length > 1 || isArray ? { name, words, goesOn: isArray && !rest.includes(')') } : null;
}

/** What stands between the marks of a list. */
function inside(rest: string): string {
  const mark = rest[0] ?? '';
  const end = mark === '(' ? rest.indexOf(')') : mark === '"' || mark === "'" ? rest.indexOf(mark, 1) : -1;
  if (/^["'(]/u.test(mark)) return rest.slice(1, end < 0 ? undefined : end);
  return rest.replace(/(?:^|\s)#.*$/u, '');
}

function looped(
  loop: RegExpExecArray,
  line: string,
  number: number,
  known: ReadonlyMap<string, readonly ConfigPair[]>,
): readonly ConfigPair[] {
  const [, name = '', rest = ''] = loop;
  const end = rest.search(/;|\bdo\b/u);
  const said = (end < 0 ? rest : rest.slice(0, end)).trimEnd();
  const list = OF_LIST.exec(said.replace(/^"(.*)"$/u, '$1'))?.[1];
  if (list !== undefined) return known.get(list) ?? [];
  return wordsOf(name, said, number, line.length - rest.length);
}

function wordsOf(name: string, text: string, number: number, column: number): ConfigPair[] {
  return [...text.matchAll(WORD)].slice(0, MOST_WORDS).map((match) => {
    const value = match[1] ?? match[2] ?? match[3] ?? '';
    return pairAt([name], value, number, column + match.index, match[0].length);
  });
}
