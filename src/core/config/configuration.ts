import type { Range, Severity } from '../model';
import { NO_POLICIES } from './gate-policy';
import type { GatePolicies } from './gate-policy';
import type { OwnField, OwnTemplate } from './own-records';

export type { OwnField, OwnTemplate } from './own-records';

/** A path-scoped suppression of `ai-baseline.yaml`. */
export interface PathSuppression {
  readonly rules: readonly string[];
  readonly paths: readonly string[];
  readonly reason: string;
  readonly until: string | null;
  readonly range: Range;
}

/** A file that is laid over the standard: own provisions, stricter force, owners, links. */
export interface OverlaySource {
  /** Project-relative. */
  readonly path: string;
  /** Where it is named. */
  readonly range: Range;
  /** What the file holds; null before it was read, and where it cannot be. */
  readonly text: string | null;
}

/** Something wrong in `ai-baseline.yaml`, at the offending key. */
export interface ConfigurationProblem {
  /** The file it is about, where that is not `ai-baseline.yaml` itself. */
  readonly path?: string;
  readonly message: string;
  readonly range: Range;
}

/** `ai-baseline.yaml`, read: it travels with the repository and alone decides what is found. */
export interface Configuration {
  /** Where it stands, null where there is none. */
  readonly path: string | null;
  /** Globs that are looked at although ignored by default or by `.gitignore`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Where each rule stands under `severities`. */
  readonly severityPlaces: Readonly<Record<string, Range>>;
  readonly suppressions: readonly PathSuppression[];
  /** Globs that say where product code, tests, examples and developers' own tools live, over the built-in guess. */
  readonly scopes: Readonly<Partial<Record<'product' | 'development' | 'test' | 'example', readonly string[]>>>;
  /** Folder of the records, `ai-security` unless told otherwise; no slash at the end. */
  readonly records: string;
  /** Templates of the project's own, by kind of record. */
  readonly templates: readonly OwnTemplate[];
  /** What is laid over the standard, in this order. */
  readonly overlays: readonly OverlaySource[];
  /** What has to hold at each gate, where the project says so. */
  readonly gate: GatePolicies;
  /** Fields of the project's own. */
  readonly fields: readonly OwnField[];
  readonly problems: readonly ConfigurationProblem[];
}

/** The configuration of a project with the templates and overlays that it names: plain data, as it was read. */
export interface Configured {
  readonly configuration: Configuration;
  /** All that it was made of: when this is the same, so is everything that depends on it. */
  readonly salt: string;
}

export const DEFAULT_CONFIGURATION: Configuration = {
  path: null,
  include: [],
  exclude: [],
  severities: {},
  severityPlaces: {},
  suppressions: [],
  scopes: {},
  records: 'ai-security',
  templates: [],
  overlays: [],
  gate: NO_POLICIES,
  fields: [],
  problems: [],
};

/** Path of the baseline of known gaps. */
export function acceptedPath({ records }: Pick<Configuration, 'records'>): string {
  return `${records}/accepted.yaml`;
}
