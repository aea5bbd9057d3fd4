/**
 * Globs of repositories are matched by walking, never by regular expressions made of them: those of strangers could take
 * for ever. `*` any letters inside one part, `**` any number of parts, `?` one letter, `[a-z]` and `[!a-z]` sets,
 * `{a,b}` alternatives, `\` in front of a mark takes it as it is. A name may begin with a dot.
 */
export function matchesGlob(glob: string): (path: string) => boolean {
  return matchesOne([glob]);
}

/** True for a path that one of the globs matches. */
export function matchesOne(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap(alternatives).map((plain) => plain.split('/').map(partOf));
  return (path) => {
    const parts = path.split('/');
    return patterns.some((pattern) => walk(pattern, parts, isPart));
  };
}

/** Marks a place where anything may stand: letters inside a part, parts inside a path. */
const ANYTHING = Symbol('anything');
type Pattern<T> = readonly (T | typeof ANYTHING)[];
/** A letter as it is, any one letter, or one of a set. */
type Letter = string | { readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] };
/** A part without marks is itself; only of others the letters are looked at. */
type Part = string | Pattern<Letter>;

const ANY_ONE: Letter = { negated: true, ranges: [] };

/** Goes back to the last "anything" only, which is enough: the time is that of pattern times text. */
function walk<T, U>(pattern: Pattern<T>, text: readonly U[], fit: (wanted: T, given: U) => boolean): boolean {
  let [at, next, mark, resume] = [0, 0, -1, 0];
  while (next < text.length) {
    const wanted = pattern[at];
    if (wanted === ANYTHING) {
      [mark, resume] = [at, next];
      at += 1;
    } else if (wanted !== undefined && fit(wanted, text[next] as U)) {
      at += 1;
      next += 1;
    } else if (mark >= 0) {
      resume += 1;
      [at, next] = [mark + 1, resume];
    } else return false;
  }
  return pattern.slice(at).every((wanted) => wanted === ANYTHING);
}

function isPart(wanted: Part, given: string): boolean {
  return typeof wanted === 'string' ? wanted === given : walk(wanted, [...given], fits);
}

function fits(wanted: Letter, given: string): boolean {
  if (typeof wanted === 'string') return wanted === given;
  return wanted.ranges.some(([from, to]) => from <= given && given <= to) !== wanted.negated;
}

function partOf(part: string): Part | typeof ANYTHING {
  if (part === '**') return ANYTHING;
  if (!/[\\*?[]/u.test(part)) return part;
  const letters: (Letter | typeof ANYTHING)[] = [];
  const marks = [...part];
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at] ?? '';
    const end = mark === '[' ? marks.indexOf(']', at + 2) : -1;
    if (mark === '\\' && at + 1 < marks.length) letters.push(marks[(at += 1)] ?? '');
    else if (mark === '*') {
      if (letters.at(-1) !== ANYTHING) letters.push(ANYTHING);
    } else if (mark === '?') letters.push(ANY_ONE);
    else if (end > 0) {
      letters.push(setOf(marks.slice(at + 1, end)));
      at = end;
    } else letters.push(mark);
  }
  return letters;
}

function setOf(marks: readonly string[]): Letter {
  const negated = marks[0] === '!' || marks[0] === '^';
  const rest = negated ? marks.slice(1) : marks;
  const ranges: [string, string][] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const from = rest[at] ?? '';
    const to = rest[at + 1] === '-' ? rest[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return { negated, ranges };
}

/** More alternatives than a person writes: the braces are taken as they are then. */
const MOST_ALTERNATIVES = 256;

/** `{a,b}/c` → `a/c`, `b/c`. */
function alternatives(glob: string): readonly string[] {
  let done: string[] = [''];
  let at = 0;
  while (at < glob.length) {
    const group = glob[at] === '{' ? groupAt(glob, at) : null;
    const escaped = glob[at] === '\\' ? 2 : 1;
    const choices = group ? group.choices.flatMap(alternatives) : [glob.slice(at, at + escaped)];
    if (done.length * choices.length > MOST_ALTERNATIVES) return [glob];
    done = done.flatMap((before) => choices.map((choice) => before + choice));
    at = group ? group.end : at + escaped;
  }
  return done;
}

/** The choices of a group of braces and where it ends; null where it does not end, or has nothing to choose. */
function groupAt(glob: string, start: number): { choices: string[]; end: number } | null {
  const choices: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < glob.length; at += 1) {
    const mark = glob[at];
    if (mark === '\\') at += 1;
    else if (mark === '{') depth += 1;
    else if (mark === ',' && depth === 1) {
      choices.push(glob.slice(from, at));
      from = at + 1;
    } else if (mark === '}' && (depth -= 1) === 0) {
      return choices.length === 0 ? null : { choices: [...choices, glob.slice(from, at)], end: at + 1 };
    }
  }
  return null;
}
