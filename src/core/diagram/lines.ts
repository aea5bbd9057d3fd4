import type { DiagramPoint } from '../model';
import { offsetOf, portKey } from './ports';
import type { Ports } from './ports';
import type { Route } from './routes';
import { tracksOf } from './tracks';
import type { Stretch, Tracks } from './tracks';

/** Heights of what a way touches, once the rows have their places. */
export interface Heights {
  readonly first: number;
  readonly last: number;
  /** Where it goes along a row or its gap; null where it does neither. */
  readonly across: number | null;
}

/** Tracks in the gaps between rows, for ways that go along them. */
export function rowTracks(routes: readonly Route[], gaps: number): Tracks {
  const stretches = routes.flatMap(({ across, firstGap, lastGap }, index): Stretch[] =>
    across !== null && 'gap' in across ? [{ key: String(index), gap: across.gap, start: firstGap, end: lastGap }] : [],
  );
  return tracksOf(stretches, gaps);
}

/** The heights at which each way begins, goes along a row, and ends. */
export function heightsOf(
  routes: readonly Route[],
  ports: Ports,
  rows: {
    readonly middle: (part: string) => number;
    readonly along: (gap: number, track: number) => number;
    readonly tracks: Tracks;
  },
): Heights[] {
  const { middle, along, tracks } = rows;
  return routes.map((route, index) => {
    const at = (end: 'first' | 'last') => middle(route[end]) + offsetOf(ports.of.get(portKey(route, index, end)));
    const [first, last] = [at('first'), at('last')];
    const { across } = route;
    if (across === null) return { first, last, across: null };
    if ('level' in across) return { first, last, across: across.level === 'first' ? first : last };
    return { first, last, across: along(across.gap, tracks.track.get(String(index)) ?? 0) };
  });
}

/** Tracks in the gaps between columns, for the stretches that go up and down. */
export function columnTracks(routes: readonly Route[], heights: readonly Heights[], gaps: number): Tracks {
  const wanted = routes.flatMap(({ firstGap, lastGap }, index) => {
    const { first, last, across } = heights[index] ?? { first: 0, last: 0, across: null };
    if (across === null) return [upright(`${index} first`, firstGap, first, last)];
    return [upright(`${index} first`, firstGap, first, across), upright(`${index} last`, lastGap, across, last)];
  });
  // Of ways that go down, the upper ones turn further to the right; of those that go up, the lower ones: then they do not cross.
  const order = ({ from, to }: Upright) => (to > from ? [0, -from] : [1, from]);
  const sorted = wanted
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => {
      const [[oneWay = 0, one = 0], [otherWay = 0, other = 0]] = [order(a), order(b)];
      return oneWay - otherWay || one - other;
    });
  return tracksOf(sorted, gaps);
}

interface Upright extends Stretch {
  readonly from: number;
  readonly to: number;
}

function upright(key: string, gap: number, from: number, to: number): Upright {
  return { key, gap, start: Math.min(from, to), end: Math.max(from, to), from, to };
}

/** The corners of a way from its first end to its last, between these two sides. */
export function cornersOf(
  { across, firstGap, lastGap }: Route,
  { first, last, across: height }: Heights,
  sides: { readonly first: number; readonly last: number },
  x: (gap: number, end: 'first' | 'last') => number,
): DiagramPoint[] {
  const begin = { x: sides.first, y: first };
  const end = { x: sides.last, y: last };
  const [one, two] = [x(firstGap, 'first'), x(lastGap, 'last')];
  if (across === null || height === null) {
    return first === last ? [begin, end] : [begin, { x: one, y: first }, { x: one, y: last }, end];
  }
  const corners = [begin];
  if (first !== height) corners.push({ x: one, y: first }, { x: one, y: height });
  if (height !== last) corners.push({ x: two, y: height }, { x: two, y: last });
  return [...corners, end];
}
