import type { AcceptedFile } from './accepted';
import type { Sighting } from './asset';
import type { ClaimsFile, SystemProfile } from './claim';
import type { CodeFacts } from './code';
import type { DescribingFile } from './description';
import type { Checklist } from './gate';
import type { Range } from './position';
import type { AssetRecord, AssetReference, ProseDocument } from './record';
import type { ThreatModel } from './threat-model';

/** `ai-baseline-ignore[-next-line] rule[, …] [until=YYYY-MM-DD] -- reason`, as found in a comment. */
export interface SuppressionComment {
  readonly rules: readonly string[];
  readonly until: string | null;
  readonly reason: string;
  /** The line whose findings it answers; null for the whole file. */
  readonly line: number;
  readonly range: Range;
}

/** A sign in code that the system can do, is given or is built from something, such as a web handler. */
export interface CodeSign {
  /** Key of the capability in the catalogue. */
  readonly capability: string;
  /** In few words: `web handler (fastapi)`. */
  readonly what: string;
  readonly range: Range;
  /** Counts only where the file holds a prompt, tool or agent as well. */
  readonly beside?: true;
}

/**
 * Everything known of one file by reading that file alone: plain data, a pure function of path and content, so that
 * it can be cached by content. What follows from several files together is worked out later, from these.
 */
export interface FileFacts {
  readonly path: string;
  readonly hash: string | null;
  readonly code: CodeFacts | null;
  /** What the file itself denotes: a weights file, a prompt file, model names in a configuration. */
  readonly sightings: readonly Sighting[];
  readonly record: AssetRecord | null;
  /** Where the record is a threat model. */
  readonly threatModel?: ThreatModel;
  /** Where the record is a release checklist. */
  readonly checklist?: Checklist;
  /** `claims.yaml` and `system.yaml` of the project. */
  readonly claims?: ClaimsFile;
  readonly profile?: SystemProfile;
  readonly prose: ProseDocument | null;
  /** What it states about assets, where it is a card or another document in a known format. */
  readonly describing?: DescribingFile;
  readonly suppressions: readonly SuppressionComment[];
  /** What threat models want to know of its code; absent where that is nothing. */
  readonly signs?: readonly CodeSign[];
  /** Ids of assets in records and in other files of the records folder. */
  readonly references?: readonly AssetReference[];
  /** The baseline of known gaps, where this file is it. */
  readonly accepted?: AcceptedFile;
}
