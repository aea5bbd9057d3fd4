import type { Catalogue } from '../catalogue';
import type { Asset } from '../model';
import { applicablePaths } from './applicable';
import type { ApplicablePath } from './applicable';
import { AssetSigns } from './asset-signs';
import { capabilitiesOf, countingAssets } from './capabilities';
import type { Capabilities, CapabilityInput } from './capabilities';
import { codeGroups } from './code-groups';
import type { CodeGroup } from './code-groups';
import { flowsOf, inTheirPlaces } from './plan-flows';
import { partsOf } from './plan-parts';
import type { PlannedFlow, PlannedPart, Seen } from './planned';

/** What a threat model of a system can begin with: everything that is seen of it, and nothing that a person must judge. */
export interface ThreatPlan {
  readonly system: string;
  readonly assets: readonly Asset[];
  readonly capabilities: Capabilities;
  readonly groups: readonly CodeGroup[];
  readonly parts: readonly PlannedPart[];
  readonly flows: readonly PlannedFlow[];
  readonly threats: readonly ApplicablePath[];
  /** Whoever runs the hosted models. */
  readonly providers: readonly string[];
  readonly catalogue: Catalogue;
}

/** Works out from assets and code what a threat model of a system takes in. */
export function planOf(system: string, input: CapabilityInput): ThreatPlan {
  const { catalogue } = input;
  const assets = countingAssets(input.assets);
  const capabilities = capabilitiesOf(input);
  const groups = codeGroups(codePaths(assets, capabilities, input.holds));
  const signs = new AssetSigns(catalogue);
  const providerOf = (asset: Asset) => {
    const site = asset.sites.find((each) => signs.isHosted(asset, each));
    return site === undefined ? null : (asset.suppliers[0] ?? site.provider ?? site.endpoint ?? 'a provider');
  };
  const seen: Seen = { assets, capabilities, groups, providerOf };
  const parts = partsOf(seen);
  const flows = flowsOf(seen, parts);
  return {
    system,
    assets,
    capabilities,
    groups,
    parts: inTheirPlaces(parts, flows),
    flows,
    threats: applicablePaths(catalogue, capabilities),
    providers: [...new Set(assets.flatMap((asset) => providerOf(asset) ?? []))].sort(),
    catalogue,
  };
}

/** The code that works with assets or takes something in. */
function codePaths(
  assets: readonly Asset[],
  capabilities: Capabilities,
  holds: (path: string) => boolean = () => true,
): string[] {
  const sites = assets.flatMap((asset) => asset.sites.filter(({ via }) => via === 'code').map(({ path }) => path));
  const facts = [...capabilities.values()].flatMap(({ facts: each }) =>
    each.filter(({ asset }) => asset === null).map(({ path }) => path),
  );
  return [...sites, ...facts].filter(holds);
}
