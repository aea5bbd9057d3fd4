import type { Asset } from './asset';
import type { Coverage } from './coverage';
import type { Finding } from './finding';
import type {
  ClaimsFile,
  Concern,
  JudgedClaim,
  JudgedEvidence,
  Observation,
  ObservationResult,
  ProvisionState,
  SystemProfile,
  SystemStatus,
} from './claim';
import type { Checklist } from './gate';
import type { AssetRecord } from './record';
import type { ThreatModel } from './threat-model';

/** One provision as the repository shows it: what people claim, what they name as proof, and what the tool sees. */
export interface ProvisionStatus {
  readonly id: string;
  readonly claims: readonly JudgedClaim[];
  /** The most telling outcome of `observations`: contradicted, not-seen, cannot-tell, seen. */
  readonly observation: Observation;
  readonly observations: readonly ObservationResult[];
  /** For the project as a whole: the weakest of the systems that it concerns. */
  readonly status: ProvisionState;
  /** By system, where `system.yaml` lists any. */
  readonly systems: readonly SystemStatus[];
  /** Whether it concerns the organisation and any of its systems. */
  readonly concern: Concern;
  /** Evidence of all claims. */
  readonly evidence: readonly JudgedEvidence[];
  /** Unsuppressed findings in product scope that name it. */
  readonly findings: number;
}

export interface Stats {
  readonly files: number;
  readonly parsed: number;
  readonly cached: number;
  readonly ms: number;
}

/** Everything the engine knows at one moment: immutable, sorted, plain data. Doors and reports only project it. */
export interface Snapshot {
  /** Grows with every change of content. */
  readonly version: number;
  readonly asOf: string;
  readonly standard: { readonly id: string; readonly version: string };
  readonly assets: readonly Asset[];
  readonly findings: readonly Finding[];
  readonly records: readonly AssetRecord[];
  readonly threatModels: readonly ThreatModel[];
  /** Release checklists. */
  readonly checklists: readonly Checklist[];
  /** `system.yaml`; null where there is none. */
  readonly profile: SystemProfile | null;
  /** `claims.yaml` as written; null where there is none. How each claim stands is in `provisions`. */
  readonly claims: ClaimsFile | null;
  readonly provisions: readonly ProvisionStatus[];
  readonly coverage: Coverage;
  readonly stats: Stats;
}
