import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ProjectEdit } from '../core';
import type { EditResult } from '../protocol';
import type { Project } from './project';
import { toLspRange } from './ranges';

export const NOTHING: EditResult = { files: [], changes: [] };

/** An edit of the engine with URIs in place of paths, and cells in place of open notebooks. */
export function editResult(project: Project, edit: ProjectEdit | null): EditResult {
  if (!edit) return NOTHING;
  return {
    files: edit.creations.map(({ path, text, select, from = [] }) => ({
      uri: project.uriOf(path),
      text,
      select: select ? toLspRange(select) : null,
      from,
    })),
    changes: edit.replacements.map(({ path, range, text }) => ({ ...project.place(path, range), text })),
  };
}

export function joinEdits(edits: readonly EditResult[]): EditResult {
  return { files: edits.flatMap((edit) => edit.files), changes: edits.flatMap((edit) => edit.changes) };
}

/** The same for clients that apply edits by themselves. New files never replace one that is there. */
export function workspaceEdit({ files, changes }: EditResult): WorkspaceEdit {
  const created = files.flatMap(({ uri, text }): (CreateFile | TextDocumentEdit)[] => [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    textEdits(uri, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text }]),
  ]);
  const changed = [...new Set(changes.map(({ uri }) => uri))].map((uri) =>
    textEdits(
      uri,
      changes.filter((change) => change.uri === uri).map(({ range, text }) => ({ range, newText: text })),
    ),
  );
  return { documentChanges: [...created, ...changed] };
}

function textEdits(uri: string, edits: TextDocumentEdit['edits']): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits };
}
