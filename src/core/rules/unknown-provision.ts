import type { Catalogue } from '../catalogue';
import type { Rule } from './rule';
import { fixTitles, provisionOf, shown, standardName } from './wording';

export const unknownProvision: Rule = {
  id: 'unknown-provision',
  title: 'A provision that the standard does not have',
  severity: 'warning',
  provisions: [],
  explanation: `
A record, or a claim in \`claims.yaml\`, names a provision id that EN 304 223 does not have. Where the id is the number
of the UK Code of Practice, the message names the provision that goes by it. Ids with a namespace (\`acme:12\`) are an organisation's own; they are left
alone unless an overlay of the project defines that namespace.

**Why.** A reader who follows the reference finds nothing, and what was meant is lost.

**How to settle it.** Write the id of the standard, such as \`5.2.4-3\`; the editor completes ids as you type.
`,
  *check({ records, claims, catalogue }) {
    const claimed = (claims?.claims ?? []).map(({ provision, range }) => ({ id: provision, range }));
    for (const { path, provisions } of [...records, { path: claims?.path ?? '', provisions: claimed }]) {
      for (const reference of provisions) {
        if (isForeign(catalogue, reference.id) || provisionOf(catalogue, reference.id)) continue;
        const meant = byUkNumber(catalogue, reference.id);
        const hint = meant === null ? '' : ` In the UK Code of Practice that is the number of ${meant}.`;
        yield {
          path,
          range: reference.range,
          record: path,
          message: `${reference.id.includes(':') ? 'The overlays of this project have' : `${standardName(catalogue)} has`} no provision ${shown(reference.id)}.${hint}`,
          fixes: [...(meant === null ? [] : [fixTitles.changeTo(meant)]), fixTitles.explain],
        };
      }
    }
  },
};

/** An id of a namespace that this project says nothing about: somebody else's, left alone. */
function isForeign(catalogue: Catalogue, id: string): boolean {
  const [namespace, rest] = id.split(':', 2);
  if (rest === undefined) return false;
  const own = catalogue.principles.flatMap(({ provisions }) => provisions.flatMap((provision) => provision.own ?? []));
  return !own.some((each) => each.namespace === namespace);
}

function byUkNumber(catalogue: Catalogue, number: string): string | null {
  const provisions = catalogue.principles.flatMap((principle) => principle.provisions);
  return provisions.find((provision) => provision.uk === number)?.id ?? null;
}
