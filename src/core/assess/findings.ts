import { remembering } from '../discover/remembered';
import type { Asset, Finding, Scope, Severity } from '../model';
import { compareRange, compareText, plainRange } from '../model';
import type { Report, Rule, RuleContext } from '../rules';
import { fixTitles } from '../rules/wording';
import type { Suppressor } from './suppress';

/** Turns reports into findings: adds rule, severity, scope, suppression and fingerprint. */
export interface FindingMaker {
  make(rule: Rule, report: Report): Finding | null;
}

export function createFindingMaker(context: RuleContext, suppressor: Suppressor): FindingMaker {
  const scopes = scopesOf(context.assets);
  return {
    make(rule, report) {
      const severity = severityOf(context, rule, report);
      if (severity === 'off') return null;
      const scope = (report.asset === undefined ? undefined : scopes.get(report.asset)) ?? 'product';
      const suppressed = suppressor({ rule: rule.id, path: report.path, line: report.range.line });
      const known = FOUND.get(report);
      if (known?.rule === rule.id && known.severity === severity && known.scope === scope && !suppressed) return known;
      const finding = findingOf(rule, report, { severity, scope, suppressed });
      if (suppressed === null) FOUND.set(report, finding);
      return finding;
    },
  };
}

const scopesOf = remembering(
  (assets: readonly Asset[]) => new Map<string, Scope>(assets.map(({ id, scope }) => [id, scope])),
);

/** Reports of what did not change are the same objects, and so are their findings. */
const FOUND = new WeakMap<Report, Finding>();

function findingOf(rule: Rule, report: Report, judged: Pick<Finding, 'severity' | 'scope' | 'suppressed'>): Finding {
  return {
    rule: rule.id,
    severity: judged.severity,
    message: report.message,
    path: report.path,
    ...plainRange(report.range),
    asset: report.asset ?? null,
    record: report.record ?? null,
    scope: judged.scope,
    provisions: report.provisions ?? [],
    fixes: report.fixes ?? [fixTitles.explain],
    related: report.related ?? [],
    suppressed: judged.suppressed,
    fingerprint: `${rule.id}|${subjectOf(rule, report)}`,
  };
}

/** The rule's own severity, unless the configuration names another; what is mere information stays so. */
function severityOf(context: RuleContext, rule: Rule, report: Report): Severity | 'off' {
  const configured = Object.hasOwn(context.configuration.severities, rule.id)
    ? context.configuration.severities[rule.id]
    : undefined;
  return configured === 'off' ? 'off' : (report.severity ?? configured ?? rule.severity);
}

/** What the finding is about, without its place: asset, else record, else file; with the message where one may have several. */
function subjectOf(rule: Rule, report: Report): string {
  if (report.subject !== undefined) return report.subject;
  if (report.asset !== undefined) return report.asset;
  if (report.record !== undefined && rule.id === 'incomplete-record') return report.record;
  return `${report.record ?? report.path}|${report.message}`;
}

/** Sorted by path, place and rule; of findings with the same fingerprint the later ones get `~2`, `~3` … */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      compareText(a.path, b.path) ||
      compareRange(a, b) ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
  const seen = new Map<string, number>();
  return sorted.map((finding) => {
    const order = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, order);
    return order === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}~${order}` };
  });
}
