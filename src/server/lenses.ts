import {
  CodeLensRefreshRequest,
  type CodeLens,
  type CodeLensParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Lens } from '../core';
import { clientCommands } from '../protocol';
import { diagramLens } from './diagram';
import { checkReleaseLens } from './gate';
import { guarded } from './guard';
import { Locator } from './locator';
import { supplierLenses } from './suppliers';
import type { Project } from './project';
import type { ServerContext } from './context';
import type { Session } from './session';

export const LENSES: ServerCapabilities = { codeLensProvider: { resolveProvider: false } };

/** The lines above the definitions of models and prompts. */
export function answerLenses(context: ServerContext): void {
  const { connection, session, logger } = context;
  const locator = new Locator(context);
  connection.onCodeLens(
    guarded(logger, 'code lenses', [] as CodeLens[], ({ textDocument: { uri } }: CodeLensParams) => {
      const at = locator.file(uri);
      if (!at?.project.settings.codeLens.enabled) return [];
      const { project, path } = at;
      const shown = project.engine.lenses(path).map((lens) => ({ lens, place: project.place(path, lens.range) }));
      // Of a notebook each cell asks for its own.
      const here = shown.filter(({ place }) => place.uri === uri);
      const check = session.client.commands
        ? [
            ...checkReleaseLens(project, path, uri),
            ...diagramLens(project, path, uri),
            ...supplierLenses(project, path, uri),
          ]
        : [];
      return [
        ...check,
        ...here.map(({ lens, place }) => ({ range: place.range, command: commandOf(project, lens, session) })),
      ];
    }),
  );
}

/** What a click does: opens the record, or writes one. Text alone where the client cannot, or may not write. */
function commandOf(
  project: Project,
  { title, opens, asset }: Lens,
  { client }: Session,
): NonNullable<CodeLens['command']> {
  if (client.commands && opens !== null) {
    return { title, command: clientCommands.openRecord, arguments: [project.uriOf(opens)] };
  }
  if (client.commands && opens === null && client.trusted) {
    return { title, command: clientCommands.document, arguments: [{ project: project.uri, asset }] };
  }
  return { title, command: '' };
}

/** Asks the editor to ask again, once what it shows may have changed. */
export class LensRefresh {
  readonly #context: Pick<ServerContext, 'connection' | 'session' | 'logger'>;
  readonly #told = new WeakMap<Project, string>();

  constructor(context: Pick<ServerContext, 'connection' | 'session' | 'logger'>) {
    this.#context = context;
  }

  changed(project: Project): void {
    const { connection, session, logger } = this.#context;
    const state = `${project.engine.snapshot.version} ${project.settings.codeLens.enabled}`;
    if (!session.canRefreshLenses || this.#told.get(project) === state) return;
    this.#told.set(project, state);
    connection
      .sendRequest(CodeLensRefreshRequest.type)
      .catch((error: unknown) => logger.error('Lenses were not asked for again', error));
  }
}
