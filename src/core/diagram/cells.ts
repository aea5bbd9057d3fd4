import type { Link, Part } from './parts';
import { ranksOf } from './ranks';
import type { Step } from './ranks';

/** Where something stands in the grid of the picture; both count from 0. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** The cells a boundary takes in, ends included. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Grid {
  readonly cells: ReadonlyMap<string, Cell>;
  /** Of boundaries with something in them. */
  readonly frames: ReadonlyMap<string, Frame>;
}

/** A part, or a boundary with what is placed inside it. */
interface Item {
  readonly id: string;
  readonly boundary: boolean;
  readonly width: number;
  readonly height: number;
}

interface Placing {
  readonly items: readonly Item[];
  readonly places: readonly Cell[];
  readonly width: number;
  readonly height: number;
}

/**
 * Gives every part a cell of its own, left to right as data flows; each boundary is a rectangle of cells in which nothing else
 * stands. `parents`: the boundary that each boundary lies in, or null.
 */
export function gridOf(
  parts: readonly Part[],
  links: readonly Link[],
  parents: ReadonlyMap<string, string | null>,
): Grid {
  const inside = contentsOf(parts, parents);
  const chains = new Map(parts.map(({ id, boundary }) => [id, [`n:${id}`, ...chainOf(boundary, parents)]]));
  const steps = stepsByContainer(links, chains);
  const placings = new Map<string, Placing>();
  for (const container of innermostFirst(inside, parents)) {
    const items = (inside.get(container) ?? []).flatMap((id): Item[] => {
      const size = id.startsWith('n:') ? { width: 1, height: 1 } : placings.get(id);
      return size ? [{ id, boundary: id.startsWith('b:'), width: size.width, height: size.height }] : [];
    });
    if (items.length > 0 || container === '') placings.set(container, place(items, steps.get(container) ?? []));
  }
  return spread(placings);
}

/** What lies directly in each container: `b:` and the id of a boundary, `` for the picture itself. */
function contentsOf(
  parts: readonly Part[],
  parents: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string[]> {
  const inside = new Map<string, string[]>([['', []]]);
  for (const id of parents.keys()) inside.set(`b:${id}`, []);
  const key = (id: string | null) => (id === null ? '' : `b:${id}`);
  for (const { id, boundary } of parts) inside.get(key(boundary))?.push(`n:${id}`);
  for (const [id, parent] of parents) inside.get(key(parent))?.push(`b:${id}`);
  return inside;
}

/** The containers around something, from the inside to the picture itself. */
function chainOf(boundary: string | null, parents: ReadonlyMap<string, string | null>): string[] {
  const chain: string[] = [];
  for (let at = boundary; at !== null; at = parents.get(at) ?? null) chain.push(`b:${at}`);
  return [...chain, ''];
}

function innermostFirst(
  inside: ReadonlyMap<string, readonly string[]>,
  parents: ReadonlyMap<string, string | null>,
): string[] {
  const depth = (key: string) => (key === '' ? 0 : chainOf(key.slice(2), parents).length);
  const depths = [...inside.keys()].map((key) => ({ key, depth: depth(key) }));
  return depths.sort((a, b) => b.depth - a.depth).map(({ key }) => key);
}

/** A flow counts where its ends part: between the two items of the innermost container that holds both. */
function stepsByContainer(
  links: readonly Link[],
  chains: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, { readonly from: string; readonly to: string }[]> {
  const steps = new Map<string, { readonly from: string; readonly to: string }[]>();
  for (const link of links) {
    const [from, to] = [chains.get(link.from) ?? [], chains.get(link.to) ?? []];
    const common = from.find((each, index) => index > 0 && to.includes(each, 1));
    if (common === undefined) continue;
    const step = { from: from[from.indexOf(common, 1) - 1] ?? '', to: to[to.indexOf(common, 1) - 1] ?? '' };
    const list = steps.get(common);
    if (list) list.push(step);
    else steps.set(common, [step]);
  }
  return steps;
}

function place(items: readonly Item[], named: readonly { readonly from: string; readonly to: string }[]): Placing {
  const index = new Map(items.map(({ id }, at) => [id, at]));
  const steps = named.map(({ from, to }): Step => ({ from: index.get(from) ?? 0, to: index.get(to) ?? 0 }));
  const layers = folded(items, ranksOf(items.length, steps));
  sortLayers(layers, steps);
  const heights = layers.map((layer) => sum(layer.map((at) => items[at]?.height ?? 1)));
  const height = Math.max(1, ...heights);
  const places = new Array<Cell>(items.length).fill({ column: 0, row: 0 });
  let column = 0;
  layers.forEach((layer, number) => {
    let row = Math.floor((height - (heights[number] ?? 0)) / 2);
    for (const at of layer) {
      places[at] = { column, row };
      row += items[at]?.height ?? 1;
    }
    column += Math.max(1, ...layer.map((at) => items[at]?.width ?? 1));
  });
  return { items, places, width: Math.max(1, column), height };
}

/** A column takes about three times the room of a row, with the words on its lines. */
const WIDE = 0.8;
const HIGH = 1.6;

/** Items by column. Long chains are pressed together and high columns broken, so that pictures are not much wider than high. */
function folded(items: readonly Item[], ranks: readonly number[]): number[][] {
  const cells = sum(items.map(({ width, height }) => width * height));
  const deepest = Math.max(0, ...ranks) + 1;
  const widest = Math.max(6, Math.ceil(Math.sqrt(cells * WIDE)) + 1, ...items.map(({ width }) => width));
  const highest = Math.max(6, Math.ceil(Math.sqrt(cells) * HIGH));
  for (let columns = Math.min(deepest, widest); ; columns -= 1) {
    const byRank: number[][] = Array.from({ length: columns }, () => []);
    ranks.forEach((rank, at) => byRank[Math.floor((rank * columns) / deepest)]?.push(at));
    const layers = byRank.flatMap((layer) => broken(layer, items, highest)).filter((layer) => layer.length > 0);
    const width = sum(layers.map((layer) => Math.max(1, ...layer.map((at) => items[at]?.width ?? 1))));
    if (columns <= 1 || width <= widest) return layers;
  }
}

function broken(layer: readonly number[], items: readonly Item[], highest: number): number[][] {
  const total = sum(layer.map((at) => items[at]?.height ?? 1));
  const limit = Math.ceil(total / Math.max(1, Math.ceil(total / highest)));
  const layers: number[][] = [[]];
  let height = 0;
  for (const at of layer) {
    const own = items[at]?.height ?? 1;
    if (height > 0 && height + own > limit) {
      layers.push([]);
      height = 0;
    }
    layers.at(-1)?.push(at);
    height += own;
  }
  return layers;
}

const SWEEPS = 4;

/** Brings each item near to the middle of what it is tied to, so that fewer lines cross. */
function sortLayers(layers: number[][], steps: readonly Step[]): void {
  const tied = new Map<number, number[]>();
  for (const { from, to } of steps) {
    if (from === to) continue;
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const list = tied.get(one);
      if (list) list.push(other);
      else tied.set(one, [other]);
    }
  }
  const position = new Map<number, number>();
  const note = (layer: readonly number[]) =>
    layer.forEach((at, number) => position.set(at, number - (layer.length - 1) / 2));
  layers.forEach(note);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const layer of sweep % 2 === 0 ? layers : [...layers].reverse()) {
      const middle = new Map(
        layer.map((at) => {
          const others = (tied.get(at) ?? []).filter((each) => !layer.includes(each));
          const own = position.get(at) ?? 0;
          return [at, others.length === 0 ? own : sum(others.map((each) => position.get(each) ?? 0)) / others.length];
        }),
      );
      layer.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || a - b);
      note(layer);
    }
  }
}

/** From places inside containers to places in the picture. */
function spread(placings: ReadonlyMap<string, Placing>): Grid {
  const cells = new Map<string, Cell>();
  const frames = new Map<string, Frame>();
  const open: { readonly key: string; readonly at: Cell }[] = [{ key: '', at: { column: 0, row: 0 } }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { key, at } = next;
    const placing = placings.get(key);
    placing?.items.forEach((item, index) => {
      const own = placing.places[index] ?? { column: 0, row: 0 };
      const here = { column: at.column + own.column, row: at.row + own.row };
      const id = item.id.slice(2);
      if (!item.boundary) cells.set(id, here);
      else {
        const right = here.column + item.width - 1;
        frames.set(id, { left: here.column, right, top: here.row, bottom: here.row + item.height - 1 });
        open.push({ key: item.id, at: here });
      }
    });
  }
  return { cells, frames };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
