/** Names of what server and client say to each other beyond the Language Server Protocol. */
export const requests = {
  /** ChildrenParams → ChildrenResult. */
  children: 'ai-baseline/children',
  /** GapParams → TreeNode[]: the rows that lead to the next gap in the Provisions tree, from the top down; empty for none. */
  gap: 'ai-baseline/gap',
  /** TooltipParams → string of Markdown, or null. */
  tooltip: 'ai-baseline/tooltip',
  /** → Counts. */
  counts: 'ai-baseline/counts',
  /** ExplainParams → ExplainResult. */
  explain: 'ai-baseline/explain',
  /** → ExplainResult: what was looked at, what was left out and why. */
  coverage: 'ai-baseline/coverage',
  /** → Choices. */
  choices: 'ai-baseline/choices',
  /** AssetsParams → AssetChoice[]. */
  assets: 'ai-baseline/assets',
  /** FixParams → EditResult; empty where the offer is gone. */
  fix: 'ai-baseline/fix',
  /** DocumentParams → EditResult. */
  document: 'ai-baseline/document',
  /** NewRecordParams → EditResult. */
  newRecord: 'ai-baseline/newRecord',
  /** ThreatModelsParams → ThreatModelChoices. */
  threatModels: 'ai-baseline/threatModels',
  /** DiagramParams → DiagramAnswer. */
  diagram: 'ai-baseline/diagram',
  /** GrowParams → GrowResult. */
  growThreatModel: 'ai-baseline/growThreatModel',
  /** ImportThreatModelParams → ImportThreatModelResult. */
  importThreatModel: 'ai-baseline/importThreatModel',
  /** ExportThreatModelParams → ExportThreatModelResult. */
  exportThreatModel: 'ai-baseline/exportThreatModel',
  /** → SupplierAssessmentChoice[]. */
  supplierAssessments: 'ai-baseline/supplierAssessments',
  /** QuestionnaireParams → the questions as one text, or null where there are none. */
  questionnaire: 'ai-baseline/questionnaire',
  /** ImportAnswersParams → AnswersResult. */
  importAnswers: 'ai-baseline/importAnswers',
  /** IgnoreParams → EditResult. */
  ignore: 'ai-baseline/ignore',
  /** RecordChangeParams → EditResult. */
  recordChange: 'ai-baseline/recordChange',
  /** AcceptParams → EditResult. */
  accept: 'ai-baseline/accept',
  /** ClaimParams → EditResult. */
  claim: 'ai-baseline/claim',
  /** EvidenceParams → EditResult. */
  attachEvidence: 'ai-baseline/attachEvidence',
  /** → FilterChoices. */
  filterChoices: 'ai-baseline/filterChoices',
  /** GateParams → GateAnswer. */
  gate: 'ai-baseline/gate',
  /** DecisionParams → EditResult. */
  recordDecision: 'ai-baseline/recordDecision',
  /** TickParams → EditResult. */
  tick: 'ai-baseline/tick',
  /** LifeCycleParams → LifeCyclePage, or null where there is no such project. */
  lifeCycle: 'ai-baseline/lifeCycle',
  /** PagePlaceParams → Place, or null where it lies outside the project. */
  pagePlace: 'ai-baseline/pagePlace',
  /** ReportParams → text of the report, or null where there is none. */
  report: 'ai-baseline/report',
  /** Reads everything anew. Answered when done. */
  rescan: 'ai-baseline/rescan',
} as const;

export const notifications = {
  /** Server → client: ChangedParams. */
  changed: 'ai-baseline/changed',
  /** Server → client: ProgressParams. */
  progress: 'ai-baseline/progress',
  /** Client → server: stop reading; what is known so far stays. */
  cancelScan: 'ai-baseline/cancelScan',
  /** Client → server: TrustParams. */
  trust: 'ai-baseline/trust',
} as const;

/** What the client tells at `initialize`. Everything may be missing: any editor can start the server. */
export interface ClientOptions {
  /** The client has the commands that quick fixes lead to (`clientCommands`). */
  readonly commands?: boolean;
  /** Link to the page of a rule, with `{rule}` in place of its id. */
  readonly rulePage?: string;
  /** False in Restricted Mode: nothing that writes is offered. */
  readonly trusted?: boolean;
}

/** Commands of the client that code actions and rows of the server lead to. */
export const clientCommands = {
  applyFix: 'aiBaseline.applyFix',
  ignore: 'aiBaseline.ignoreWithReason',
  recordChange: 'aiBaseline.recordChange',
  openRecord: 'aiBaseline.openRecord',
  document: 'aiBaseline.document',
  explain: 'aiBaseline.explain',
  showCoverage: 'aiBaseline.showCoverage',
  checkRelease: 'aiBaseline.checkRelease',
  tick: 'aiBaseline.tickItem',
  showDiagram: 'aiBaseline.showDiagram',
  exportQuestionnaire: 'aiBaseline.exportQuestionnaire',
  importAnswers: 'aiBaseline.importAnswers',
} as const;

/** Document of the client that explains a provision or rule, with its id in place of `{about}`. */
export const explanationPage = 'ai-baseline:/explain/{about}.md';

export interface KindCount {
  readonly total: number;
  readonly undocumented: number;
  readonly drafts: number;
}

/** Sums over all projects; product scope only, but for `elsewhere`. */
export interface Counts {
  readonly undocumented: number;
  readonly drafts: number;
  readonly kinds: Readonly<Record<'model' | 'dataset' | 'prompt', KindCount>>;
  /** Assets outside product scope. */
  readonly elsewhere: number;
  /** Findings that count today. */
  readonly gaps: number;
  /** Findings that are accepted as known gaps, with the day on which the first of them ends; null where there is none. */
  readonly accepted: number;
  readonly acceptedUntil: string | null;
  /** Findings that are ignored with a reason. */
  readonly ignored: number;
  /** The day everything is judged as of. */
  readonly asOf: string;
  /** Files looked at. */
  readonly files: number;
  readonly projects: number;
  /** `idle`: nothing was read yet, or the reading was stopped before it found anything. */
  readonly state: 'idle' | 'scanning' | 'ready' | 'stopped';
}

export interface ChangedParams {
  readonly version: number;
  readonly counts: Counts;
}

export interface ProgressParams {
  readonly scanning: boolean;
  readonly done: number;
  readonly total: number;
}

export interface TrustParams {
  readonly trusted: boolean;
}

/** `about` is the id of a provision, a clause, or a rule. */
export interface ExplainParams {
  readonly about: string;
}

export interface ExplainResult {
  readonly title: string;
  readonly markdown: string;
}

export interface RecordKindChoice {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly assetKind: string | null;
  /** A project has one of these, and it needs no title. */
  readonly single: boolean;
}

export interface ProvisionChoice {
  readonly id: string;
  readonly summary: string;
  readonly force: string;
}

/** What a person can choose from in the client's pick lists. */
export interface Choices {
  readonly kinds: readonly RecordKindChoice[];
  readonly provisions: readonly ProvisionChoice[];
  readonly roles: readonly string[];
  /** `value` is what the filter takes, `label` what people read. */
  readonly forces: readonly { readonly value: string; readonly label: string }[];
  readonly projects: readonly { readonly uri: string; readonly name: string }[];
}

export interface AssetsParams {
  readonly project: string;
  readonly kind: string;
}

export interface AssetChoice {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}
