import type { EditResult } from './edits';

/** Formats of other tools that a threat model can be written in: the ids that the server knows them by. */
export const EXCHANGE_FORMATS = ['threat-dragon', 'otm', 'tmlib', 'markdown'] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

export interface ImportThreatModelParams {
  readonly project: string;
  /** The file of the other tool. */
  readonly text: string;
}

/** A threat model of another tool, as a new file; `edit` is empty where nothing could be made of it. */
export interface ImportThreatModelResult {
  readonly edit: EditResult;
  /** What is wrong in the file, each with its place. */
  readonly problems: readonly string[];
  /** How many kinds of things have no place here; they stand at the end of the new file. */
  readonly left: number;
}

export interface ExportThreatModelParams {
  /** The threat model as it stands in the editor. */
  readonly text: string;
  readonly format: ExchangeFormat;
}

export interface ExportThreatModelResult {
  /** Null where the text is no threat model that can be read. */
  readonly text: string | null;
  /** What files of that format are called at their end. */
  readonly ending: string;
  /** What has no place there, a line for each kind. */
  readonly left: readonly string[];
}
