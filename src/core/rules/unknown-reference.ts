import type { Rule } from './rule';
import { fixTitles, shown } from './wording';

export const unknownReference: Rule = {
  id: 'unknown-reference',
  title: 'A name in a record that leads nowhere',
  severity: 'warning',
  provisions: [],
  explanation: `
A record names something that does not exist: in a threat model a component, trust boundary, entry point or threat that
the file does not have, an attack path that the catalogue does not have, an id that is not in MITRE ATLAS or in the OWASP
lists. The finding stands at the name, and offers what is likely meant.

**Why.** What leads nowhere says nothing, though it looks as if it did.

**How to settle it.** Correct the name, or add what it names.
`,
  *check({ threatModels }) {
    for (const { path, problems } of threatModels) {
      for (const { rule, message, range, meant } of problems) {
        if (rule !== 'unknown-reference') continue;
        const fixes = meant === null ? [] : [fixTitles.changeTo(shown(meant))];
        yield { path, range, record: path, message: `${shown(message, 400)}.`, subject: `${path}|${message}`, fixes };
      }
    }
  },
};
