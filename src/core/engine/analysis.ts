import type { Catalogue } from '../catalogue';
import type { Configuration } from '../config/configuration';
import { assess } from '../assess';
import type { EvidenceFile } from '../assess';
import { withSystems } from '../claims';
import { assetsOf } from '../discover/assets';
import { documentAssets, driftOf, withMoves } from '../records';
import type {
  AssetDescription,
  AssetRecord,
  Checklist,
  ClaimsFile,
  Coverage,
  FileFacts,
  ProseDocument,
  Sighting,
  Snapshot,
  Stats,
  SystemProfile,
  ThreatModel,
} from '../model';
import { factsWith } from '../model';
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
  const records: AssetRecord[] = [];
  const prose: ProseDocument[] = [];
  const descriptions: AssetDescription[] = [];
  const threatModels: ThreatModel[] = [];
  const checklists: Checklist[] = [];
  let profile: SystemProfile | null = null;
  let claims: ClaimsFile | null = null;
  for (const { record } of factsWith(files, 'record').values()) if (record) records.push(record);
  for (const { threatModel } of factsWith(files, 'threatModel').values())
    if (threatModel) threatModels.push(threatModel);
  for (const { checklist } of factsWith(files, 'checklist').values()) if (checklist) checklists.push(checklist);
  for (const facts of factsWith(files, 'profile').values()) profile ??= facts.profile ?? null;
  for (const facts of factsWith(files, 'claims').values()) claims ??= facts.claims ?? null;
  for (const facts of factsWith(files, 'prose').values()) if (facts.prose) prose.push(facts.prose);
  for (const { describing } of factsWith(files, 'describing').values()) {
    if (describing) descriptions.push(...describing.descriptions);
  }
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
