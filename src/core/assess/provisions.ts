import type { Catalogue } from '../catalogue';
import { isDocumentedKind } from '../model';
import type { Asset, Coverage, Finding, Observation, ProvisionStatus } from '../model';

/** What an observation is made from. */
interface Observed {
  readonly assets: readonly Asset[];
  readonly coverage: Coverage;
}

/** The sentences about a repository that can be checked from what lies in it, by the provision they speak of. */
const OBSERVATIONS: Readonly<Record<string, (observed: Observed) => Observation>> = {
  /** Every model, dataset and prompt that the product uses has a record. */
  '5.2.1-1': ({ assets, coverage }) => {
    const own = assets.filter((asset) => asset.scope === 'product' && isDocumentedKind(asset.kind));
    if (own.some((asset) => !asset.documented)) return 'contradicted';
    return own.length === 0 || coverage.skipped.length > 0 ? 'cannot-tell' : 'seen';
  },
};

/** One line per provision of the standard, in its order. Nothing here answers a provision: that is for people. */
export function provisionStatuses(
  catalogue: Catalogue,
  findings: readonly Finding[],
  observed: Observed,
): ProvisionStatus[] {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (finding.suppressed !== null || finding.scope !== 'product') continue;
    for (const id of finding.provisions) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return catalogue.principles.flatMap((principle) =>
    principle.provisions.map(({ id }) => ({
      id,
      claims: [],
      observations: [],
      systems: [],
      observation: OBSERVATIONS[id]?.(observed) ?? 'cannot-tell',
      status: 'not-assessed',
      evidence: [],
      findings: counts.get(id) ?? 0,
    })),
  );
}
