import type { CancellationToken, CodeLens } from 'vscode-languageserver';
import type { AssetRecord, ImportedAnswers } from '../core';
import {
  clientCommands,
  requests,
  type AnswersResult,
  type ImportAnswersParams,
  type QuestionnaireParams,
  type SupplierAssessmentArguments,
  type SupplierAssessmentChoice,
} from '../protocol';
import { cancellationOf } from './cancellation';
import type { ServerContext } from './context';
import { editResult, NOTHING } from './edits';
import { guarded } from './guard';
import { Locator } from './locator';
import type { Project } from './project';

const KIND = 'supplier-assessment';
const IMPOSSIBLE: AnswersResult = { edit: NOTHING, possible: false, answered: 0, unanswered: 0, notes: [] };

/** Questions to suppliers go out as one text, and the answers come back. In Restricted Mode nothing is written. */
export function answerSuppliers(context: ServerContext): void {
  const { connection, session, projects, logger } = context;
  const locator = new Locator(context);
  connection.onRequest(
    requests.supplierAssessments,
    guarded(logger, 'supplierAssessments', [] as SupplierAssessmentChoice[], () => projects.all.flatMap(choicesOf)),
  );
  connection.onRequest(
    requests.questionnaire,
    guarded(
      logger,
      'questionnaire',
      null as string | null,
      async ({ uri, format }: QuestionnaireParams, token: CancellationToken) => {
        const at = locator.file(uri);
        return at ? at.project.engine.questionnaire(at.path, format, cancellationOf(token)) : null;
      },
    ),
  );
  connection.onRequest(
    requests.importAnswers,
    guarded(
      logger,
      'importAnswers',
      IMPOSSIBLE,
      async ({ uri, text, format }: ImportAnswersParams, token: CancellationToken): Promise<AnswersResult> => {
        const at = locator.file(uri);
        if (!at || !session.client.trusted) return IMPOSSIBLE;
        const { engine } = at.project;
        const found = await engine.importAnswers(at.path, { sent: text, format }, cancellationOf(token));
        return found ? resultOf(at.project, found) : IMPOSSIBLE;
      },
    ),
  );
}

function choicesOf(project: Project): SupplierAssessmentChoice[] {
  return project.engine.snapshot.records
    .filter(isAssessment)
    .map(({ path, names }) => ({ uri: project.uriOf(path), supplier: names.at(-1) ?? path }));
}

function isAssessment({ kind }: AssetRecord): boolean {
  return kind === KIND;
}

function resultOf(project: Project, found: ImportedAnswers): AnswersResult {
  const { replacements, answered, unanswered, differing, unclear, unknown } = found;
  const list = (ids: readonly string[], words: string) => (ids.length === 0 ? [] : [`${words}: ${ids.join(', ')}`]);
  return {
    edit: editResult(project, { creations: [], replacements }),
    possible: true,
    answered: answered.length,
    unanswered: unanswered.length,
    notes: [
      ...list(differing, 'The record says something else already, and keeps it'),
      ...unclear.map(({ id, said }) => `${id} says "${said}": write yes, no, partly or not-applicable yourself`),
      ...list(unknown, 'Not asked in this record'),
    ],
  };
}

/** Both ways, above the record itself. */
export function supplierLenses(project: Project, path: string, uri: string): CodeLens[] {
  if (!project.engine.snapshot.records.some((record) => record.path === path && isAssessment(record))) return [];
  const argument: SupplierAssessmentArguments = { uri };
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return [
    ['Export the questionnaire', clientCommands.exportQuestionnaire] as const,
    ['Import the answers', clientCommands.importAnswers] as const,
  ].map(([title, command]) => ({ range, command: { title, command, arguments: [argument] } }));
}
