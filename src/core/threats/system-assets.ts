import type { Asset, AssetKind, System, SystemProfile, ThreatModel } from '../model';

/** The kinds of assets that a threat model has to take in. */
const KINDS: ReadonlySet<AssetKind> = new Set([
  'model',
  'dataset',
  'prompt',
  'agent',
  'tool',
  'mcp-server',
  'vector-index',
]);

/** Whether somebody would look for an asset in a threat model: a working part of the product. */
export function belongsInModel({ kind, scope, systems }: Asset): boolean {
  return KINDS.has(kind) && (scope === 'product' || systems.length > 0);
}

/**
 * The assets of the system that a threat model is about: those of the system of that name where `system.yaml` has one, all of
 * the project where there is only this model, else those that are used together with one that the model takes in.
 */
export function systemAssets(
  covered: ReadonlySet<string>,
  { assets, system, models }: { assets: readonly Asset[]; system: string | null; models: number },
): readonly Asset[] {
  const wanted = assets.filter(belongsInModel);
  if (system !== null) return wanted.filter(({ systems }) => systems.includes(system));
  if (models < 2) return wanted;
  const near = new Set(wanted.filter(({ id }) => covered.has(id)).flatMap(({ dependsOn }) => dependsOn));
  return wanted.filter(({ id, dependsOn }) => near.has(id) || dependsOn.some((each) => covered.has(each)));
}

/** The system that a threat model is about, by its id or name; null where `system.yaml` has none such. */
export function systemOf(
  { id, system }: Pick<ThreatModel, 'id' | 'system'>,
  profile: SystemProfile | null,
): System | null {
  const names = new Set([plain(id), plain(system)]);
  return profile?.systems.find((each) => names.has(plain(each.id)) || names.has(plain(each.name))) ?? null;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
