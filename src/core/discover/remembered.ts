/**
 * The same function, which gives the same object for the same object: what did not change stays the very same through all
 * that follows, and is told apart from what did at no cost. `make` has to be a pure function of what it is given.
 */
export function remembering<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}

/** So many texts are remembered at once: names in code are the same again and again. */
const MOST_TEXTS = 20_000;

/** The same for texts, such as names in code; `make` has to be a pure function of the text. */
export function rememberingTexts<V>(make: (text: string) => V): (text: string) => V {
  const known = new Map<string, { readonly value: V }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    if (known.size >= MOST_TEXTS) known.clear();
    const value = make(text);
    known.set(text, { value });
    return value;
  };
}
