import {
  FoldingRangeKind,
  SymbolKind,
  type CancellationToken,
  type DocumentLink,
  type DocumentLinkParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type Location,
  type LocationLink,
  type ReferenceParams,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Destination, FileLink, Fold, OutlineItem } from '../core';
import { explanationPage } from '../protocol';
import { cancellationOf } from './cancellation';
import { guarded } from './guard';
import { Locator } from './locator';
import type { Project } from './project';
import { fromLspPosition, toLspRange } from './ranges';
import { answerRenaming } from './renaming';
import type { ServerContext } from './context';

export const NAVIGATION: ServerCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  documentLinkProvider: { resolveProvider: false },
  documentSymbolProvider: { label: 'AI Baseline' },
  foldingRangeProvider: true,
};

/** Definition, references, links, outline and folding: where things lead, and how records are laid out. */
export function answerNavigation(context: ServerContext): void {
  const { connection, session, logger } = context;
  answerRenaming(context);
  const locator = new Locator(context);
  connection.onDefinition(
    guarded(
      logger,
      'definition',
      null as LocationLink[] | null,
      async (params: TextDocumentPositionParams, token: CancellationToken) => {
        const at = locator.position(params);
        if (!at) return null;
        const position = fromLspPosition(at.range.start);
        const found = await at.project.engine.definition(at.path, position, cancellationOf(token));
        return found && locationLinks(at.project, at.path, found, session.client.commands);
      },
    ),
  );
  connection.onReferences(
    guarded(logger, 'references', [] as Location[], async (params: ReferenceParams, token: CancellationToken) => {
      const at = locator.position(params);
      if (!at) return [];
      const position = fromLspPosition(at.range.start);
      const options = { declaration: params.context.includeDeclaration };
      const found = await at.project.engine.references(at.path, position, options, cancellationOf(token));
      return found.filter((place) => at.project.shows(place.path)).map((place) => at.project.place(place.path, place));
    }),
  );
  connection.onDocumentLinks(
    guarded(logger, 'links', [] as DocumentLink[], async (params: DocumentLinkParams, token: CancellationToken) => {
      const at = locator.file(params.textDocument.uri);
      if (!at) return [];
      const found = await at.project.engine.links(at.path, cancellationOf(token));
      return found.map((link) => documentLink(at.project, link));
    }),
  );
  connection.onDocumentSymbol(
    guarded(
      logger,
      'outline',
      [] as DocumentSymbol[],
      async (params: DocumentSymbolParams, token: CancellationToken) => {
        const at = locator.file(params.textDocument.uri);
        return at ? (await at.project.engine.outline(at.path, cancellationOf(token))).map(symbol) : [];
      },
    ),
  );
  connection.onFoldingRanges(
    guarded(
      logger,
      'folding',
      null as FoldingRange[] | null,
      async (params: FoldingRangeParams, token: CancellationToken) => {
        const at = locator.file(params.textDocument.uri);
        // Null, not an empty list: the editor then folds by indentation as it would without us.
        return (at && (await at.project.engine.folds(at.path, cancellationOf(token))))?.map(foldingRange) ?? null;
      },
    ),
  );
}

/** The pages of provisions are documents of our own client only. */
function locationLinks(
  project: Project,
  path: string,
  { origin, places, explains }: Destination,
  ownClient: boolean,
): LocationLink[] | null {
  const originSelectionRange = project.place(path, origin).range;
  if (explains !== null) {
    const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const page = {
      targetUri: explanationPage.replace('{about}', explains),
      targetRange: start,
      targetSelectionRange: start,
    };
    return ownClient ? [{ ...page, originSelectionRange }] : null;
  }
  return places.map((place) => {
    const { uri, range } = project.place(place.path, place);
    return { targetUri: uri, targetRange: range, targetSelectionRange: range, originSelectionRange };
  });
}

/** A link to a place inside a file goes by the fragment that editors understand: `#L12,5`. */
function documentLink(project: Project, { range, path, at }: FileLink): DocumentLink {
  const place = project.place(path, { line: 1, column: 1, ...at, endLine: at?.line ?? 1, endColumn: at?.column ?? 1 });
  const { line, character } = place.range.start;
  const fragment = at === null ? '' : `#L${line + 1},${character + 1}`;
  return {
    range: toLspRange(range),
    target: `${place.uri.replace(/#.*$/u, '')}${fragment}`,
    tooltip: tooltipOf(path, at),
  };
}

function tooltipOf(path: string, at: FileLink['at']): string {
  return at === null ? `Open ${path}` : `Open ${path}, line ${at.line}`;
}

const SYMBOLS: Record<OutlineItem['type'], SymbolKind> = {
  group: SymbolKind.Module,
  field: SymbolKind.Field,
  row: SymbolKind.Struct,
};

function symbol({ name, detail, type, range, nameRange, children }: OutlineItem): DocumentSymbol {
  return {
    name,
    detail,
    kind: SYMBOLS[type],
    range: toLspRange(range),
    selectionRange: toLspRange(nameRange),
    children: children.map(symbol),
  };
}

function foldingRange({ line, endLine, type }: Fold): FoldingRange {
  const comment = type === 'comment' ? { kind: FoldingRangeKind.Comment } : {};
  return { startLine: line - 1, endLine: endLine - 1, ...comment };
}
