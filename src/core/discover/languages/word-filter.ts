/** A word to look for, in lower case. */
interface Word {
  readonly codes: readonly number[];
  /** How many characters stand up to the end of its window. */
  readonly upTo: number;
  readonly list: number;
}

/** Bits for each of the four characters in a row that are looked at together: letters that differ in case only share them. */
const BITS = 5;
const MASK = (1 << BITS) - 1;
const WINDOW = 4;
const KEYS = (1 << (WINDOW * BITS)) - 1;

/** From the most to the least frequent in code; other marks are as rare as the letters in the middle. */
const FREQUENT = ' etraionslcdpmuhfgybvwkxqjz';
const MARK = FREQUENT.length / 2;
/** What is in nearly every file of code: to look a word up at a part of these costs time. */
const EVERYWHERE =
  ' import from function value valid index message first format context promise false data default command component construct module service router model_ "string" "number" "order" ';

/**
 * Tells of which of some lists of words a text holds any, letter case aside: the name of the first such list, null where
 * there is none. Words are of ASCII characters; a text and its bytes in UTF-8 get the same answer.
 *
 * One pass over the content, whatever the number of words: nearly all places are settled by one look at the four characters
 * that end there, for a word is sought by the rarest four in it.
 */
export function createWordFilter<Name extends string>(
  lists: Readonly<Record<Name, readonly string[]>>,
): (content: string | Uint8Array) => Name | null {
  const names = Object.keys(lists) as Name[];
  const known = new Uint8Array(KEYS + 1);
  const byKey = new Map<number, Word[]>();
  const short: Word[] = [];
  const seen = new Set<string>();
  for (const [list, name] of names.entries()) {
    for (const word of lists[name].map(lowered)) {
      if (word === '' || seen.has(word)) continue;
      seen.add(word);
      if (word.length < WINDOW) addShort(word, list);
      else add(word, list);
    }
  }

  function add(word: string, list: number): void {
    const upTo = rarestWindow(word) + WINDOW;
    const key = keyOf(word.slice(upTo - WINDOW, upTo));
    known[key] = 1;
    const same = byKey.get(key);
    const found = { codes: codesOf(word), upTo, list };
    if (same) same.push(found);
    else byKey.set(key, [found]);
  }

  /** Whatever stands in front of it in the window. */
  function addShort(word: string, list: number): void {
    const end = keyOf(word);
    for (let key = end; key <= KEYS; key += 1 << (word.length * BITS)) known[key] = 1;
    short.push({ codes: codesOf(word), upTo: word.length, list });
  }

  /** The first list of which a word has the end of its window at `end`; `best` where that is no later one. */
  const better = (key: number, end: number, best: number, content: string | Uint8Array): number =>
    firstAt(byKey.get(key), end, firstAt(short, end, best, content), content);

  const none = names.length;
  const inText = (text: string): number => {
    let best = none;
    let key = 0;
    for (let at = 0; at < text.length; at += 1) {
      key = ((key << BITS) | (text.charCodeAt(at) & MASK)) & KEYS;
      if (known[key] === 0) continue;
      best = better(key, at + 1, best, text);
      if (best === 0) break;
    }
    return best;
  };
  const inBytes = (bytes: Uint8Array): number => {
    let best = none;
    let key = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      key = ((key << BITS) | ((bytes[at] ?? 0) & MASK)) & KEYS;
      if (known[key] === 0) continue;
      best = better(key, at + 1, best, bytes);
      if (best === 0) break;
    }
    return best;
  };
  return (content) => names[typeof content === 'string' ? inText(content) : inBytes(content)] ?? null;
}

function firstAt(words: readonly Word[] | undefined, end: number, best: number, content: string | Uint8Array): number {
  let first = best;
  if (words === undefined) return first;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word && word.list < first && isAt(word.codes, end - word.upTo, content)) first = word.list;
  }
  return first;
}

function isAt(codes: readonly number[], from: number, content: string | Uint8Array): boolean {
  if (from < 0 || from + codes.length > content.length) return false;
  for (let offset = 0; offset < codes.length; offset += 1) {
    const code = typeof content === 'string' ? content.charCodeAt(from + offset) : (content[from + offset] ?? 0);
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== codes[offset]) return false;
  }
  return true;
}

function rarestWindow(word: string): number {
  let [best, at] = [-1, 0];
  for (let start = 0; start + WINDOW <= word.length; start += 1) {
    let sum = EVERYWHERE.includes(word.slice(start, start + WINDOW)) ? 0 : MARK * WINDOW;
    for (let offset = 0; offset < WINDOW; offset += 1) {
      const place = FREQUENT.indexOf(word.charAt(start + offset));
      sum += place < 0 ? MARK : place;
    }
    if (sum > best) [best, at] = [sum, start];
  }
  return at;
}

function keyOf(text: string): number {
  let key = 0;
  for (const code of codesOf(text)) key = (key << BITS) | (code & MASK);
  return key;
}

function codesOf(word: string): number[] {
  return Array.from(word, (letter) => letter.charCodeAt(0));
}

function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
