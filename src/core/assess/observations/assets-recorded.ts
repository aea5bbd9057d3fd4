import type { SpecOf } from '../../catalogue/observations';
import { cannotTell, holds, ofKinds, sitesOf, some } from './look';
import type { Look, Seen } from './look';

/** Every asset has a record, or a document in the tree that describes it. */
export function assetsRecorded(look: Look, { assetKinds }: SpecOf<'assets-recorded'>): Seen {
  const assets = ofKinds(look, assetKinds);
  const missing = assets.filter((asset) => !asset.documented);
  if (assets.length === 0) return cannotTell('no such asset was found');
  if (missing.length === 0) return holds(look, `${some(assets.length, assets.length, 'asset')} documented`);
  const drafts = missing.filter(({ documentation }) => documentation.state === 'draft').length;
  const begun = drafts === 0 ? '' : `, ${drafts} with a draft`;
  return {
    outcome: 'contradicted',
    detail: `${some(missing.length, assets.length, 'asset')} without a ${drafts === 0 ? '' : 'complete '}record${begun}`,
    places: sitesOf(missing),
  };
}
