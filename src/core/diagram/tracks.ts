/** A stretch along a gap that wants a track of its own there. */
export interface Stretch {
  readonly key: string;
  readonly gap: number;
  readonly start: number;
  readonly end: number;
}

export interface Tracks {
  /** By key of the stretch; counts from 0. */
  readonly track: ReadonlyMap<string, number>;
  /** How many tracks each gap has. */
  readonly used: readonly number[];
}

/** The first free track for each stretch, in the order given; no two stretches of one track touch. */
export function tracksOf(stretches: readonly Stretch[], gaps: number): Tracks {
  const track = new Map<string, number>();
  const taken: { start: number; end: number }[][][] = Array.from({ length: gaps }, () => []);
  for (const { key, gap, start, end } of stretches) {
    const lanes = taken[gap];
    if (!lanes) continue;
    const free = lanes.findIndex((lane) => lane.every((each) => each.end < start || each.start > end));
    const lane = free === -1 ? lanes.length : free;
    (lanes[lane] ??= []).push({ start, end });
    track.set(key, lane);
  }
  return { track, used: taken.map((lanes) => lanes.length) };
}
