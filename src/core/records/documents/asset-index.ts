import { matchesGlob } from '../../config';
import { namedAssetId } from '../../discover/asset-id';
import type { Asset } from '../../model';

/** Finds the assets that an entry of `covers` stands for. */
export class AssetIndex {
  private readonly all: readonly Asset[];
  private readonly byId = new Map<string, Asset[]>();

  constructor(assets: Iterable<Asset>) {
    this.all = [...assets];
    for (const asset of this.all) {
      for (const id of new Set([asset.id, ...asset.aliases.map((alias) => namedAssetId(asset.kind, alias))])) {
        const same = this.byId.get(id);
        if (same) same.push(asset);
        else this.byId.set(id, [asset]);
      }
    }
  }

  /** By id, by an alias, or by a glob such as `prompt:prompts/*.txt`; empty where there is none. */
  covered(id: string): readonly Asset[] {
    return this.byId.get(id) ?? this.matching(id);
  }

  private matching(id: string): Asset[] {
    if (!id.includes('*') || id.length > 200) return [];
    const matches = matchesGlob(id.replace(/[\\{}[\]]/gu, '\\$&'));
    return this.all.filter((asset) => matches(asset.id));
  }
}
