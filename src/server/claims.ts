import type { CancellationToken } from 'vscode-languageserver';
import { phasesOf } from '../core';
import { requests, type ClaimParams, type EditResult, type EvidenceParams, type FilterChoices } from '../protocol';
import { cancellationOf } from './cancellation';
import type { ServerContext } from './context';
import { editResult, NOTHING } from './edits';
import { guarded } from './guard';
import { pathOfUri, relativeTo } from './paths';
import type { Project } from './project';
import { STATUS_WORDS } from './tree/status';

const NO_CHOICES: FilterChoices = { statuses: [], phases: [], systems: [], owners: [], frameworks: [] };

/** What people state about provisions from the tree, and what its filters can be set to. */
export function answerClaims({ connection, services, projects, session, logger }: ServerContext): void {
  connection.onRequest(
    requests.claim,
    guarded(logger, 'claim', NOTHING, async (params: ClaimParams, token: CancellationToken): Promise<EditResult> => {
      const project = projects.get(params.project);
      if (!project || !session.client.trusted) return NOTHING;
      const { applies, reason, support, detail, owner, due } = params;
      const given = Object.entries({ applies, reason, support, detail, owner, due }).filter(
        ([, each]) => each !== undefined,
      );
      const claims = params.provisions.map((provision) => ({ provision, ...Object.fromEntries(given) }));
      return editResult(project, await project.engine.claim(claims, cancellationOf(token)));
    }),
  );
  connection.onRequest(
    requests.attachEvidence,
    guarded(
      logger,
      'evidence',
      NOTHING,
      async (params: EvidenceParams, token: CancellationToken): Promise<EditResult> => {
        const project = projects.get(params.project);
        const place = project && placeOf(project, params);
        if (!project || !place || !session.client.trusted) return NOTHING;
        const claims = params.provisions.map((provision) => ({ provision }));
        const evidence = { kind: params.kind, place, ...(params.lines ? { lines: params.lines } : {}) };
        return editResult(project, await project.engine.attachEvidence(claims, evidence, cancellationOf(token)));
      },
    ),
  );
  connection.onRequest(
    requests.filterChoices,
    guarded(logger, 'filters', NO_CHOICES, (): FilterChoices => {
      const snapshots = projects.all.map(({ engine }) => engine.snapshot);
      const owners = snapshots.flatMap(({ provisions }) =>
        provisions.flatMap(({ claims }) => claims.flatMap(({ owner }) => owner ?? [])),
      );
      const systems = snapshots.flatMap(({ profile }) => profile?.systems.map(({ id }) => id) ?? []);
      return {
        statuses: Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label })),
        phases: phasesOf(services.catalogue).map(({ clause, title }) => ({ value: clause, label: title })),
        systems: [...new Set(systems)].sort(),
        owners: [...new Set(owners)].sort(),
        frameworks: services.catalogue.frameworks.map(({ id, title, edition }) => ({
          value: id,
          label: title.includes(edition) ? title : `${title} (${edition})`,
        })),
      };
    }),
  );
}

function placeOf(project: Project, { file, url, ticket }: EvidenceParams) {
  if (url !== undefined) return { url };
  if (ticket !== undefined) return { ticket };
  const absolute = file === undefined ? null : pathOfUri(file);
  const path = absolute === null ? null : relativeTo(project.root, absolute);
  return path === null || path === '' ? null : { path };
}
