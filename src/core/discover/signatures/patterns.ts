/**
 * Patterns of signatures: segments joined by dots. `*` inside a segment stands for any letters, `*` alone for any one
 * segment (called or not), `**` for any number of segments. A segment that is called itself ends in `()`.
 */
export interface Pattern {
  readonly segments: readonly string[];
  /** The last segment, for finding candidates quickly; null where it holds a `*`. */
  readonly last: string | null;
  /** It fits paths of any length from its own on. */
  readonly isOpen: boolean;
}

export function compilePattern(written: string): Pattern {
  const segments = written.split('.');
  const last = segments.at(-1) ?? '';
  return { segments, last: last.includes('*') ? null : last, isOpen: segments.includes('**') };
}

/** True where the whole of `path` fits `pattern`. */
export function matches(pattern: Pattern, path: readonly string[]): boolean {
  // Asked of many patterns for each call: most have another length.
  return (pattern.isOpen || pattern.segments.length === path.length) && fits(pattern.segments, path, 0, 0);
}

/** True where some end of `path` fits `pattern`. */
export function matchesEnd(pattern: Pattern, path: readonly string[]): boolean {
  if (pattern.isOpen) return path.some((_, at) => fits(pattern.segments, path, 0, at));
  const start = path.length - pattern.segments.length;
  return start >= 0 && fits(pattern.segments, path, 0, start);
}

function fits(segments: readonly string[], path: readonly string[], at: number, from: number): boolean {
  if (at === segments.length) return from === path.length;
  const segment = segments[at] ?? '';
  if (segment !== '**') {
    const part = path[from];
    return part !== undefined && glob(segment, part) && fits(segments, path, at + 1, from + 1);
  }
  for (let next = from; next <= path.length; next += 1) if (fits(segments, path, at + 1, next)) return true;
  return false;
}

/** `*` inside a word: `Auto*` fits `AutoModel`. Works in one pass over the word for each `*`. */
export function glob(pattern: string, word: string): boolean {
  if (pattern === '*' || pattern === word) return true;
  // The default export goes by whatever name the file gives it.
  if (word === 'default' || word === 'default()')
    return /^[A-Z]/.test(pattern) && pattern.endsWith('()') === word.endsWith('()');
  if (!pattern.includes('*')) return false;
  const parts = pattern.split('*');
  const [head = ''] = parts;
  const tail = parts.at(-1) ?? '';
  if (!word.startsWith(head) || !word.endsWith(tail) || word.length < head.length + tail.length) return false;
  let from = head.length;
  for (const part of parts.slice(1, -1)) {
    const next = word.indexOf(part, from);
    if (next < 0) return false;
    from = next + part.length;
  }
  return from <= word.length - tail.length;
}
