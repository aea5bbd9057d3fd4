import { exportThreatModel, THREAT_MODEL_FORMATS, type ExchangeProblem } from '../core';
import {
  requests,
  type ExportThreatModelParams,
  type ExportThreatModelResult,
  type ImportThreatModelParams,
  type ImportThreatModelResult,
} from '../protocol';
import type { ServerContext } from './context';
import { editResult, NOTHING } from './edits';
import { guarded } from './guard';

const NOT_IMPORTED: ImportThreatModelResult = { edit: NOTHING, problems: [], left: 0 };
const NOT_EXPORTED: ExportThreatModelResult = { text: null, ending: '', left: [] };

/** Threat models from and for other tools. In Restricted Mode nothing is written. */
export function answerExchange({ connection, session, projects, logger, services }: ServerContext): void {
  connection.onRequest(
    requests.importThreatModel,
    guarded(
      logger,
      'importThreatModel',
      NOT_IMPORTED,
      ({ project: uri, text }: ImportThreatModelParams): ImportThreatModelResult => {
        const project = projects.get(uri);
        if (!project || !session.client.trusted) return NOT_IMPORTED;
        const { edit, problems, left } = project.engine.importThreatModel(text);
        return { edit: editResult(project, edit), problems: problems.map(problemWords), left: left.length };
      },
    ),
  );
  connection.onRequest(
    requests.exportThreatModel,
    guarded(
      logger,
      'exportThreatModel',
      NOT_EXPORTED,
      ({ text, format }: ExportThreatModelParams): ExportThreatModelResult => {
        const { ending } = THREAT_MODEL_FORMATS[format];
        const found = exportThreatModel({ path: 'threat-model.yaml', text }, format, services.catalogue);
        return { text: found?.text ?? null, ending, left: found?.left ?? [] };
      },
    ),
  );
}

function problemWords({ at, line, message }: ExchangeProblem): string {
  return `${line === null ? '' : `line ${String(line)}, `}${at}: ${message}`;
}
