import {
  CodeActionKind,
  type CodeAction,
  type CodeLens,
  type InlayHint,
  type InlayHintParams,
  type Range as LspRange,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { gateLine, gateMarkdown, NEVER_CANCELLED } from '../core';
import type { GateQuestion, GateResult, ItemSeen } from '../core';
import {
  clientCommands,
  requests,
  type CheckReleaseArguments,
  type DecisionParams,
  type EditResult,
  type GateAnswer,
  type GateParams,
  type TickArguments,
  type TickParams,
} from '../protocol';
import type { ServerContext } from './context';
import { NOTHING, editResult } from './edits';
import { guarded } from './guard';
import { Locator } from './locator';
import type { Project } from './project';
import { toLspRange } from './ranges';

export const HINTS: ServerCapabilities = { inlayHintProvider: true };

const NO_ANSWER: GateAnswer = {
  line: 'Undecided: nothing was read yet',
  outcome: 'undecided',
  subject: '',
  reasons: [],
  checklist: null,
  markdown: '',
};

interface Asked {
  readonly project: Project | null;
  readonly question: GateQuestion;
}

/** Decisions at gates, and what stands beside the items of a checklist. */
export function answerGates(context: ServerContext): void {
  const { connection, projects, session, logger } = context;
  const locator = new Locator(context);
  // A checklist belongs to the project that it lies in, which may lie inside the one that was named.
  const asked = ({ project, gate, checklist }: GateParams): Asked => {
    const at = checklist === null ? null : locator.file(checklist);
    return { project: at?.project ?? projects.get(project), question: { gate, checklist: at?.path ?? null } };
  };
  connection.onRequest(
    requests.gate,
    guarded(logger, 'gate', NO_ANSWER, (params: GateParams) => {
      const { project, question } = asked(params);
      return project ? answerOf(project, project.engine.gate(question)) : NO_ANSWER;
    }),
  );
  connection.onRequest(
    requests.recordDecision,
    guarded(logger, 'record decision', NOTHING, async (params: DecisionParams): Promise<EditResult> => {
      const { project, question } = asked(params);
      if (!project || !session.client.trusted) return NOTHING;
      return editResult(project, await project.engine.recordDecision(question, params.approver, NEVER_CANCELLED));
    }),
  );
  connection.onRequest(
    requests.tick,
    guarded(logger, 'tick', NOTHING, async ({ uri, line, by }: TickParams): Promise<EditResult> => {
      const at = locator.file(uri);
      if (!at || !session.client.trusted) return NOTHING;
      return editResult(at.project, await at.project.engine.tick(at.path, line, by, NEVER_CANCELLED));
    }),
  );
  connection.languages.inlayHint.on(
    guarded(logger, 'hints', [] as InlayHint[], ({ textDocument, range }: InlayHintParams) => {
      const at = locator.file(textDocument.uri);
      return at ? hintsIn(at.project.engine.checklistNotes(at.path), range) : [];
    }),
  );
}

function answerOf(project: Project, result: GateResult): GateAnswer {
  return {
    line: gateLine(result),
    outcome: result.outcome,
    subject: `${result.subject}, as of ${result.asOf}`,
    reasons: result.reasons.map(({ weight, message, wayOut, due, path, range, finding, recordKind }) => ({
      ...{ weight, message, wayOut, due, recordKind },
      place: path === null ? null : project.place(path, range),
      fixable: finding !== null,
    })),
    checklist: result.checklist === null ? null : project.uriOf(result.checklist),
    markdown: gateMarkdown(result),
  };
}

/** Behind each item what the repository shows: for people to confirm, never ticked by the tool. */
function hintsIn(items: readonly ItemSeen[], { start, end }: LspRange): InlayHint[] {
  return items.flatMap(({ note, range }): InlayHint[] => {
    const { end: position } = toLspRange(range);
    if (note === null || position.line < start.line || position.line > end.line) return [];
    return [{ position, label: note, paddingLeft: true, tooltip: 'What the repository shows. Only people tick.' }];
  });
}

/** "Check release" above a checklist. */
export function checkReleaseLens(project: Project, path: string, uri: string): CodeLens[] {
  if (!project.engine.snapshot.checklists.some((each) => each.path === path)) return [];
  const argument: CheckReleaseArguments = { project: project.uri, checklist: uri };
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const title = `Check release: ${gateLine(project.engine.gate({ gate: 'release', checklist: path }))}`;
  return [{ range, command: { title, command: clientCommands.checkRelease, arguments: [argument] } }];
}

/** "Tick with my name and today's date" at an item that has no tick that counts. */
export function tickActions(project: Project, path: string, uri: string, line: number): CodeAction[] {
  const item = project.engine.checklistNotes(path).find(({ range }) => range.line === line);
  if (!item || item.notApplicable || (item.ticked && item.signed)) return [];
  const title = item.ticked ? 'Sign this tick with name and date…' : 'Tick this item with name and date…';
  const argument: TickArguments = { uri, line };
  return [
    { title, kind: CodeActionKind.QuickFix, command: { title, command: clientCommands.tick, arguments: [argument] } },
  ];
}
