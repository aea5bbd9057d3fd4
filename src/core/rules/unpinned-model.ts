import type { Rule } from './rule';
import { asked, assetWords, fixTitles, otherSites } from './wording';

const PROVISIONS = ['5.2.1-2', '5.2.3-1'];

export const unpinnedModel: Rule = {
  id: 'unpinned-model',
  title: 'A recorded model whose version can change under its record',
  severity: 'warning',
  provisions: PROVISIONS,
  explanation: `
A model with a record is used without a fixed version: loaded from a hub without a revision (a warning), or called by an
alias such as \`gpt-4o\` or \`:latest\` that its provider can point at another version (information). Models without a
record are reported by \`undocumented-model\` first.

**Why.** The record speaks of one version. Without a fixed version the product may run with another one from one day to
the next, and nobody can say which one answered when something went wrong.

**How to settle it.** Name a revision (a commit of the hub) or a dated version (\`gpt-4o-2024-11-20\`). Where that is
not possible, say in the record how you notice a change, and ignore the finding with that reason.
`,
  *check({ assets, catalogue }) {
    for (const asset of assets) {
      if (asset.kind !== 'model' || asset.scope !== 'product' || asset.documentation.state !== 'recorded') continue;
      if (asset.pin !== 'none' && asset.pin !== 'alias') continue;
      const site = asset.sites.find(({ pin }) => pin === asset.pin) ?? asset.sites[0];
      const record = asset.records[0];
      if (!site || record === undefined) continue;
      const what =
        asset.pin === 'none'
          ? 'is loaded without a revision, so its version can change under its record'
          : 'is an alias that its provider can point at another version';
      yield {
        path: site.path,
        range: site,
        message: `${assetWords(asset)} ${what}. ${asked(catalogue, [['5.2.1-2'], ['5.2.3-1']])}`,
        asset: asset.id,
        record,
        provisions: PROVISIONS,
        fixes: [fixTitles.openRecord, fixTitles.ignore, fixTitles.explain],
        related: otherSites(asset),
        ...(asset.pin === 'alias' ? { severity: 'info' as const } : {}),
      };
    }
  },
};
