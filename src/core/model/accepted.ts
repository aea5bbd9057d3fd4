import type { Range } from './position';
import type { RecordProblem } from './record';

/** One known gap of `accepted.yaml`: a finding that a person has accepted, why, and until when. */
export interface AcceptedEntry {
  /** Fingerprint of the finding. */
  readonly finding: string;
  readonly reason: string;
  /** `YYYY-MM-DD`; the day itself still counts. */
  readonly until: string;
  readonly range: Range;
}

/** `accepted.yaml`, read: entries that cannot be understood are problems at their keys, and the rest counts. */
export interface AcceptedFile {
  readonly entries: readonly AcceptedEntry[];
  readonly problems: readonly RecordProblem[];
}
