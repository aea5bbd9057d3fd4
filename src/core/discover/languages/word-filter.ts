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

/** How rare a character is in code, by its code: other marks are as rare as the letters in the middle. */
const RARITY = new Uint8Array(128).fill(13);
for (const [place, letter] of [...' etraionslcdpmuhfgybvwkxqjz'].entries()) RARITY[letter.charCodeAt(0)] = place;
const MOST_RARE = 4 * 26;
/** What is in nearly every file of code: to look a word up at a part of these costs time. */
const EVERYWHERE = windowsIn(
  ' import from function value valid index message first format context promise false data default command component construct module service router model_ "string" "number" "order" ',
);

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
      if (word.length < WINDOW) addShort(codesOf(word), list);
      else add(codesOf(word), list);
    }
  }

  function add(codes: readonly number[], list: number): void {
    const upTo = rarestWindow(codes) + WINDOW;
    const key = keyOf(codes.slice(upTo - WINDOW, upTo));
    known[key] = 1;
    const same = byKey.get(key);
    if (same) same.push({ codes, upTo, list });
    else byKey.set(key, [{ codes, upTo, list }]);
  }

  /** Whatever stands in front of it in the window. */
  function addShort(codes: readonly number[], list: number): void {
    for (let key = keyOf(codes); key <= KEYS; key += 1 << (codes.length * BITS)) known[key] = 1;
    short.push({ codes, upTo: codes.length, list });
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

/** Where the window that is rarest in code begins. */
function rarestWindow(codes: readonly number[]): number {
  let [best, at, key, sum] = [-1, 0, 0, 0];
  for (let end = 0; end < codes.length; end += 1) {
    key = ((key << BITS) | ((codes[end] ?? 0) & MASK)) & KEYS;
    sum += rarityOf(codes[end]) - (end < WINDOW ? 0 : rarityOf(codes[end - WINDOW]));
    if (end < WINDOW - 1) continue;
    const rarity = EVERYWHERE.has(key) ? sum : sum + MOST_RARE;
    if (rarity > best) [best, at] = [rarity, end - WINDOW + 1];
  }
  return at;
}

function rarityOf(code = 0): number {
  return RARITY[code] ?? 0;
}

function windowsIn(text: string): ReadonlySet<number> {
  const starts = Array.from({ length: text.length - WINDOW + 1 }, (_, start) => start);
  return new Set(starts.map((start) => keyOf(codesOf(text.slice(start, start + WINDOW)))));
}

function keyOf(codes: readonly number[]): number {
  let key = 0;
  for (const code of codes) key = (key << BITS) | (code & MASK);
  return key;
}

function codesOf(word: string): number[] {
  const codes: number[] = [];
  for (let at = 0; at < word.length; at += 1) codes.push(word.charCodeAt(at));
  return codes;
}

function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
