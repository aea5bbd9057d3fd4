import type { CancellationToken } from 'vscode-languageserver';
import { forceWord } from '../core';
import {
  notifications,
  requests,
  type AssetChoice,
  type AssetsParams,
  type ChildrenParams,
  type Choices,
  type DocumentParams,
  type EditResult,
  type ExplainParams,
  type ExplainResult,
  type FixParams,
  type IgnoreParams,
  type NewRecordParams,
  type RecordChangeParams,
  type TooltipParams,
  type TrustParams,
} from '../protocol';
import { cancellationOf } from './cancellation';
import { editOfFix } from './code-actions';
import { countsOf, shownAssets, undocumentedIn } from './counts';
import { editResult, joinEdits, NOTHING } from './edits';
import { coverageText, explained } from './explain';
import { guarded } from './guard';
import { Locator } from './locator';
import { fromLspRange } from './ranges';
import { basename } from 'node:path';
import type { ServerContext } from './context';
import { slice, tooltip } from './tree';

const NO_PAGE: ExplainResult = { title: 'AI Baseline', markdown: 'This cannot be shown: the log says why.' };

/** What views and commands of our own client ask for. */
export function answerViews(context: ServerContext): void {
  answerReading(context);
  answerWriting(context);
}

function answerReading({ connection, services, projects, logger, reporting }: ServerContext): void {
  const { catalogue } = services;
  const provisions = catalogue.principles.flatMap((principle) => principle.provisions);
  connection.onRequest(
    requests.children,
    guarded(logger, 'children', { version: 0, nodes: [], more: 0 }, (params: ChildrenParams) => ({
      version: reporting.version,
      ...slice(catalogue, projects.all, params),
    })),
  );
  connection.onRequest(
    requests.tooltip,
    guarded(logger, 'tooltip', null as string | null, (params: TooltipParams) =>
      tooltip(catalogue, projects.all, params),
    ),
  );
  connection.onRequest(requests.counts, () => countsOf(projects.all));
  connection.onRequest(
    requests.explain,
    guarded(logger, 'explain', NO_PAGE, ({ about }: ExplainParams) => explained(catalogue, about)),
  );
  connection.onRequest(
    requests.coverage,
    guarded(logger, 'coverage', NO_PAGE, () => coverageText(projects.all)),
  );
  connection.onRequest(requests.choices, (): Choices => ({
    kinds: catalogue.records.map(({ id, title, about, assetKind, file }) => ({
      ...{ id, title, about, assetKind },
      single: file !== undefined,
    })),
    provisions: provisions.map((provision) => ({
      id: provision.id,
      summary: provision.summary,
      force: forceWord(provision),
    })),
    roles: [...new Set(provisions.flatMap((provision) => provision.roles))],
    forces: (['shall', 'should'] as const).map((value) => ({ value, label: forceWord({ force: value }) })),
    projects: projects.all.map(({ uri, root }) => ({ uri, name: basename(root) })),
  }));
  connection.onRequest(
    requests.assets,
    guarded(logger, 'assets', [] as AssetChoice[], ({ project: uri, kind }: AssetsParams) => {
      const project = projects.get(uri);
      if (!project) return [];
      const choices = shownAssets(project).filter((asset) => asset.kind === kind);
      return choices.map(({ id, name, documentation }) => ({ id, name, state: documentation.state }));
    }),
  );
}

function answerWriting(context: ServerContext): void {
  const { connection, session, projects, logger } = context;
  const locator = new Locator(context);
  const writing = <Params>(
    name: string,
    answer: (params: Params, token: CancellationToken) => EditResult | Promise<EditResult>,
  ) =>
    connection.onRequest(
      name,
      guarded(logger, name, NOTHING, (params: Params, token: CancellationToken) =>
        session.client.trusted ? answer(params, token) : NOTHING,
      ),
    );

  writing(requests.fix, (wanted: FixParams) => {
    const at = locator.range(wanted.uri, wanted.range);
    return at ? editOfFix({ ...at, range: fromLspRange(at.range) }, wanted) : NOTHING;
  });
  writing(requests.document, ({ project: uri, assets }: DocumentParams) => {
    const chosen = uri === null ? projects.all : projects.all.filter((project) => project.uri === uri);
    const edits = chosen.map((project) => {
      const shown = new Set(shownAssets(project).map(({ id }) => id));
      const ids = assets ?? [...undocumentedIn(project.engine.snapshot)].filter((id) => shown.has(id));
      return ids.length === 0 ? NOTHING : editResult(project, project.engine.document(ids));
    });
    return joinEdits(edits);
  });
  writing(requests.newRecord, ({ project: uri, kind, title, assets }: NewRecordParams) => {
    const project = projects.get(uri);
    return project ? editResult(project, project.engine.newRecord(kind, title, assets)) : NOTHING;
  });
  writing(requests.ignore, async ({ project: uri, finding, reason }: IgnoreParams, token) => {
    const project = projects.get(uri);
    return project ? editResult(project, await project.engine.ignore(finding, reason, cancellationOf(token))) : NOTHING;
  });
  writing(requests.recordChange, async ({ project: uri, finding, reason }: RecordChangeParams, token) => {
    const project = projects.get(uri);
    const edit = project ? await project.engine.recordChange(finding, { reason }, cancellationOf(token)) : null;
    return project ? editResult(project, edit) : NOTHING;
  });
  connection.onRequest(
    requests.rescan,
    guarded(logger, 'rescan', undefined, () => projects.scanAll()),
  );
  connection.onNotification(notifications.cancelScan, () => projects.all.forEach((project) => project.cancelScan()));
  connection.onNotification(notifications.trust, ({ trusted }: TrustParams) => {
    session.client = { ...session.client, trusted };
  });
}
