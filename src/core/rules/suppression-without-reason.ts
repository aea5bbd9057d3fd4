import { isDay } from '../config';
import { factsWith } from '../model';
import type { Rule } from './rule';
import { shown } from './wording';

const MESSAGE = 'This suppression gives no reason, so it suppresses nothing.';

export const suppressionWithoutReason: Rule = {
  id: 'suppression-without-reason',
  title: 'A suppression without a reason, or with an end that is not a date',
  severity: 'warning',
  provisions: [],
  explanation: `
An \`ai-baseline-ignore\` comment without a reason, or with something behind \`until=\` that is not a date; or an entry
under \`suppressions\` in \`ai-baseline.yaml\` without a reason. It suppresses nothing until that is corrected. (A wrong
date in \`ai-baseline.yaml\` is reported by \`invalid-configuration\`.)

**Why.** Whoever reads the suppression next year has to know whether it still holds. One whose end cannot be read would
never end.

**How to settle it.** Write the reason behind \`--\` and the date as \`YYYY-MM-DD\`: \`ai-baseline-ignore
undocumented-model until=2027-06-30 -- replaced in the next release\`. In \`ai-baseline.yaml\` fill in \`reason\`.
`,
  *check({ files, configuration }) {
    for (const { path, suppressions } of factsWith(files, 'suppressions').values()) {
      for (const { reason, until, range } of suppressions) {
        if (reason.trim() === '') yield { path, range, message: `${MESSAGE} Write it behind "--".` };
        else if (until !== null && !isDay(until)) {
          const message = `"${shown(until, 40)}" is not a date, so this suppresses nothing: write until=YYYY-MM-DD.`;
          yield { path, range, message };
        }
      }
    }
    if (configuration.path === null) return;
    for (const entry of configuration.suppressions) {
      if (entry.reason.trim() === '') yield { path: configuration.path, range: entry.range, message: MESSAGE };
    }
  },
};
