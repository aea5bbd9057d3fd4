import type {
  Diagram,
  DiagramBoundary,
  DiagramFlow,
  DiagramNode,
  DiagramThreat,
  Threat,
  ThreatModel,
  TrustBoundary,
} from '../model';
import { gridOf } from './cells';
import { parentsOf } from './boundaries';
import { drawingOf } from './drawing';
import type { Drawing } from './drawing';
import { riskMatrix } from './matrix';
import { LABEL, NODE } from './measures';
import { highestRisk, isOpen, partsOf } from './parts';
import type { Part } from './parts';
import { cut, linesOf } from './words';

const BOUNDARY_LETTER = 8;

/**
 * Lays a threat model out from left to right on a grid. Parts never overlap, flows never go through a part or through the
 * words of another flow, and boundaries hold their own parts alone. The same model gives the same picture.
 */
export function diagramOf(model: ThreatModel): Diagram {
  const { boundaries, parents } = parentsOf(model.boundaries);
  const { nodes, links, left } = partsOf(model, new Set(parents.keys()));
  const drawing = drawingOf(nodes, links, parents, gridOf(nodes, links, parents));
  return {
    title: model.system,
    width: drawing.width,
    height: drawing.height,
    nodes: nodes.flatMap((node) => drawnNode(node, drawing)),
    boundaries: boundaries.flatMap((boundary) => drawnBoundary(boundary, drawing)),
    flows: drawnFlows(nodes, drawing),
    matrix: riskMatrix(model.threats),
    list: threatList(model.threats, nodes),
    threats: model.threats.length,
    open: model.threats.filter(isOpen).length,
    left: left + model.boundaries.length - boundaries.length,
  };
}

function drawnNode({ id, name, type, threats, range }: Part, { boxes }: Drawing): DiagramNode[] {
  const box = boxes.get(id);
  if (!box) return [];
  const open = threats.filter(isOpen).length;
  const lines = linesOf(name, NODE.letters);
  return [{ ...box, id, name, type, lines, threats: threats.length, open, risk: highestRisk(threats), range }];
}

function drawnBoundary({ id, name, range }: TrustBoundary, { frames }: Drawing): DiagramBoundary[] {
  const box = frames.get(id);
  return box ? [{ ...box, id, name, shown: cut(name, Math.floor((box.width - 20) / BOUNDARY_LETTER)), range }] : [];
}

function threatList(threats: readonly Threat[], nodes: readonly Part[]): DiagramThreat[] {
  const aimed = new Map<Threat, string[]>(threats.map((threat) => [threat, []]));
  for (const node of nodes) for (const threat of node.threats) aimed.get(threat)?.push(node.id);
  return threats.map((threat) => {
    const { id, title, likelihood, impact, residual, treatment, range } = threat;
    return {
      ...{ title, likelihood, impact, treatment, range },
      ...{ id: id.text, risk: residual, nodes: aimed.get(threat) ?? [] },
    };
  });
}

function drawnFlows(nodes: readonly Part[], { lines }: Drawing): DiagramFlow[] {
  const boundary = new Map(nodes.map((node) => [node.id, node.boundary]));
  return lines.map(({ link: { id, from, to, label, range }, points, labelAt }) => ({
    ...{ id, from, to, range, points, labelAt },
    label: cut(label, LABEL.letters),
    crosses: boundary.get(from) !== boundary.get(to),
  }));
}
