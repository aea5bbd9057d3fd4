import type { Catalogue } from '../catalogue';
import type { Configuration } from '../config/configuration';
import { assess } from '../assess';
import type { EvidenceFile } from '../assess';
import { withSystems } from '../claims';
import { assetsOf } from '../discover/assets';
import { documentAssets, driftOf, withMoves } from '../records';
import type { Coverage, FileFacts, Sighting, Snapshot, Stats } from '../model';
import { listWith } from '../model';
import type { Logger } from '../ports';

export interface AnalysisInput {
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly sightings: readonly Sighting[];
  readonly coverage: Coverage;
  /** Files that are named as evidence, as far as they were read. */
  readonly evidenceFiles?: ReadonlyMap<string, EvidenceFile>;
  readonly today: string;
  readonly logger: Logger;
}

/** Sightings → assets → documentation → findings: everything of a snapshot but its version and stats. */
export function analyse(input: AnalysisInput): Omit<Snapshot, 'version' | 'stats'> {
  const { catalogue, configuration, files, coverage, today } = input;
  const { records, prose, descriptions, threatModels, checklists, profile, claims } = papersIn(files);
  const found = withSystems(assetsOf(input.sightings, configuration), profile);
  const drift = driftOf(found, records, catalogue);
  const assets = documentAssets(found, withMoves(records, drift), prose, catalogue, descriptions);
  const { findings, provisions } = assess({ ...input, assets, records, drift, threatModels, profile, claims });
  return {
    asOf: today,
    standard: { id: catalogue.standard.id, version: catalogue.standard.version },
    assets,
    findings,
    records,
    threatModels,
    checklists,
    profile,
    claims,
    provisions,
    coverage,
  };
}

/** What people wrote, by what it is. */
function papersIn(files: AnalysisInput['files']) {
  return {
    records: allOf(files, 'record'),
    threatModels: allOf(files, 'threatModel'),
    checklists: allOf(files, 'checklist'),
    profile: allOf(files, 'profile')[0] ?? null,
    claims: allOf(files, 'claims')[0] ?? null,
    prose: allOf(files, 'prose'),
    descriptions: allOf(files, 'describing').flatMap((each) => each.descriptions),
  };
}

type Paper = 'record' | 'threatModel' | 'checklist' | 'profile' | 'claims' | 'prose' | 'describing';

/** What was taken from a list of files: each list is that of one kind. */
const taken = new WeakMap<readonly FileFacts[], readonly unknown[]>();

/** One kind of fact of every file that has it, in the order of the files. */
function allOf<K extends Paper>(files: AnalysisInput['files'], key: K): NonNullable<FileFacts[K]>[] {
  const list = listWith(files, key);
  const known = taken.get(list) ?? list.flatMap((facts) => facts[key] ?? []);
  taken.set(list, known);
  return known as NonNullable<FileFacts[K]>[];
}

const NO_STATS: Stats = { files: 0, parsed: 0, cached: 0, ms: 0 };

/** What is known before anything was read. */
export function emptySnapshot(catalogue: Catalogue, today: string): Snapshot {
  return {
    version: 0,
    asOf: today,
    standard: { id: catalogue.standard.id, version: catalogue.standard.version },
    assets: [],
    findings: [],
    records: [],
    threatModels: [],
    checklists: [],
    profile: null,
    claims: null,
    provisions: [],
    coverage: { read: 0, ignored: { gitignore: 0, config: 0, default: 0 }, skipped: [] },
    stats: NO_STATS,
  };
}
