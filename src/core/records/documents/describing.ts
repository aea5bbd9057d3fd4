import type { Asset, AssetDescription, FactName } from '../../model';
import type { Fact } from './said';

/** What each stated fact says, in the words in which documents are weighed; versions and hashes alone tell nobody much. */
const SAYS: Readonly<Partial<Record<FactName, Fact>>> = {
  purpose: 'purpose',
  provider: 'origin',
  authors: 'origin',
  source: 'origin',
  licence: 'terms',
  limitations: 'limits',
  trainingData: 'limits',
  access: 'access',
};

/** How many kinds of things a description says. */
export function kindsSaid({ facts }: AssetDescription): number {
  return new Set((Object.keys(facts) as FactName[]).flatMap((name) => SAYS[name] ?? [])).size;
}

/** Finds the assets that descriptions are about: by path, by the folder they lie in, by name. */
export class DescribedAssets {
  private readonly byPath = new Map<string, Set<Asset>>();
  private readonly byName = new Map<string, Set<Asset>>();
  private readonly byShortName = new Map<string, Set<Asset>>();

  constructor(assets: Iterable<Asset>) {
    for (const asset of assets) {
      put(this.byPath, key(asset, asset.name), asset);
      for (const site of asset.sites) {
        if (site.via !== 'file') continue;
        put(this.byPath, key(asset, site.path), asset);
        // A card is about the weights or the data beside it; prompts lie together for other reasons.
        if (asset.kind !== 'prompt') put(this.byPath, key(asset, folderOf(site.path)), asset);
      }
      for (const name of [asset.name, ...asset.aliases]) {
        put(this.byName, key(asset, plain(name)), asset);
        const last = name.slice(name.lastIndexOf('/') + 1);
        for (const short of [last, last.replace(/(?:\.[A-Za-z][A-Za-z0-9]{0,11}){1,2}$/u, '')]) {
          put(this.byShortName, key(asset, plain(short)), asset);
        }
      }
    }
  }

  about({ kind, paths, names }: AssetDescription): Asset[] {
    const found = new Set<Asset>();
    for (const path of paths) for (const asset of this.byPath.get(key({ kind }, path)) ?? []) found.add(asset);
    for (const name of names) {
      const word = key({ kind }, plain(name));
      if (plain(name).length < 3) continue;
      const exact = this.byName.get(word);
      const short = this.byShortName.get(word);
      // The end of a name counts only where one asset alone is called so.
      for (const asset of exact ?? (short?.size === 1 ? short : [])) found.add(asset);
    }
    return [...found];
  }
}

function put(map: Map<string, Set<Asset>>, at: string, asset: Asset): void {
  const known = map.get(at);
  if (known) known.add(asset);
  else map.set(at, new Set([asset]));
}

function key({ kind }: Pick<Asset, 'kind'>, words: string): string {
  return `${kind} ${words}`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_]+/gu, '-');
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
