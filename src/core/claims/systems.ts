import { compileGlobs } from '../config';
import { compareText } from '../model';
import type { Asset, System, SystemProfile } from '../model';
import { assetIndexOf } from '../records/documents/asset-index';

/**
 * The assets with the systems they belong to: those whose places lie in a system's paths, and those that it lists. A
 * system without paths consists of the whole project. What a system lists counts as part of the product, wherever it lies.
 */
export function withSystems(assets: readonly Asset[], profile: SystemProfile | null): readonly Asset[] {
  if (profile === null || profile.systems.length === 0) return assets;
  const index = assetIndexOf(assets);
  const listed = new Map<string, string[]>();
  for (const { id, assets: ids } of profile.systems) {
    for (const asset of ids.flatMap((each) => index.covered(each))) {
      listed.set(asset.id, [...(listed.get(asset.id) ?? []), id]);
    }
  }
  const holds = profile.systems.map((system) => [system.id, holder(system)] as const);
  return assets.map((asset) => {
    const named = listed.get(asset.id) ?? [];
    const inPaths = holds.flatMap(([id, matches]) => (asset.sites.some(({ path }) => matches(path)) ? [id] : []));
    const own = asset.scope === 'product' ? inPaths : [];
    const systems = [...new Set([...named, ...own])].sort(compareText);
    return { ...asset, systems, scope: named.length > 0 ? 'product' : asset.scope };
  });
}

function holder({ paths }: System): (path: string) => boolean {
  return compileGlobs(paths) ?? (() => true);
}
