import type { Rule } from './rule';
import { threatModelProblems } from './wording';

export const retiredReference: Rule = {
  id: 'retired-reference',
  title: 'An id that has been replaced by another one',
  severity: 'warning',
  provisions: [],
  explanation: `
A record names something by an id that its owner has given up for another one, such as a technique of an older release of
MITRE ATLAS. The message says which id is the one of today.

**Why.** Who looks the id up finds nothing, or something else.

**How to settle it.** *Change to …* puts the id of today in its place. Look whether it still says what you mean.
`,
  check: ({ threatModels }) => threatModelProblems(threatModels, 'retired-reference'),
};
