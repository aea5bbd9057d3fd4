/** The only door of the core: what command line, language server and scripts may use. */
export type { Catalogue, Principle, Provision } from './catalogue';
export { findProvision, phasesOf, placedProvisions } from './catalogue/lookup';
export { dayWords, forceWord, rolesText } from './catalogue/words';
export { isLinkedTo } from './catalogue/mappings';
export { CONFIGURATION_FILE, projectsIn } from './config';
export { diagramSvg, threatModelSvg, TYPE_WORDS as PART_WORDS } from './diagram';
export type { Engine, FactsCache, Progress, SnapshotCache } from './engine';
export { createEngine } from './engine/create';
export { createFileReader } from './engine/reading';
export type { Reading, ReadingJob, Readers, SharedReading } from './engine/readers';
export { isOpenGap } from './engine/gaps';
export { replaced } from './fix';
export type { ClaimWords, EvidenceWords } from './fix';
export type { ImportedAnswers } from './fix';
export * from './model';
export type { QuestionnaireFormat } from './records';
export { NEVER_CANCELLED } from './ports';
export type {
  Cancellation,
  Clock,
  FileContent,
  Grammars,
  Listing,
  Logger,
  Selection,
  TextContent,
  Workspace,
} from './ports';
export { catalogueJson, catalogueText } from './report/catalogue';
export { explain } from './report/explain';
export { gateJson, gateLine, gateMarkdown, gateText } from './report/gate';
export type { GateQuestion } from './gate';
export { exportThreatModel, THREAT_MODEL_FORMATS } from './threats/exchange/export';
export type { ThreatModelFormat } from './threats/exchange/export';
export type { ExchangeProblem } from './threats/exchange/notes';
export { REPORT_FORMATS } from './report/formats';
export type { ReportFormat } from './report/formats';
export type { ReportInput } from './report/input';
export { inFolder, partOf } from './report/filter';
export { isOwnReport } from './report/own';
export { jsonReport } from './report/json';
export { provisionMappings, provisionMarkdown } from './report/provision';
export { lifeCycleView } from './report/life-cycle';
export { lifeCycleHtml } from './report/life-cycle-html';
export { LIFE_CYCLE_STYLE } from './report/life-cycle-style';
export { plainStyle, textReport } from './report/text';
export type { Style, Tone } from './report/text';
export { rules } from './rules';
export { fixTitles } from './rules/wording';
