import type { ComponentType } from '../../model';
import { isDate } from '../../records/values';
import type { Fields } from './fields';
import { fromAssumption, fromLibraryProtection } from './library-words';
import type { Notes } from './notes';
import { readLibraryThreats } from './read-library-threats';
import { Ids, said } from './sketch';
import type { Sketch, SketchAsset, SketchComponent, SketchFlow } from './sketch';
import { newName } from './symbolic-names';

interface Parts {
  readonly top: Fields;
  readonly notes: Notes;
  readonly ids: Ids;
  readonly zones: Map<string, string>;
  /** Actors, components and data stores: what flows lead to and threats aim at. */
  readonly drawn: Map<string, string>;
}

/** A model of the OWASP Threat Model Library. Null, and told, where what every model has is not there. */
export function readLibrary(top: Fields): Sketch | null {
  const { notes } = top;
  const scope = top.neededMap('scope');
  const system = scope?.needed('title') ?? null;
  if (scope === null || system === null) return null;
  const parts: Parts = { top, notes, ids: new Ids(), zones: new Map(), drawn: new Map() };
  const boundaries = readZones(parts);
  const assets = readDataSets(parts);
  const components = readComponents(parts, placements(parts));
  const flows = readFlows(parts, components);
  const purpose = said(scope.text('description'));
  leftOfTop(top, scope, purpose);
  return {
    system,
    id: null,
    version: said(top.text('version')),
    owner: null,
    authors: [],
    reviewed: isDate(top.text('reviewed_at')) ? top.text('reviewed_at').slice(0, 10) : null,
    purpose: purpose ?? said(top.text('description')),
    outOfScope: [],
    assumptions: top.maps('assumptions').flatMap((each) => {
      notes.left('Topics of an assumption', each.texts('topics').join(', '));
      return said(fromAssumption(each.text('description').trim(), each.text('validity'))) ?? [];
    }),
    assets,
    components,
    boundaries,
    flows,
    threats: readLibraryThreats(top, parts.drawn),
  };
}

function leftOfTop(top: Fields, scope: Fields, purpose: string | null): void {
  const { notes } = top;
  if (purpose !== null && said(top.text('description')) !== purpose) notes.left('Description', top.text('description'));
  for (const key of ['business_criticality', 'exposure', 'tier'])
    notes.left('Scope', scope.text(key) && `${key} ${scope.text(key)}`);
  notes.left(
    'Scope',
    scope.texts('data_sensitivity').length > 0 ? `data_sensitivity ${scope.texts('data_sensitivity').join(', ')}` : '',
  );
  for (const key of ['released_at', 'product_release_date', 'release_docs_link', 'repo_link'])
    notes.left('Of the model', top.text(key) && `${key} ${top.text(key)}`);
  if (top.flag('frozen')) notes.left('Of the model', 'frozen');
  leftOfLists(top);
}

/** Lists that have no place here. */
function leftOfLists(top: Fields): void {
  const { notes } = top;
  for (const each of top.maps('diagrams'))
    notes.left('Diagram', `${each.text('title')} (${each.text('type')}): ${each.text('source')}`);
  for (const each of top.maps('trust_boundaries')) {
    const rest = each.keys().filter((key) => !key.startsWith('trust_zone_') && each.has(key));
    const words = rest.map((key) => `${key} ${JSON.stringify(each.get(key))}`).join(', ');
    notes.left(
      'Boundary between two zones',
      words && `${each.text('trust_zone_a')} and ${each.text('trust_zone_b')}: ${words}`,
    );
  }
  for (const each of top.maps('threat_personas')) {
    const traits = ['skill_level', 'access_level', 'applicability_to_org']
      .map((key) => each.text(key))
      .filter((word) => word !== '');
    notes.left('Persona', `${each.text('title')}: ${each.text('description')} (${traits.join(', ')})`);
  }
  for (const key of top.map('extensions')?.keys() ?? []) notes.left('Extension', key);
}

function readZones({ top, zones }: Parts): Sketch['boundaries'] {
  const ids = new Ids();
  return top.maps('trust_zones').map((row) => {
    const id = newName(row, zones, ids, 'boundary');
    return { id, name: said(row.text('title')) ?? id, inside: null, description: said(row.text('description')) };
  });
}

function readDataSets({ top, notes }: Parts): SketchAsset[] {
  const [ids, known] = [new Ids(), new Map<string, string>()];
  return top.maps('data_sets').map((row) => {
    const id = newName(row, known, ids, 'data');
    const name = said(row.text('title'));
    const count = row.number('record_count');
    notes.left('Records of a data set', count === null ? '' : `${name ?? id}: ${String(count)}`);
    const methods = row.texts('access_control_methods').join(', ');
    notes.left('Access control of a data set', methods && `${name ?? id}: ${methods}`);
    return {
      id,
      name: name === id ? null : name,
      description: said(row.text('description')),
      sensitivity: said(row.texts('data_sensitivity').join(', ')),
    };
  });
}

/** The data set of a store that holds one alone. */
function placements({ top, notes }: Parts): ReadonlyMap<string, string> {
  const stores = new Set(top.maps('data_stores').map((row) => row.text('symbolic_name')));
  const held = new Map<string, string[]>();
  const placed = new Set<string>();
  for (const set of top.maps('data_sets')) {
    const id = set.text('symbolic_name');
    for (const each of set.maps('placements')) {
      const store = each.text('data_store');
      if (!stores.has(store)) each.wrong('data_store', `${store.slice(0, 60)} is no data store of this model`);
      else if (placed.has(id)) notes.left('Further place of a data set', `${id} in ${store}`);
      else held.set(store, [...(held.get(store) ?? []), id]);
      if (stores.has(store)) placed.add(id);
      if (each.has('encrypted'))
        notes.left('Data set at rest', `${id} in ${store}: ${each.flag('encrypted') ? 'encrypted' : 'not encrypted'}`);
    }
  }
  for (const [store, sets] of held)
    for (const set of sets.slice(1)) notes.left('Further data set of a store', `${set} in ${store}`);
  return new Map([...held].flatMap(([store, [set]]) => (set === undefined ? [] : [[store, set] as const])));
}

const LISTS = [
  ['actors', 'actor'],
  ['components', 'process'],
  ['data_stores', 'store'],
] as const;

function readComponents(parts: Parts, held: ReadonlyMap<string, string>): SketchComponent[] {
  const { top, ids, drawn, zones, notes } = parts;
  return LISTS.flatMap(([key, plain]) =>
    top.maps(key).map((row): SketchComponent => {
      const id = newName(row, drawn, ids, plain);
      const name = said(row.text('title')) ?? id;
      const zone = row.text('trust_zone');
      if (zone !== '' && !zones.has(zone))
        row.wrong('trust_zone', `${zone.slice(0, 60)} is no trust zone of this model`);
      for (const more of ['permissions', 'parent_component', 'repo_link', 'vendor', 'product'])
        notes.left(`${more.replace('_', ' ')} of a part`, row.text(more) && `${name}: ${row.text(more)}`);
      const kind = row.text('type');
      const type = key === 'actors' ? actorType(kind) : plain;
      if (!(key === 'components' || EXACT.includes(kind))) notes.left('Kind of a part', kind && `${name}: ${kind}`);
      return {
        id,
        name,
        type,
        asset: key === 'data_stores' ? (held.get(row.text('symbolic_name')) ?? null) : null,
        boundary: zones.get(zone) ?? null,
        description: said(row.text('description')),
      };
    }),
  );
}

const EXACT: readonly string[] = ['user', 'third_party'];

function actorType(kind: string): ComponentType {
  return kind === 'third_party' || kind === 'system' ? 'external' : 'actor';
}

function readFlows({ top, drawn, ids, notes }: Parts, components: SketchComponent[]): SketchFlow[] {
  const known = new Map<string, string>();
  const missingPart = (wanted: string, kind: string) => {
    const id = ids.take(wanted, 'part');
    const type = /actor/u.test(kind) ? 'actor' : /store/u.test(kind) ? 'store' : 'process';
    components.push({ id, name: wanted, type, asset: null, boundary: null, description: null });
    drawn.set(wanted, id);
    return id;
  };
  return top.maps('data_flows').flatMap((row) => {
    const called = said(row.text('title')) ?? row.text('symbolic_name');
    const [from, to] = (['source', 'destination'] as const).map((key) => {
      const end = row.map(key);
      const wanted = end?.text('object') ?? '';
      const id = drawn.get(wanted);
      if (id !== undefined) return id;
      const way = key === 'source' ? 'begins' : 'ends';
      const named = said(wanted) !== null;
      const what = named ? `${wanted.slice(0, 60)}, which is described nowhere in this model` : 'nothing';
      row.wrong(key, `${called.slice(0, 60)} ${way} at ${what}`);
      return named ? missingPart(wanted, end?.text('type') ?? '') : null;
    });
    if (from == null || to == null) {
      notes.left('Data flow with a loose end', `${called}: ${row.text('description')}`);
      return [];
    }
    const protection = fromLibraryProtection({
      encrypted: row.flag('encrypted'),
      has_sensitive_data: row.flag('has_sensitive_data'),
    });
    return [
      {
        id: newName(row, known, ids, 'flow'),
        from,
        to,
        data: said(row.text('title')),
        description: said(row.text('description')),
        protection: row.has('encrypted') ? protection : null,
      },
    ];
  });
}
