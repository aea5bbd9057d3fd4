import type {
  CancellationToken,
  PrepareRenameParams,
  Range,
  RenameFilesParams,
  RenameParams,
  ServerCapabilities,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { cancellationOf } from './cancellation';
import type { ServerContext } from './context';
import { editResult, joinEdits, workspaceEdit } from './edits';
import { guarded } from './guard';
import { Locator } from './locator';
import { pathOfUri, relativeTo } from './paths';
import { fromLspPosition } from './ranges';

export const RENAMING: ServerCapabilities = { renameProvider: { prepareProvider: true } };

/** Every file and folder: papers may speak of any. */
export const FILE_RENAMING = { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } } };

/** Renaming of ids in papers, and of files that papers speak of. In Restricted Mode nothing is renamed. */
export function answerRenaming(context: ServerContext): void {
  const { connection, session, projects, logger } = context;
  const locator = new Locator(context);
  connection.onPrepareRename(
    guarded(
      logger,
      'prepare rename',
      null as { range: Range; placeholder: string } | null,
      async (params: PrepareRenameParams, token: CancellationToken) => {
        const at = session.client.trusted ? locator.position(params) : null;
        if (!at) return null;
        const position = fromLspPosition(at.range.start);
        const found = await at.project.engine.renamable(at.path, position, cancellationOf(token));
        return found && { range: at.project.place(at.path, found.range).range, placeholder: found.name };
      },
    ),
  );
  connection.onRenameRequest(
    guarded(logger, 'rename', null as WorkspaceEdit | null, async (params: RenameParams, token: CancellationToken) => {
      const at = session.client.trusted ? locator.position(params) : null;
      if (!at) return null;
      const position = fromLspPosition(at.range.start);
      const edit = await at.project.engine.rename(at.path, position, params.newName, cancellationOf(token));
      return edit && workspaceEdit(editResult(at.project, edit));
    }),
  );
  connection.workspace.onWillRenameFiles(
    guarded(
      logger,
      'rename files',
      null as WorkspaceEdit | null,
      async ({ files }: RenameFilesParams, token: CancellationToken) => {
        if (!session.client.trusted) return null;
        const edits = projects.all.map(async (project) => {
          const renames = files.flatMap(({ oldUri, newUri }) => {
            const [before, after] = [pathOfUri(oldUri), pathOfUri(newUri)];
            const from = before === null ? null : relativeTo(project.root, before);
            const to = after === null ? null : relativeTo(project.root, after);
            return from === null || to === null || from === '' ? [] : [{ from, to }];
          });
          const edit = renames.length === 0 ? null : await project.engine.renameFiles(renames, cancellationOf(token));
          return editResult(project, edit);
        });
        const all = joinEdits(await Promise.all(edits));
        return all.changes.length === 0 ? null : workspaceEdit(all);
      },
    ),
  );
}
