/** Tells whether a text holds any of some words, letter case aside. */
export type WordFilter = (text: string) => boolean;

/** One pass over the text, whatever the number of words. Without words nothing matches. */
export function createWordFilter(words: readonly string[]): WordFilter {
  const literals = [...new Set(words.filter((word) => word !== '').map((word) => word.toLowerCase()))];
  if (literals.length === 0) return () => false;
  const pattern = new RegExp(literals.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('|'), 'i');
  return (text) => pattern.test(text);
}
