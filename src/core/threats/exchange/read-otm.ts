import { isDate } from '../../records/values';
import { guessType } from './guess-type';
import { joinNamed } from './named-text';
import { strideOf } from './fields';
import type { Fields } from './fields';
import type { Notes } from './notes';
import { fromOtmRisk, fromOtmState, OWN, sensitivityOf } from './otm-words';
import { Ids, said } from './sketch';
import type { Sketch, SketchAsset, SketchBoundary, SketchComponent, SketchControl, SketchFlow, SketchThreat } from './sketch';

/** Stands for no trust boundary at all: every part of a model of this format lies in one. */
export const NO_ZONE = 'no-trust-boundary';

/** Ids of one kind of thing there, with ours. */
type Known = Map<string, string>;

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
  for (const each of top.maps('representations')) notes.left('Representation', `${each.text('type')} ${each.text('name')}`);
  attributes(project, system, notes);
  return {
    system,
    id: said(project.text('id')),
    version: null,
    owner: said(project.text('owner')),
    authors: own(project).texts('authors').flatMap((each) => said(each) ?? []),
    reviewed: null,
    purpose: said(project.text('description')),
    outOfScope: own(project).texts('out-of-scope').flatMap((each) => said(each) ?? []),
    assumptions: own(project).texts('assumptions').flatMap((each) => said(each) ?? []),
    assets,
    components,
    boundaries,
    flows,
    threats: readThreats(parts),
  };
}

/** What our own exporter added, for the way back. */
function own(fields: Fields): Fields {
  return fields.map('attributes')?.map(OWN) ?? fields.empty();
}

function attributes(fields: Fields, of: string, notes: Notes): void {
  const map = fields.map('attributes');
  const keys = map?.keys().filter((key) => key !== OWN) ?? [];
  for (const key of keys) notes.left('Attribute', `${of}: ${key} ${JSON.stringify(map?.get(key) ?? null).slice(0, 500)}`);
}

/** The id of a row, ours for it, and told where it is missing or there twice. */
function newId(fields: Fields, known: Known, ids: Ids, base: string): string {
  const written = fields.text('id');
  const id = ids.take(written, said(fields.text('name')) ?? base);
  if (written === '') fields.notes.wrong(fields.path, 'id is missing here');
  else if (known.has(written)) fields.wrong('id', `The id ${written.slice(0, 60)} is here twice`);
  else known.set(written, id);
  return id;
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
    return { id, name, inside: parent === '' ? null : pointer(row, 'parent', parent, zones, 'trust zone'), description: said(row.text('description')) };
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
      sensitivity: sensitivityOf(own(row).flag('not-rated') ? null : row.map('risk'), said(own(row).text('sensitivity'))),
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

/** Where a threat was seen: at a component or flow, in a state, with what is done about it there. */
interface Instance {
  readonly target: string;
  readonly state: string;
  readonly controls: readonly { readonly id: string; readonly state: string }[];
}

function readThreats(parts: Parts): SketchThreat[] {
  const { top, notes } = parts;
  const found = instances(parts);
  const controls = readControls(top);
  const ids = new Ids();
  const known: Known = new Map();
  const rows = top.maps('threats').map((row) => readThreat(row, newId(row, known, ids, 'threat'), { found, controls, notes, parts }));
  for (const [id, { row }] of found) if (!known.has(id)) row.wrong('threats', `${id.slice(0, 60)} is no threat of this model`);
  const used = new Set([
    ...[...found.values()].flatMap(({ all }) => all.flatMap((each) => each.controls.map(({ id }) => id))),
    ...top.maps('threats').flatMap((row) => mitigations(own(row)).map(({ id }) => id)),
  ]);
  for (const [id, { text }] of controls) if (!used.has(id)) notes.left('Mitigation of no threat', text);
  return rows;
}

function mitigations(row: Fields): Instance['controls'] {
  return row.maps('mitigations').map((each) => ({ id: each.text('mitigation'), state: each.text('state') }));
}

type Instances = Map<string, { readonly row: Fields; readonly all: Instance[] }>;

function instances({ top, targets }: Parts): Instances {
  const found: Instances = new Map();
  for (const row of [...top.maps('components'), ...top.maps('dataflows')]) {
    const target = targets.get(row.text('id'));
    if (target === undefined) continue;
    for (const each of row.maps('threats')) {
      const id = each.text('threat');
      const there = found.get(id) ?? { row, all: [] };
      there.all.push({ target, state: each.text('state'), controls: mitigations(each) });
      found.set(id, there);
    }
  }
  return found;
}

interface OtmControl {
  readonly text: string;
  readonly row: Fields;
}

function readControls(top: Fields): Map<string, OtmControl> {
  return new Map(
    top.maps('mitigations').flatMap((row) => {
      const text = joinNamed(row.text('name'), row.text('description'));
      const reduction = row.number('riskReduction');
      if (reduction !== null && !own(row).flag('not-rated')) row.notes.left('Risk reduction', `${row.text('name')}: ${String(reduction)}`);
      attributes(row, row.text('name'), row.notes);
      return text === null ? [] : [[row.text('id'), { text, row }] as const];
    }),
  );
}

interface ThreatContext {
  readonly found: Instances;
  readonly controls: ReadonlyMap<string, OtmControl>;
  readonly notes: Notes;
  readonly parts: Parts;
}

function readThreat(row: Fields, id: string, context: ThreatContext): SketchThreat {
  const { notes, found } = context;
  const title = said(row.text('name')) ?? id;
  const categories = row.texts('categories');
  notes.left('Category', categories.filter((each) => strideOf(each) === null).map((each) => `${title}: ${each}`).join(', '));
  notes.left('Weaknesses', row.texts('cwes').join(', ') && `${title}: ${row.texts('cwes').join(', ')}`);
  notes.left('Tags', row.texts('tags').join(', ') && `${title}: ${row.texts('tags').join(', ')}`);
  attributes(row, title, notes);
  const all = found.get(row.text('id'))?.all ?? [];
  const states = [...new Set(all.map(({ state }) => state))];
  if (states.length > 1) notes.left('State that differs from place to place', `${title}: ${all.map(({ target, state }) => `${target} ${state}`).join(', ')}`);
  const mine = own(row);
  const aims = mine.texts('aims-at');
  return {
    id,
    title,
    scenario: said(row.text('description')),
    targets: aims.length > 0 ? aims : [...new Set(all.map(({ target }) => target))],
    stride: categories.flatMap((each) => strideOf(each) ?? []),
    ...fromOtmRisk(row.map('risk'), mine, (words) => notes.left('Rating', `${title}: ${words}`)),
    ...fromOtmState(states.find((state) => /expos|open/iu.test(state)) ?? states[0] ?? '', mine),
    controls: controlsOf([...all.flatMap((each) => each.controls), ...mitigations(mine)], context),
    more: {
      ...Object.fromEntries(['attack-path', 'reason', 'owner', 'entry'].flatMap((key) => {
        const value = said(mine.text(key));
        return value === null ? [] : [[key, value]];
      })),
      ...(isDate(mine.text('due')) ? { due: mine.text('due') } : {}),
      ...Object.fromEntries(['atlas', 'owasp', 'evidence', 'seen'].flatMap((key) => {
        const values = mine.texts(key).flatMap((each) => said(each) ?? []);
        return values.length === 0 ? [] : [[key, values]];
      })),
    },
  };
}

function controlsOf(all: Instance['controls'], { controls, notes }: ThreatContext): SketchControl[] {
  const found = new Map<string, SketchControl>();
  for (const { id, state } of all) {
    const control = controls.get(id);
    if (control === undefined) {
      notes.left('Mitigation that is not described', id);
      continue;
    }
    const { text, row } = control;
    const [mine, inPlace] = [own(row), /^(?:implemented|mitigated|in-place|done|verified)$/iu.test(state.trim())];
    const there = found.get(id);
    if (there !== undefined && (there.state === 'in-place') !== inPlace) notes.left('Mitigation that is in place only in part', text);
    if (there !== undefined && inPlace) continue;
    found.set(id, {
      text,
      state: inPlace ? 'in-place' : 'planned',
      owner: said(mine.text('owner')),
      due: isDate(mine.text('due')) ? mine.text('due').slice(0, 10) : null,
      evidence: said(mine.text('evidence')),
    });
  }
  return [...found.values()];
}
