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
  /** What people call it, where that is not its id. */
  readonly name: string | null;
  readonly description: string | null;
  /** What it was when the model was last reviewed; null where that was not written down. */
  readonly digest: string | null;
  readonly configDigest: string | null;
  /** Where it appears, as written. */
  readonly seen: string | null;
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

/** A line between more and less trusted parts: one that is only named has its name as its id. */
export interface TrustBoundary {
  readonly id: string;
  readonly name: string;
  /** Id of the boundary it lies in. */
  readonly parent: Placed | null;
  readonly description: string | null;
  readonly range: Range;
}

export interface DataFlow {
  readonly id: string;
  /** Ids or names of components, entry points or assets, as written. */
  readonly from: Placed;
  readonly to: Placed;
  readonly data: string | null;
  readonly description: string | null;
  readonly protection: string | null;
  readonly range: Range;
}

/** A way in: one that is only named has its name as its id. */
export interface EntryPoint {
  readonly id: string;
  readonly name: string;
  /** Id of the component that it leads to. */
  readonly component: Placed | null;
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
  readonly evidence: string | null;
  readonly range: Range;
}

/** What the system may do on another system. */
export interface Permission {
  readonly tool: string;
  readonly scope: string | null;
  readonly why: string | null;
  readonly humanApproval: string | null;
  readonly range: Range;
}

/** What the system can do and nobody needs. */
export interface SuperfluousFunction {
  readonly capability: string;
  readonly disabled: string | null;
  readonly range: Range;
}

export interface Threat {
  readonly id: Placed;
  /** Key of the attack path in the catalogue; null for a threat of one's own. */
  readonly attackPath: Placed | null;
  readonly title: string;
  /** Assets, components or flows it aims at, as written. */
  readonly targets: readonly Placed[];
  readonly entry: Placed | null;
  readonly stride: readonly Stride[];
  /** ATLAS ids such as `AML.T0051.000`. */
  readonly atlas: readonly Placed[];
  /** OWASP ids such as `LLM01:2025`. */
  readonly owasp: readonly Placed[];
  readonly scenario: string | null;
  /** What in the code speaks for it, as written. */
  readonly seen: readonly string[];
  /** Without the controls. */
  readonly inherentLikelihood: Likelihood | null;
  readonly inherentImpact: Impact | null;
  /** With the controls that are in place. */
  readonly likelihood: Likelihood | null;
  readonly impact: Impact | null;
  /** Before and after controls: as written, else by the matrix where likelihood and impact of that moment are there. */
  readonly inherent: Risk | null;
  readonly residual: Risk | null;
  /** Where the residual risk stands; null where it follows from the matrix or is not there. */
  readonly residualRange: Range | null;
  readonly treatment: Treatment | null;
  /** Where the treatment stands, or the whole row where there is none. */
  readonly treatmentRange: Range;
  readonly reason: string | null;
  /** Who looks after it, and by when. */
  readonly owner: string | null;
  readonly due: RecordDate | null;
  readonly controls: readonly Control[];
  readonly evidence: readonly Placed[];
  readonly status: string | null;
  readonly range: Range;
}

/** Somebody's decision to live with a risk. */
export interface RiskAcceptance {
  readonly threat: Placed;
  readonly by: string | null;
  readonly role: string | null;
  readonly date: RecordDate | null;
  readonly expires: RecordDate | null;
  readonly reason: string | null;
  readonly range: Range;
}

/** A threat that operators and users were told of. */
export interface Communication {
  readonly threat: Placed;
  /** Whom, and how. */
  readonly told: string | null;
  readonly impact: string | null;
  readonly action: string | null;
  readonly date: RecordDate | null;
  readonly range: Range;
}

/** Where a list ends, so that more rows can be put there. */
export interface RowsEnd {
  /** What is replaced; empty where the rows are only put there. */
  readonly range: Range;
  /** What goes before all of them, such as the key that is not there yet. */
  readonly before: string;
  /** What goes before each line of the rows: a line end and the indentation. Before each item where they are `inline`. */
  readonly lead: string;
  /** Between brackets stand ids alone. */
  readonly inline: boolean;
}

/** Something that is wrong with a threat model, at the value or key it stands at. */
export interface ThreatModelProblem extends RecordProblem {
  /** Which rule reports it: what points nowhere, what points to something retired, or what cannot be understood. */
  readonly rule: 'invalid-record' | 'unknown-reference' | 'retired-reference';
  /** What is to stand in place of `range`; null where only a person can tell. */
  readonly meant: string | null;
}

/** A threat model, read from `threat-models/*.yaml`: what could be read of it, and what could not. */
export interface ThreatModel {
  readonly path: string;
  readonly id: string;
  /** What the system is called. */
  readonly system: string;
  readonly version: string | null;
  readonly owner: string | null;
  readonly authors: readonly string[];
  readonly role: string | null;
  readonly reviewed: RecordDate | null;
  readonly reviewBy: RecordDate | null;
  readonly reviewTriggers: readonly string[];
  readonly purpose: string | null;
  readonly outOfScope: readonly string[];
  readonly assumptions: readonly string[];
  readonly riskAppetite: string | null;
  readonly assets: readonly ThreatModelAsset[];
  /** Where more assets go; null where only a person can put them. */
  readonly assetsEnd: RowsEnd | null;
  readonly components: readonly ThreatModelComponent[];
  readonly boundaries: readonly TrustBoundary[];
  readonly flows: readonly DataFlow[];
  readonly entryPoints: readonly EntryPoint[];
  readonly permissions: readonly Permission[];
  readonly superfluous: readonly SuperfluousFunction[];
  readonly threats: readonly Threat[];
  readonly acceptances: readonly RiskAcceptance[];
  readonly communicated: readonly Communication[];
  readonly changeLog: readonly string[];
  /** The line that names the kind of record: where findings about the whole model stand. */
  readonly range: Range;
  /** The key `threats`, or the same as `range` where it is not there. */
  readonly threatsRange: Range;
  /** Dangling references, ids used twice, values that do not fit: each at its key. */
  readonly problems: readonly ThreatModelProblem[];
}

/** An asset of the workspace that is another one than a threat model says. */
export interface AssetChange {
  /** Its id today, and as it is written in the model. */
  readonly asset: string;
  readonly written: string;
  readonly what: 'content' | 'settings' | 'content and settings';
}

/** An attack path that applies to a system and that its threat model does not answer. */
export interface UnansweredPath {
  /** Key in the catalogue; null for a row of one's own. */
  readonly path: string | null;
  readonly title: string;
  /** The row that stands open; null where there is none. */
  readonly threat: Placed | null;
  /** Where the code shows that it applies, as few words: `src/index.py:40`; empty for the rows that every model has. */
  readonly because: readonly string[];
}

/** How a threat model stands to the workspace of today. */
export interface ThreatModelState {
  readonly model: ThreatModel;
  /** Ids of the assets that it takes in, sorted. */
  readonly covered: readonly string[];
  /** Ids of all assets that a threat model of the project has to take in, this one or another; sorted. */
  readonly wanted: readonly string[];
  readonly changed: readonly AssetChange[];
  /** Ids of assets that belong to its system and that it does not take in, sorted. */
  readonly added: readonly string[];
  readonly unanswered: readonly UnansweredPath[];
}
