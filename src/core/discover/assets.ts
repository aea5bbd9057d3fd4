import type { Configuration } from '../config/configuration';
import { compareRange, compareText, type Asset, type Confidence, type Pin, type Sighting, type Site } from '../model';
import { sameItems } from '../same-data';
import { namedAssetId } from './asset-id';
import { configDigestOf, digestOf } from './asset-digest';
import { dependenciesOf } from './dependencies';
import { groupSightings, type SightingGroup } from './asset-groups';
import { remembering } from './remembered';
import { bestScope, createScopes } from './scope';

/**
 * One asset per kind and name, from all that was seen of it; undocumented until documents are looked at. Sorted by id, and
 * the same whatever the order of the sightings.
 */
export function assetsOf(sightings: readonly Sighting[], configuration: Configuration): readonly Asset[] {
  return assetsFrom(sightings)(configuration);
}

/** The very list of last time for the very same sightings. */
const assetsFrom = remembering((sightings: readonly Sighting[]) =>
  remembering((configuration: Configuration) => madeFrom(sightings, configuration)),
);

function madeFrom(sightings: readonly Sighting[], configuration: Configuration): readonly Asset[] {
  const scopeOf = createScopes(configuration);
  const groups = groupSightings(sightings);
  const assets = groups.map((group) => knownAsset(group, scopeOf));
  const dependencies = dependenciesOf(assets.map((asset, at) => ({ asset, sightings: groups[at]?.sightings ?? [] })));
  return assets
    .map((asset) => withDependencies(asset, dependencies.get(asset) ?? []))
    .sort((a, b) => compareText(a.id, b.id));
}

type ScopeOf = (path: string) => Asset['scope'];

interface Made extends SightingGroup {
  readonly scopeOf: ScopeOf;
  readonly asset: Asset;
}

const made = new WeakMap<Sighting, Made>();

/** The asset of a group; the same one as long as the same sightings make it. */
function knownAsset(group: SightingGroup, scopeOf: ScopeOf): Asset {
  const [first] = group.sightings;
  const known = first && made.get(first);
  if (known?.scopeOf === scopeOf && known.id === group.id && sameItems(known.sightings, group.sightings))
    return known.asset;
  const asset = assetOf(group, scopeOf);
  if (first) made.set(first, { ...group, scopeOf, asset });
  return asset;
}

const depending = new WeakMap<Asset, Asset>();

function withDependencies(asset: Asset, dependsOn: readonly string[]): Asset {
  if (dependsOn.length === 0) return asset;
  const known = depending.get(asset);
  if (known && sameItems(known.dependsOn, dependsOn)) return known;
  const full = { ...asset, dependsOn };
  depending.set(asset, full);
  return full;
}

function assetOf({ id, sightings }: SightingGroup, scopeOf: ScopeOf): Asset {
  const scope = bestScope(unique(sightings.map(({ path }) => path)).map(scopeOf));
  const away = (sighting: Sighting) => Number(scopeOf(sighting.path) !== scope);
  const sorted = [...sightings].sort((a, b) => away(a) - away(b) || compareSightings(a, b));
  const [primary] = sorted as [Sighting, ...Sighting[]];
  const { name } = primary;
  const names = sorted.flatMap((sighting) => [sighting.name, sighting.written, ...(sighting.aliases ?? [])]);
  const aliases = primary.kind === 'prompt' ? sorted.flatMap((sighting) => sighting.aliases ?? []) : names;
  const sites = sitesOf(sorted);
  return {
    id: id ?? namedAssetId(primary.kind, name),
    kind: primary.kind,
    name,
    // What is only known at run time is no name that anybody would use.
    aliases: unique(aliases).filter((alias) => alias !== name && !/\{\d+\}/.test(alias)),
    scope,
    confidence: best(sorted.map(({ confidence }) => confidence)),
    documented: false,
    documentation: { state: 'none', by: [] },
    records: [],
    suppliers: unique(sorted.flatMap(({ provider, maker }) => [provider, maker])).filter((name) => name !== HERE),
    pin: worst(sorted.map(({ pin }) => pin)),
    digest: digestOf(sorted),
    configDigest: configDigestOf(sites),
    dependsOn: [],
    systems: [],
    ...(sorted.some(({ publicSource }) => publicSource) ? { publicSource: true } : {}),
    sites,
  };
}

/** The primary site first (of those in the scope that counts): the definition, else a call, else configuration; of equals the first by path. */
function compareSightings(a: Sighting, b: Sighting): number {
  const byPlace = rankOf(a) - rankOf(b) || compareText(a.path, b.path) || compareRange(a, b);
  return byPlace || compareText(rest(a), rest(b));
}

/** What tells apart two sightings of one place, so that their order never depends on who came first. */
function rest({ use, via, signature, name, provider, pin, revision, language, digest, written }: Sighting): string {
  return [use, via, signature, name, provider, pin, revision, language, digest, written].join('\n');
}

function rankOf({ use, via }: Sighting): number {
  if (use === 'definition') return via === 'file' ? 0 : 1;
  return via === 'code' ? 2 : via === 'config' ? 3 : 0;
}

function sitesOf(sorted: readonly Sighting[]): Site[] {
  const byPlace = new Map<string, Site>();
  for (const sighting of sorted) {
    const key = `${sighting.path}:${sighting.line}:${sighting.column}`;
    const known = byPlace.get(key);
    byPlace.set(key, known ? withDetailsOf(known, sighting) : siteOf(sighting));
  }
  const sites = [...byPlace.values()];
  const [primary, ...rest] = sites as [Site, ...Site[]];
  return [primary, ...rest.sort((a, b) => compareText(a.path, b.path) || compareRange(a, b))];
}

/** What only one of several sightings of a place says of it. */
function withDetailsOf(site: Site, { settings, endpoint }: Sighting): Site {
  return {
    ...site,
    ...(endpoint === undefined || site.endpoint !== undefined ? {} : { endpoint }),
    ...(settings === undefined || site.settings !== undefined ? {} : { settings }),
  };
}

function siteOf(sighting: Sighting): Site {
  const {
    path,
    line,
    column,
    endLine,
    endColumn,
    cell,
    cellLine,
    via,
    language,
    use,
    signature,
    provider,
    pin,
    revision,
    endpoint,
    settings,
  } = sighting;
  return {
    path, line, column, endLine, endColumn,
    ...(cell === undefined ? {} : { cell }),
    ...(cellLine === undefined ? {} : { cellLine }),
    via, language, use, signature, provider, pin,
    ...(revision === undefined ? {} : { revision }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(settings === undefined ? {} : { settings }),
  }; // prettier-ignore
}

/** Who provides what runs on the same machine: nobody else. */
const HERE = 'local';

const PINS: readonly Pin[] = ['none', 'alias', 'exact', 'not-applicable'];
const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];

function worst(pins: readonly Pin[]): Pin {
  return PINS.find((pin) => pins.includes(pin)) ?? 'not-applicable';
}

function best(confidences: readonly Confidence[]): Confidence {
  return CONFIDENCES.find((confidence) => confidences.includes(confidence)) ?? 'low';
}

function unique<T extends string>(values: readonly (T | null | undefined)[]): T[] {
  return [...new Set(values)]
    .filter((value): value is T => typeof value === 'string' && value !== '')
    .sort(compareText);
}
