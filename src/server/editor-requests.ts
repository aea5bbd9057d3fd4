import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CompletionItem,
  Hover,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { cancellationOf } from './cancellation';
import { codeActionsAt } from './code-actions';
import { tickActions } from './gate';
import { guarded } from './guard';
import { Locator } from './locator';
import { completionsOf, hoverOf } from './language';
import { fromLspPosition, fromLspRange } from './ranges';
import type { ServerContext } from './context';

/** Code actions, hover and completion: what every editor asks for. */
export function answerEditor(context: ServerContext): void {
  const { connection, session, logger } = context;
  const locator = new Locator(context);

  connection.onCodeAction(
    guarded(logger, 'code actions', [] as CodeAction[], (params: CodeActionParams) => {
      const at = locator.range(params.textDocument.uri, params.range);
      if (!at) return [];
      const range = fromLspRange(at.range);
      const ticks = session.client.commands && session.client.trusted;
      return [
        ...(ticks ? tickActions(at.project, at.path, params.textDocument.uri, range.line) : []),
        ...codeActionsAt({ ...at, range }, params, session.client),
      ];
    }),
  );
  connection.onHover(
    guarded(
      logger,
      'hover',
      null as Hover | null,
      async (params: TextDocumentPositionParams, token: CancellationToken) => {
        const at = locator.position(params);
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
        const at = locator.position(params);
        if (!at) return [];
        return completionsOf(
          await at.project.engine.complete(at.path, fromLspPosition(at.range.start), cancellationOf(token)),
        );
      },
    ),
  );
}
