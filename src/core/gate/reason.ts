import type { Catalogue } from '../catalogue';
import type { GatePolicy } from '../config/gate-policy';
import type { Checklist, GateName, GateReason, Snapshot } from '../model';
import { FILE_START } from '../model';

/** What reasons are made from. */
export interface GateInput {
  readonly gate: GateName;
  readonly environment: string | null;
  readonly policy: GatePolicy;
  readonly checklist: Checklist | null;
  /** A checklist that was named and is none, or cannot be read. */
  readonly lost: string | null;
  readonly snapshot: Snapshot;
  readonly catalogue: Catalogue;
  /** Whether a path is among the globs. */
  readonly matches: (globs: readonly string[], path: string) => boolean;
}

type Needed = Pick<GateReason, 'weight' | 'about' | 'message' | 'wayOut'>;

/** A reason with what is not said left empty. */
export function reason(needed: Needed, more: Partial<GateReason> = {}): GateReason {
  return {
    ...{ path: null, range: FILE_START, provisions: [], due: null, finding: null, recordKind: null, command: null },
    ...needed,
    ...more,
  };
}
