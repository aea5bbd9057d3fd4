import type { CancellationToken } from 'vscode-languageserver';
import {
  requests,
  type GrowParams,
  type GrowResult,
  type ThreatModelChoices,
  type ThreatModelsParams,
} from '../protocol';
import { cancellationOf } from './cancellation';
import type { ServerContext } from './context';
import { editResult, NOTHING } from './edits';
import { guarded } from './guard';
import { answerExchange } from './threat-exchange';

const IMPOSSIBLE: GrowResult = { edit: NOTHING, added: [], left: [], possible: false };
const NO_CHOICES: ThreatModelChoices = { systems: [], models: [] };

/** Which threat models there are, and what they would take in. In Restricted Mode nothing is written. */
export function answerThreatModels(context: ServerContext): void {
  const { connection, session, projects, logger } = context;
  answerExchange(context);
  connection.onRequest(
    requests.threatModels,
    guarded(logger, 'threatModels', NO_CHOICES, ({ project: uri }: ThreatModelsParams): ThreatModelChoices => {
      const snapshot = projects.get(uri)?.engine.snapshot;
      if (!snapshot) return NO_CHOICES;
      return {
        systems: snapshot.profile?.systems.map(({ name, id }) => name || id) ?? [],
        models: snapshot.threatModels.map(({ path, system }) => ({ path, system })),
      };
    }),
  );
  connection.onRequest(
    requests.growThreatModel,
    guarded(
      logger,
      'growThreatModel',
      IMPOSSIBLE,
      async ({ project: uri, path }: GrowParams, token: CancellationToken): Promise<GrowResult> => {
        const project = projects.get(uri);
        if (!project || !session.client.trusted) return IMPOSSIBLE;
        const growth = await project.engine.growThreatModel(path, cancellationOf(token));
        if (growth === null) return IMPOSSIBLE;
        const { edit, added, left } = growth;
        return { edit: editResult(project, edit), added, left, possible: true };
      },
    ),
  );
}
