/**
 * The same function, which gives the same object for the same object: what did not change stays the very same through all
 * that follows, and is told apart from what did at no cost. `make` has to be a pure function of what it is given.
 */
export function remembering<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}
