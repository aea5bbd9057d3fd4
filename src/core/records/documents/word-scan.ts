const WORD = /^[\p{L}\p{N}]/u;
const ASCII = 128;
/** Whether a character of ASCII is a letter or digit. */
const IN_WORDS = Uint8Array.from({ length: ASCII }, (_, code) => Number(WORD.test(String.fromCharCode(code))));

/** Where the next word begins (letters and digits of any script); the length of the text where there is none. */
export function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && !inWord(text, at)) at += step(text, at);
  return at;
}

/** Where the word that begins at `from` ends. */
export function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && inWord(text, at)) at += step(text, at);
  return at;
}

function inWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < ASCII ? IN_WORDS[code] === 1 : WORD.test(text.slice(at, at + 2));
}

/** Code units of the character at a place. */
function step(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** A number that words with another beginning or length hardly share. */
export function beginning(text: string, start: number, end: number): number {
  return (end - start) * 65_536 + text.charCodeAt(start);
}
