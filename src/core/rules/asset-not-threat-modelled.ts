import type { Asset, ThreatModelState } from '../model';
import type { Rule } from './rule';
import { assetWords, fixTitles, otherSites, asked } from './wording';

const PROVISIONS = ['5.1.3-1'];
const MOST_MODELS = 3;

export const assetNotThreatModelled: Rule = {
  id: 'asset-not-threat-modelled',
  title: 'An asset that no threat model takes in',
  severity: 'warning',
  provisions: PROVISIONS,
  explanation: `
The project has a threat model, and this model, dataset, prompt, tool, agent, MCP server or vector index of the product is
in none of them: it is not among the assets, no component stands for it, no threat aims at it, and it is not named as out
of scope. A project without any threat model has no such finding.

**Why.** What nobody has thought about when the threats were written down is where an attack comes as a surprise.

**How to settle it.** *Add to threat model …* puts it on the list of assets with what it is today. Then think about what
could be done to it or with it, and add the threats. What is left out on purpose stands under \`scope.out-of-scope\` by
its id, with the reason behind it.
`,
  *check({ assets, threatStates, catalogue }) {
    if (threatStates.length === 0) return;
    const covered = new Set(threatStates.flatMap((state) => state.covered));
    const wanted = new Set(threatStates.flatMap((state) => state.wanted));
    for (const asset of assets) {
      const site = asset.sites[0];
      if (!site || !wanted.has(asset.id) || covered.has(asset.id)) continue;
      yield {
        path: site.path,
        range: site,
        message: `${assetWords(asset)} is in no threat model. ${asked(
          catalogue,
          PROVISIONS.map((id) => [id] as const),
        )}`,
        asset: asset.id,
        provisions: PROVISIONS,
        fixes: [
          ...modelsFor(asset, threatStates).map(({ model }) => fixTitles.addToModel(model.id)),
          fixTitles.ignore,
          fixTitles.explain,
        ],
        related: otherSites(asset),
      };
    }
  },
};

/** Those of its system, else all. */
function modelsFor({ id }: Asset, states: readonly ThreatModelState[]): readonly ThreatModelState[] {
  const own = states.filter(({ added }) => added.includes(id));
  const near = own.length > 0 ? own : states;
  return near.filter(({ model }) => model.assetsEnd !== null).slice(0, MOST_MODELS);
}
