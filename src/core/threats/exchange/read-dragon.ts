import { fromDragonProtection, fromDragonWords, fromMitigation } from './dragon-words';
import { strideOf } from './fields';
import type { Fields } from './fields';
import type { Notes } from './notes';
import { boxAround, cellsOf } from './read-dragon-cells';
import type { Cell } from './read-dragon-cells';
import { Ids, said } from './sketch';
import type { Sketch, SketchBoundary, SketchComponent, SketchFlow, SketchThreat } from './sketch';

/** Stands for the whole system where a threat aims at nothing that is drawn. */
export const WHOLE_SYSTEM = 'whole-system';

/** Marks of a cell that say something and have no place here. */
const FLAGS: Readonly<Record<string, string>> = {
  storesCredentials: 'stores credentials',
  storesInventory: 'stores an inventory',
  isALog: 'is a log',
  isSigned: 'is signed',
  isWebApplication: 'is a web application',
  handlesCardPayment: 'handles card payments',
  handlesGoodsOrServices: 'handles goods or services',
  providesAuthentication: 'provides authentication',
};

interface Parts {
  readonly ids: Ids;
  /** Our ids by those of the cells. */
  readonly known: Map<string, string>;
  readonly components: SketchComponent[];
  readonly componentIds: Set<string>;
  readonly boundaries: SketchBoundary[];
  readonly flows: SketchFlow[];
  readonly threats: Map<string, SketchThreat>;
  readonly threatIds: Ids;
  readonly outOfScope: string[];
  readonly notes: Notes;
}

/** A model of OWASP Threat Dragon, version 2 or 1. Null, and told, where what every model has is not there. */
export function readDragon(top: Fields): Sketch | null {
  const { notes } = top;
  const summary = top.neededMap('summary');
  const title = summary?.needed('title') ?? null;
  const detail = top.neededMap('detail');
  if (detail !== null && !Array.isArray(detail.get('diagrams')))
    detail.wrong('diagrams', 'diagrams is missing here, or no list');
  if (summary === null || detail === null || title === null || !Array.isArray(detail.get('diagrams'))) return null;
  const parts: Parts = {
    ids: new Ids(),
    known: new Map(),
    components: [],
    componentIds: new Set(),
    boundaries: [],
    flows: [],
    threats: new Map(),
    threatIds: new Ids(),
    outOfScope: [],
    notes,
  };
  const diagrams = detail.maps('diagrams');
  for (const diagram of diagrams) readDiagram(diagram, parts);
  const names = diagrams.map((diagram) => diagram.text('title'));
  if (diagrams.length > 1) notes.left('Diagrams that are one here', names.join(', '));
  for (const diagram of diagrams) notes.left('Description of a diagram', diagram.text('description'));
  notes.left('Reviewer', detail.text('reviewer'));
  return {
    system: title,
    id: null,
    version: said(top.text('release_version')),
    owner: said(summary.text('owner')),
    authors: detail.maps('contributors').flatMap((each) => said(each.text('name')) ?? []),
    reviewed: null,
    purpose: said(summary.text('description')),
    outOfScope: parts.outOfScope,
    assumptions: [],
    assets: [],
    components: parts.components,
    boundaries: parts.boundaries,
    flows: parts.flows,
    threats: [...parts.threats.values()],
  };
}

function readDiagram(diagram: Fields, parts: Parts): void {
  const cells = cellsOf(diagram);
  const boxes = cells.filter(({ kind }) => kind === 'box');
  const boxIds = boxes.map((box) => newId(box, parts, 'boundary'));
  for (const [index, box] of boxes.entries()) {
    const id = boxIds[index] ?? '';
    const around = boxAround(box, boxes);
    const inside = around === null ? null : (parts.known.get(around.id) ?? null);
    parts.boundaries.push({ id, name: said(box.name) ?? id, inside, description: said(box.data.text('description')) });
  }
  for (const cell of cells) readPart(cell, boxes, parts);
  for (const cell of cells) if (cell.kind === 'flow') readFlow(cell, parts);
  for (const cell of cells) {
    const target = cell.id === WHOLE_SYSTEM ? null : (parts.known.get(cell.id) ?? null);
    if (cell.data.has('threats')) for (const threat of cell.data.maps('threats')) readThreat(threat, target, parts);
  }
}

/** Threat Dragon asks for ids of two letters and more: shorter ones stand there with this in front. */
function idOf({ id }: Cell): string {
  return id.length === 4 && id.startsWith('id:') ? id.slice(3) : id;
}

function newId(cell: Cell, { ids, known, notes }: Parts, base: string): string {
  const id = ids.take(idOf(cell), said(cell.name) ?? base);
  if (cell.id === '') notes.wrong(cell.fields.path, 'This part has no id');
  else if (known.has(cell.id)) notes.wrong([...cell.fields.path, 'id'], `The id ${cell.id.slice(0, 60)} is here twice`);
  else known.set(cell.id, id);
  return id;
}

function readPart(cell: Cell, boxes: readonly Cell[], parts: Parts): void {
  const { kind, name, data, fields } = cell;
  const { notes } = parts;
  if (kind === 'text') notes.left('Text in the diagram', name);
  else if (kind === 'curve') readCurve(cell, parts);
  else if (kind === 'unknown') notes.wrong(fields.path, 'This part of the diagram is of a kind that is not known here');
  else if (kind !== 'flow' && kind !== 'box' && cell.id !== WHOLE_SYSTEM) {
    const id = newId(cell, parts, kind);
    const around = boxAround(cell, boxes);
    const boundary = around === null ? null : (parts.known.get(around.id) ?? null);
    const description = said(data.text('description'));
    parts.componentIds.add(id);
    parts.components.push({ id, name: said(name) ?? id, type: kind, asset: null, boundary, description });
    marks(cell, said(name) ?? id, parts);
  }
}

/** A line that is drawn freely: nobody can tell what lies on which side. */
function readCurve({ name, data }: Cell, { notes, boundaries, ids }: Parts): void {
  const words = said(name);
  if (words !== null) {
    const id = ids.take(words, 'boundary');
    boundaries.push({ id, name: words, inside: null, description: said(data.text('description')) });
  }
  notes.left(
    'Trust boundary drawn as a line, so that it cannot be told what lies inside',
    words ?? 'one without a name',
  );
}

function marks({ data }: Cell, name: string, { outOfScope, notes }: Parts): void {
  if (data.flag('outOfScope')) {
    const reason = said(data.text('reasonOutOfScope'));
    outOfScope.push(reason === null ? name : `${name}: ${reason}`);
  }
  const level = data.has('privilegeLevel') ? data.text('privilegeLevel') : '';
  if (level !== '') notes.left('Privilege level', `${name}: ${level}`);
  for (const [key, words] of Object.entries(FLAGS))
    if (data.flag(key)) notes.left('Mark of a part', `${name} ${words}`);
}

function readFlow(cell: Cell, parts: Parts): void {
  const { data, fields, name } = cell;
  const [from, to] = [cell.from, cell.to].map((end) => (end === null ? undefined : parts.known.get(end)));
  const isPart = (id: string | undefined) => id !== undefined && parts.componentIds.has(id);
  if (from === undefined || to === undefined || !isPart(from) || !isPart(to)) {
    const end = isPart(from) ? 'target' : 'source';
    const called = said(name) ?? (cell.id === '' ? 'This data flow' : cell.id.slice(0, 60));
    parts.notes.wrong(
      [...fields.path, end],
      `${called} ${end === 'source' ? 'begins' : 'ends'} at no part of the diagram`,
    );
    parts.notes.left('Data flow with a loose end', [called, said(data.text('description'))].filter(Boolean).join(': '));
    return;
  }
  const id = newId(cell, parts, 'flow');
  const flow = {
    id,
    from,
    to,
    data: said(name),
    description: said(data.text('description')),
    protection: fromDragonProtection({
      protocol: data.has('protocol') ? data.text('protocol').trim() : '',
      isEncrypted: data.flag('isEncrypted'),
      isPublicNetwork: data.flag('isPublicNetwork'),
    }),
  };
  parts.flows.push(flow);
  if (data.flag('isBidirectional'))
    parts.flows.push({ ...flow, id: parts.ids.take(`${id}-back`, id), from: to, to: from });
  marks(cell, said(name) ?? id, parts);
}

function readThreat(fields: Fields, target: string | null, parts: Parts): void {
  const { threats, threatIds } = parts;
  const written = fields.text('id') || fields.text('threatId');
  const threat = threatOf(fields);
  // One that stands at several parts is one threat with several aims, as long as all of them say the same.
  const key = JSON.stringify([written, threat]);
  const there = written === '' ? undefined : threats.get(key);
  if (there === undefined) leftOfThreat(fields, threat, parts.notes);
  const id = there?.id ?? threatIds.take(written, `T${String(threats.size + 1).padStart(2, '0')}`);
  const targets = new Set([...(there?.targets ?? []), ...(target === null ? [] : [target])]);
  threats.set(written === '' ? id : key, { id, ...threat, targets: [...targets] });
}

function words(fields: Fields, key: string): string {
  return fields.has(key) ? fields.text(key).trim() : '';
}

function rating(fields: Fields) {
  const [status, severity, score] = ['status', 'severity', 'score'].map((key) => words(fields, key));
  return fromDragonWords({ status: status ?? '', severity: severity ?? '', score: score ?? '' });
}

function threatOf(fields: Fields): Omit<SketchThreat, 'id' | 'targets'> {
  const stride = strideOf(words(fields, 'type'));
  return {
    title: said(words(fields, 'title')) ?? said(words(fields, 'type')) ?? 'Threat without a title',
    scenario: said(words(fields, 'description')),
    stride: stride === null ? [] : [stride],
    ...rating(fields).rating,
    controls: fromMitigation(words(fields, 'mitigation'), words(fields, 'status')),
    more: {},
  };
}

function leftOfThreat(fields: Fields, { title, stride }: Pick<SketchThreat, 'title' | 'stride'>, notes: Notes): void {
  const type = words(fields, 'type');
  if (stride.length === 0 && type !== '' && type !== title) notes.left('Kind of threat', `${title}: ${type}`);
  const { left } = rating(fields);
  if (left !== '') notes.left('Score', `${title}: ${left}`);
}
