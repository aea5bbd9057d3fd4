import type { Catalogue } from '../catalogue';
import type { Configuration } from '../config/configuration';
import type {
  Asset,
  AssetRecord,
  ClaimsFile,
  CoverState,
  Coverage,
  FileFacts,
  Finding,
  ProvisionStatus,
  Range,
  RelatedPlace,
  Severity,
  SystemProfile,
  ThreatModel,
  ThreatModelState,
  UnknownAsset,
} from '../model';

/** What a rule reads: everything, already worked out. Rules never parse and never look at files. */
export interface RuleContext {
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  readonly assets: readonly Asset[];
  readonly records: readonly AssetRecord[];
  /** How each cover of the records that document assets stands to the assets of today. */
  readonly drift: readonly CoverState[];
  /** Ids of assets in papers that lead nowhere. */
  readonly unknownAssets: readonly UnknownAsset[];
  readonly threatModels: readonly ThreatModel[];
  /** How each of them stands to the assets and the code of today. */
  readonly threatStates: readonly ThreatModelState[];
  /** `system.yaml`; null where there is none. */
  readonly profile: SystemProfile | null;
  /** `claims.yaml`; null where there is none. */
  readonly claims: ClaimsFile | null;
  /** How each provision stands; their findings are not counted yet. */
  readonly provisions: readonly ProvisionStatus[];
  readonly coverage: Coverage;
  readonly files: ReadonlyMap<string, FileFacts>;
  /** Ids of every rule there is, so that a suppression of none of them can be told. */
  readonly ruleIds: ReadonlySet<string>;
  /** The date everything is judged as of, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What a rule reports; the engine adds id, severity, suppression and fingerprint. */
export interface Report {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  readonly asset?: string;
  /** Path of the record it is about. */
  readonly record?: string;
  readonly provisions?: readonly string[];
  readonly fixes?: readonly string[];
  readonly related?: readonly RelatedPlace[];
  /** What it is about, where asset or record alone does not tell it from others: part of the fingerprint. */
  readonly subject?: string;
  /** Where the rule's own severity does not fit, as for an asset outside product scope. */
  readonly severity?: Severity;
}

/** One check. Its id is file name, diagnostic code, SARIF ruleId, fixture folder, docs page and setting. */
export interface Rule {
  readonly id: string;
  /** One line, no full stop: the title of its page. */
  readonly title: string;
  readonly severity: Severity;
  /** The provisions it serves, at most; each report names those that apply. */
  readonly provisions: readonly string[];
  /** Where a report's provisions come from elsewhere than `provisions`: a sentence for its page. */
  readonly provisionsNote?: string;
  /** Markdown for its page: what it finds, why, how to settle it. */
  readonly explanation: string;
  /** Rules about suppressions see the findings of all others, and run after them. */
  readonly afterSuppression?: (context: RuleContext, findings: readonly Finding[]) => Iterable<Report>;
  readonly check: (context: RuleContext) => Iterable<Report>;
}
