import type { Range } from './position';
import type { RecordDate, RecordProblem } from './record';
import type { FilePlace } from './navigation';

export const EVIDENCE_KINDS = ['policy', 'procedure', 'implementation', 'monitoring'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const SUPPORTS = ['yes', 'partly', 'no'] as const;
export type Support = (typeof SUPPORTS)[number];

/** Where a piece of evidence lies: in the tree (with a heading or lines of it), at an address, or in another tool. */
export type EvidenceTarget =
  | {
      readonly in: 'tree';
      /** Project-relative; a folder where it ends with a slash, or where only such a folder is there. */
      readonly path: string;
      readonly heading: string | null;
      readonly lines: { readonly from: number; readonly to: number } | null;
    }
  | { readonly in: 'web'; readonly url: string }
  | { readonly in: 'elsewhere'; readonly reference: string };

/**
 * How evidence stands today. `current`: it is in the tree and not older than it may be. `outside`: it lies where the tool
 * does not look, so a person has to. `changed`: the file is another one than the digest noted with it. `expired`: its
 * `valid-until` is over. `missing`: the tree does not hold it. `invalid`: the reference cannot be followed (`..`, no URL).
 */
export type EvidenceState = 'current' | 'outside' | 'changed' | 'expired' | 'missing' | 'invalid';

export interface Evidence {
  readonly kind: EvidenceKind | null;
  /** As written. */
  readonly reference: string;
  readonly target: EvidenceTarget | null;
  /** Why the reference cannot be followed; null where it can. */
  readonly trouble: string | null;
  /** Day it was made or last looked at. */
  readonly date: RecordDate | null;
  readonly validUntil: RecordDate | null;
  /** `text1:sha256:…` of the file when it was named; null where none was noted. */
  readonly digest: string | null;
  /** Where the digest stands; absent or null where none was noted. */
  readonly digestRange?: Range | null;
  readonly range: Range;
}

/** What a person states about one provision for one or more systems. */
export interface Claim {
  readonly path: string;
  readonly provision: string;
  /** Where the id of the provision stands. */
  readonly range: Range;
  /** Ids of systems of `system.yaml`; empty for all of the project. */
  readonly systems: readonly { readonly id: string; readonly range: Range }[];
  readonly applies: boolean;
  /** Why it does not apply. */
  readonly reason: string | null;
  readonly support: Support | null;
  /** Where the support stands, else `range`. */
  readonly supportRange: Range;
  readonly detail: string | null;
  readonly owner: string | null;
  readonly due: RecordDate | null;
  readonly evidence: readonly Evidence[];
}

/** `claims.yaml`, read. */
export interface ClaimsFile {
  readonly path: string;
  /** The edition the claims were made for, as written: `EN 304 223 V2.1.1`. */
  readonly standard: { readonly text: string; readonly range: Range } | null;
  /**
   * Whether that is the edition of this catalogue. Claims for another one are shown and count as not assessed, until a
   * person has looked at them; where nothing is said they count.
   */
  readonly edition: 'ours' | 'other' | 'unsaid';
  readonly claims: readonly Claim[];
  readonly problems: readonly RecordProblem[];
}

/** One AI system, as `system.yaml` lists it. */
export interface System {
  readonly id: string;
  readonly name: string;
  readonly purpose: string | null;
  /** Globs of the files it consists of; empty for the whole project. */
  readonly paths: readonly string[];
  /** Ids of assets it uses beyond those in its paths. */
  readonly assets: readonly string[];
  readonly deployed: 'yes' | 'no' | 'planned' | 'retired' | null;
  readonly runs: string | null;
  readonly data: string | null;
  readonly exposure: string | null;
  readonly owner: string | null;
  readonly custodian: string | null;
  readonly interdependencies: string | null;
  /** Where its id stands. */
  readonly range: Range;
}

/** One row of the RACI matrix: marks by function, such as `{ security: 'A/R', engineering: 'C' }`. */
export interface RaciRow {
  readonly principle: number;
  readonly marks: Readonly<Record<string, string>>;
  readonly range: Range;
}

/** `system.yaml`, read. */
export interface SystemProfile {
  readonly path: string;
  readonly owner: string | null;
  /** Roles that the organisation holds: Developer, System Operator, Data Custodian. */
  readonly roles: readonly string[];
  readonly systems: readonly System[];
  readonly raci: readonly RaciRow[];
}

export type Observation = 'seen' | 'contradicted' | 'not-seen' | 'cannot-tell';

/** What the engine sees about one stated sentence. It never answers the provision itself. */
export interface ObservationResult {
  /** Id in the catalogue, such as `assets-recorded`. */
  readonly id: string;
  readonly sentence: string;
  readonly outcome: Observation;
  /** What was counted or seen: `2 of 3 models have a record`. */
  readonly detail: string;
  /** Where that can be looked at, the most telling first, at most 20. */
  readonly places: readonly (FilePlace & { readonly label: string })[];
  /** What shows that the condition of the provision holds, so that "not applicable" is contradicted; null for nothing. */
  readonly conditionSeen: string | null;
}

/**
 * How far a provision concerns the organisation. `other-role`: it is addressed to roles that are not held. `not-deployed`:
 * what is never deployed lies outside the standard. `not-yet`: its phase comes with deployment, which is planned.
 * `over`: the system is retired, and the phase was before that. Nothing is hidden for it.
 */
export type ConcernState = 'concerned' | 'other-role' | 'not-deployed' | 'not-yet' | 'over';
export interface Concern {
  readonly state: ConcernState;
  /** In words; null where it is concerned. */
  readonly why: string | null;
}

/**
 * How a provision stands: what people say, what they name as proof, and whether what the tool sees speaks against it.
 * `contradicted` stands above every other claim.
 */
export const PROVISION_STATES = [
  'not-assessed',
  'not-applicable',
  'claimed-with-evidence',
  'claimed-with-outside-evidence',
  'claimed-without-evidence',
  'contradicted',
  'partly',
  'not-supported',
] as const;
export type ProvisionState = (typeof PROVISION_STATES)[number];

/** From the state that matters most to the one that matters least: what stands for several is the first of them. */
const WEAKEST_FIRST: readonly ProvisionState[] = [
  'contradicted',
  'not-supported',
  'not-assessed',
  'partly',
  'claimed-without-evidence',
  'claimed-with-outside-evidence',
  'claimed-with-evidence',
  'not-applicable',
];

/** The weakest of several; nothing is not assessed. */
export function weakestOf(states: readonly ProvisionState[]): ProvisionState {
  return WEAKEST_FIRST.find((state) => states.includes(state)) ?? 'not-assessed';
}

/** A piece of evidence with how it stands today. */
export interface JudgedEvidence extends Evidence {
  readonly state: EvidenceState;
  /** In words: `changed since 2026-03-01`. */
  readonly why: string | null;
  /** The digest of today, where one was noted and the file was read. */
  readonly digestNow?: string | null;
}

export interface JudgedClaim extends Omit<Claim, 'evidence'> {
  readonly evidence: readonly JudgedEvidence[];
  readonly state: ProvisionState;
  /** What is seen that speaks against it; empty unless `state` is `contradicted`. */
  readonly contradictions: readonly ObservationResult[];
}

/** How a provision stands for one system. */
export interface SystemStatus {
  readonly system: string;
  readonly status: ProvisionState;
  readonly concern: Concern;
}
