import type { Range } from './position';

/** A file to be made. It must not exist: whoever applies the edit refuses or takes another name, and never overwrites. */
export interface FileCreation {
  readonly path: string;
  readonly text: string;
  /** The first field a person has to fill, to be selected when the file opens. */
  readonly select: Range | null;
  /** Documents that it points to, in place of saying the same again. */
  readonly from?: readonly string[];
}

export interface TextReplacement {
  readonly path: string;
  readonly range: Range;
  readonly text: string;
}

/** What a fix changes, to be applied as one undoable step. Paths are project-relative. */
export interface ProjectEdit {
  readonly creations: readonly FileCreation[];
  readonly replacements: readonly TextReplacement[];
}

/** One way out of a finding. `edit` is ready to apply; a fix that needs words from the person carries none. */
export interface QuickFix {
  readonly title: string;
  readonly action: 'document' | 'document-all' | 'ignore' | 'record-change' | 'open-record' | 'explain' | 'edit';
  /** Fingerprint of the finding it settles; empty for an offer that needs none. */
  readonly finding: string;
  readonly asset: string | null;
  /** `open-record`: the record to open. */
  readonly path: string | null;
  readonly edit: ProjectEdit | null;
  /** The one a person most likely wants. */
  readonly preferred: boolean;
}

/** A line and column from 1, UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface HoverText {
  readonly markdown: string;
  readonly range: Range;
}

export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'provision' | 'asset' | 'person';
  readonly detail: string;
  readonly documentation: string;
  readonly insert: string;
  /** What the insert replaces. */
  readonly range: Range;
}
