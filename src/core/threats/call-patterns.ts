import type { CodeFacts, Range, Value } from '../model';
import { starPattern } from './star';

/** One call: `client.chat.completions.create` has four segments. */
export interface Called {
  readonly path: readonly string[];
  readonly range: Range;
}

interface Pattern {
  readonly segments: readonly ((segment: string) => boolean)[];
  /** One word that begins with a small letter is a function that is called by that name alone: `eval()`, not `model.eval()`. */
  readonly alone: boolean;
}

/**
 * Patterns of calls, such as `*.fit` or `subprocess.run`: each is the end of a callee. Most end in a plain name, by which they
 * are found.
 */
export class CallPatterns {
  readonly #byName = new Map<string, Pattern[]>();
  /** Those whose last segment has a star. */
  readonly #loose: Pattern[] = [];

  constructor(written: readonly string[]) {
    for (const each of written) {
      const names = each.split('.');
      const last = names.at(-1) ?? '';
      const pattern = { segments: names.map(starPattern), alone: names.length === 1 && /^[a-z]/u.test(each) };
      const same = this.#byName.get(last);
      if (last.includes('*')) this.#loose.push(pattern);
      else if (same) same.push(pattern);
      else this.#byName.set(last, [pattern]);
    }
  }

  /** The plain names that patterns end in. */
  get names(): Iterable<string> {
    return this.#byName.keys();
  }

  /** True where some pattern ends in something with a star. */
  get isLoose(): boolean {
    return this.#loose.length > 0;
  }

  hasCall({ path }: Called): boolean {
    const named = this.#byName.get(path.at(-1) ?? '');
    return isOneOf(named, path) || isOneOf(this.#loose, path);
  }

  /** True where something of that name, which is imported, would be called by it. */
  hasName(name: string): boolean {
    const isIt = ({ segments: [only, ...more] }: Pattern) => more.length === 0 && only?.(name) === true;
    return this.#byName.get(name)?.some(isIt) === true || this.#loose.some(isIt);
  }
}

function isOneOf(patterns: readonly Pattern[] | undefined, path: readonly string[]): boolean {
  if (patterns !== undefined) for (const pattern of patterns) if (isEnd(pattern, path)) return true;
  return false;
}

function isEnd({ segments, alone }: Pattern, path: readonly string[]): boolean {
  const from = path.length - segments.length;
  if (from < 0 || (alone && from > 0)) return false;
  for (let at = segments.length - 1; at >= 0; at -= 1) {
    if (segments[at]?.(path[from + at] ?? '') !== true) return false;
  }
  return true;
}

export function calledIn(code: CodeFacts): Called[] {
  return code.calls.map(({ callee, range }) => ({ path: pathOf(callee, code, 0), range }));
}

/** The names of a callee; calls on the way count by their names. */
function pathOf(value: Value, code: CodeFacts, depth: number): string[] {
  if (depth > 12) return [];
  if (value.kind === 'name') return value.name.includes('.') ? value.name.split('.') : [value.name];
  if (value.kind === 'member') {
    const path = pathOf(value.object, code, depth + 1);
    path.push(value.name);
    return path;
  }
  if (value.kind === 'index') return pathOf(value.object, code, depth + 1);
  const inner = value.kind === 'call' ? code.calls[value.call] : undefined;
  return inner ? pathOf(inner.callee, code, depth + 1) : ['?'];
}
