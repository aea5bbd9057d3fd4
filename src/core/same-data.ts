/** True where two values of plain data say the same. Parts that are the very same object are not looked into. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b, sameData);
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameData(left[key], right[key]))
  );
}

/** True where two lists hold the same in the same order: the very same objects, unless told otherwise. */
export function sameItems<T>(
  a: readonly T[],
  b: readonly T[],
  same: (left: T, right: T) => boolean = (left, right) => left === right,
): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((item, at) => same(item, b[at] as T));
}

/** The list, with what was there before in place of what says the same; the very list of before where that is all. */
export function keeping<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  const kept = now.map((item, at) => {
    const old = before[at];
    return old !== undefined && sameData(old, item) ? old : item;
  });
  return sameItems(before, kept) ? before : kept;
}
