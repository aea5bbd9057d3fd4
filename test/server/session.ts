import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { createDiskWorkspace } from '../../src/node/disk-workspace';
import { projectRoot } from '../../src/node/project-root';
import { notifications, requests } from '../../src/protocol';
import type { ChangedParams, ChildrenResult, ClientOptions, Counts, Filter, View } from '../../src/protocol';
import { createServer } from '../../src/server/server';
import { testCatalogue } from '../support/catalogue';
import { testGrammars } from '../support/grammars';
import { uriOfPath } from '../../src/server/paths';

/** A folder of its own with these files. */
function temporaryFolder(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'ai-baseline-server-')));
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  return root;
}

export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

export interface SessionOptions {
  readonly folders: readonly string[];
  readonly client?: ClientOptions;
  /** What the client answers for `aiBaseline`. */
  readonly settings?: unknown;
}

/** A server in this process, and an editor's side of the conversation with it. */
export class Session {
  readonly editor: ProtocolConnection;
  /** What the editor shows, by URI. Cleared documents are gone. */
  readonly shown = new Map<string, Diagnostic[]>();
  /** Every publication, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  settings: unknown;
  counts: Counts | null = null;
  #waiting: (() => void)[] = [];
  readonly #server;

  private constructor(options: SessionOptions) {
    const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
    this.settings = options.settings ?? null;
    this.#server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor));
    createServer(this.#server, {
      catalogue: testCatalogue(),
      grammars: testGrammars,
      clock: { today: () => '2026-11-24' },
      openDisk: createDiskWorkspace,
      findRoot: projectRoot,
      person: () => Promise.resolve('Ada'),
      commit: () => Promise.resolve('0123456789abcdef0123456789abcdef01234567'),
      version: '0.0.0',
      delay: 5,
    });
    this.#server.listen();
    this.editor = createProtocolConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
    this.#listen();
    this.editor.listen();
  }

  static async start(options: SessionOptions): Promise<Session> {
    const session = new Session(options);
    await session.editor.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, codeLens: { refreshSupport: true } },
      },
      workspaceFolders: options.folders.map((folder) => ({ uri: uriOfPath(folder), name: folder })),
      initializationOptions: options.client ?? { commands: true, rulePage: 'page:{rule}', trusted: true },
    });
    await session.editor.sendNotification('initialized', {});
    await session.until(() => session.counts?.state === 'ready');
    return session;
  }

  #listen(): void {
    const heard = () => this.#waiting.splice(0).forEach((wake) => wake());
    this.editor.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      if (params.diagnostics.length === 0) this.shown.delete(params.uri);
      else this.shown.set(params.uri, params.diagnostics);
      heard();
    });
    this.editor.onNotification(notifications.changed, ({ counts }: ChangedParams) => {
      this.counts = counts;
      heard();
    });
    this.editor.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      heard();
    });
    this.editor.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.editor.onRequest('client/registerCapability', () => null);
    this.editor.onRequest('workspace/codeLens/refresh', () => null);
  }

  /** Waits for something that the server has to tell first. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((wake) => this.#waiting.push(wake));
  }

  /** `rule` of everything shown in a document, sorted. */
  rules(uri: string): unknown[] {
    return (this.shown.get(uri) ?? []).map(({ code }) => code).sort();
  }

  /** Message of the first finding of a document. */
  message(uri: string): string {
    const message = this.shown.get(uri)?.[0]?.message ?? '';
    return typeof message === 'string' ? message : message.value;
  }

  open(root: string, path: string, text: string, languageId = 'python'): Promise<void> {
    const textDocument = { uri: uriOfPath(join(root, path)), languageId, version: 1, text };
    return this.editor.sendNotification('textDocument/didOpen', { textDocument });
  }

  type(root: string, path: string, version: number, text: string): Promise<void> {
    const textDocument = { uri: uriOfPath(join(root, path)), version };
    return this.editor.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
  }

  changedOnDisk(root: string, path: string, type: 1 | 2 | 3): Promise<void> {
    const changes = [{ uri: uriOfPath(join(root, path)), type }];
    return this.editor.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  actions(uri: string, line: number, only?: string[]): Promise<CodeAction[]> {
    const range = { start: { line, character: 0 }, end: { line, character: 999 } };
    const context = { diagnostics: this.shown.get(uri) ?? [], ...(only ? { only } : {}) };
    return this.editor.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  /** Rows of a tree below one of its rows. */
  children(view: View, node: string | null, filter: Partial<Filter> = {}): Promise<ChildrenResult> {
    return this.editor.sendRequest(requests.children, { view, node, filter: { roles: [], forces: [], ...filter } });
  }

  end(): void {
    this.editor.dispose();
    this.#server.dispose();
  }
}

/** Does to the disk what an editor would do with an edit that creates files. */
export function applyCreations(edit: WorkspaceEdit | undefined, root: string): string[] {
  const made: string[] = [];
  for (const change of edit?.documentChanges ?? []) {
    if (!('edits' in change)) continue;
    const path = decodeURIComponent(change.textDocument.uri.slice(uriOfPath(root).length + 1));
    put(root, path, change.edits.map((part) => ('newText' in part ? part.newText : '')).join(''));
    made.push(path);
  }
  return made;
}

/** One finding: the model on line 4. */
export const CHAT = `from openai import OpenAI

client = OpenAI()
answer = client.chat.completions.create(model="gpt-4o", messages=[])
`;

/** Folders and sessions of one suite, ended after each test. */
export function bench() {
  const roots: string[] = [];
  const sessions: Session[] = [];
  afterEach(() => {
    for (const session of sessions.splice(0)) session.end();
    for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
  });
  return {
    folder: (files: Record<string, string>): string => {
      const root = temporaryFolder(files);
      roots.push(root);
      return root;
    },
    start: async (options: SessionOptions): Promise<Session> => {
      const session = await Session.start(options);
      sessions.push(session);
      return session;
    },
    uri: (root: string, path: string) => uriOfPath(join(root, path)),
  };
}
