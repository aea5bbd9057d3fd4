import type { Asset } from './asset';
import type { Coverage } from './coverage';
import type { Finding } from './finding';
import type { AssetRecord } from './record';

export type Observation = 'seen' | 'contradicted' | 'not-seen' | 'cannot-tell';

/** One provision as the repository shows it. Claims arrive with claims.yaml. */
export interface ProvisionStatus {
  readonly id: string;
  readonly claims: readonly never[];
  readonly observation: Observation;
  readonly status: 'not-assessed';
  readonly evidence: readonly never[];
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
  readonly provisions: readonly ProvisionStatus[];
  readonly coverage: Coverage;
  readonly stats: Stats;
}
