import type { FileFacts, System, SystemProfile, Asset } from '../model';
import { compileGlobs } from '../config/globs';
import type { Begun } from '../records';
import type { CapabilityInput } from './capabilities';
import { planOf } from './plan';
import type { PlannedRows } from './rows';
import { rowLines, rowsOf } from './rows';

/** What is known of a project when a threat model is made. */
export interface ThreatModelInput extends Omit<CapabilityInput, 'assets' | 'files' | 'holds'> {
  readonly assets: readonly Asset[];
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly profile: SystemProfile | null;
}

/** The lists that a threat model of a system begins with; of the whole project where no system is given. */
export function plannedRows(title: string, system: System | null, input: ThreatModelInput): PlannedRows {
  return rowsOf(planOf(title, partOf(system, input)));
}

/** The same for the writer of records, with what `system.yaml` says of the system. */
export function begunThreatModel(title: string, system: System | null, input: ThreatModelInput): Begun {
  const rows = plannedRows(title, system, input);
  const values = new Map<string, string>();
  if (system?.purpose != null) values.set('scope.purpose', system.purpose);
  if (system?.owner != null) values.set('owner', system.owner);
  return { values, rows: new Map([...rows].map(([key, list]) => [key, list.flatMap(rowLines)])) };
}

/** The system of a name in `system.yaml`, by id or name; the only one there where no name is given. */
export function systemNamed(name: string | null, profile: SystemProfile | null): System | null {
  const systems = profile?.systems ?? [];
  if (name === null) return systems.length === 1 ? (systems[0] ?? null) : null;
  const wanted = name.trim().toLowerCase();
  return systems.find(({ id, name: called }) => [id, called].some((each) => each.toLowerCase() === wanted)) ?? null;
}

/** What of a project belongs to a system: the files below its paths, and the assets seen there or listed. */
function partOf(system: System | null, input: ThreatModelInput): CapabilityInput {
  if (system === null) return input;
  const listed = new Set(system.assets);
  const inside = compileGlobs(system.paths);
  const assets = input.assets.filter(
    ({ id, systems, sites }) =>
      systems.includes(system.id) || listed.has(id) || inside === null || sites.some(({ path }) => inside(path)),
  );
  return inside === null ? { ...input, assets } : { ...input, assets, holds: inside };
}
