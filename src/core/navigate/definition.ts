import type { Asset, Destination, FilePlace, Position } from '../model';
import { assetIndexOf, AssetIndex } from '../records/documents/asset-index';
import type { NavigationInput } from './input';
import { placeOf } from './places';
import { subjectAt } from './subject';

const MOST_PLACES = 50;

/**
 * Where *Go to definition* leads. From a place where an asset is used to its record, or to where it is defined while it
 * has none; from the record on to where it is defined; from its id in other papers to the record; from a provision's id
 * to what it says. Null where nothing of ours stands there, or where one is already.
 */
export function definitionAt(
  path: string,
  text: string,
  position: Position,
  input: NavigationInput,
): Destination | null {
  const subject = subjectAt(path, text, position, input);
  if (subject === null) return null;
  const { origin } = subject;
  if (subject.type === 'provision') return { origin, places: [], explains: subject.id };
  const assets = subject.type === 'site' ? [subject.asset] : assetIndexOf(input.snapshot.assets).covered(subject.id);
  const own = subject.type === 'id' && assets.some((asset) => asset.records.includes(path));
  const recorded = own ? [] : unique(assets.flatMap((asset) => recordsOf(asset, input)));
  const places = recorded.length > 0 ? recorded : assets.flatMap(primarySite);
  const elsewhere = places.filter((place) => place.path !== path || place.line !== origin.line);
  return elsewhere.length === 0 ? null : { origin, places: elsewhere.slice(0, MOST_PLACES), explains: null };
}

/** The records of an asset, each at the entry of `covers` that names it. */
function recordsOf(asset: Asset, { snapshot }: NavigationInput): FilePlace[] {
  const index = new AssetIndex([asset]);
  return snapshot.records
    .filter((record) => asset.records.includes(record.path))
    .map((record) => {
      const cover = record.covers.find((each) => index.covered(each.asset).length > 0);
      return placeOf(record.path, cover?.range ?? record.range);
    });
}

function primarySite({ sites }: Asset): FilePlace[] {
  const [site] = sites;
  return site ? [placeOf(site.path, site)] : [];
}

function unique(places: readonly FilePlace[]): FilePlace[] {
  return [...new Map(places.map((place) => [`${place.path}:${place.line}:${place.column}`, place])).values()];
}
