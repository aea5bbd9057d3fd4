import { compareRange, compareText } from '../model';
import type { Asset, FileFacts, FilePlace, Position } from '../model';
import { assetIndexOf } from '../records/documents/asset-index';
import type { NavigationInput } from './input';
import { placeOf } from './places';
import { subjectAt } from './subject';

const MOST_PLACES = 2000;

/**
 * Every place that speaks of what stands at a position. Of an asset: where it is used, and the papers that name its id;
 * without `declaration` not its primary site. Of a provision: the records that say they serve it.
 */
export function referencesAt(
  path: string,
  text: string,
  position: Position,
  input: NavigationInput & { readonly files: ReadonlyMap<string, FileFacts>; readonly declaration: boolean },
): FilePlace[] {
  const subject = subjectAt(path, text, position, input);
  if (subject === null) return [];
  const { snapshot } = input;
  const found =
    subject.type === 'provision'
      ? snapshot.records.flatMap((record) =>
          record.provisions.filter(({ id }) => id === subject.id).map(({ range }) => placeOf(record.path, range)),
        )
      : placesOf(subject.type === 'site' ? [subject.asset] : assetsOf(subject.id, snapshot.assets), input);
  // An id that is no asset any more: the papers that still name it.
  const named = subject.type === 'id' && found.length === 0 ? naming((id) => id === subject.id, input.files) : [];
  const sorted = [...found, ...named].sort((a, b) => compareText(a.path, b.path) || compareRange(a, b));
  return sorted.slice(0, MOST_PLACES);
}

function assetsOf(id: string, assets: readonly Asset[]): readonly Asset[] {
  return assetIndexOf(assets).covered(id);
}

function placesOf(
  assets: readonly Asset[],
  { files, declaration }: { readonly files: ReadonlyMap<string, FileFacts>; readonly declaration: boolean },
): FilePlace[] {
  if (assets.length === 0) return [];
  const index = assetIndexOf(assets);
  const sites = assets.flatMap((asset) => asset.sites.slice(declaration ? 0 : 1));
  return [...sites.map((site) => placeOf(site.path, site)), ...naming((id) => index.covered(id).length > 0, files)];
}

function naming(wanted: (id: string) => boolean, files: ReadonlyMap<string, FileFacts>): FilePlace[] {
  const known = new Map<string, boolean>();
  const isWanted = (id: string): boolean => {
    const answer = known.get(id) ?? wanted(id);
    known.set(id, answer);
    return answer;
  };
  const places: FilePlace[] = [];
  for (const { path, references } of files.values()) {
    for (const { asset, range } of references ?? []) if (isWanted(asset)) places.push(placeOf(path, range));
  }
  return places;
}
