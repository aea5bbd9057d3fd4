import type { PlaceRange } from './place';

/** `checklist`: URI of a release checklist; null for the newest of the project. */
export interface GateParams {
  readonly project: string;
  readonly gate: 'design' | 'release' | 'retire';
  readonly checklist: string | null;
}

/** One reason, with where it stands and the way out. */
export interface GateReasonShown {
  readonly weight: 'blocks' | 'condition' | 'unread';
  readonly message: string;
  readonly wayOut: string;
  readonly due: string | null;
  /** Null where there is no file yet. */
  readonly place: { readonly uri: string; readonly range: PlaceRange } | null;
  /** It is a finding with quick fixes at its place. */
  readonly fixable: boolean;
  /** Kind of the record that is missing, to be made. */
  readonly recordKind: string | null;
}

export interface GateAnswer {
  /** `No go: 2 reasons`. */
  readonly line: string;
  readonly outcome: 'go' | 'go-with-conditions' | 'no-go' | 'undecided';
  /** `release 2.4.0, as of 2026-11-24`. */
  readonly subject: string;
  readonly reasons: readonly GateReasonShown[];
  /** URI of the checklist; null where there is none: then no decision can be recorded. */
  readonly checklist: string | null;
  /** The same as a page. */
  readonly markdown: string;
}

export interface DecisionParams extends GateParams {
  readonly approver: string;
}

/** What the command that ticks an item is given. `line` counts from 1. */
export interface TickParams {
  readonly uri: string;
  readonly line: number;
  readonly by: string;
}

export type TickArguments = Omit<TickParams, 'by'>;

/** A lens above a checklist leads here. */
export interface CheckReleaseArguments {
  readonly project: string;
  readonly checklist: string;
}
