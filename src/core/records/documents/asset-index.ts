import { matchesGlob } from '../../config';
import { namedAssetId } from '../../discover/asset-id';
import { remembering } from '../../discover/remembered';
import type { Asset } from '../../model';

/** Finds the assets that an entry of `covers` stands for. */
export class AssetIndex {
  /** Made when something is looked for: most projects have no records, and nobody asks. */
  private byId: ReadonlyMap<string, readonly Asset[]> | null = null;

  constructor(private readonly all: readonly Asset[]) {}

  /** By id, by an alias, or by a glob such as `prompt:prompts/*.txt`; empty where there is none. */
  covered(id: string): readonly Asset[] {
    this.byId ??= assetsById(this.all);
    return this.byId.get(id) ?? this.matching(id);
  }

  private matching(id: string): Asset[] {
    if (!id.includes('*') || id.length > 200) return [];
    const matches = matchesGlob(id.replace(/[\\{}[\]]/gu, '\\$&'));
    return this.all.filter((asset) => matches(asset.id));
  }
}

/** The index of a list of assets: one for all who ask about the same list. */
export const assetIndexOf = remembering((assets: readonly Asset[]) => new AssetIndex(assets));

function assetsById(assets: readonly Asset[]): ReadonlyMap<string, readonly Asset[]> {
  const found = new Map<string, Asset[]>();
  for (const asset of assets) {
    const ids = asset.aliases.map((alias) => namedAssetId(asset.kind, alias));
    for (const id of new Set([asset.id, ...ids])) {
      const same = found.get(id);
      if (same) same.push(asset);
      else found.set(id, [asset]);
    }
  }
  return found;
}
