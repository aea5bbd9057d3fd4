import { FILE_START } from '../model';
import type { Rule } from './rule';
import { shown } from './wording';

export const invalidConfiguration: Rule = {
  id: 'invalid-configuration',
  title: 'Something in ai-baseline.yaml that cannot be understood',
  severity: 'error',
  provisions: [],
  explanation: `
A key or value in \`ai-baseline.yaml\`, or in an overlay that it names, that does not exist or is of the wrong sort. The finding stands there; everything
else in the file still applies.

**Why.** A setting that is not understood would be ignored in silence, and what is found would not be what was asked
for.

**How to settle it.** Correct the key or value. \`ai-baseline init\` writes a commented file with every key.
`,
  *check({ configuration, ruleIds }) {
    if (configuration.path === null) return;
    for (const problem of configuration.problems) {
      yield { path: problem.path ?? configuration.path, range: problem.range, message: shown(problem.message, 400) };
    }
    for (const id of Object.keys(configuration.severities)) {
      if (ruleIds.has(id)) continue;
      const range = configuration.severityPlaces[id] ?? FILE_START;
      yield { path: configuration.path, range, message: `severities: there is no rule ${shown(id)}.` };
    }
  },
};
