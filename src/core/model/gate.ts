import type { Range } from './position';

export const GATES = ['design', 'release', 'retire'] as const;
/** What is decided: to build it, to let it out, to take it out of use. */
export type GateName = (typeof GATES)[number];

/** One line of a task list of a record, as a person left it. */
export interface ChecklistItem {
  /** The heading it stands under. */
  readonly section: string;
  /** The words of the catalogue where it is one of its items, else its own. */
  readonly text: string;
  /** Ids of the observations that look at the same thing. */
  readonly observes: readonly string[];
  readonly provisions: readonly string[];
  readonly ticked: boolean;
  /** What the person wrote behind it: name, date, evidence, or why it does not apply. */
  readonly words: string;
  /** It names a day, and somebody beside it: what makes a tick count. */
  readonly signed: boolean;
  /** It says that it does not apply, and why. */
  readonly notApplicable: boolean;
  readonly range: Range;
}

/** The task lists of a release checklist. */
export interface Checklist {
  readonly path: string;
  readonly items: readonly ChecklistItem[];
  /** Items of the catalogue that are not there any more. */
  readonly missing: readonly { readonly section: string; readonly text: string }[];
  /** `2026-11-24`: day of the checklist. */
  readonly date: string | null;
  readonly release: string | null;
  readonly approvedBy: string | null;
  readonly environment: string | null;
  /** What people ticked under the heading of the decision. */
  readonly ticked: readonly TickedDecision[];
  /** Decisions recorded in it, oldest first. */
  readonly decisions: readonly GateDecision[];
}

/** A decision as a person ticked it: `- [x] Go — Jane Doe, 2026-11-24`. */
export interface TickedDecision {
  readonly outcome: GateOutcome;
  /** The day behind it; null where none stands there. */
  readonly date: string | null;
  readonly range: Range;
}

/** A decision that a person has taken, as it is written in the checklist. */
export interface GateDecision {
  readonly date: string;
  readonly outcome: GateOutcome;
  readonly by: string;
  /** Digest of what was decided on. */
  readonly digest: string;
  readonly range: Range;
}

export type GateOutcome = 'go' | 'go-with-conditions' | 'no-go' | 'undecided';

/** `blocks` makes it a no go, `condition` a go with conditions, `unread` leaves it undecided. */
export type GateWeight = 'blocks' | 'condition' | 'unread';

export interface GateReason {
  readonly weight: GateWeight;
  /** Which part of the policy it comes from. */
  readonly about: 'checklist' | 'finding' | 'record' | 'claim' | 'provision' | 'acceptance' | 'review' | 'coverage';
  readonly message: string;
  /** What to do about it. */
  readonly wayOut: string;
  /** The command line that begins it, with `…` where a person has to say something; null where there is none. */
  readonly command: string | null;
  /** Where; null where there is no file yet. */
  readonly path: string | null;
  readonly range: Range;
  readonly provisions: readonly string[];
  /** `YYYY-MM-DD` by which a condition has to be met; null where none is said. */
  readonly due: string | null;
  /** The finding that it is, so that its quick fixes can be offered. */
  readonly finding: string | null;
  /** Kind of the record that is missing. */
  readonly recordKind: string | null;
}

/** What the repository shows beside an item of the checklist. */
export interface ItemSeen extends ChecklistItem {
  /** `seen: 3 of 3 models recorded, tick to confirm`; null where nothing looks at it. */
  readonly note: string | null;
  /** Ticked, although something seen speaks against it. */
  readonly contradicted: boolean;
}

export interface GateResult {
  readonly gate: GateName;
  /** `production`; null where none was asked for. */
  readonly environment: string | null;
  /** Path of the checklist; null where the gate needs none, or there is none. */
  readonly checklist: string | null;
  /** What is decided on, in words: `release 2.4.0`. */
  readonly subject: string;
  readonly outcome: GateOutcome;
  readonly reasons: readonly GateReason[];
  readonly items: readonly ItemSeen[];
  readonly asOf: string;
  /** `text1:sha256:…` over assets, records, claims and checklist: what the decision is about. */
  readonly digest: string;
  /** Where the policy is written; null for the built-in one. */
  readonly policy: string | null;
}
