import {
  CodeActionKind,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import type { Logger } from '../core';
import type { ClientOptions } from '../protocol';
import { answerDiagrams } from './diagram';
import { OpenDocuments } from './documents';
import { pathOfUri } from './paths';
import type { Project } from './project';
import { Projects } from './projects';
import { answerClaims } from './claims';
import { answerGates, HINTS } from './gate';
import { answerEditor } from './editor-requests';
import { answerLenses, LENSES, LensRefresh } from './lenses';
import { answerLifeCycle } from './life-cycle';
import { answerNavigation, NAVIGATION } from './navigation';
import { answerViews } from './view-requests';
import { Reporting } from './reporting';
import { FILE_RENAMING, RENAMING } from './renaming';
import type { ServerServices, Session } from './session';
import { SettingsReader } from './settings-reader';
import { answerSuppliers } from './suppliers';
import { filesChanged, watchFiles } from './watching';
import { answerThreatModels } from './threat-model-requests';

/** What is answered, by subject. */
const ANSWERS = [
  answerEditor,
  answerViews,
  answerThreatModels,
  answerSuppliers,
  answerDiagrams,
  answerNavigation,
  answerLenses,
  answerGates,
  answerClaims,
  answerLifeCycle,
];

/** Answers a client over `connection`, until it asks to shut down. The caller calls `connection.listen()`. */
export function createServer(connection: Connection, services: ServerServices): void {
  const logger = loggerOf(connection);
  const session = newSession();
  const documents = new OpenDocuments();
  const reporting = new Reporting(connection, services.catalogue, session);
  const lenses = new LensRefresh({ connection, session, logger });
  const projects = new Projects(
    {
      ...services,
      logger,
      documents,
      delay: services.delay ?? 150,
      changed,
      progress: (project, progress, cancel) => reporting.progress(project, progress, cancel, projects),
    },
    services.findRoot,
  );
  const settings = new SettingsReader(connection, session, projects, changed);

  connection.onInitialize((params) => initialize(params, session));
  connection.onInitialized(() => void start().catch((error: unknown) => logger.error('Starting failed', error)));
  documents.listen(connection, (path, saved) => {
    const owner = projects.owning(path);
    if (owner && (saved || owner.project.settings.scan.onChange === 'type' || documents.isOpenNotebook(path))) {
      owner.project.touch([owner.path]);
    }
  });
  connection.onDidChangeWatchedFiles(({ changes }) => filesChanged(projects, documents, changes));
  connection.onDidChangeConfiguration(() => void settings.read());
  connection.onShutdown(() => projects.dispose());
  const context = { connection, services, session, projects, documents, logger, reporting };
  for (const answer of ANSWERS) answer(context);

  function changed(project: Project): void {
    reporting.changed(project, projects);
    lenses.changed(project);
  }

  async function start(): Promise<void> {
    if (session.canConfigure) await settings.listen();
    await openFolders(session.folders);
    if (session.canWatch) await watchFiles(connection, projects.all, session.folders);
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => pathOfUri(uri)));
      const kept = session.folders.filter((folder) => !gone.has(folder));
      void openFolders([...kept, ...pathsOf(added.map(({ uri }) => uri))]);
    });
  }

  async function openFolders(folders: readonly string[]): Promise<void> {
    session.folders = [...new Set(folders)];
    projects.open(session.folders);
    await settings.read();
    reporting.counts(projects);
  }
}

function newSession(): Session {
  return {
    client: { commands: false, rulePage: '', trusted: true },
    canWatch: false,
    canConfigure: false,
    canShowProgress: false,
    canRefreshLenses: false,
    folders: [],
  };
}

function initialize(params: InitializeParams, session: Session): InitializeResult {
  const { workspace, window } = params.capabilities;
  const options = (params.initializationOptions ?? {}) as ClientOptions;
  session.client = {
    commands: options.commands === true,
    rulePage: options.rulePage ?? '',
    trusted: options.trusted !== false,
  };
  session.canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  session.canConfigure = workspace?.configuration === true;
  session.canShowProgress = window?.workDoneProgress === true;
  session.canRefreshLenses = workspace?.codeLens?.refreshSupport === true;
  // Older clients know one folder only.
  session.folders = pathsOf(params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []));
  return {
    serverInfo: { name: 'ai-baseline' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      notebookDocumentSync: { notebookSelector: [{ notebook: { notebookType: 'jupyter-notebook' } }], save: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [':', '-', '.', '#', '/', '[', ' '] },
      ...NAVIGATION,
      ...RENAMING,
      ...LENSES,
      ...HINTS,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true }, ...FILE_RENAMING },
    },
  };
}

function pathsOf(uris: readonly string[]): string[] {
  return uris.flatMap((uri) => pathOfUri(uri) ?? []);
}

function loggerOf(connection: Connection): Logger {
  return {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message, error) => {
      const detail = error instanceof Error ? `: ${error.stack ?? error.message}` : '';
      connection.console.error(`${message}${detail}`);
    },
  };
}
