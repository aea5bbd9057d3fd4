import type { ComponentType } from '../../model';
import type { Fields } from './fields';

/** One part of a diagram of Threat Dragon, whichever version wrote it. */
export interface Cell {
  readonly id: string;
  readonly kind: ComponentType | 'flow' | 'box' | 'curve' | 'text' | 'unknown';
  readonly name: string;
  /** Where its flags, description and threats stand. */
  readonly data: Fields;
  readonly fields: Fields;
  readonly from: string | null;
  readonly to: string | null;
  readonly area: Area | null;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const KINDS: Readonly<Record<string, Cell['kind']>> = {
  'tm.actor': 'actor',
  'tm.process': 'process',
  'tm.store': 'store',
  'tm.flow': 'flow',
  'tm.boundary': 'curve',
  'tm.boundarybox': 'box',
  'tm.text': 'text',
  actor: 'actor',
  process: 'process',
  store: 'store',
  flow: 'flow',
  'trust-boundary-curve': 'curve',
  'trust-broundary-curve': 'curve',
  'trust-boundary-box': 'box',
  'td-text-block': 'text',
  text: 'text',
};

/** The cells of a diagram: of version 2, else those of version 1, which stand one step deeper. */
export function cellsOf(diagram: Fields): Cell[] {
  if (!diagram.has('cells') && diagram.has('diagramJson')) {
    return (diagram.map('diagramJson')?.maps('cells') ?? []).map((fields) => cellOf(fields, fields, 'id'));
  }
  return diagram.maps('cells').map((fields) => cellOf(fields, fields.map('data') ?? fields, 'cell'));
}

function cellOf(fields: Fields, data: Fields, end: 'cell' | 'id'): Cell {
  const type = (data.has('type') ? data.text('type') : fields.text('type')).toLowerCase();
  const kind = KINDS[type] ?? KINDS[fields.text('shape').toLowerCase()] ?? 'unknown';
  return {
    id: fields.text('id'),
    kind,
    name: nameOf(fields, data, kind),
    data,
    fields,
    from: endOf(fields, 'source', end),
    to: endOf(fields, 'target', end),
    area: areaOf(fields),
  };
}

/** The name that is kept, else the words that are drawn. */
function nameOf(fields: Fields, data: Fields, kind: Cell['kind']): string {
  const own = data.has('name') ? data.text('name').trim() : '';
  if (own !== '') return own;
  const drawn = [fields, ...(kind === 'flow' && Array.isArray(fields.get('labels')) ? fields.maps('labels') : [])];
  for (const each of drawn) {
    const attrs = each.map('attrs');
    for (const key of ['text', 'label', 'labelText']) {
      const value = attrs?.get(key);
      const words = typeof value === 'object' && value !== null && 'text' in value ? value.text : null;
      if (typeof words === 'string' && words.trim() !== '') return words.trim();
    }
  }
  return '';
}

function endOf(fields: Fields, key: 'source' | 'target', end: 'cell' | 'id'): string | null {
  const value = fields.map(key)?.get(end);
  return typeof value === 'string' && value !== '' ? value : null;
}

function areaOf(fields: Fields): Area | null {
  const [position, size] = [fields.map('position'), fields.map('size')];
  const [x, y] = [position?.number('x') ?? null, position?.number('y') ?? null];
  const [width, height] = [size?.number('width') ?? null, size?.number('height') ?? null];
  return x === null || y === null || width === null || height === null ? null : { x, y, width, height };
}

/** The smallest box that the middle of a cell lies in; a box lies only in a larger one. */
export function boxAround({ area, kind }: Cell, boxes: readonly Cell[]): Cell | null {
  if (area === null) return null;
  const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
  const size = (each: Area) => each.width * each.height;
  let best: { readonly cell: Cell; readonly size: number } | null = null;
  for (const box of boxes) {
    const around = box.area;
    if (around === null || (kind === 'box' && size(around) <= size(area))) continue;
    const inside = x >= around.x && x <= around.x + around.width && y >= around.y && y <= around.y + around.height;
    if (inside && (best === null || size(around) < best.size)) best = { cell: box, size: size(around) };
  }
  return best?.cell ?? null;
}
