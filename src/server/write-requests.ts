import { join } from 'node:path';
import type { CancellationToken } from 'vscode-languageserver';
import { isOpenGap } from '../core';
import {
  notifications,
  requests,
  type AcceptParams,
  type DocumentParams,
  type EditResult,
  type FixParams,
  type IgnoreParams,
  type NewRecordParams,
  type RecordChangeParams,
  type TrustParams,
} from '../protocol';
import { cancellationOf } from './cancellation';
import { editOfFix } from './code-actions';
import type { ServerContext } from './context';
import { shownAssets, shownFindings, undocumentedIn } from './counts';
import { editResult, joinEdits, NOTHING } from './edits';
import { guarded } from './guard';
import { Locator } from './locator';
import { pathOfUri, relativeTo } from './paths';
import type { Project } from './project';
import { fromLspRange } from './ranges';

type Write = <Params>(
  name: string,
  answer: (params: Params, token: CancellationToken) => EditResult | Promise<EditResult>,
) => void;

/** Edits that commands of our own client ask for. In Restricted Mode there are none. */
export function answerWriting(context: ServerContext): void {
  const { connection, session, projects, logger } = context;
  const writing: Write = (name, answer) =>
    void connection.onRequest(
      name,
      guarded(logger, name, NOTHING, (params: Parameters<typeof answer>[0], token: CancellationToken) =>
        session.client.trusted ? answer(params, token) : NOTHING,
      ),
    );
  const chosen = (uri: string | null) =>
    uri === null ? projects.all : projects.all.filter((each) => each.uri === uri);

  answerDocuments(context, writing, chosen);
  answerPapers(context, writing, chosen);
  connection.onRequest(
    requests.rescan,
    guarded(logger, 'rescan', undefined, () => projects.scanAll()),
  );
  connection.onNotification(notifications.cancelScan, () => projects.all.forEach((project) => project.cancelScan()));
  connection.onNotification(notifications.trust, ({ trusted }: TrustParams) => {
    session.client = { ...session.client, trusted };
  });
}

type Chosen = (uri: string | null) => readonly Project[];

/** New documents. */
function answerDocuments(context: ServerContext, writing: Write, chosen: Chosen): void {
  const locator = new Locator(context);
  writing(requests.fix, (wanted: FixParams) => {
    const at = locator.range(wanted.uri, wanted.range);
    return at ? editOfFix({ ...at, range: fromLspRange(at.range) }, wanted) : NOTHING;
  });
  writing(requests.document, (params: DocumentParams) =>
    joinEdits(
      chosen(params.project).map((project) => {
        const ids = params.assets ?? undocumented(project, params);
        return ids.length === 0 ? NOTHING : editResult(project, project.engine.document(ids));
      }),
    ),
  );
  writing(requests.newRecord, ({ project: uri, kind, title, assets }: NewRecordParams) => {
    const project = context.projects.get(uri);
    return project ? editResult(project, project.engine.newRecord(kind, title, assets)) : NOTHING;
  });
}

/** Those of one kind or under some folders, where that is asked for. */
function undocumented(project: Project, { kind, folders }: DocumentParams): string[] {
  const ids = undocumentedIn(project.engine.snapshot);
  const paths = folders?.flatMap((uri) => pathOfUri(uri) ?? []);
  return shownAssets(project)
    .filter((asset) => ids.has(asset.id) && (kind === undefined || asset.kind === kind))
    .filter(
      ({ sites }) =>
        !paths ||
        sites.some((site) => paths.some((folder) => relativeTo(folder, join(project.root, site.path)) !== null)),
    )
    .map(({ id }) => id);
}

/** What is written into papers that are there. */
function answerPapers({ projects, services }: ServerContext, writing: Write, chosen: Chosen): void {
  writing(requests.ignore, async ({ project: uri, finding, reason }: IgnoreParams, token) => {
    const project = projects.get(uri);
    return project ? editResult(project, await project.engine.ignore(finding, reason, cancellationOf(token))) : NOTHING;
  });
  writing(requests.recordChange, async ({ project: uri, finding, reason }: RecordChangeParams, token) => {
    const project = projects.get(uri);
    if (!project) return NOTHING;
    const by = await services.person?.(project.root);
    const words = by ? { reason, by } : { reason };
    return editResult(project, await project.engine.recordChange(finding, words, cancellationOf(token)));
  });
  writing(requests.accept, async ({ project: uri, reason, until }: AcceptParams, token) => {
    const edits = chosen(uri).map(async (project) => {
      const gaps = shownFindings(project).filter(isOpenGap);
      if (gaps.length === 0) return NOTHING;
      const ids = gaps.map(({ fingerprint }) => fingerprint);
      return editResult(project, await project.engine.accept(ids, { reason, until }, cancellationOf(token)));
    });
    return joinEdits(await Promise.all(edits));
  });
}
