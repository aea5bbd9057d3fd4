import type { Rule } from './rule';
import { asked, assetWords, enumerate, fixTitles, shown } from './wording';

export const unownedAsset: Rule = {
  id: 'unowned-asset',
  title: 'Something that is described but has nobody who answers for it',
  severity: 'info',
  provisions: ['5.2.1-1'],
  explanation: `
A README or card describes the model, dataset or prompt, so it counts as documented, but no record covers it and so
nobody is named who answers for it. Reported only in projects that keep records; a record without an owner is a draft
and reported as \`incomplete-record\`.

**Why.** When the provider retires the model or a document turns out to be poisoned, somebody has to decide.

**How to settle it.** Use *Document …*. The record may be short and refer to what the README says already; what it adds
is the owner.
`,
  *check({ assets, records, catalogue }) {
    const kinds = new Set(catalogue.records.filter(({ assetKind }) => assetKind !== null).map(({ id }) => id));
    if (!records.some(({ kind }) => kinds.has(kind ?? ''))) return;
    for (const asset of assets) {
      const site = asset.sites[0];
      if (!site || asset.scope !== 'product') continue;
      if (asset.documentation.state !== 'described' || asset.records.length > 0) continue;
      const by = enumerate(asset.documentation.by.slice(0, 2).map((path) => shown(path)));
      yield {
        path: site.path,
        range: site,
        message: `${assetWords(asset)} is described in ${by}, but nobody is named who answers for it. ${asked(catalogue, [['5.2.1-1', 'an inventory of assets']])}`,
        asset: asset.id,
        provisions: ['5.2.1-1'],
        fixes: [fixTitles.document(asset), fixTitles.ignore, fixTitles.explain],
      };
    }
  },
};
