import type { JudgedClaim, ObservationResult, RelatedPlace } from '../model';
import type { Rule } from './rule';
import { count, fixTitles, shown } from './wording';

const MOST_RELATED = 20;

export const contradictedClaim: Rule = {
  id: 'contradicted-claim',
  title: 'A claim that the repository speaks against',
  severity: 'error',
  provisions: [],
  provisionsNote: 'It is about what a claim says, and names the provision of the claim in its message.',
  explanation: `
\`claims.yaml\` says that a provision is supported, or that it does not apply, and something in the repository speaks
against it: a model without a record where all are said to be listed, public data where none is said to be used. The
finding stands at the claim, with the places that speak against it. Only something that is there contradicts a claim;
a paper that is not in the repository contradicts nothing, since it may be kept elsewhere.

**Why.** Whoever relies on the claim is misled, and a reader who finds the place believes none of the others.

**How to settle it.** Put right what was found, or claim less: \`support: partly\`, with what is missing under \`detail\`
and a day under \`due\`.
`,
  *check({ provisions }) {
    for (const { id, claims } of provisions) {
      for (const claim of claims) {
        const [first, ...more] = claim.contradictions;
        if (first === undefined) continue;
        const [place] = first.places;
        const where = place === undefined ? '' : `, ${shown(place.path)}:${place.line}`;
        const others = more.length === 0 ? '' : ` And ${count(more.length, 'other thing')} that was looked at.`;
        yield {
          path: claim.path,
          range: claim.supportRange,
          record: claim.path,
          subject: subjectOf(claim),
          message: `${claim.applies ? said(id, first, where) : saidNot(id, first, where)}${others}`,
          fixes: [...(claim.applies ? [fixTitles.claimPartly] : []), fixTitles.explain],
          related: claim.contradictions.flatMap(placesOf).slice(0, MOST_RELATED),
        };
      }
    }
  },
};

function said(id: string, { sentence, detail }: ObservationResult, where: string): string {
  return `${id} is claimed, and this speaks against it: "${sentence}" does not hold (${shown(detail)}${where}).`;
}

function saidNot(id: string, { conditionSeen }: ObservationResult, where: string): string {
  return `${id} is said not to apply, and this speaks against it: ${shown(conditionSeen ?? '')}${where}.`;
}

function subjectOf({ path, provision, systems }: JudgedClaim): string {
  return `${path}|${provision}|${systems.map(({ id }) => id).join(',')}`;
}

function placesOf({ places }: ObservationResult): RelatedPlace[] {
  return places.map(({ label, ...place }) => ({ ...place, message: shown(label) }));
}
