import type { Grid } from './cells';
import type { Link } from './parts';
import { offsetOf, portKey } from './ports';
import type { Ports } from './ports';

/** A flow with its ends in the order they are drawn in, from left to right. It leaves the first end to the right. */
export interface Ends {
  readonly link: Link;
  readonly first: string;
  readonly last: string;
  /** Where both ends stand in one column, the way comes back from the right. */
  readonly lastSide: 'left' | 'right';
}

/** The way of a flow through the gaps of the grid. Gap `n` lies before column or row `n`. */
export interface Route extends Ends {
  /** Gaps between columns where it goes up or down; the same one where `across` is null. */
  readonly firstGap: number;
  readonly lastGap: number;
  /**
   * Between these two: along the gap before a row, or through a row whose cells there are empty, level with the first or
   * the last end.
   */
  readonly across: { readonly gap: number } | { readonly level: 'first' | 'last' } | null;
}

/** Which end of each flow stands further to the left, or above in one column. */
export function endsOf(links: readonly Link[], { cells }: Grid): Ends[] {
  return links.flatMap((link): Ends[] => {
    const [from, to] = [cells.get(link.from), cells.get(link.to)];
    if (!from || !to) return [];
    const forward = from.column < to.column || (from.column === to.column && from.row <= to.row);
    const [first, last] = forward ? [link.from, link.to] : [link.to, link.from];
    return [{ link, first, last, lastSide: from.column === to.column ? 'right' : 'left' }];
  });
}

/**
 * Chooses the way of each flow once it is known where on its ends it begins. No way goes through a part: only gaps and empty
 * cells are used.
 */
export function routesOf(ends: readonly Ends[], grid: Grid, ports: Ports): Route[] {
  const free = new FreeRows(grid);
  return ends.map((each, index): Route => {
    const [start, end] = [grid.cells.get(each.first), grid.cells.get(each.last)];
    if (!start || !end) return { ...each, firstGap: 0, lastGap: 0, across: null };
    const firstGap = start.column + 1;
    const lastGap = end.column === start.column ? firstGap : end.column;
    const level = (name: 'first' | 'last') => offsetOf(ports.of.get(portKey(each, index, name)));
    const between = { from: firstGap, to: lastGap };
    const across = (): Route['across'] => {
      if (lastGap - firstGap < 1) return null;
      if (free.take(start.row, level('first'), between)) return { level: 'first' };
      if (free.take(end.row, level('last'), between)) return { level: 'last' };
      return { gap: end.row > start.row ? end.row : end.row + 1 };
    };
    return { ...each, firstGap, lastGap, across: across() };
  });
}

interface Between {
  /** Gaps; the columns in between are those from `from` up to but not including `to`. */
  readonly from: number;
  readonly to: number;
}

/** Rows in whose empty cells flows may go straight on, each height once. */
class FreeRows {
  readonly #taken: ReadonlySet<string>;
  readonly #used = new Map<string, Between[]>();

  constructor({ cells }: Grid) {
    this.#taken = new Set([...cells.values()].map(({ column, row }) => `${column} ${row}`));
  }

  take(row: number, offset: number, between: Between): boolean {
    for (let column = between.from; column < between.to; column += 1) {
      if (this.#taken.has(`${column} ${row}`)) return false;
    }
    const key = `${row} ${offset}`;
    const used = this.#used.get(key) ?? [];
    if (used.some(({ from, to }) => from <= between.to && to >= between.from)) return false;
    this.#used.set(key, [...used, between]);
    return true;
  }
}
