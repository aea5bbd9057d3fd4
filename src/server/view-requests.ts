import { forceWord } from '../core';
import {
  requests,
  type AssetChoice,
  type AssetsParams,
  type ChildrenParams,
  type Choices,
  type ExplainParams,
  type ExplainResult,
  type GapParams,
  type TooltipParams,
  type TreeNode,
} from '../protocol';
import { countsOf, shownAssets } from './counts';
import { coverageText, explained } from './explain';
import { guarded } from './guard';
import { basename } from 'node:path';
import type { ServerContext } from './context';
import { gapRows, slice, tooltip } from './tree';
import { answerWriting } from './write-requests';

const NO_PAGE: ExplainResult = { title: 'AI Baseline', markdown: 'This cannot be shown: the log says why.' };

/** What views and commands of our own client ask for. */
export function answerViews(context: ServerContext): void {
  answerWriting(context);
  const { connection, services, projects, logger, reporting } = context;
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
  connection.onRequest(
    requests.gap,
    guarded(logger, 'next gap', [] as TreeNode[], (params: GapParams) => gapRows(catalogue, projects.all, params)),
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
