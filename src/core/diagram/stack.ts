import { MARGIN } from './measures';

export interface Stacked {
  readonly starts: readonly number[];
  readonly sizes: readonly number[];
  /** Where in each gap the room between the boundaries begins. */
  readonly within: readonly number[];
  readonly total: number;
}

/** Rows or columns one after the other, with gaps that hold the edges of boundaries, lines and words. */
export function stack(given: {
  readonly sizes: readonly number[];
  readonly room: { readonly before: readonly number[]; readonly after: readonly number[] };
  readonly within: readonly number[];
  readonly least: number;
}): Stacked {
  const { sizes, room, within, least } = given;
  const starts: number[] = [];
  const begins: number[] = [];
  let at = 0;
  for (let gap = 0; gap <= sizes.length; gap += 1) {
    const outer = gap === 0 || gap === sizes.length;
    const [before, after] = [room.before[gap] ?? 0, room.after[gap] ?? 0];
    const between = Math.max(within[gap] ?? 0, !outer && before + after > 0 ? 14 : 0);
    const spare = Math.max(0, (outer ? 0 : least) - before - between - after);
    at += before + (gap === 0 ? MARGIN : 0) + spare / 2;
    begins.push(at);
    at += between + spare / 2 + after + (gap === sizes.length ? MARGIN : 0);
    if (gap < sizes.length) {
      starts.push(at);
      at += sizes[gap] ?? 0;
    }
  }
  return { starts, sizes, within: begins, total: at };
}
