/**
 * Tells whether a text, or the bytes of one in UTF-8, hold any of some words of ASCII characters, letter case aside. Both
 * say the same of the same text.
 */
export interface WordFilter {
  (text: string): boolean;
  inBytes(bytes: Uint8Array): boolean;
}

/** Bits for each character of three in a row: so many that few of them collide. */
const BITS = 5;
const MASK = (1 << BITS) - 1;
const KEYS = (1 << (3 * BITS)) - 1;

/**
 * One pass over the text, whatever the number of words: most places are settled by one look at the three characters that
 * end there. Without words nothing matches.
 */
export function createWordFilter(words: readonly string[]): WordFilter {
  const literals = [...new Set(words.filter((word) => word !== '').map(lowered))];
  const short = literals.filter((word) => word.length < 3);
  const shortCodes = short.map(codesOf);
  const starts = new Uint8Array(KEYS + 1);
  const byStart = new Map<number, (readonly number[])[]>();
  for (const word of literals.filter(({ length }) => length >= 3)) {
    const key = keyAt(word, 0);
    starts[key] = 1;
    byStart.set(key, [...(byStart.get(key) ?? []), codesOf(word)]);
  }
  const inText = (text: string): boolean => {
    let key = 0;
    for (let at = 0; at < text.length; at += 1) {
      key = ((key << BITS) | (text.charCodeAt(at) & MASK)) & KEYS;
      if (
        starts[key] === 1 &&
        at >= 2 &&
        standsAt(byStart.get(key), at - 2, text.length, (from) => text.charCodeAt(from))
      )
        return true;
    }
    return short.some((word) => lowered(text).includes(word));
  };
  const inBytes = (bytes: Uint8Array): boolean => {
    const { length } = bytes;
    let key = 0;
    for (let at = 0; at < length; at += 1) {
      key = ((key << BITS) | ((bytes[at] ?? 0) & MASK)) & KEYS;
      if (starts[key] === 1 && at >= 2 && standsAt(byStart.get(key), at - 2, length, (from) => bytes[from] ?? 0))
        return true;
    }
    const codeAt = (from: number) => bytes[from] ?? 0;
    return shortCodes.length > 0 && bytes.some((_byte, at) => standsAt(shortCodes, at, length, codeAt));
  };
  return Object.assign(inText, { inBytes });
}

function standsAt(
  words: readonly (readonly number[])[] | undefined,
  at: number,
  length: number,
  codeAt: (from: number) => number,
): boolean {
  return (words ?? []).some((word) => at + word.length <= length && isSame(codeAt, at, word));
}

function codesOf(word: string): number[] {
  return Array.from(word, (letter) => letter.charCodeAt(0));
}

/** Letters that differ in case only have the same five bits at their end. */
function keyAt(text: string, at: number): number {
  const bits = (offset: number) => text.charCodeAt(at + offset) & MASK;
  return (bits(0) << (2 * BITS)) | (bits(1) << BITS) | bits(2);
}

function isSame(codeAt: (from: number) => number, at: number, word: readonly number[]): boolean {
  for (let offset = 0; offset < word.length; offset += 1) {
    const code = codeAt(at + offset);
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== word[offset]) return false;
  }
  return true;
}

function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
