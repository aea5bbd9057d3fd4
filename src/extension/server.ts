import { env, Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { LanguageClient, LanguageClientOptions } from 'vscode-languageclient/node';
import { notifications, requests, type ClientOptions } from '../protocol';
import type { AssetChoice, AssetsParams, ChildrenParams, ChildrenResult, Choices } from '../protocol';
import type {
  AcceptParams,
  AnswersResult,
  ClaimParams,
  EvidenceParams,
  FilterChoices,
  GapParams,
  DecisionParams,
  DiagramAnswer,
  DiagramParams,
  DocumentParams,
  EditResult,
  ExplainParams,
  ExplainResult,
  ExportThreatModelParams,
  ExportThreatModelResult,
  FixParams,
  GateAnswer,
  GateParams,
  GrowParams,
  GrowResult,
  IgnoreParams,
  ImportAnswersParams,
  ImportThreatModelParams,
  ImportThreatModelResult,
  LifeCyclePage,
  LifeCycleParams,
  NewRecordParams,
  PagePlaceParams,
  Place,
  QuestionnaireParams,
  ReportParams,
  SupplierAssessmentChoice,
  ThreatModelChoices,
  ThreatModelsParams,
  RecordChangeParams,
  TickParams,
  TooltipParams,
  TreeNode,
} from '../protocol';

/**
 * The language server, a process of its own. Every question waits until it runs, so that features can be set up before it does;
 * a server that cannot start lets them wait and says why in the log.
 */
export class Server {
  readonly #extension: ExtensionContext;
  readonly #log: LogOutputChannel;
  readonly #listeners: { readonly name: string; readonly listener: (params: unknown) => void }[] = [];
  #client: Promise<LanguageClient> | null = null;

  constructor(extension: ExtensionContext, log: LogOutputChannel) {
    this.#extension = extension;
    this.#log = log;
  }

  /** Hears what the server tells by itself; to be asked for before `start`. */
  onNotification<Params>(name: string, listener: (params: Params) => void): void {
    this.#listeners.push({ name, listener: (params) => listener(params as Params) });
  }

  /** Starts the process; the answer comes at once. */
  start(): void {
    this.#client ??= this.#begin();
    this.#client.catch((error: unknown) => this.#log.error('The language server did not start', error));
  }

  async stop(): Promise<void> {
    const client = await this.#client;
    if (client?.isRunning() === true) await client.stop();
  }

  /** The client library is large: it is loaded once the editor has gone on. */
  async #begin(): Promise<LanguageClient> {
    await new Promise((later) => setImmediate(later));
    const { LanguageClient: Client, TransportKind } = await import('vscode-languageclient/node');
    const module = Uri.joinPath(this.#extension.extensionUri, 'dist', 'server.js').fsPath;
    const client = new Client(
      'aiBaseline',
      'AI Baseline',
      { module, transport: TransportKind.ipc },
      clientOptions(this.#extension, this.#log),
    );
    for (const { name, listener } of this.#listeners) client.onNotification(name, listener);
    await client.start();
    return client;
  }

  children = (params: ChildrenParams) => this.#ask<ChildrenResult>(requests.children, params);
  gap = (params: GapParams) => this.#ask<TreeNode[]>(requests.gap, params);
  tooltip = (params: TooltipParams) => this.#ask<string | null>(requests.tooltip, params);
  explain = (params: ExplainParams) => this.#ask<ExplainResult>(requests.explain, params);
  coverage = () => this.#ask<ExplainResult>(requests.coverage);
  choices = () => this.#ask<Choices>(requests.choices);
  assets = (params: AssetsParams) => this.#ask<AssetChoice[]>(requests.assets, params);
  fix = (params: FixParams) => this.#ask<EditResult>(requests.fix, params);
  document = (params: DocumentParams) => this.#ask<EditResult>(requests.document, params);
  newRecord = (params: NewRecordParams) => this.#ask<EditResult>(requests.newRecord, params);
  threatModels = (params: ThreatModelsParams) => this.#ask<ThreatModelChoices>(requests.threatModels, params);
  diagram = (params: DiagramParams) => this.#ask<DiagramAnswer>(requests.diagram, params);
  growThreatModel = (params: GrowParams) => this.#ask<GrowResult>(requests.growThreatModel, params);
  importThreatModel = (params: ImportThreatModelParams) =>
    this.#ask<ImportThreatModelResult>(requests.importThreatModel, params);
  exportThreatModel = (params: ExportThreatModelParams) =>
    this.#ask<ExportThreatModelResult>(requests.exportThreatModel, params);
  supplierAssessments = () => this.#ask<SupplierAssessmentChoice[]>(requests.supplierAssessments);
  questionnaire = (params: QuestionnaireParams) => this.#ask<string | null>(requests.questionnaire, params);
  importAnswers = (params: ImportAnswersParams) => this.#ask<AnswersResult>(requests.importAnswers, params);
  ignore = (params: IgnoreParams) => this.#ask<EditResult>(requests.ignore, params);
  recordChange = (params: RecordChangeParams) => this.#ask<EditResult>(requests.recordChange, params);
  accept = (params: AcceptParams) => this.#ask<EditResult>(requests.accept, params);
  claim = (params: ClaimParams) => this.#ask<EditResult>(requests.claim, params);
  attachEvidence = (params: EvidenceParams) => this.#ask<EditResult>(requests.attachEvidence, params);
  filterChoices = () => this.#ask<FilterChoices>(requests.filterChoices);
  gate = (params: GateParams) => this.#ask<GateAnswer>(requests.gate, params);
  recordDecision = (params: DecisionParams) => this.#ask<EditResult>(requests.recordDecision, params);
  tick = (params: TickParams) => this.#ask<EditResult>(requests.tick, params);
  lifeCycle = (params: LifeCycleParams) => this.#ask<LifeCyclePage | null>(requests.lifeCycle, params);
  pagePlace = (params: PagePlaceParams) => this.#ask<Place | null>(requests.pagePlace, params);
  report = (params: ReportParams) => this.#ask<string | null>(requests.report, params);
  rescan = () => this.#ask<null>(requests.rescan);

  cancelScan(): void {
    void this.#client?.then((client) => client.sendNotification(notifications.cancelScan));
  }

  trustGranted(): void {
    void this.#client?.then((client) => client.sendNotification(notifications.trust, { trusted: true }));
  }

  async #ask<Result>(method: string, params?: unknown): Promise<Result> {
    const client = await (this.#client ?? new Promise<never>(() => undefined));
    return client.sendRequest<Result>(method, params);
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
