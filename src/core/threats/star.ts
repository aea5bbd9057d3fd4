/** A pattern, read once to be held against many texts: in it `*` stands for any letters, every other letter for itself. */
export function starPattern(pattern: string): (text: string) => boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (text) => text === pattern;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return text.length - at >= last.length && text.endsWith(last);
  };
}

/** Whether a text is like a pattern in which `*` stands for any letters; every other letter for itself. */
export function isLike(pattern: string, text: string): boolean {
  return starPattern(pattern)(text);
}

/** Whether a text is like one of them; false where there are none. */
export function isLikeOne(patterns: readonly string[] | undefined, text: string): boolean {
  return patterns?.some((pattern) => isLike(pattern, text)) === true;
}
