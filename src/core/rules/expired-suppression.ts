import { dayWords } from '../catalogue/words';
import { acceptedPath, isDay } from '../config';
import { factsWith } from '../model';
import type { Report, Rule, RuleContext } from './rule';
import { count, enumerate } from './wording';

export const expiredSuppression: Rule = {
  id: 'expired-suppression',
  title: 'A suppression whose date is over',
  severity: 'info',
  provisions: [],
  explanation: `
The day behind \`until\` is over: that of an \`ai-baseline-ignore\` comment, of an entry under \`suppressions\` in
\`ai-baseline.yaml\`, or of known gaps in \`accepted.yaml\` (one finding for all of them). What was suppressed is
reported again.

**Why.** Whoever set the day meant to have the matter settled by then.

**How to settle it.** Settle what was put off and remove the suppression; or give it a new date and say why.
\`ai-baseline accept\` renews known gaps whose date is over, and \`--prune\` takes out those that are settled.
`,
  *check(context) {
    const { files, configuration, today } = context;
    for (const facts of factsWith(files, 'suppressions').values()) {
      for (const { rules, reason, until, range } of facts.suppressions) {
        if (reason.trim() !== '' && isOver(until, today))
          yield { path: facts.path, range, message: ended(rules, until, today) };
      }
    }
    if (configuration.path !== null) {
      for (const { rules, reason, until, range } of configuration.suppressions) {
        const path = configuration.path;
        if (reason.trim() !== '' && isOver(until, today)) yield { path, range, message: ended(rules, until, today) };
      }
    }
    yield* accepted(context);
  },
};

function* accepted({ files, configuration, today }: RuleContext): Iterable<Report> {
  const path = acceptedPath(configuration);
  const over = (files.get(path)?.accepted?.entries ?? []).filter(({ until }) => isOver(until.slice(0, 10), today));
  const [first] = over;
  if (!first) return;
  const last = over.map(({ until }) => until.slice(0, 10)).reduce((a, b) => (a > b ? a : b));
  const were = over.length === 1 ? 'was' : 'were';
  yield {
    path,
    range: first.range,
    message: `${count(over.length, 'known gap')} ${were} accepted until ${dayWords(last, today)} and no longer count${over.length === 1 ? 's' : ''} as such.`,
    subject: path,
  };
}

function isOver(until: string | null, today: string): until is string {
  return until !== null && isDay(until) && until < today;
}

function ended(rules: readonly string[], until: string, today: string): string {
  const what = rules.length === 0 ? 'This suppression' : `This suppression of ${enumerate(rules)}`;
  return `${what} ended on ${dayWords(until, today)} and no longer counts.`;
}
