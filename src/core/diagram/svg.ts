import type { Diagram, DiagramBoundary, DiagramFlow, DiagramNode, DiagramPoint, Range } from '../model';
import { SVG_STYLE } from './svg-style';

/** What each shape stands for, in words: colour and form are never alone. */
export const TYPE_WORDS: Readonly<Record<DiagramNode['type'], string>> = {
  actor: 'actor',
  process: 'process',
  store: 'data store',
  model: 'model',
  tool: 'tool',
  external: 'outside service',
  unknown: 'not described',
};

/**
 * The diagram as one SVG with its own style, light and dark: readable by itself in a browser or a document. Parts have
 * `data-line`, the line of the file they come from, `tabindex` and a name for screen readers.
 */
export function diagramSvg(diagram: Diagram): string {
  const { width, height, nodes, boundaries, flows, title } = diagram;
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="ab-diagram" role="group" aria-label="${safe(summary(diagram))}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${safe(title)}</title>`,
    `<style>${SVG_STYLE}</style>`,
    '<defs><marker id="ab-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="ab-head" d="M0 0 10 5 0 10z"/></marker></defs>',
    `<rect class="ab-paper" width="${width}" height="${height}"/>`,
    ...boundaries.map(boundarySvg),
    ...flows.map((flow) => flowSvg(flow, names)),
    // Words lie above all lines, so that none goes through them.
    ...flows.map(labelSvg),
    ...nodes.map(nodeSvg),
    '</svg>',
  ].join('\n');
}

/** The picture in one sentence. */
function summary({ title, nodes, flows, threats, open }: Diagram): string {
  const parts = `${amount(nodes.length, 'part')}, ${amount(flows.length, 'data flow')}, ${amount(threats, 'threat')}`;
  return `Data-flow diagram of ${title}: ${parts}, ${open} not answered yet`;
}

function boundarySvg({ x, y, width, height, name, shown, range }: DiagramBoundary): string {
  return [
    `<g class="ab-boundary" ${place(range, `Trust boundary ${name}`)}>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/>`,
    '</g>',
    `<text class="ab-words ab-name" aria-hidden="true" x="${x + 12}" y="${y + 17}">${safe(shown)}</text>`,
  ].join('');
}

function flowSvg({ from, to, label, points, crosses, range }: DiagramFlow, names: ReadonlyMap<string, string>): string {
  const words = `Flow from ${names.get(from) ?? from} to ${names.get(to) ?? to}${label === '' ? '' : `: ${label}`}${crosses ? ', crosses a trust boundary' : ''}`;
  return [
    `<g class="ab-flow${crosses ? ' ab-crosses' : ''}" ${place(range, words)}>`,
    `<path class="ab-hit" d="${pathOf(points)}"/><path class="ab-line" d="${pathOf(points)}" marker-end="url(#ab-arrow)"/>`,
    '</g>',
  ].join('');
}

function labelSvg({ label, labelAt }: DiagramFlow): string {
  if (label === '') return '';
  return `<text class="ab-label" aria-hidden="true" x="${labelAt.x}" y="${labelAt.y}">${safe(label)}</text>`;
}

function nodeSvg(node: DiagramNode): string {
  const { id, x, y, width, height, lines, type, name, threats, open, risk, range } = node;
  const counted =
    threats === 0
      ? ''
      : `, ${amount(threats, 'threat')}, ${open} not answered yet${risk === null ? '' : `, highest remaining risk ${risk}`}`;
  const top = y + (height - lines.length * 17) / 2 - 6;
  return [
    `<g class="ab-node ab-${type}" ${place(range, `${TYPE_WORDS[type]} ${name}${counted}`, id)}>`,
    shapeOf(node),
    '</g>',
    // The name for screen readers says more than the words in the picture, which may be cut: those stay out of it.
    '<g class="ab-words" aria-hidden="true">',
    `<text class="ab-type" x="${x + width / 2}" y="${y + height - 8}">${TYPE_WORDS[type]}</text>`,
    ...lines.map((line, index) => `<text x="${x + width / 2}" y="${top + index * 17 + 8}">${safe(line)}</text>`),
    threats === 0 ? '' : badge(node),
    '</g>',
  ].join('');
}

/** How many threats aim at it: a filled mark with an exclamation sign while some are not answered. */
function badge({ x, y, width, threats, open, risk }: DiagramNode): string {
  const text = open > 0 ? `${threats}!` : String(threats);
  const size = 12 + text.length * 7;
  return `<g class="ab-badge ab-risk-${open > 0 ? 'open' : (risk ?? 'none')}"><rect x="${x + width - size + 6}" y="${y - 9}" width="${size}" height="18" rx="9"/><text x="${x + width - size / 2 + 6}" y="${y + 4}">${text}</text></g>`;
}

function shapeOf({ x, y, width, height, type }: DiagramNode): string {
  switch (type) {
    case 'process':
      return `<rect class="ab-shape" x="${x}" y="${y}" width="${width}" height="${height}" rx="${Math.min(height / 2, 25)}"/>`;
    case 'store':
      return `<rect class="ab-shape ab-open" x="${x}" y="${y}" width="${width}" height="${height}"/><path class="ab-edge" d="M${x} ${y}h${width}M${x} ${y + height}h${width}M${x + 8} ${y}v${height}"/>`;
    case 'model': {
      const cut = 14;
      return `<path class="ab-shape" d="M${x + cut} ${y}h${width - 2 * cut}l${cut} ${height / 2}l${-cut} ${height / 2}h${-(width - 2 * cut)}l${-cut} ${-height / 2}z"/>`;
    }
    case 'tool':
      return `<path class="ab-shape" d="M${x} ${y}h${width - 14}l14 14v${height - 14}h${-width}z"/>`;
    case 'actor':
    case 'external':
    case 'unknown':
      return `<rect class="ab-shape" x="${x}" y="${y}" width="${width}" height="${height}" rx="${type === 'actor' ? 3 : 0}"/>`;
  }
}

const CORNER = 7;

/** Straight lines with round corners. */
function pathOf(points: DiagramFlow['points']): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const [start, end] = [towards(point, before), towards(point, after)];
      return `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`;
    })
    .join('');
}

function towards(from: DiagramPoint, to: DiagramPoint): DiagramPoint {
  const far = Math.hypot(to.x - from.x, to.y - from.y);
  const part = far === 0 ? 0 : Math.min(CORNER, far / 2) / far;
  const near = (one: number, other: number) => Math.round((one + (other - one) * part) * 10) / 10;
  return { x: near(from.x, to.x), y: near(from.y, to.y) };
}

/** What leads to the line, by mouse and keyboard, and what it is called. */
function place({ line, column, endLine }: Range, words: string, id?: string): string {
  const known = id === undefined ? '' : ` data-id="${safe(id)}"`;
  return `tabindex="0" role="button" aria-label="${safe(words)}" data-line="${line}" data-column="${column}" data-end-line="${endLine}"${known}`;
}

function amount(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** Text of a stranger inside SVG; signs that no document may hold are left out. */
function safe(text: string): string {
  return [...text]
    .filter((sign) => /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]$/u.test(sign))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
