import { Graph, layout } from '@dagrejs/dagre';
import type { Diagram, DiagramBoundary, DiagramFlow, DiagramNode, ThreatModel, TrustBoundary } from '../model';
import { compareText } from '../model';
import { riskMatrix } from './matrix';
import { highestRisk, isOpen, partsOf } from './parts';
import type { Link, Part } from './parts';

const NODE = { width: 168, line: 17, padding: 34 };
const MARGIN = 24;
/** Room that a boundary keeps for its name. */
const HEAD = 26;
const LETTERS = 22;
const LETTERS_OF_LABEL = 28;
const MOST_LINES = 3;
/** Height of the words on a flow, and how far flows of one pair lie apart. */
const LABEL = 15;
const BESIDE = 9;

interface LaidEdge {
  readonly points?: readonly { readonly x: number; readonly y: number }[];
  readonly x?: number;
  readonly y?: number;
}

interface Laid {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lays a threat model out from left to right. The same model gives the same picture. */
export function diagramOf(model: ThreatModel): Diagram {
  const { nodes, links, left } = partsOf(model);
  const graph = new Graph({ directed: true, multigraph: true, compound: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 46, ranksep: 40, edgesep: 14, marginx: MARGIN, marginy: MARGIN + HEAD });
  graph.setDefaultEdgeLabel(() => ({}));
  const parents = parentsOf(model.boundaries);
  const used = usedBoundaries(nodes, parents);
  for (const { id } of model.boundaries) if (used.has(id)) graph.setNode(`b:${id}`, {});
  for (const [id, parent] of parents) if (used.has(id) && parent !== null) graph.setParent(`b:${id}`, `b:${parent}`);
  for (const node of nodes) {
    const lines = linesOf(node.name, LETTERS);
    graph.setNode(`n:${node.id}`, { width: NODE.width, height: lines.length * NODE.line + NODE.padding });
    if (node.boundary !== null) graph.setParent(`n:${node.id}`, `b:${node.boundary}`);
  }
  const pairs = pairsOf(links);
  for (const [key, pair] of pairs) {
    const [first] = pair;
    if (!first) continue;
    const letters = Math.max(...pair.map(({ label }) => cut(label, LETTERS_OF_LABEL).length));
    const size = { width: letters * 6, height: pair.length * LABEL, labelpos: 'c' };
    graph.setEdge(`n:${first.from}`, `n:${first.to}`, size, key);
  }
  layout(graph);
  const boxes = model.boundaries.flatMap((boundary): DiagramBoundary[] => {
    const laid = used.has(boundary.id) ? boxOf(graph.node(`b:${boundary.id}`)) : null;
    if (!laid) return [];
    const { id, name, range } = boundary;
    return [{ id, name, range, x: laid.x, y: laid.y - HEAD, width: laid.width, height: laid.height + HEAD }];
  });
  const placed = nodes.flatMap((node) => drawnNode(node, graph.node(`n:${node.id}`)));
  const size = graph.graph() as { width?: number; height?: number };
  return {
    title: model.system,
    width: Math.ceil(finite(size.width) + MARGIN),
    height: Math.ceil(finite(size.height) + MARGIN),
    nodes: placed,
    boundaries: boxes,
    flows: [...pairs].flatMap(([key, pair]) => drawnFlows(key, pair, graph, nodes)),
    matrix: riskMatrix(model.threats),
    threats: model.threats.length,
    open: model.threats.filter(isOpen).length,
    left,
  };
}

/** The boundary that each lies in; one that would lie in itself lies in none. */
function parentsOf(boundaries: readonly TrustBoundary[]): ReadonlyMap<string, string | null> {
  const ids = new Set(boundaries.map(({ id }) => id));
  const named = new Map(boundaries.map(({ id, parent }) => [id, parent && ids.has(parent.text) ? parent.text : null]));
  return new Map([...named].map(([id, parent]) => [id, inCircle(id, named) ? null : parent]));
}

function inCircle(start: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let at: string | null = start; at !== null; at = parents.get(at) ?? null) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/** Boundaries with something in them, at whatever depth. An empty one has no place in the picture. */
function usedBoundaries(nodes: readonly Part[], parents: ReadonlyMap<string, string | null>): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { boundary } of nodes) {
    for (let at = boundary; at !== null && !used.has(at); at = parents.get(at) ?? null) used.add(at);
  }
  return used;
}

function drawnNode({ id, name, type, threats, range }: Part, laid: unknown): DiagramNode[] {
  const box = boxOf(laid);
  if (!box) return [];
  const open = threats.filter(isOpen).length;
  const lines = linesOf(name, LETTERS);
  return [{ ...box, id, name, type, lines, threats: threats.length, open, risk: highestRisk(threats), range }];
}

/** Flows between the same two parts share one way, so that question and answer do not make the picture twice as wide. */
function pairsOf(links: readonly Link[]): ReadonlyMap<string, Link[]> {
  const pairs = new Map<string, Link[]>();
  for (const link of links) {
    const key = JSON.stringify([link.from, link.to].sort(compareText));
    const pair = pairs.get(key);
    if (pair) pair.push(link);
    else pairs.set(key, [link]);
  }
  return pairs;
}

function drawnFlows(key: string, pair: readonly Link[], graph: Graph, nodes: readonly Part[]): DiagramFlow[] {
  const [first] = pair;
  if (!first) return [];
  const edge = graph.edge({ v: `n:${first.from}`, w: `n:${first.to}`, name: key }) as LaidEdge | undefined;
  const way = (edge?.points ?? []).map(({ x, y }) => ({ x, y }));
  const middle = way[Math.floor(way.length / 2)] ?? { x: 0, y: 0 };
  const at = edge?.x === undefined || edge.y === undefined ? middle : { x: edge.x, y: edge.y };
  const boundary = (end: string) => nodes.find((node) => node.id === end)?.boundary ?? null;
  return pair.map(({ id, from, to, label, range }, index) => {
    const aside = (index - (pair.length - 1) / 2) * BESIDE;
    const points = way.map(({ x, y }) => ({ x: round(x), y: round(y + aside) }));
    return {
      ...{ id, from, to, range },
      label: cut(label, LETTERS_OF_LABEL),
      points: from === first.from ? points : points.reverse(),
      labelAt: { x: round(at.x), y: round(at.y + (index - (pair.length - 1) / 2) * LABEL) },
      crosses: boundary(from) !== boundary(to),
    };
  });
}

/** dagre gives the middle of a box. */
function boxOf(laid: unknown): Laid | null {
  const { x, y, width, height } = (laid ?? {}) as Partial<Laid>;
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return { x: round(x - width / 2), y: round(y - height / 2), width: round(width), height: round(height) };
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? Math.max(value, 0) : 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A name in lines of so many letters; what does not fit into three ends with an ellipsis. */
function linesOf(name: string, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of name
    .trim()
    .split(/(?<=[/_-])|\s+/u)
    .slice(0, 60)) {
    const glued = line === '' || /[/_-]$/u.test(line) ? `${line}${word}` : `${line} ${word}`;
    if (glued.length <= letters) line = glued;
    else {
      if (line !== '') lines.push(line);
      line = cut(word, letters);
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= MOST_LINES) return lines.length === 0 ? ['(no name)'] : lines;
  return [...lines.slice(0, MOST_LINES - 1), cut(`${lines[MOST_LINES - 1] ?? ''}…`, letters)];
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}
