import type { Rule } from './rule';
import { fixTitles } from './wording';

export const claimWithoutEvidence: Rule = {
  id: 'claim-without-evidence',
  title: 'A claim that nothing is named for',
  severity: 'warning',
  provisions: [],
  provisionsNote: 'It is about what a claim says, and names the provision of the claim in its message.',
  explanation: `
\`claims.yaml\` says \`support: yes\` and names no evidence, or none that still holds: what it names is gone, has changed
since, is out of date, or cannot be followed.

**Why.** A claim without evidence is an opinion. Somebody who checks it has nowhere to begin.

**How to settle it.** Add a file, an address or a ticket under \`evidence\`, with its kind: policy, procedure,
implementation or monitoring. Evidence may lie outside the repository. Or claim less: \`support: partly\`.
`,
  *check({ provisions }) {
    for (const { id, claims } of provisions) {
      for (const { path, provision, systems, supportRange, state, evidence } of claims) {
        if (state !== 'claimed-without-evidence') continue;
        const what = evidence.length === 0 ? 'no evidence' : 'no evidence that still holds';
        yield {
          path,
          range: supportRange,
          record: path,
          subject: `${path}|${provision}|${systems.map((system) => system.id).join(',')}`,
          message: `${id} is claimed with ${what}.`,
          fixes: [fixTitles.claimPartly, fixTitles.explain],
        };
      }
    }
  },
};
