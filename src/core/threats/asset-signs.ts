import type { CapabilitySign, Catalogue, FamiliesFile } from '../catalogue';
import type { Asset, Site } from '../model';
import { isLikeOne } from './star';

type AssetPart = Extract<CapabilitySign, { assets: unknown }>['assets'];

const LOCAL_HOST = /^(?:localhost|127\.|0\.0\.0\.0|host\.docker\.internal|\[?::1)/u;

/** What of assets shows a capability. */
export class AssetSigns {
  /** Signatures whose calls go to somebody else's service. */
  readonly #served = new Set<string>();

  constructor(private readonly catalogue: Pick<Catalogue, 'signatures' | 'families'>) {
    for (const { provider, rows } of catalogue.signatures) {
      for (const row of rows) {
        if ((row.provider === undefined ? provider : row.provider) !== null) this.#served.add(row.id);
      }
    }
  }

  /** The site of an asset at which a sign shows; null where it does not. */
  site(sign: AssetPart, asset: Asset): Site | null {
    if (!sign.kinds.includes(asset.kind)) return null;
    const name = asset.name.toLowerCase();
    if (sign.names !== undefined && !isLikeOne(sign.names, name)) return null;
    if (isLikeOne(sign.notNames, name)) return null;
    if (sign.pins !== undefined && !sign.pins.some((pin) => pin === asset.pin)) return null;
    if (sign.public !== undefined && sign.public !== (asset.publicSource === true)) return null;
    return asset.sites.find((site) => this.#isAt(sign, asset, site)) ?? null;
  }

  #isAt(sign: AssetPart, asset: Asset, site: Site): boolean {
    if (sign.via !== undefined && site.via !== sign.via) return false;
    if (sign.signatures !== undefined && !isLikeOne(sign.signatures, site.signature)) return false;
    if (isLikeOne(sign.notSignatures, site.signature)) return false;
    if (sign.hosted !== undefined && sign.hosted !== this.isHosted(asset, site)) return false;
    const { settings } = sign;
    if (settings === undefined) return true;
    return Object.entries(settings).some(([key, values]) => {
      const value = site.settings?.[key];
      return value !== undefined && isLikeOne(values, value.toLowerCase());
    });
  }

  /** Whether the model runs at somebody else's service at this site: the library says so, or its name does. */
  isHosted(asset: Asset, site: Site): boolean {
    if (asset.kind !== 'model' || site.via === 'file') return false;
    if (site.provider === 'local' || (site.endpoint !== undefined && LOCAL_HOST.test(site.endpoint))) return false;
    return (
      this.#served.has(site.signature) ||
      site.endpoint !== undefined ||
      isHostedName(asset.name, this.catalogue.families)
    );
  }
}

/** Whether an id begins like those that only their maker serves, whatever stands in front of it. */
function isHostedName(id: string, { families }: FamiliesFile): boolean {
  const name = id.toLowerCase().replace(/^.*[/]/u, '');
  let [longest, hosted] = [0, false];
  for (const family of families) {
    for (const [starts, served] of [
      [family.hosted, true],
      [family.open, false],
    ] as const) {
      for (const start of starts) {
        if (start.length > longest && name.startsWith(start.toLowerCase())) [longest, hosted] = [start.length, served];
      }
    }
  }
  return hosted;
}
