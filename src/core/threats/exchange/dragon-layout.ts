import { groupBy } from '../../groups';
import type { Drawn, DrawnBoundary } from './drawn';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const [WIDTH, HEIGHT, GAP, HEAD] = [160, 80, 60, 40];

/**
 * Where each part and each box of a diagram lies. Boxes hold what is in them and nothing else: that is how Threat Dragon
 * tells what lies in a trust boundary.
 */
export function layoutOf({ parts, boundaries }: Pick<Drawn, 'parts' | 'boundaries'>): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>();
  const inside = groupBy(boundaries, ({ inside: box }) => box);
  const held = groupBy(parts, ({ boundary }) => boundary);
  const sizes = new Map<string | null, { readonly width: number; readonly height: number }>();
  const order = innermostFirst(inside);
  const itemsOf = (box: string | null): readonly Item[] => [
    ...(held.get(box) ?? []).map(({ id }) => ({ key: partKey(id), box: null, width: WIDTH, height: HEIGHT })),
    ...(inside.get(box) ?? []).map(({ id }) => ({
      key: boxKey(id),
      box: id,
      ...(sizes.get(id) ?? { width: WIDTH, height: HEIGHT }),
    })),
  ];
  for (const box of order) sizes.set(box, arranged(itemsOf(box), GAP, HEAD + GAP).size);
  const place = (box: string | null, x: number, y: number) => {
    const items = itemsOf(box);
    for (const [index, spot] of arranged(items, x + GAP, y + HEAD + GAP).spots.entries()) {
      const item = items[index];
      if (item) areas.set(item.key, { ...spot, width: item.width, height: item.height });
    }
  };
  place(null, 0, 0);
  for (const box of [...order].reverse()) {
    const area = box === null ? undefined : areas.get(boxKey(box));
    if (area) place(box, area.x, area.y);
  }
  return areas;
}

export function partKey(id: string): string {
  return `part ${id}`;
}

export function boxKey(id: string): string {
  return `box ${id}`;
}

interface Item {
  readonly key: string;
  readonly box: string | null;
  readonly width: number;
  readonly height: number;
}

/** Rows of about as many items as there are rows; the size with the room around them. */
function arranged(
  items: readonly Item[],
  left: number,
  top: number,
): {
  readonly spots: readonly { readonly x: number; readonly y: number }[];
  readonly size: { readonly width: number; readonly height: number };
} {
  const perRow = Math.ceil(Math.sqrt(items.length));
  const spots: { readonly x: number; readonly y: number }[] = [];
  let [x, y, tallest, widest] = [left, top, 0, left + WIDTH + GAP];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % perRow === 0) [x, y, tallest] = [left, y + tallest + GAP, 0];
    spots.push({ x, y });
    x += item.width + GAP;
    tallest = Math.max(tallest, item.height);
    widest = Math.max(widest, x);
  }
  return { spots, size: { width: widest, height: y + Math.max(tallest, HEIGHT) + GAP } };
}

/** Boxes after all that lie in them. */
function innermostFirst(inside: ReadonlyMap<string | null, readonly DrawnBoundary[]>): (string | null)[] {
  const order: (string | null)[] = [null];
  for (let at = 0; at < order.length; at += 1) order.push(...(inside.get(order[at] ?? null) ?? []).map(({ id }) => id));
  return order.reverse();
}
