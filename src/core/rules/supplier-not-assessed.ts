import type { Asset, AssetRecord } from '../model';
import type { Rule } from './rule';
import { asked, fixTitles, shown } from './wording';

const PROVISIONS = ['5.1.2-4', '5.1.2-7'];
const ASSESSMENT = 'supplier-assessment';

export const supplierNotAssessed: Rule = {
  id: 'supplier-not-assessed',
  title: 'A supplier that nobody has assessed',
  severity: 'info',
  provisions: PROVISIONS,
  explanation: `
A model with a record comes from a provider for whom there is no supplier assessment. It is reported once per supplier,
at the first of its models. An assessment is that of a supplier if it names the supplier or covers one of its models.

**Why.** What a provider does with your prompts, how it announces changes and what it is liable for are part of your
risk.

**How to settle it.** Use *New supplier assessment of …*, or \`ai-baseline new supplier-assessment\`. Assessments that
are kept elsewhere can be pointed to from there.
`,
  *check({ assets, records, catalogue }) {
    if (!catalogue.records.some(({ id }) => id === ASSESSMENT)) return;
    const assessments = records.filter(({ kind }) => kind === ASSESSMENT);
    const covered = new Set(assessments.flatMap(({ covers }) => covers.map(({ asset }) => asset)));
    const told = new Set<string>();
    for (const asset of assets) {
      const site = asset.sites[0];
      if (!site || asset.kind !== 'model' || asset.scope !== 'product') continue;
      if (asset.documentation.state !== 'recorded' || covered.has(asset.id)) continue;
      for (const supplier of hosts(asset)) {
        if (told.has(plain(supplier)) || assessments.some((record) => speaksOf(record, supplier))) continue;
        told.add(plain(supplier));
        yield {
          path: site.path,
          range: site,
          message: `There is no supplier assessment of ${shown(supplier)}. ${asked(catalogue, [['5.1.2-4'], ['5.1.2-7']])}`,
          asset: asset.id,
          subject: `supplier:${supplier}`,
          provisions: PROVISIONS,
          fixes: [fixTitles.assess(supplier), fixTitles.ignore, fixTitles.explain],
        };
      }
    }
  },
};

/** Who runs the model for us. What is fetched from a hub runs here, and its record says where it comes from. */
function hosts(asset: Asset): string[] {
  const sites = asset.sites.filter(
    ({ via, pin, revision }) => via !== 'file' && pin !== 'none' && revision === undefined,
  );
  const providers = new Set(sites.map(({ provider }) => provider));
  return asset.suppliers.filter((supplier) => providers.has(supplier));
}

/** `OpenAI` is spoken of by "OpenAI" and "OpenAI, L.L.C.". */
function speaksOf(record: AssetRecord, supplier: string): boolean {
  const wanted = plain(supplier);
  return record.names.some((name) => plain(name) === wanted || plain(name).startsWith(`${wanted} `));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
