import type { Rule } from './rule';

const MESSAGE = 'This suppression gives no reason, so it suppresses nothing.';

export const suppressionWithoutReason: Rule = {
  id: 'suppression-without-reason',
  title: 'A suppression that gives no reason',
  severity: 'warning',
  provisions: [],
  explanation: `
An \`ai-baseline-ignore\` comment, or an entry under \`suppressions\` in \`ai-baseline.yaml\`, without a reason. It suppresses
nothing until it has one.

**Why.** Whoever reads it next year has to know whether it still holds.

**How to settle it.** Write the reason behind \`--\`: \`ai-baseline-ignore undocumented-model until=2027-06-30 -- replaced in
the next release\`; in \`ai-baseline.yaml\` fill in \`reason\`.
`,
  *check({ files, configuration }) {
    for (const facts of files.values()) {
      for (const comment of facts.suppressions) {
        if (comment.reason.trim() === '') {
          yield { path: facts.path, range: comment.range, message: `${MESSAGE} Write it behind "--".` };
        }
      }
    }
    if (configuration.path === null) return;
    for (const entry of configuration.suppressions) {
      if (entry.reason.trim() === '') yield { path: configuration.path, range: entry.range, message: MESSAGE };
    }
  },
};
