import type { SpecOf } from '../../catalogue/observations';
import { assetIndexOf } from '../../records/documents/asset-index';
import { absent, cannotTell, isComplete, kindWords, ofKinds, papers, placed, sitesOf, some } from './look';
import type { Look, Seen } from './look';

/** Every asset is covered by a complete paper of a kind. */
export function assetsCovered(look: Look, { assetKinds, kinds }: SpecOf<'assets-covered'>): Seen {
  const assets = ofKinds(look, assetKinds);
  if (assets.length === 0) return cannotTell('no such asset was found');
  const index = assetIndexOf(look.assets);
  const complete = papers(look, kinds).filter(isComplete);
  const covered = new Set(
    complete.flatMap(({ covers }) => covers.flatMap(({ asset }) => index.covered(asset).map(({ id }) => id))),
  );
  const missing = assets.filter(({ id }) => !covered.has(id));
  const said = `${some(assets.length - missing.length, assets.length, 'asset')} covered by a ${kindWords(look, kinds)}`;
  if (missing.length > 0) return absent(look, said, { places: sitesOf(missing) });
  return {
    outcome: 'seen',
    detail: said,
    places: complete.map(({ path, range, id }) => placed(path, range, id ?? path)),
  };
}
