import type { Asset, AssetRecord } from '../../model';
import { assetIndexOf } from '../../records/documents/asset-index';
import { absent, cannotTell, holds, isComplete, ofKinds, papers, sitesOf, some } from './look';
import type { Look, Seen } from './look';

/** Who runs models for the project has a supplier assessment. */
export function suppliersAssessed(look: Look): Seen {
  const hosted = hostsIn(look);
  const [first] = hosted.keys();
  if (first === undefined) return cannotTell('no provider of models from outside was found');
  const assessments = papers(look, ['supplier-assessment']).filter(isComplete);
  const index = assetIndexOf(look.assets);
  const covered = new Set(
    assessments.flatMap(({ covers }) => covers.flatMap(({ asset }) => index.covered(asset).map(({ id }) => id))),
  );
  const open = [...hosted].filter(
    ([supplier, models]) =>
      !assessments.some((record) => speaksOf(record, supplier)) && !models.every(({ id }) => covered.has(id)),
  );
  const condition = `models of ${first} are used`;
  const said = `assessed: ${some(hosted.size - open.length, hosted.size, 'provider')}`;
  if (open.length === 0) return holds(look, said, { condition });
  return absent(look, said, { places: sitesOf(open.flatMap(([, models]) => models.slice(0, 1))), condition });
}

/** Who is called over the network, with the models that are used there. What was fetched from a hub runs here. */
function hostsIn(look: Look): Map<string, Asset[]> {
  const hosts = new Map<string, Asset[]>();
  for (const asset of ofKinds(look, ['model'])) {
    const sites = asset.sites.filter(
      ({ via, pin, revision }) => via !== 'file' && pin !== 'none' && revision === undefined,
    );
    const providers = new Set(sites.map(({ provider }) => provider));
    for (const supplier of asset.suppliers.filter((each) => providers.has(each))) {
      hosts.set(supplier, [...(hosts.get(supplier) ?? []), asset]);
    }
  }
  return hosts;
}

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
