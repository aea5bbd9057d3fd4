import { acceptedPath, isDay } from '../config';
import { factsWith, type Finding, type Range } from '../model';
import type { Report, Rule, RuleContext } from './rule';
import { shown } from './wording';

export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  title: 'A suppression that suppresses nothing',
  severity: 'info',
  provisions: [],
  explanation: `
An \`ai-baseline-ignore\` comment, or an entry under \`suppressions\` in \`ai-baseline.yaml\`, that matches no finding:
what it was written for is gone or has moved, or the rule it names does not exist. Known gaps in \`accepted.yaml\` that
are settled are reported here as well.

**Why.** It would hide the next finding at that place although nobody has looked at that one.

**How to settle it.** Remove it. A comment suppresses findings at its own line; with \`-next-line\` it suppresses those
at the line below.
`,
  check: () => [],
  *afterSuppression(context, findings) {
    const used = new Set(findings.flatMap((finding) => usedBy(finding)));
    for (const { path, range, rules, until } of written(context)) {
      // What is over, or has an end that is no day, has a finding of its own.
      if (until !== null && (!isDay(until) || until < context.today)) continue;
      if (rules.length === 0)
        yield { path, range, message: 'This suppression names no rule, so it suppresses nothing.' };
      for (const rule of rules) {
        if (rule === 'unused-suppression' || used.has(key(path, range.line, rule))) continue;
        yield { path, range, message: reasonUnused(context, rule) };
      }
    }
    yield* settledGaps(context, findings);
  },
};

/** Known gaps that are no more: one finding for all of them. */
function* settledGaps(context: RuleContext, findings: readonly Finding[]): Iterable<Report> {
  const path = acceptedPath(context.configuration);
  const entries = context.files.get(path)?.accepted?.entries ?? [];
  if (entries.length === 0) return;
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  const settled = entries.filter(({ finding }) => !found.has(finding) && !found.has(finding.replace(/~\d+$/u, '')));
  const [first] = settled;
  if (!first) return;
  const what = settled.length === 1 ? '1 accepted gap is' : `${settled.length} accepted gaps are`;
  const message = `${what} settled: "ai-baseline accept --prune" takes ${settled.length === 1 ? 'it' : 'them'} out.`;
  yield { path, range: first.range, message, subject: path };
}

interface Written {
  readonly path: string;
  readonly range: Range;
  readonly rules: readonly string[];
  readonly until: string | null;
}

/** Every suppression that could count: those without a reason have a finding of their own. */
function* written({ files, configuration }: RuleContext): Iterable<Written> {
  for (const facts of factsWith(files, 'suppressions').values()) {
    for (const comment of facts.suppressions) {
      if (comment.reason.trim() !== '') yield { ...comment, path: facts.path };
    }
  }
  if (configuration.path === null) return;
  for (const entry of configuration.suppressions) {
    if (entry.reason.trim() !== '') yield { ...entry, path: configuration.path };
  }
}

function usedBy(finding: Finding): string[] {
  return finding.suppressed ? [key(finding.suppressed.path, finding.suppressed.line, finding.rule)] : [];
}

function key(path: string, line: number, rule: string): string {
  return JSON.stringify([path, line, rule]);
}

function reasonUnused(context: RuleContext, rule: string): Report['message'] {
  if (!context.ruleIds.has(rule)) return `There is no rule ${shown(rule)}, so this suppresses nothing.`;
  return `Nothing here is found by ${rule}, so this suppresses nothing.`;
}
