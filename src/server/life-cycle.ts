import { LIFE_CYCLE_STYLE, REPORT_FORMATS, lifeCycleHtml, lifeCycleView, rules } from '../core';
import type { ReportInput } from '../core';
import {
  requests,
  type LifeCyclePage,
  type LifeCycleParams,
  type PagePlaceParams,
  type Place,
  type ReportParams,
} from '../protocol';
import type { ServerContext } from './context';
import { guarded } from './guard';
import type { Project } from './project';

/** The page of the life cycle, the places it leads to, and every report: the same text as on the command line. */
export function answerLifeCycle(context: ServerContext): void {
  const { connection, projects, logger } = context;
  connection.onRequest(
    requests.lifeCycle,
    guarded(logger, 'life cycle', null as LifeCyclePage | null, async ({ project: uri }: LifeCycleParams) => {
      const project = projects.get(uri);
      if (!project) return null;
      const view = lifeCycleView(await inputOf(context, project));
      const link = ({ path, line }: { readonly path: string; readonly line: number | null }) =>
        placeAddress(path, line);
      return { title: view.title, html: lifeCycleHtml(view, { link, fixes: true }), style: LIFE_CYCLE_STYLE };
    }),
  );
  connection.onRequest(
    requests.pagePlace,
    guarded(logger, 'place of a page', null as Place | null, ({ project: uri, path, line }: PagePlaceParams) => {
      const project = projects.get(uri);
      return project && isInside(path) ? placeIn(project, path, line ?? 1) : null;
    }),
  );
  connection.onRequest(
    requests.report,
    guarded(logger, 'report', null as string | null, async ({ project: uri, format }: ReportParams) => {
      const project = projects.get(uri);
      if (!project || !isFormat(format)) return null;
      return await REPORT_FORMATS[format](await inputOf(context, project));
    }),
  );
}

/** As the command line makes it. In Restricted Mode nothing of the repository's Git is read. */
async function inputOf(
  { services, session }: ServerContext,
  { engine, root, folders, shown: snapshot }: Project,
): Promise<ReportInput> {
  const commit = session.client.trusted ? ((await services.commit?.(root)) ?? null) : null;
  const { catalogue } = engine;
  const version = services.version ?? '';
  return { snapshot, catalogue, rules, version, commit, folders, name: null, linkBase: null };
}

/** Half of a pair of code units cannot be encoded, and a file name may hold it. */
function placeAddress(path: string, line: number | null): string {
  return `#place:${line ?? 0}:${encodeURIComponent(path.replace(/\p{Surrogate}/gu, '\uFFFD'))}`;
}

function placeIn(project: Project, path: string, line: number): Place {
  return project.place(path, { line, column: 1, endLine: line, endColumn: 1 });
}

/** A path below the root: what a page shows is text of the repository, and may name anything. */
function isInside(path: string): boolean {
  return path !== '' && !/^[/\\]|^[A-Za-z]:|\0/u.test(path) && !path.split(/[/\\]/u).includes('..');
}

function isFormat(format: string): format is keyof typeof REPORT_FORMATS {
  return Object.hasOwn(REPORT_FORMATS, format);
}
