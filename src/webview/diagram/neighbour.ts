export interface Spot {
  readonly x: number;
  readonly y: number;
}

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const WAYS: Readonly<Record<Direction, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function isDirection(key: string): key is Direction {
  return Object.hasOwn(WAYS, key);
}

/** Which of the spots an arrow key leads to from here: the nearest on that side, straight ahead before aslant; -1 for none. */
export function neighbour(from: Spot, spots: readonly Spot[], direction: Direction): number {
  const way = WAYS[direction];
  let [best, found] = [Infinity, -1];
  spots.forEach(({ x, y }, index) => {
    const [dx, dy] = [x - from.x, y - from.y];
    const ahead = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y + dy * way.x);
    if (ahead <= 1) return;
    const cost = ahead + 2.5 * aside;
    if (cost < best) [best, found] = [cost, index];
  });
  return found;
}
