import type { Scope } from './asset';
import type { Range } from './position';

export type Severity = 'error' | 'warning' | 'info';

/** Why a finding does not count: an inline comment, a path rule, or (later) an accepted baseline. */
export interface Suppression {
  readonly by: 'comment' | 'configuration' | 'accepted';
  readonly reason: string;
  readonly until: string | null;
  readonly path: string;
  readonly line: number;
}

/** Another place that belongs to a finding, such as the asset's other sites. */
export interface RelatedPlace extends Range {
  readonly path: string;
  readonly message: string;
}

/** One thing reported about one asset, record or place. `fixes` are titles of the quick fixes on offer. */
export interface Finding extends Range {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly asset: string | null;
  readonly record: string | null;
  /** That of its asset; findings about papers are `product`. Only product counts in badge, provisions and gate. */
  readonly scope: Scope;
  readonly provisions: readonly string[];
  readonly fixes: readonly string[];
  readonly related: readonly RelatedPlace[];
  readonly suppressed: Suppression | null;
  /** Stable across edits that only move the place: rule + asset or record id. */
  readonly fingerprint: string;
}
