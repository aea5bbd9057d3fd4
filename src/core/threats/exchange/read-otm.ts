import { guessType } from './guess-type';
import type { Fields } from './fields';
import type { Notes } from './notes';
import { attributes, newId, own } from './otm-rows';
import type { Known } from './otm-rows';
import { sensitivityOf } from './otm-words';
import { readOtmThreats } from './read-otm-threats';
import { Ids, said } from './sketch';
import type { Sketch, SketchAsset, SketchBoundary, SketchComponent, SketchFlow } from './sketch';

/** Stands for no trust boundary at all: every part of a model of this format lies in one. */
export const NO_ZONE = 'no-trust-boundary';

interface Parts {
  readonly top: Fields;
  readonly notes: Notes;
  readonly zones: Known;
  readonly assets: Known;
  /** Components and flows: what threats aim at. */
  readonly targets: Known;
  readonly ids: Ids;
  readonly components: Set<string>;
}

/** A model of Open Threat Model 0.2.0 or 0.1.0. Null, and told, where what every model has is not there. */
export function readOtm(top: Fields): Sketch | null {
  const { notes } = top;
  const project = top.neededMap('project');
  const system = project?.needed('name') ?? null;
  if (project === null || system === null) return null;
  const parts: Parts = {
    top,
    notes,
    zones: new Map([[NO_ZONE, '']]),
    assets: new Map(),
    targets: new Map(),
    ids: new Ids(),
    components: new Set(),
  };
  const boundaries = readZones(parts);
  const assets = readAssets(parts);
  const components = readComponents(parts);
  const flows = readFlows(parts);
  notes.left('Contact of the owner', project.text('ownerContact'));
  notes.left('Tags', project.texts('tags').join(', '));
  for (const each of top.maps('representations'))
    notes.left('Representation', `${each.text('type')} ${each.text('name')}`);
  attributes(project, system, notes);
  return {
    system,
    id: said(project.text('id')),
    version: null,
    owner: said(project.text('owner')),
    authors: own(project)
      .texts('authors')
      .flatMap((each) => said(each) ?? []),
    reviewed: null,
    purpose: said(project.text('description')),
    outOfScope: own(project)
      .texts('out-of-scope')
      .flatMap((each) => said(each) ?? []),
    assumptions: own(project)
      .texts('assumptions')
      .flatMap((each) => said(each) ?? []),
    assets,
    components,
    boundaries,
    flows,
    threats: readOtmThreats(top, parts.targets),
  };
}

function readZones({ top, zones, notes }: Parts): SketchBoundary[] {
  const ids = new Ids();
  const rows = top.maps('trustZones').filter((row) => row.text('id') !== NO_ZONE);
  const named = rows.map((row) => ({ row, id: newId(row, zones, ids, 'boundary') }));
  return named.map(({ row, id }) => {
    const name = said(row.text('name')) ?? id;
    const rating = row.map('risk')?.number('trustRating') ?? null;
    if (rating !== null && !own(row).flag('not-rated')) notes.left('Trust rating', `${name}: ${String(rating)}`);
    notes.left('Kind of trust zone', row.text('type') && `${name}: ${row.text('type')}`);
    attributes(row, name, notes);
    const parent = row.map('parent')?.text('trustZone') ?? '';
    return {
      id,
      name,
      inside: parent === '' ? null : pointer(row, 'parent', parent, zones, 'trust zone'),
      description: said(row.text('description')),
    };
  });
}

/** Our id for one there; null, and told, where it points nowhere. */
function pointer(row: Fields, key: string, wanted: string, known: Known, what: string): string | null {
  const id = known.get(wanted);
  if (id === undefined) row.wrong(key, `${wanted.slice(0, 60)} is no ${what} of this model`);
  return id === undefined || id === '' ? null : id;
}

function readAssets({ top, assets, notes }: Parts): SketchAsset[] {
  const ids = new Ids();
  return top.maps('assets').map((row) => {
    const id = newId(row, assets, ids, 'asset');
    const name = said(row.text('name'));
    attributes(row, name ?? id, notes);
    return {
      id,
      name: name === id ? null : name,
      description: said(row.text('description')),
      sensitivity: sensitivityOf(
        own(row).flag('not-rated') ? null : row.map('risk'),
        said(own(row).text('sensitivity')),
      ),
    };
  });
}

function readComponents(parts: Parts): SketchComponent[] {
  const { top, targets, ids, notes, assets, components } = parts;
  const rows = top.maps('components');
  const named = rows.map((row) => ({ row, id: newId(row, targets, ids, 'component') }));
  const byId = new Map(rows.map((row) => [row.text('id'), row]));
  for (const { id } of named) components.add(id);
  return named.map(({ row, id }) => {
    const name = said(row.text('name')) ?? id;
    const type = guessType(row.text('type'));
    if (type !== row.text('type')) notes.left('Kind of component', row.text('type') && `${name}: ${row.text('type')}`);
    const inside = row.map('parent')?.text('component') ?? '';
    if (inside !== '') notes.left('Component inside another', `${name} in ${inside}`);
    notes.left('Tags', row.texts('tags').join(', ') && `${name}: ${row.texts('tags').join(', ')}`);
    const asset = said(own(row).text('asset'));
    const held = row.map('assets');
    for (const key of asset === null ? ['processed', 'stored'] : []) {
      const list = held?.texts(key).map((each) => assets.get(each) ?? each) ?? [];
      notes.left('Assets of a component', list.length === 0 ? '' : `${name}: ${key} ${list.join(', ')}`);
    }
    attributes(row, name, notes);
    return { id, name, type, asset, boundary: zoneOf(row, byId, parts), description: said(row.text('description')) };
  });
}

/** The trust zone that a component lies in, or that the component around it lies in. */
function zoneOf(row: Fields, byId: ReadonlyMap<string, Fields>, { zones }: Parts): string | null {
  const seen = new Set<Fields>();
  let at: Fields | undefined = row;
  while (at !== undefined && !seen.has(at) && seen.size < 100) {
    seen.add(at);
    const parent: Fields | null = at.map('parent');
    const zone = parent?.text('trustZone') ?? '';
    if (zone !== '') return pointer(at, 'parent', zone, zones, 'trust zone');
    const inside = parent?.text('component') ?? '';
    if (inside !== '' && !byId.has(inside)) at.wrong('parent', `${inside.slice(0, 60)} is no component of this model`);
    at = byId.get(inside);
  }
  return null;
}

function readFlows({ top, targets, ids, notes, components, assets }: Parts): SketchFlow[] {
  return top.maps('dataflows').flatMap((row) => {
    const called = said(row.text('name')) ?? row.text('id');
    const ends = (['source', 'destination'] as const).map((key) => {
      const id = targets.get(row.text(key));
      if (id !== undefined && components.has(id)) return id;
      row.wrong(key, `${called.slice(0, 60)} ${key === 'source' ? 'begins' : 'ends'} at no component of this model`);
      return null;
    });
    const [from, to] = ends;
    if (from == null || to == null) {
      notes.left('Data flow with a loose end', `${called}: ${row.text('source')} to ${row.text('destination')}`);
      return [];
    }
    const id = newId(row, targets, ids, 'flow');
    const moved = row.texts('assets').map((each) => assets.get(each) ?? each);
    notes.left('Assets that a flow carries', moved.length === 0 ? '' : `${called}: ${moved.join(', ')}`);
    notes.left('Tags', row.texts('tags').join(', ') && `${called}: ${row.texts('tags').join(', ')}`);
    attributes(row, called, notes);
    const unnamed = own(row).flag('no-name');
    const flow = {
      id,
      from,
      to,
      data: unnamed ? null : said(row.text('name')),
      description: said(row.text('description')),
      protection: said(own(row).text('protection')),
    };
    return row.flag('bidirectional') ? [flow, { ...flow, id: ids.take(`${id}-back`, id), from: to, to: from }] : [flow];
  });
}
