import { COMPONENT_TYPES } from '../model';
import type {
  DataFlow,
  EntryPoint,
  Permission,
  Placed,
  SuperfluousFunction,
  ThreatModelAsset,
  ThreatModelComponent,
  TrustBoundary,
} from '../model';
import type { ModelReader, Row } from './model-reader';

/** Something with an id, and the place where that stands. */
export interface Named {
  readonly id: Placed;
  readonly name: string;
}

/** The parts of a system that others point to, with the places of their ids. */
export interface SystemParts {
  readonly assets: readonly ThreatModelAsset[];
  readonly components: readonly ThreatModelComponent[];
  readonly boundaries: readonly TrustBoundary[];
  readonly entryPoints: readonly EntryPoint[];
  readonly flows: readonly DataFlow[];
  /** In the order of the lists above. */
  readonly ids: {
    readonly components: readonly Named[];
    readonly boundaries: readonly Named[];
    readonly entryPoints: readonly Named[];
    readonly flows: readonly Named[];
  };
  /** Entry points have ids of their own, and are not only words in a list. */
  readonly entryIds: boolean;
}

/** Reads what is looked at and how it hangs together. */
export function readSystem(reader: ModelReader): SystemParts {
  const components = read(reader, 'architecture.components', (row, { id, name }) => ({
    id: id.text,
    name,
    type: reader.word(row, 'type', COMPONENT_TYPES) ?? 'process',
    asset: reader.cell(row, 'asset'),
    boundary: reader.cell(row, 'boundary'),
    description: reader.text(row, 'description'),
    range: row.range,
  }));
  const boundaries = read(reader, 'architecture.trust-boundaries', (row, { id, name }) => ({
    id: id.text,
    name,
    parent: reader.cell(row, 'inside') ?? reader.cell(row, 'parent'),
    description: reader.text(row, 'description'),
    range: row.range,
  }));
  const entryPoints = read(reader, 'architecture.entry-points', (row, { id, name }) => ({
    id: id.text,
    name,
    component: reader.cell(row, 'component'),
    range: row.range,
  }));
  const flows = readFlows(reader);
  return {
    assets: readAssets(reader),
    components: components.parts,
    boundaries: boundaries.parts,
    entryPoints: entryPoints.parts,
    flows: flows.parts,
    ids: { components: components.ids, boundaries: boundaries.ids, entryPoints: entryPoints.ids, flows: flows.ids },
    entryIds: reader.rows('architecture.entry-points').some(({ plain }) => plain === null),
  };
}

interface Parts<T> {
  readonly parts: readonly T[];
  readonly ids: readonly Named[];
}

function read<T>(reader: ModelReader, key: string, make: (row: Row, named: Named) => T): Parts<T> {
  const found = reader.rows(key).flatMap((row) => {
    const named = nameOf(reader, row);
    return named === null ? [] : [{ named, part: make(row, named) }];
  });
  return { parts: found.map(({ part }) => part), ids: found.map(({ named }) => named) };
}

/** What has no id goes by its name; what has neither is not there yet. */
function nameOf(reader: ModelReader, row: Row): Named | null {
  if (row.plain !== null) return { id: row.plain, name: row.plain.text };
  const name = reader.cell(row, 'name');
  const id = reader.cell(row, 'id') ?? name ?? reader.cell(row, 'asset');
  return id === null ? null : { id, name: name?.text ?? id.text };
}

function readFlows(reader: ModelReader): Parts<DataFlow> {
  const parts: DataFlow[] = [];
  const ids: Named[] = [];
  for (const [index, row] of reader.rows('architecture.flows').entries()) {
    const [from, to] = [reader.cell(row, 'from'), reader.cell(row, 'to')];
    if (row.plain !== null || (from === null && to === null)) continue;
    if (from === null || to === null) {
      const end = from === null ? 'from' : 'to';
      reader.wrong(reader.keyRange(row, end) ?? row.range, `This data flow does not say where it ${ENDS[end]}`);
      continue;
    }
    const id = reader.cell(row, 'id');
    if (id !== null) ids.push({ id, name: id.text });
    parts.push({
      id: id?.text ?? `flow-${index + 1}`,
      from,
      to,
      data: reader.text(row, 'data'),
      description: reader.text(row, 'description'),
      protection: reader.text(row, 'protection'),
      range: row.range,
    });
  }
  return { parts, ids };
}

const ENDS = { from: 'begins', to: 'ends' } as const;

function readAssets(reader: ModelReader): ThreatModelAsset[] {
  return reader.rows('assets').flatMap((row) => {
    const asset = row.plain ?? reader.cell(row, 'asset');
    if (asset === null) return [];
    return [
      {
        asset,
        name: reader.text(row, 'name'),
        description: reader.text(row, 'description'),
        digest: reader.text(row, 'digest'),
        configDigest: reader.text(row, 'config-digest'),
        seen: reader.text(row, 'seen'),
        sensitivity: reader.text(row, 'sensitivity'),
        owner: reader.text(row, 'owner'),
        range: row.range,
      },
    ];
  });
}

/** What the system may do elsewhere; "none" in words is no row. */
export function readPermissions(reader: ModelReader): Permission[] {
  return reader.rows('permissions').flatMap((row) => {
    const tool = reader.text(row, 'tool');
    if (tool === null) return [];
    return [
      {
        tool,
        scope: reader.text(row, 'scope'),
        why: reader.text(row, 'why'),
        humanApproval: reader.text(row, 'human-approval'),
        range: row.range,
      },
    ];
  });
}

export function readSuperfluous(reader: ModelReader): SuperfluousFunction[] {
  return reader.rows('superfluous').flatMap((row) => {
    const capability = reader.text(row, 'capability');
    return capability === null ? [] : [{ capability, disabled: reader.text(row, 'disabled'), range: row.range }];
  });
}
