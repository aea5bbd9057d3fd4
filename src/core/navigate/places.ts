import { rangesTouch } from '../model';
import type { Asset, FilePlace, Position, Range, Site } from '../model';

/** A site with the asset it belongs to. */
export interface PlacedSite {
  readonly asset: Asset;
  readonly site: Site;
}

/** A range of a file, without what else is known of it. */
export function placeOf(path: string, { line, column, endLine, endColumn }: Range): FilePlace {
  return { path, line, column, endLine, endColumn };
}

/** The innermost site at a position; null where there is none. */
export function siteAt(assets: readonly Asset[], path: string, position: Position): PlacedSite | null {
  const point = { ...position, endLine: position.line, endColumn: position.column };
  let best: PlacedSite | null = null;
  for (const asset of assets) {
    for (const site of asset.sites) {
      if (site.path !== path || !rangesTouch(site, point)) continue;
      if (best === null || isSmaller(site, best.site)) best = { asset, site };
    }
  }
  return best;
}

function isSmaller(a: Range, b: Range): boolean {
  const lines = a.endLine - a.line - (b.endLine - b.line);
  return lines < 0 || (lines === 0 && a.endColumn - a.column < b.endColumn - b.column);
}
