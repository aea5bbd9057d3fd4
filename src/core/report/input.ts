import type { Catalogue } from '../catalogue';
import { placedProvisions } from '../catalogue/lookup';
import type { Placed } from '../catalogue/lookup';
import type { ProvisionStatus, Snapshot } from '../model';
import type { ExplainedRule } from './explain';

/** Everything that reports are made from: what was found, what was asked, and who says so. */
export interface ReportInput {
  readonly snapshot: Snapshot;
  readonly catalogue: Catalogue;
  readonly rules: readonly ExplainedRule[];
  /** Version of this program. */
  readonly version: string;
  /** The commit that is checked out; null where that is not known. */
  readonly commit: string | null;
  /** What the project is called; null where nobody said. */
  readonly name: string | null;
  /** The folders that it is about, each with a slash at its end; none for the whole project. */
  readonly folders: readonly string[];
  /** Address under which the files of the project can be read, with a slash at its end; null where there is none. */
  readonly linkBase: string | null;
}

/** One provision with what the project has of it. */
export interface ProvisionRow extends Placed {
  readonly status: ProvisionStatus;
}

/** All provisions in the order of the standard; one of which nothing is known is not assessed. */
export function provisionRows({ snapshot, catalogue }: Pick<ReportInput, 'snapshot' | 'catalogue'>): ProvisionRow[] {
  const known = new Map(snapshot.provisions.map((status) => [status.id, status]));
  return placedProvisions(catalogue).map((placed) => ({
    ...placed,
    status: known.get(placed.provision.id) ?? nothingOf(placed.provision.id),
  }));
}

/** False for what an organisation lays beside the standard. */
export function isOfStandard({ provision }: Placed): boolean {
  return provision.own === undefined;
}

function nothingOf(id: string): ProvisionStatus {
  return {
    id,
    claims: [],
    observation: 'cannot-tell',
    observations: [],
    status: 'not-assessed',
    systems: [],
    concern: { state: 'concerned', why: null },
    evidence: [],
    findings: 0,
  };
}

/** What the project is called in reports: as said, by its only system, or plainly "the project". */
export function projectName({ name, snapshot }: Pick<ReportInput, 'snapshot' | 'name'>): string {
  if (name !== null) return name;
  const systems = snapshot.profile?.systems ?? [];
  const [only] = systems;
  return systems.length === 1 && only !== undefined ? only.name : 'the project';
}

/** `EN 304 223 V2.1.1` */
export function standardName({ standard }: Pick<Snapshot, 'standard'>): string {
  return `${standard.id.replace(/^ETSI /u, '')} ${standard.version}`;
}
