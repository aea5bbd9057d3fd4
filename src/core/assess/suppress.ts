import { compileGlobs, isDay } from '../config';
import type { Configuration, PathSuppression } from '../config';
import { factsWith, type FileFacts, type Finding, type Suppression, type SuppressionComment } from '../model';

/** Finds what suppresses a finding: a comment at its line first, else an entry of `ai-baseline.yaml` for its path. */
export type Suppressor = (finding: Pick<Finding, 'rule' | 'path' | 'line'>) => Suppression | null;

/** Only suppressions with a reason count, and only until their date has passed (the day itself still counts). */
export function createSuppressor(
  files: ReadonlyMap<string, FileFacts>,
  configuration: Configuration,
  today: string,
): Suppressor {
  const entries = configuration.suppressions.filter((entry) => counts(entry, today)).map(compile);
  const commented = factsWith(files, 'suppressions');
  return (finding) => {
    const written = commented.get(finding.path)?.suppressions ?? [];
    const comment = written.find((candidate) => counts(candidate, today) && answers(candidate, finding));
    if (comment) return suppression('comment', finding.path, comment);
    if (entries.length === 0) return null;
    const entry = entries.find((candidate) => candidate.rules.has(finding.rule) && candidate.matches(finding.path));
    return entry ? suppression('configuration', configuration.path ?? '', entry.entry) : null;
  };
}

function counts(candidate: { readonly reason: string; readonly until: string | null }, today: string): boolean {
  return (
    candidate.reason.trim() !== '' && (candidate.until === null || (isDay(candidate.until) && candidate.until >= today))
  );
}

function answers(comment: SuppressionComment, finding: Pick<Finding, 'rule' | 'line'>): boolean {
  return comment.line === finding.line && comment.rules.includes(finding.rule);
}

function compile(entry: PathSuppression) {
  return { entry, rules: new Set(entry.rules), matches: compileGlobs(entry.paths) ?? (() => false) };
}

function suppression(
  by: Suppression['by'],
  path: string,
  from: Pick<SuppressionComment, 'reason' | 'until' | 'range'>,
): Suppression {
  return { by, reason: from.reason, until: from.until, path, line: from.range.line };
}
