import type { Place, PlaceRange } from './place';

/** A file to be made. It must not exist yet: whoever applies the edit never overwrites one. */
export interface NewFile {
  readonly uri: string;
  readonly text: string;
  /** The first field a person has to fill, to be selected once the file is open. */
  readonly select: PlaceRange | null;
  /** Paths of the documents that it points to, in place of saying the same again. */
  readonly from: readonly string[];
}

export interface TextChange {
  readonly uri: string;
  readonly range: PlaceRange;
  readonly text: string;
}

/** One undoable step. Both lists are empty where there is nothing to do. */
export interface EditResult {
  readonly files: readonly NewFile[];
  readonly changes: readonly TextChange[];
}

/**
 * `assets` null: every undocumented asset in product scope, of one kind where `kind` is given, and of what is used in the
 * folders (URIs) where `folders` are. `project` null: of every project.
 */
export interface DocumentParams {
  readonly project: string | null;
  readonly assets: readonly string[] | null;
  readonly kind?: string;
  readonly folders?: readonly string[];
}

/** What is found now and counts is accepted as known until that day, `YYYY-MM-DD`. `project` null: in every project. */
export interface AcceptParams {
  readonly project: string | null;
  readonly reason: string;
  readonly until: string;
}

export interface NewRecordParams {
  readonly project: string;
  readonly kind: string;
  readonly title: string;
  readonly assets: readonly string[];
}

export interface ThreatModelsParams {
  readonly project: string;
}

/** What threat models there are, and which there could be. */
export interface ThreatModelChoices {
  /** Systems that the project lists; where there are none, one model is about the whole project. */
  readonly systems: readonly string[];
  readonly models: readonly { readonly path: string; readonly system: string }[];
}

export interface GrowParams {
  readonly project: string;
  /** Path of the threat model inside the project. */
  readonly path: string;
}

/** What a threat model would take in; `edit` only adds. */
export interface GrowResult {
  readonly edit: EditResult;
  /** In words, such as `2 assets`; empty where nothing is missing. */
  readonly added: readonly string[];
  /** Lists in whose place a person wrote words: nothing is added there. */
  readonly left: readonly string[];
  /** False where the file cannot be read, or not be added to. */
  readonly possible: boolean;
}

export interface IgnoreParams {
  readonly project: string;
  /** Fingerprint of the finding. */
  readonly finding: string;
  readonly reason: string;
}

/** A quick fix that was offered at a place: the edit is worked out once it is chosen. Plain JSON. */
export interface FixParams extends Place {
  readonly action: string;
  readonly title: string;
  /** Fingerprint of the finding, empty where the offer needs none. */
  readonly finding: string;
  readonly asset: string | null;
}

/** Arguments of the client command `aiBaseline.applyFix`. `many`: it makes many files, so the client asks first. */
export interface FixArguments extends FixParams {
  readonly many: boolean;
}

/** Arguments of the client command `aiBaseline.ignoreWithReason`. */
export interface IgnoreArguments {
  readonly project: string;
  readonly finding: string;
}

export interface RecordChangeParams {
  readonly project: string;
  /** Fingerprint of the finding. */
  readonly finding: string;
  readonly reason: string;
}

/** Arguments of the client command `aiBaseline.recordChange`; `title` is that of the quick fix. */
export interface RecordChangeArguments {
  readonly project: string;
  readonly finding: string;
  readonly title: string;
}
