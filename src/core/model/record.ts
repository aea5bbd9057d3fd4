import type { Settings } from './asset';
import type { Range } from './position';

/** One entry of a record's `covers`: the asset it documents and the digest of what was documented. */
export interface Cover {
  readonly asset: string;
  readonly digest: string | null;
  /** The `configDigest` of what was documented; absent or null where the record does not say. */
  readonly config?: string | null;
  /** The settings it ran with, by name; absent or null where the record does not say. Empty: it had none. */
  readonly settings?: Settings | null;
  readonly range: Range;
}

/** A field that a record still leaves open: empty, placeholder, TODO, "n/a" without a reason. */
export interface OpenField {
  /** Key in the front matter (`owner`) or heading in the body (`Guardrails`). */
  readonly field: string;
  readonly label: string;
  readonly required: boolean;
  readonly provisions: readonly string[];
  readonly help: string;
  /** Where the value should stand. */
  readonly range: Range;
}

/** Something wrong with a record, at the offending key. */
export interface RecordProblem {
  readonly message: string;
  readonly range: Range;
}

/** An id of a provision that a record names. */
export interface ProvisionReference {
  readonly id: string;
  readonly range: Range;
}

/** A file that a record leads to: a link in its text or an entry under `evidence`. */
export interface RecordLink {
  /** As written, without the part behind `#`. */
  readonly written: string;
  /** Where it may lie, project-relative: seen from the record's folder and from the top. */
  readonly paths: readonly string[];
  readonly range: Range;
}

/** An id of an asset as it is written in a file that people keep. */
export interface AssetReference {
  readonly asset: string;
  /** The id alone, without quotes. */
  readonly range: Range;
  /** What may stand in its place: `plain` and the quotes of YAML, or `code` between backticks. */
  readonly written: 'plain' | 'double' | 'single' | 'code';
}

/** A day that a record names, with its place. */
export interface RecordDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly range: Range;
}

/** A document people keep, read. A record that could not be read at all has problems and nothing else. */
export interface AssetRecord {
  readonly path: string;
  /** `model-card`, `dataset-card`, `prompt-record`, `threat-model`, `release-checklist`; null where it is not known. */
  readonly kind: string | null;
  readonly id: string | null;
  readonly owner: string | null;
  readonly covers: readonly Cover[];
  readonly provisions: readonly ProvisionReference[];
  /** Day of the last review; null where none is said. */
  readonly reviewed: string | null;
  /** Day by which to look again. */
  readonly reviewBy: RecordDate | null;
  readonly links: readonly RecordLink[];
  /** What the record is called: its id, title, and the supplier it is about. */
  readonly names: readonly string[];
  /** Where it says that the files of what it covers are given to others. */
  readonly givenToOthers: Range | null;
  /** What its filled fields say, by key or heading, each cut after 2,000 code units; absent where it could not be read. */
  readonly stated?: Readonly<Record<string, string>>;
  readonly open: readonly OpenField[];
  /** How many required fields the kind has; "5 of 9 fields open" counts the required ones of `open` against it. */
  readonly fields: number;
  readonly problems: readonly RecordProblem[];
  /** The line that names the kind; findings about the whole record stand here. */
  readonly range: Range;
}

/** A document in the tree that may describe assets without being a record: README, model card, data sheet. */
export interface ProseDocument {
  readonly path: string;
  /** `card` is a model or dataset card (front matter of the hub, or named so), `readme` and `prose` the rest. */
  readonly kind: 'card' | 'readme' | 'prose';
  /** The Markdown text, cut after 256 Ki code units. */
  readonly text: string;
}
