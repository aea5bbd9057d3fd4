import type { Asset, AssetRecord, Site, Snapshot } from '../model';
import { compareText } from '../model';

/** The project itself, in the graph of dependencies. */
export const PROJECT_REF = 'project';
const PREFIX = 'ai-baseline:';

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** A property of our own name space; none where there is nothing to say. */
export function property(name: string, value: string | number | boolean | null | undefined): NamedValue[] {
  if (value === null || value === undefined || value === '') return [];
  return [{ name: PREFIX + name, value: String(value) }];
}

/** An asset's id as a reference: readers take a percent sign before two digits for something that was encoded by mistake. */
export function assetRef(id: string): string {
  return id.replaceAll('%', '%25');
}

export function systemRef(id: string): string {
  return `system:${id}`;
}

export function serviceRef(endpoint: string): string {
  return `service:${endpoint}`;
}

/** Hosts that the project speaks to, with who answers there, and the assets that are called at each. */
export interface Endpoint {
  readonly host: string;
  readonly provider: string | null;
  readonly assets: readonly string[];
}

export function endpointsOf({ assets }: Snapshot): Endpoint[] {
  const found = new Map<string, { provider: string | null; assets: Set<string> }>();
  for (const asset of assets) {
    for (const { endpoint, provider } of asset.sites) {
      if (endpoint === undefined) continue;
      const known = found.get(endpoint) ?? { provider, assets: new Set() };
      known.assets.add(asset.id);
      found.set(endpoint, known);
    }
  }
  return [...found]
    .sort(([a], [b]) => compareText(a, b))
    .map(([host, { provider, assets: users }]) => ({ host, provider, assets: [...users].sort(compareText) }));
}

/** Reads what records say of assets. */
export class RecordsOf {
  readonly #records: ReadonlyMap<string, AssetRecord>;

  constructor({ records }: Snapshot) {
    this.#records = new Map(records.map((record) => [record.path, record]));
  }

  of(asset: Asset): AssetRecord[] {
    return asset.records.flatMap((path) => this.#records.get(path) ?? []);
  }

  /** What the first record that says something under one of the names says. */
  said(asset: Asset, ...names: readonly string[]): string | null {
    for (const record of this.of(asset)) {
      for (const name of names) {
        const text = record.stated?.[name];
        if (text !== undefined) return text;
      }
    }
    return null;
  }

  owner(asset: Asset): string | null {
    return this.of(asset).find(({ owner }) => owner !== null)?.owner ?? null;
  }
}

/** The revision that the asset is pinned to, where a site says one. */
export function revisionOf({ sites }: Asset): string | null {
  return sites.find(({ revision }) => revision !== undefined)?.revision ?? null;
}

/** The part of a prompt's id that names the symbol holding it. */
export function symbolOf({ kind, name }: Asset): string | null {
  const mark = name.lastIndexOf('#');
  return kind !== 'prompt' || mark < 0 ? null : name.slice(mark + 1);
}

/** Every setting that a site writes down; where two sites differ, both values. */
export function settingsOf(sites: readonly Site[]): NamedValue[] {
  const values = new Map<string, Set<string>>();
  for (const { settings } of sites) {
    for (const [name, value] of Object.entries(settings ?? {})) {
      values.set(name, (values.get(name) ?? new Set()).add(value));
    }
  }
  return [...values]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([name, each]) => property(`setting:${name}`, [...each].sort(compareText).join(' | ')));
}
