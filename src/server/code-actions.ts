import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type Diagnostic,
} from 'vscode-languageserver';
import type { QuickFix, Range } from '../core';
import { clientCommands, type IgnoreArguments, type RecordChangeArguments } from '../protocol';
import { SOURCE } from './diagnostics';
import { editResult, firstCreated, workspaceEdit } from './edits';
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
  params: Pick<CodeActionParams, 'context'>,
  options: ActionOptions,
): CodeAction[] {
  const { only, diagnostics } = params.context;
  if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
  const ours = diagnostics.filter((diagnostic) => diagnostic.source === SOURCE);
  return project.engine.fixesAt(path, range).flatMap((fix) => {
    const action = actionOf(project, fix, options);
    if (!action) return [];
    return [{ ...action, kind: CodeActionKind.QuickFix, ...settled(project, fix, ours) }];
  });
}

type Offer = Pick<CodeAction, 'title' | 'edit' | 'command'>;

function actionOf(project: Project, fix: QuickFix, { commands, trusted }: ActionOptions): Offer | null {
  const run = (command: string, argument: unknown): Offer | null =>
    commands ? { title: fix.title, command: { title: fix.title, command, arguments: [argument] } } : null;
  switch (fix.action) {
    case 'document':
    case 'document-all':
    case 'edit':
      return trusted && fix.edit ? { title: fix.title, ...editOffer(project, fix, commands) } : null;
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

function editOffer(project: Project, fix: QuickFix, commands: boolean): Pick<CodeAction, 'edit' | 'command'> {
  const result = editResult(project, fix.edit);
  const open = commands ? firstCreated(result) : null;
  const command: Command | null = open && { title: fix.title, command: clientCommands.openCreated, arguments: [open] };
  return { edit: workspaceEdit(result), ...(command ? { command } : {}) };
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
