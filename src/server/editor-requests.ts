import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CompletionItem,
  Hover,
  Range as LspRange,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { cancellationOf } from './cancellation';
import { codeActionsAt } from './code-actions';
import { guarded } from './guard';
import { completionsOf, hoverOf } from './language';
import { fromLspPosition, fromLspRange } from './ranges';
import type { ServerContext } from './context';

/** Code actions, hover and completion: what every editor asks for. */
export function answerEditor({ connection, session, projects, documents, logger }: ServerContext): void {
  /** The project behind a place in the editor; places in cells become places of the raw notebook. */
  const locate = (uri: string, range: LspRange) => {
    const source = documents.source(uri, range);
    const owner = source && projects.owning(source.path);
    return source && owner ? { ...owner, range: source.range } : null;
  };
  const locatePosition = ({ textDocument, position }: TextDocumentPositionParams) =>
    locate(textDocument.uri, { start: position, end: position });

  connection.onCodeAction(
    guarded(logger, 'code actions', [] as CodeAction[], (params: CodeActionParams) => {
      const at = locate(params.textDocument.uri, params.range);
      return at ? codeActionsAt({ ...at, range: fromLspRange(at.range) }, params, session.client) : [];
    }),
  );
  connection.onHover(
    guarded(
      logger,
      'hover',
      null as Hover | null,
      async (params: TextDocumentPositionParams, token: CancellationToken) => {
        const at = locatePosition(params);
        if (!at) return null;
        return hoverOf(await at.project.engine.hover(at.path, fromLspPosition(at.range.start), cancellationOf(token)));
      },
    ),
  );
  connection.onCompletion(
    guarded(
      logger,
      'completion',
      [] as CompletionItem[],
      async (params: TextDocumentPositionParams, token: CancellationToken) => {
        const at = locatePosition(params);
        if (!at) return [];
        return completionsOf(
          await at.project.engine.complete(at.path, fromLspPosition(at.range.start), cancellationOf(token)),
        );
      },
    ),
  );
}
