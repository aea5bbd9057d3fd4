import type { ComponentType, DiagramBox, DiagramPoint } from '../model';
import type { Cell, Grid } from './cells';
import { columnTracks, cornersOf, heightsOf, rowTracks } from './lines';
import type { Heights } from './lines';
import { FRAME, GAP, LABEL, levelsOf, NODE, PORT, roomFor, TRACK } from './measures';
import type { Levels } from './measures';
import type { Link, Part } from './parts';
import { portsOf } from './ports';
import type { Ports } from './ports';
import { endsOf, routesOf } from './routes';
import type { Route } from './routes';
import { stack } from './stack';
import type { Stacked } from './stack';
import type { Tracks } from './tracks';
import { cut, linesOf } from './words';

/** What of the picture has a place, by id. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, DiagramBox>;
  readonly frames: ReadonlyMap<string, DiagramBox>;
  readonly lines: readonly {
    readonly link: Link;
    readonly points: readonly DiagramPoint[];
    readonly labelAt: DiagramPoint;
  }[];
}

/** Between an arrow's point and the words on it. */
const POINT = 14;

/** What the steps of drawing share. */
interface Plan {
  readonly parts: readonly Part[];
  readonly grid: Grid;
  readonly levels: ReadonlyMap<string, Levels>;
  readonly ports: Ports;
  readonly routes: readonly Route[];
  readonly cellOf: (id: string) => Cell;
}

interface Rows {
  readonly stacked: Stacked;
  readonly size: ReadonlyMap<string, number>;
  readonly middle: (id: string) => number;
  readonly heights: readonly Heights[];
}

interface Columns {
  readonly stacked: Stacked;
  readonly tracks: Tracks;
  readonly words: { readonly left: readonly number[]; readonly right: readonly number[] };
  readonly trackRoom: readonly number[];
}

/** From cells to places: rows first, since heights decide which lines can share a track between columns. */
export function drawingOf(
  parts: readonly Part[],
  links: readonly Link[],
  parents: ReadonlyMap<string, string | null>,
  grid: Grid,
): Drawing {
  const cellOf = (id: string) => grid.cells.get(id) ?? { column: 0, row: 0 };
  const ends = endsOf(links, grid);
  const ports = portsOf(ends, grid);
  const plan = { parts, grid, levels: levelsOf(grid, parents), ports, routes: routesOf(ends, grid, ports), cellOf };
  const rows = rowsOf(plan);
  const columns = columnsOf(plan, rows);
  const boxes = new Map(
    parts.map(({ id }) => {
      const height = rows.size.get(id) ?? 0;
      const x = columns.stacked.starts[cellOf(id).column] ?? 0;
      return [id, rounded({ x, y: rows.middle(id) - height / 2, width: NODE.width, height })];
    }),
  );
  return {
    width: Math.ceil(columns.stacked.total),
    height: Math.ceil(rows.stacked.total),
    boxes,
    frames: framesOf(plan, rows.stacked, columns.stacked),
    lines: linesOfFlows(plan, rows, columns, boxes),
  };
}

function rowsOf({ parts, grid, levels, ports, routes, cellOf }: Plan): Rows {
  const count = 1 + Math.max(0, ...parts.map(({ id }) => cellOf(id).row));
  const size = new Map(parts.map((part) => [part.id, heightOf(part, ports.most.get(part.id) ?? 0)]));
  const tracks = rowTracks(routes, count + 1);
  const stacked = stack({
    sizes: largest(count, parts, ({ id }) => [cellOf(id).row, size.get(id) ?? 0]),
    room: roomFor(grid, levels, { start: 'top', end: 'bottom', gaps: count + 1 }),
    within: tracks.used.map(roomOfTracks),
    least: GAP.row,
  });
  const middle = (id: string) => {
    const { row } = cellOf(id);
    return (stacked.starts[row] ?? 0) + (stacked.sizes[row] ?? 0) / 2;
  };
  const along = (gap: number, track: number) => (stacked.within[gap] ?? 0) + TRACK * (track + 1);
  return { stacked, size, middle, heights: heightsOf(routes, ports, { middle, along, tracks }) };
}

function columnsOf({ parts, grid, levels, routes, cellOf }: Plan, { heights }: Rows): Columns {
  const count = 1 + Math.max(0, ...parts.map(({ id }) => cellOf(id).column));
  const tracks = columnTracks(routes, heights, count + 1);
  const words = labelRoom(routes, count + 1);
  const trackRoom = tracks.used.map(roomOfTracks);
  const stacked = stack({
    sizes: new Array<number>(count).fill(NODE.width),
    room: roomFor(grid, levels, { start: 'left', end: 'right', gaps: count + 1 }),
    within: trackRoom.map((room, gap) => room + (words.left[gap] ?? 0) + (words.right[gap] ?? 0)),
    least: GAP.column,
  });
  return { stacked, tracks, words, trackRoom };
}

function roomOfTracks(used: number): number {
  return used === 0 ? 0 : used * TRACK + TRACK;
}

function linesOfFlows(
  { parts, routes }: Plan,
  { heights }: Rows,
  { stacked, tracks, words, trackRoom }: Columns,
  boxes: Drawing['boxes'],
): Drawing['lines'] {
  const types = new Map(parts.map(({ id, type }) => [id, type]));
  const side = (id: string, which: 'left' | 'right', y: number) => {
    const box = boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
    const inset = insetOf(types.get(id) ?? 'unknown', box, y);
    return which === 'left' ? box.x + inset : box.x + box.width - inset;
  };
  return routes.map((route, index) => {
    const { link, first, last, lastGap, lastSide } = route;
    const height = heights[index] ?? { first: 0, last: 0, across: null };
    const track = (gap: number, end: string) =>
      (stacked.within[gap] ?? 0) + (words.left[gap] ?? 0) + TRACK * ((tracks.track.get(`${index} ${end}`) ?? 0) + 1);
    const sides = { first: side(first, 'right', height.first), last: side(last, lastSide, height.last) };
    const points = cornersOf(route, height, sides, track).map(roundedPoint);
    const start = stacked.within[lastGap] ?? 0;
    const total = (words.left[lastGap] ?? 0) + (trackRoom[lastGap] ?? 0) + (words.right[lastGap] ?? 0);
    const aside = POINT + labelWidth(link) / 2;
    const x = lastSide === 'right' ? start + aside : start + total - aside;
    return {
      link,
      points: link.from === first ? points : points.reverse(),
      labelAt: roundedPoint({ x, y: height.last }),
    };
  });
}

function framesOf({ grid, levels }: Plan, rows: Stacked, columns: Stacked): Drawing['frames'] {
  return new Map(
    [...grid.frames].map(([id, frame]) => {
      const level = levels.get(id) ?? { left: 1, right: 1, top: 1, bottom: 1 };
      const x = (columns.starts[frame.left] ?? 0) - level.left * FRAME.side;
      const y = (rows.starts[frame.top] ?? 0) - level.top * FRAME.top;
      const right = (columns.starts[frame.right] ?? 0) + NODE.width + level.right * FRAME.side;
      const low = (rows.starts[frame.bottom] ?? 0) + (rows.sizes[frame.bottom] ?? 0);
      return [id, rounded({ x, y, width: right - x, height: low + level.bottom * FRAME.bottom - y })];
    }),
  );
}

/** High enough for its name and for all flows on its busier side. */
function heightOf({ name }: Part, flows: number): number {
  const lines = linesOf(name, NODE.letters).length;
  return Math.max(lines * NODE.line + NODE.padding, flows * PORT + NODE.line);
}

function largest<Each>(count: number, list: readonly Each[], of: (each: Each) => readonly [number, number]): number[] {
  const sizes = new Array<number>(count).fill(0);
  for (const each of list) {
    const [at, size] = of(each);
    sizes[at] = Math.max(sizes[at] ?? 0, size);
  }
  return sizes;
}

function labelWidth({ label }: Link): number {
  return cut(label, LABEL.letters).length * LABEL.letter;
}

/** Room for words right before a column, and right behind one where a flow comes back to it. */
function labelRoom(routes: readonly Route[], gaps: number): { readonly left: number[]; readonly right: number[] } {
  const room = { left: new Array<number>(gaps).fill(0), right: new Array<number>(gaps).fill(0) };
  for (const { link, lastGap, lastSide } of routes) {
    const list = lastSide === 'right' ? room.left : room.right;
    const wide = labelWidth(link);
    list[lastGap] = Math.max(list[lastGap] ?? 0, POINT + (wide === 0 ? 0 : wide + LABEL.letter));
  }
  return room;
}

/** How far the outline of a part lies inside its box at that height. */
function insetOf(type: ComponentType | 'unknown', { y, height }: DiagramBox, at: number): number {
  const off = Math.abs(at - y - height / 2);
  if (type === 'model') return Math.min(14, (14 * off) / (height / 2));
  if (type !== 'process') return 0;
  const radius = Math.min(height / 2, 25);
  const beyond = Math.max(0, Math.min(radius, off - (height / 2 - radius)));
  return radius - Math.sqrt(radius * radius - beyond * beyond);
}

function rounded({ x, y, width, height }: DiagramBox): DiagramBox {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

function roundedPoint({ x, y }: DiagramPoint): DiagramPoint {
  return { x: round(x), y: round(y) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
