/** Tells whether a text holds any of some words, letter case aside (that of ASCII letters). */
export type WordFilter = (text: string) => boolean;

/** Bits for each character of three in a row: so many that few of them collide. */
const BITS = 5;
const MASK = (1 << BITS) - 1;

/**
 * One pass over the text, whatever the number of words: most places are settled by one look at the three characters that
 * end there. Without words nothing matches.
 */
export function createWordFilter(words: readonly string[]): WordFilter {
  const literals = [...new Set(words.filter((word) => word !== '').map(lowered))];
  const short = literals.filter((word) => word.length < 3);
  const starts = new Uint8Array(1 << (3 * BITS));
  const byStart = new Map<number, string[]>();
  for (const word of literals.filter(({ length }) => length >= 3)) {
    const key = keyAt(word, 0);
    starts[key] = 1;
    byStart.set(key, [...(byStart.get(key) ?? []), word]);
  }
  const standsAt = (text: string, at: number, key: number): boolean =>
    (byStart.get(key) ?? []).some((word) => at + word.length <= text.length && isSame(text, at, word));
  return (text) => {
    let key = 0;
    for (let at = 0; at < text.length; at += 1) {
      key = ((key << BITS) | (text.charCodeAt(at) & MASK)) & (starts.length - 1);
      if (starts[key] === 1 && at >= 2 && standsAt(text, at - 2, key)) return true;
    }
    return short.some((word) => lowered(text).includes(word));
  };
}

/** Letters that differ in case only have the same five bits at their end. */
function keyAt(text: string, at: number): number {
  const bits = (offset: number) => text.charCodeAt(at + offset) & MASK;
  return (bits(0) << (2 * BITS)) | (bits(1) << BITS) | bits(2);
}

function isSame(text: string, at: number, word: string): boolean {
  for (let offset = 0; offset < word.length; offset += 1) {
    const code = text.charCodeAt(at + offset);
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== word.charCodeAt(offset)) return false;
  }
  return true;
}

function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
