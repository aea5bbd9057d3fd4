import type { ComponentType, Threat, ThreatModel } from '../../model';
import type { Notes } from './notes';
import { Ids } from './sketch';

/** A part as it is drawn in other tools. */
export interface DrawnPart {
  readonly id: string;
  readonly name: string;
  readonly type: ComponentType;
  readonly asset: string | null;
  readonly boundary: string | null;
  readonly description: string | null;
}

export interface DrawnFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly data: string | null;
  readonly description: string | null;
  readonly protection: string | null;
  /** It goes both ways: the flow back is not in the list by itself. */
  readonly both: boolean;
}

export interface DrawnBoundary {
  readonly id: string;
  readonly name: string;
  /** Never leads in a circle. */
  readonly inside: string | null;
  readonly description: string | null;
}

/** A threat model with every pointer followed: what points nowhere is noted and not there. */
export interface Drawn {
  readonly parts: readonly DrawnPart[];
  readonly flows: readonly DrawnFlow[];
  readonly boundaries: readonly DrawnBoundary[];
  /** Ids of parts and flows that a threat aims at, and what else it names. */
  readonly aims: (threat: Threat) => { readonly drawn: readonly string[]; readonly others: readonly string[] };
}

/** What other tools need of a threat model: each id once, each end at a part. Entry points and assets that flows lead to are drawn. */
export function drawnOf(model: ThreatModel, notes: Notes): Drawn {
  const boundaries = boundariesOf(model, notes);
  const byName = lookup(boundaries);
  const ids = new Ids();
  const parts: DrawnPart[] = model.components.map(({ id, name, type, asset, boundary, description }) => ({
    id: ids.take(id, 'part'),
    name,
    type,
    asset: asset?.text ?? null,
    boundary: boundary === null ? null : (byName(boundary.text) ?? null),
    description,
  }));
  const flows = flowsOf(model, { parts, ids, notes });
  const [part, flow] = [endsOf(parts, model), lookup(flows.map(({ id }) => ({ id, name: id })))];
  const aims = ({ targets }: Threat) => {
    const found = targets.map(({ text }) => ({ text, id: part(text) ?? flow(text) }));
    return {
      drawn: [...new Set(found.flatMap(({ id }) => id ?? []))],
      others: found.flatMap(({ text, id }) => (id === undefined ? [text] : [])),
    };
  };
  return { parts, flows, boundaries, aims };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** By id, else by name in any case. */
function lookup(all: readonly Named[]): (wanted: string) => string | undefined {
  const ids = new Set(all.map(({ id }) => id));
  const names = new Map(
    [...all].reverse().flatMap(({ id, name }) => [id, name].map((each) => [each.toLowerCase(), id] as const)),
  );
  return (wanted) => (ids.has(wanted) ? wanted : names.get(wanted.toLowerCase()));
}

/** What flows lead to and threats aim at: a part, else the part of an entry point or of an asset. */
function endsOf(parts: readonly DrawnPart[], { entryPoints }: ThreatModel): (wanted: string) => string | undefined {
  const part = lookup(parts);
  const entry = new Map(
    entryPoints.flatMap(({ id, name, component }) =>
      component === null ? [] : [id, name].map((each) => [each, component.text] as const),
    ),
  );
  const assets = new Map(
    [...parts].reverse().flatMap(({ id, asset }) => (asset === null ? [] : [[asset, id] as const])),
  );
  return (wanted) => part(wanted) ?? part(entry.get(wanted) ?? '') ?? assets.get(wanted);
}

function boundariesOf({ boundaries }: ThreatModel, notes: Notes): DrawnBoundary[] {
  const ids = new Ids();
  const drawn = boundaries.map(({ id, name, parent, description }) => ({
    id: ids.take(id, 'boundary'),
    name,
    inside: parent?.text ?? null,
    description,
  }));
  const byName = lookup(drawn);
  const above = new Map<string, string>();
  for (const { id, inside } of drawn) {
    const parent = inside === null ? undefined : byName(inside);
    if (parent === undefined) continue;
    if (leadsTo(parent, id, above)) notes.left('Trust boundary inside itself', id);
    else above.set(id, parent);
  }
  return drawn.map((boundary) => ({ ...boundary, inside: above.get(boundary.id) ?? null }));
}

/** True where `from` lies in `wanted`, or is it. */
function leadsTo(from: string, wanted: string, above: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = from; at !== undefined; at = above.get(at)) if (at === wanted) return true;
  return false;
}

interface FlowContext {
  /** Grows by what is no component and still an end of a flow. */
  readonly parts: DrawnPart[];
  readonly ids: Ids;
  readonly notes: Notes;
}

function flowsOf(model: ThreatModel, { parts, ids, notes }: FlowContext): DrawnFlow[] {
  const end = endsOf(parts, model);
  const added = new Map<string, string>();
  const add = (id: string, part: Omit<DrawnPart, 'id' | 'boundary'>) => {
    const own = ids.take(id, 'part');
    parts.push({ ...part, id: own, boundary: null });
    added.set(id, own);
    return own;
  };
  const drawn = (wanted: string): string | undefined => {
    const known = end(wanted) ?? added.get(wanted);
    if (known !== undefined) return known;
    const entry = model.entryPoints.find(({ id, name }) => id === wanted || name === wanted);
    if (entry) return add(entry.id, { name: entry.name, type: 'actor', asset: null, description: null });
    const asset = model.assets.find((each) => each.asset.text === wanted);
    if (asset === undefined)
      return model.components.length > 0
        ? undefined
        : add(wanted, { name: wanted, type: 'process', asset: null, description: null });
    return add(wanted, { name: asset.name ?? wanted, type: 'store', asset: wanted, description: asset.description });
  };
  const flows = model.flows.flatMap((flow) => {
    const [from, to] = [drawn(flow.from.text), drawn(flow.to.text)];
    const { data, description, protection } = flow;
    if (from === undefined || to === undefined) {
      notes.left('Data flow with a loose end', `${flow.id}: ${flow.from.text} to ${flow.to.text}`);
      return [];
    }
    return [{ id: ids.take(flow.id, 'flow'), from, to, data, description, protection, both: false }];
  });
  return withoutBacks(flows);
}

/** A flow and the one back that says the same are one that goes both ways. */
function withoutBacks(flows: readonly DrawnFlow[]): DrawnFlow[] {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const backOf = ({ id, from, to, data, description, protection }: DrawnFlow) => {
    const back = byId.get(`${id}-back`);
    const same =
      back?.from === to &&
      back.to === from &&
      back.data === data &&
      back.description === description &&
      back.protection === protection;
    return same ? back : undefined;
  };
  const done = new Set<string>();
  return flows.flatMap((flow) => {
    if (done.has(flow.id)) return [];
    const back = backOf(flow);
    const both = back !== undefined && !done.has(back.id);
    done.add(flow.id);
    if (both) done.add(back.id);
    return [{ ...flow, both }];
  });
}
