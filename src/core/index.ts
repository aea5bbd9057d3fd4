/** The only door of the core: what command line, language server and scripts may use. */
export { catalogueSchema } from './catalogue';
export type { Catalogue, Principle, Provision, RecordField, RecordKind, Role } from './catalogue';
export { findProvision, phasesOf } from './catalogue/lookup';
export type { Phase, Placed } from './catalogue/lookup';
export { readCatalogue } from './catalogue/load';
export { forceWord, rolesText } from './catalogue/words';
export { CONFIGURATION_FILE, projectOf, projectsIn } from './config';
export type { Configuration } from './config';
export type { Engine, EngineOptions, FactsCache, Progress } from './engine';
export { createEngine } from './engine/create';
export * from './model';
export { NEVER_CANCELLED } from './ports';
export type {
  Cancellation,
  Clock,
  Disposable,
  FileContent,
  FileEntry,
  Grammars,
  Listing,
  Logger,
  Selection,
  SelectionDecision,
  Workspace,
} from './ports';
export { catalogueJson, catalogueText } from './report/catalogue';
export { explain } from './report/explain';
export type { ExplainedRule, Explanation } from './report/explain';
export { inFolder } from './report/filter';
export { jsonReport } from './report/json';
export { provisionMarkdown } from './report/provision';
export { plainStyle, textReport } from './report/text';
export type { Style, TextOptions, Tone } from './report/text';
export { rules } from './rules';
export type { Rule } from './rules';
