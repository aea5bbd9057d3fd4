import type { Capability, Catalogue } from '../catalogue';
import type { Configuration } from '../config/configuration';
import { createScopes } from '../discover/scope';
import type { Asset, AssetKind, FileFacts, Range, Scope } from '../model';
import { compareText } from '../model';
import { AssetSigns } from './asset-signs';

/** One place that shows a capability. */
export interface CapabilityFact {
  readonly path: string;
  readonly range: Range;
  /** In few words: `vector index articles`, `web handler (fastapi)`. */
  readonly what: string;
  /** Id of the asset that shows it. */
  readonly asset: string | null;
}

/** A capability of the system with the places that show it, by path and line. */
export interface SeenCapability {
  readonly key: string;
  readonly title: string;
  /** What comes in by it; null where nothing does. */
  readonly entryPoint: string | null;
  readonly facts: readonly CapabilityFact[];
}

/** What a system can do, by the key of the capability; what is not seen is not there. */
export type Capabilities = ReadonlyMap<string, SeenCapability>;

export interface CapabilityInput {
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  /** The assets of the system. */
  readonly assets: readonly Asset[];
  readonly files: ReadonlyMap<string, FileFacts>;
  /** Which files belong to the system; all of the project where it is left out. */
  readonly holds?: (path: string) => boolean;
}

/** More of them tell nobody anything. */
const MOST_FACTS = 200;

/**
 * What the assets and the code of a system show of the capabilities in the catalogue. Code and assets outside product scope
 * count for nothing, save in a repository that holds nothing but examples.
 */
export function capabilitiesOf(input: CapabilityInput): Capabilities {
  const { capabilities } = input.catalogue.threats;
  const facts = new Map<string, CapabilityFact[]>();
  const take = (key: string, fact: CapabilityFact) => {
    const known = facts.get(key);
    if (known === undefined) facts.set(key, [fact]);
    else if (known.length < MOST_FACTS) known.push(fact);
  };
  const assets = countingAssets(input.assets);
  fromAssets(input, assets, take);
  fromCode(input, assets, take);
  const seen = new Map<string, SeenCapability>();
  for (const capability of capabilities) {
    const found = sorted([capability.key, ...capability.includes].flatMap((key) => facts.get(key) ?? []));
    if (found.length > 0) seen.set(capability.key, seenAs(capability, found));
  }
  return seen;
}

function seenAs({ key, title, entryPoint }: Capability, facts: readonly CapabilityFact[]): SeenCapability {
  return { key, title, entryPoint: entryPoint ?? null, facts };
}

type Take = (key: string, fact: CapabilityFact) => void;

function fromAssets({ catalogue }: CapabilityInput, assets: readonly Asset[], take: Take): void {
  const signs = new AssetSigns(catalogue);
  for (const asset of assets) {
    for (const { key, signs: wanted } of catalogue.threats.capabilities) {
      for (const sign of wanted) {
        const site = 'assets' in sign ? signs.site(sign.assets, asset) : null;
        if (site === null) continue;
        take(key, { path: site.path, range: site, what: `${sign.what} ${asset.name}`, asset: asset.id });
        break;
      }
    }
  }
}

/** Kinds of assets beside which running a program is a matter of models. */
const ACTING: ReadonlySet<AssetKind> = new Set(['prompt', 'tool', 'agent', 'mcp-server']);

function fromCode(input: CapabilityInput, assets: readonly Asset[], take: Take): void {
  const { configuration, files, holds } = input;
  const scopeOf = createScopes(configuration);
  const scope = scopeOfSystem(input.assets);
  const acting = new Set(assets.flatMap(({ kind, sites }) => (ACTING.has(kind) ? sites.map(({ path }) => path) : [])));
  const records = `${configuration.records}/`;
  for (const { path, signs } of files.values()) {
    if (signs === undefined || path.startsWith(records) || holds?.(path) === false) continue;
    if (scopeOf(path) !== scope) continue;
    for (const { capability, what, range, beside } of signs) {
      if (beside !== true || acting.has(path)) take(capability, { path, range, what, asset: null });
    }
  }
}

/** The scope that counts: product, and in a repository of examples alone these. */
function scopeOfSystem(assets: readonly Asset[]): Scope {
  const scopes = new Set(assets.map(({ scope }) => scope));
  return scopes.has('product') || !scopes.has('example') ? 'product' : 'example';
}

/** The assets that count: those of the scope, and those that a system lists whatever their scope. */
export function countingAssets(assets: readonly Asset[]): readonly Asset[] {
  const scope = scopeOfSystem(assets);
  return assets.filter((asset) => asset.scope === scope || asset.systems.length > 0);
}

/** By path and line, one for each place. */
function sorted(facts: readonly CapabilityFact[]): CapabilityFact[] {
  const places = new Map<string, CapabilityFact>();
  for (const fact of facts) {
    const place = `${fact.path}:${fact.range.line}`;
    const known = places.get(place);
    if (known === undefined || (known.asset === null && fact.asset !== null)) places.set(place, fact);
  }
  return [...places.values()].sort((a, b) => compareText(a.path, b.path) || a.range.line - b.range.line);
}
