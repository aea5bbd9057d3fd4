import type { Grid } from './cells';

/** Sizes in units of the drawing. */
export const NODE = { width: 168, line: 17, padding: 34, letters: 22 };
export const LABEL = { letters: 28, letter: 6, height: 15 };
export const MARGIN = 24;
/** Between two flows on one side of a part, and between lines in a gap. */
export const PORT = 16;
export const TRACK = 10;
/** Least width of a gap without lines. */
export const GAP = { column: 34, row: 26 };
/** What each boundary keeps free around its parts; its name stands at the top. */
export const FRAME = { side: 16, top: 34, bottom: 16 };

/** How many boundaries inside each other end at one edge, this one included: so far out its line lies. */
export interface Levels {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const EDGES = ['left', 'right', 'top', 'bottom'] as const;

/** The inner boundaries come first, so that the outer ones lie around them. */
export function levelsOf({ frames }: Grid, parents: ReadonlyMap<string, string | null>): ReadonlyMap<string, Levels> {
  const levels = new Map<string, Record<(typeof EDGES)[number], number>>();
  const depth = (id: string) => {
    let count = 0;
    for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) count += 1;
    return count;
  };
  const depths = [...frames].map(([id, frame]) => ({ id, frame, depth: depth(id) }));
  for (const { id } of depths) levels.set(id, { left: 1, right: 1, top: 1, bottom: 1 });
  for (const { id, frame } of depths.sort((a, b) => b.depth - a.depth)) {
    const parent = parents.get(id) ?? null;
    const [own, outer] = [levels.get(id), parent === null ? undefined : levels.get(parent)];
    const around = parent === null ? undefined : frames.get(parent);
    if (!own || !outer || !around) continue;
    for (const edge of EDGES) {
      if (frame[edge] === around[edge]) outer[edge] = Math.max(outer[edge], own[edge] + 1);
    }
  }
  return levels;
}

/** Room that boundaries need on either side of every gap: `before` ends what comes earlier, `after` begins what follows. */
export interface Room {
  readonly before: number[];
  readonly after: number[];
}

export function roomFor(
  { frames }: Grid,
  levels: ReadonlyMap<string, Levels>,
  edges: { readonly start: 'left' | 'top'; readonly end: 'right' | 'bottom'; readonly gaps: number },
): Room {
  const { start, end, gaps } = edges;
  const room: Room = { before: new Array<number>(gaps).fill(0), after: new Array<number>(gaps).fill(0) };
  const sizes = { left: FRAME.side, right: FRAME.side, top: FRAME.top, bottom: FRAME.bottom };
  const widen = (list: number[], gap: number, size: number) => (list[gap] = Math.max(list[gap] ?? 0, size));
  for (const [id, frame] of frames) {
    const own = levels.get(id);
    if (!own) continue;
    widen(room.after, frame[start], own[start] * sizes[start]);
    widen(room.before, frame[end] + 1, own[end] * sizes[end]);
  }
  return room;
}
