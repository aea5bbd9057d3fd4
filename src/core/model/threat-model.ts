import type { Range } from './position';
import type { RecordDate, RecordProblem } from './record';

/** What a part of a data-flow diagram is. */
export const COMPONENT_TYPES = ['actor', 'process', 'store', 'model', 'tool', 'external'] as const;
export type ComponentType = (typeof COMPONENT_TYPES)[number];

export const STRIDE = [
  'spoofing',
  'tampering',
  'repudiation',
  'information-disclosure',
  'denial-of-service',
  'elevation-of-privilege',
] as const;
export type Stride = (typeof STRIDE)[number];

/** The steps of the matrix, from least to most. */
export const LIKELIHOODS = ['rare', 'unlikely', 'possible', 'likely', 'certain'] as const;
export const IMPACTS = ['negligible', 'minor', 'moderate', 'major', 'severe'] as const;
export const RISKS = ['very-low', 'low', 'medium', 'high', 'very-high'] as const;
export const TREATMENTS = ['mitigate', 'accept', 'transfer', 'avoid', 'not-applicable'] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];
export type Impact = (typeof IMPACTS)[number];
export type Risk = (typeof RISKS)[number];
export type Treatment = (typeof TREATMENTS)[number];

/** A word of a threat model with its place; the range holds the value alone, without quotes. */
export interface Placed {
  readonly text: string;
  readonly range: Range;
}

/** Something worth attacking: an asset of the workspace by its id, or a thing outside it by a name. */
export interface ThreatModelAsset {
  readonly asset: Placed;
  /** What it was when the model was last reviewed; null where that was not written down. */
  readonly digest: string | null;
  readonly configDigest: string | null;
  readonly sensitivity: string | null;
  readonly owner: string | null;
  readonly range: Range;
}

export interface ThreatModelComponent {
  readonly id: string;
  readonly name: string;
  readonly type: ComponentType;
  /** Id of the asset it stands for. */
  readonly asset: Placed | null;
  /** Id of the trust boundary it lies in. */
  readonly boundary: Placed | null;
  readonly description: string | null;
  readonly range: Range;
}

export interface TrustBoundary {
  readonly id: string;
  readonly name: string;
  /** Id of the boundary it lies in. */
  readonly parent: Placed | null;
  readonly range: Range;
}

export interface DataFlow {
  readonly id: string;
  /** Ids or names of components, entry points or assets, as written. */
  readonly from: Placed;
  readonly to: Placed;
  readonly data: string | null;
  readonly protection: string | null;
  readonly range: Range;
}

export interface EntryPoint {
  readonly id: string;
  readonly name: string;
  readonly range: Range;
}

/** What is done, or is to be done, against a threat. */
export interface Control {
  readonly text: string;
  readonly owner: string | null;
  /** `YYYY-MM-DD`. */
  readonly due: RecordDate | null;
  /** `planned` where it is still to come. */
  readonly state: 'in-place' | 'planned';
  readonly range: Range;
}

export interface Threat {
  readonly id: Placed;
  /** Key of the attack path in the catalogue; null for a threat of one's own. */
  readonly attackPath: Placed | null;
  readonly title: string;
  /** Assets or components it aims at, as written. */
  readonly targets: readonly Placed[];
  readonly entry: Placed | null;
  readonly stride: readonly Stride[];
  /** ATLAS ids such as `AML.T0051.000`. */
  readonly atlas: readonly Placed[];
  /** OWASP ids such as `LLM01:2025`. */
  readonly owasp: readonly Placed[];
  readonly scenario: string | null;
  readonly likelihood: Likelihood | null;
  readonly impact: Impact | null;
  /** Before and after controls: as written, else by the matrix where likelihood and impact are there. */
  readonly inherent: Risk | null;
  readonly residual: Risk | null;
  readonly treatment: Treatment | null;
  /** Where the treatment stands, or the whole row where there is none. */
  readonly treatmentRange: Range;
  readonly reason: string | null;
  readonly controls: readonly Control[];
  readonly evidence: readonly Placed[];
  readonly status: string | null;
  readonly range: Range;
}

/** Somebody's decision to live with a risk. */
export interface RiskAcceptance {
  readonly threat: Placed;
  readonly by: string | null;
  readonly date: RecordDate | null;
  readonly expires: RecordDate | null;
  readonly reason: string | null;
  readonly range: Range;
}

/** A threat model, read from `threat-models/*.yaml`: what could be read of it, and what could not. */
export interface ThreatModel {
  readonly path: string;
  readonly id: string;
  /** What the system is called. */
  readonly system: string;
  readonly version: string | null;
  readonly owner: string | null;
  readonly reviewed: RecordDate | null;
  readonly reviewBy: RecordDate | null;
  readonly purpose: string | null;
  readonly outOfScope: readonly string[];
  readonly assumptions: readonly string[];
  readonly assets: readonly ThreatModelAsset[];
  readonly components: readonly ThreatModelComponent[];
  readonly boundaries: readonly TrustBoundary[];
  readonly flows: readonly DataFlow[];
  readonly entryPoints: readonly EntryPoint[];
  readonly threats: readonly Threat[];
  readonly acceptances: readonly RiskAcceptance[];
  /** Ids of threats that were told to operators and users. */
  readonly communicated: readonly Placed[];
  /** The line that names the kind of record: where findings about the whole model stand. */
  readonly range: Range;
  /** Dangling references, ids used twice, values that do not fit: each at its key. */
  readonly problems: readonly RecordProblem[];
}
