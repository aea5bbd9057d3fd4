import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { QuickFix, Range } from '../core';
import {
  clientCommands,
  type EditResult,
  type FixArguments,
  type FixParams,
  type IgnoreArguments,
  type RecordChangeArguments,
} from '../protocol';
import { SOURCE } from './diagnostics';
import { editResult, NOTHING, workspaceEdit } from './edits';
import type { Project } from './project';

export interface ActionOptions {
  /** The client has the commands of `clientCommands`. */
  readonly commands: boolean;
  /** False in Restricted Mode: only what reads is offered. */
  readonly trusted: boolean;
}

/** Quick fixes for a place. `source.*` kinds get nothing: fixing on save must not write documents for people. */
export function codeActionsAt(
  { project, path, range }: { project: Project; path: string; range: Range },
  params: CodeActionParams,
  options: ActionOptions,
): CodeAction[] {
  const { only, diagnostics } = params.context;
  if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
  const ours = diagnostics.filter((diagnostic) => diagnostic.source === SOURCE);
  return offered(project, path, range).flatMap((fix) => {
    const action = actionOf(project, fix, params, options);
    if (!action) return [];
    return [{ ...action, kind: CodeActionKind.QuickFix, ...settled(project, fix, ours) }];
  });
}

const FILE: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** A finding on a whole file is shown along its first line, and so are its ways out. */
function offered({ engine }: Project, path: string, range: Range): QuickFix[] {
  const here = engine.fixesAt(path, range);
  if (range.line !== 1) return [...here];
  const key = ({ action, finding, asset, title }: QuickFix) => JSON.stringify([action, finding, asset, title]);
  const seen = new Set(here.map(key));
  return [...here, ...engine.fixesAt(path, FILE).filter((fix) => !seen.has(key(fix)))];
}

type Offer = Pick<CodeAction, 'title' | 'edit' | 'command'>;

function actionOf(
  project: Project,
  fix: QuickFix,
  at: CodeActionParams,
  { commands, trusted }: ActionOptions,
): Offer | null {
  const run = (command: string, argument: unknown): Offer | null =>
    commands ? { title: fix.title, command: { title: fix.title, command, arguments: [argument] } } : null;
  switch (fix.action) {
    case 'document':
    case 'document-all':
    case 'edit':
      if (!trusted || !fix.edit) return null;
      // Never both: the edit makes us publish, the editor asks anew, and the command of the old list is gone before it runs.
      return (
        run(clientCommands.applyFix, fixArguments(fix, at)) ?? {
          title: fix.title,
          edit: workspaceEdit(editResult(project, fix.edit)),
        }
      );
    case 'ignore':
      return trusted
        ? run(clientCommands.ignore, { project: project.uri, finding: fix.finding } satisfies IgnoreArguments)
        : null;
    case 'record-change':
      return trusted
        ? run(clientCommands.recordChange, {
            project: project.uri,
            finding: fix.finding,
            title: fix.title,
          } satisfies RecordChangeArguments)
        : null;
    case 'open-record':
      return fix.path === null ? null : run(clientCommands.openRecord, project.uriOf(fix.path));
    case 'explain':
      return run(clientCommands.explain, ruleOf(project, fix.finding) ?? '');
  }
}

function fixArguments({ action, title, finding, asset }: QuickFix, at: CodeActionParams): FixArguments {
  const { textDocument, range } = at;
  return { uri: textDocument.uri, range, action, title, finding, asset, many: action === 'document-all' };
}

/** The edit of a fix that was offered at a place, worked out from what is there now; empty where it is offered no more. */
export function editOfFix(
  { project, path, range }: { project: Project; path: string; range: Range },
  wanted: FixParams,
): EditResult {
  const chosen = offered(project, path, range).find(
    ({ action, title, finding, asset }) =>
      action === wanted.action &&
      finding === wanted.finding &&
      asset === wanted.asset &&
      // The title of *Document all* counts what is left.
      (action === 'document-all' || title === wanted.title),
  );
  return chosen ? editResult(project, chosen.edit) : NOTHING;
}

function settled(
  project: Project,
  fix: QuickFix,
  diagnostics: Diagnostic[],
): Pick<CodeAction, 'diagnostics' | 'isPreferred'> {
  const rule = ruleOf(project, fix.finding);
  const answered = diagnostics.filter((diagnostic) => diagnostic.code === rule);
  return {
    ...(answered.length > 0 ? { diagnostics: answered } : {}),
    ...(fix.preferred ? { isPreferred: true } : {}),
  };
}

function ruleOf(project: Project, fingerprint: string): string | null {
  return project.engine.snapshot.findings.find((finding) => finding.fingerprint === fingerprint)?.rule ?? null;
}
