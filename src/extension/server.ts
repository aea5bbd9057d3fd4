import { env, Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { notifications, requests, type ClientOptions } from '../protocol';
import type { AssetChoice, AssetsParams, ChildrenParams, ChildrenResult, Choices, TooltipParams } from '../protocol';
import type {
  DocumentParams,
  EditResult,
  ExplainParams,
  ExplainResult,
  IgnoreParams,
  NewRecordParams,
} from '../protocol';

/**
 * The language server, a process of its own. Every question waits until it runs, so that features can be set up before it does;
 * a server that cannot start lets them wait and says why in the log.
 */
export class Server {
  readonly client: LanguageClient;
  readonly #log: LogOutputChannel;
  #started: Promise<void> | null = null;

  constructor(extension: ExtensionContext, log: LogOutputChannel) {
    const module = Uri.joinPath(extension.extensionUri, 'dist', 'server.js').fsPath;
    this.#log = log;
    this.client = new LanguageClient(
      'aiBaseline',
      'AI Baseline',
      { module, transport: TransportKind.ipc },
      clientOptions(extension, log),
    );
  }

  /** Starts the process. The answer comes at once; `ready` settles when it talks. */
  start(): void {
    this.#started ??= this.client.start();
    this.#started.catch((error: unknown) => this.#log.error('The language server did not start', error));
  }

  get ready(): Promise<void> {
    return this.#started ?? new Promise(() => undefined);
  }

  async stop(): Promise<void> {
    if (this.client.isRunning()) await this.client.stop();
  }

  children = (params: ChildrenParams) => this.#ask<ChildrenResult>(requests.children, params);
  tooltip = (params: TooltipParams) => this.#ask<string | null>(requests.tooltip, params);
  explain = (params: ExplainParams) => this.#ask<ExplainResult>(requests.explain, params);
  coverage = () => this.#ask<ExplainResult>(requests.coverage);
  choices = () => this.#ask<Choices>(requests.choices);
  assets = (params: AssetsParams) => this.#ask<AssetChoice[]>(requests.assets, params);
  document = (params: DocumentParams) => this.#ask<EditResult>(requests.document, params);
  newRecord = (params: NewRecordParams) => this.#ask<EditResult>(requests.newRecord, params);
  ignore = (params: IgnoreParams) => this.#ask<EditResult>(requests.ignore, params);
  rescan = () => this.#ask<null>(requests.rescan);

  cancelScan(): void {
    void this.client.sendNotification(notifications.cancelScan);
  }

  trustGranted(): void {
    void this.ready.then(() => this.client.sendNotification(notifications.trust, { trusted: true }));
  }

  async #ask<Result>(method: string, params?: unknown): Promise<Result> {
    await this.ready;
    return this.client.sendRequest<Result>(method, params);
  }
}

function clientOptions({ extension }: ExtensionContext, log: LogOutputChannel): LanguageClientOptions {
  const options: ClientOptions = {
    commands: true,
    rulePage: `${env.uriScheme}://${extension.id}/rules/{rule}`,
    trusted: workspace.isTrusted,
  };
  return {
    documentSelector: [{ scheme: 'file' }, { scheme: 'vscode-notebook-cell' }],
    initializationOptions: options,
    outputChannel: log,
    markdown: { isTrusted: false, supportHtml: false },
    progressOnInitialization: false,
  };
}
