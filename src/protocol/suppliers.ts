import type { EditResult } from './edits';

/** What a questionnaire can be written as: the ids that the engine knows them by, with the end of the file's name. */
export const QUESTIONNAIRE_FORMATS = [
  { format: 'markdown', label: 'Markdown', about: 'one heading per question, to mail', ending: 'md' },
  { format: 'csv', label: 'CSV', about: 'one row per question, for a spreadsheet', ending: 'csv' },
] as const;
export type QuestionnaireChoice = (typeof QUESTIONNAIRE_FORMATS)[number];

/** A supplier assessment of the workspace. */
export interface SupplierAssessmentChoice {
  readonly uri: string;
  readonly supplier: string;
}

/** `uri` is that of a supplier assessment. */
export interface QuestionnaireParams {
  readonly uri: string;
  readonly format: QuestionnaireChoice['format'];
}

/** `text` is what came back. */
export interface ImportAnswersParams extends QuestionnaireParams {
  readonly text: string;
}

/** What came of the answers of a supplier; `edit` fills open places of the record only. */
export interface AnswersResult {
  readonly edit: EditResult;
  /** False where the record cannot be read as a list of questions, or may not be written. */
  readonly possible: boolean;
  readonly answered: number;
  readonly unanswered: number;
  /** What a person has to look at, a sentence for each kind. */
  readonly notes: readonly string[];
}

/** Arguments of the client commands `aiBaseline.exportQuestionnaire` and `aiBaseline.importAnswers`. */
export interface SupplierAssessmentArguments {
  readonly uri: string;
}
