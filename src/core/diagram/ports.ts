import type { Grid } from './cells';
import { PORT } from './measures';

/** What `portsOf` has to know of a flow. */
interface Sided {
  readonly first: string;
  readonly last: string;
  readonly lastSide: 'left' | 'right';
}

/** Where on the sides of parts flows begin and end: `place` counts from the top, of `among` on that side. */
export interface Port {
  readonly place: number;
  readonly among: number;
}

export interface Ports {
  readonly of: ReadonlyMap<string, Port>;
  /** The most flows on one side of each part. */
  readonly most: ReadonlyMap<string, number>;
}

export function portKey(route: Pick<Sided, 'first' | 'last'>, index: number, end: 'first' | 'last'): string {
  return `${index} ${end} ${end === 'first' ? route.first : route.last}`;
}

/** How far below the middle of its part a flow begins or ends. */
export function offsetOf(port: Port | undefined): number {
  return port ? (port.place - (port.among - 1) / 2) * PORT : 0;
}

/** Each flow has a place of its own, in the order of the other ends, so that few lines cross right at a part. */
export function portsOf(ends: readonly Sided[], { cells }: Grid): Ports {
  const sides = new Map<string, { readonly key: string; readonly row: number; readonly column: number }[]>();
  const add = (part: string, side: 'left' | 'right', key: string, other: string, last: boolean) => {
    const name = `${side} ${part}`;
    const far = cells.get(other) ?? { column: 0, row: 0 };
    // Of a part that sends to itself, the way out lies above the way back.
    const row = part === other ? far.row + (last ? 0.5 : 0) : far.row;
    const list = sides.get(name);
    const port = { key, row, column: far.column };
    if (list) list.push(port);
    else sides.set(name, [port]);
  };
  ends.forEach((route, index) => {
    add(route.first, 'right', portKey(route, index, 'first'), route.last, false);
    add(route.last, route.lastSide, portKey(route, index, 'last'), route.first, true);
  });
  const of = new Map<string, Port>();
  const most = new Map<string, number>();
  for (const [name, list] of sides) {
    const part = name.slice(name.indexOf(' ') + 1);
    list.sort((a, b) => a.row - b.row || a.column - b.column);
    list.forEach(({ key }, place) => of.set(key, { place, among: list.length }));
    most.set(part, Math.max(most.get(part) ?? 0, list.length));
  }
  return { of, most };
}
