import type { Catalogue } from '../catalogue';
import { compareText } from '../model';
import type { Asset, AssetRecord, Cover, CoverState } from '../model';
import { assetIndexOf } from './documents/asset-index';
import { sameDigest } from './same-digest';
import { settingChanges } from './settings';

/**
 * How every cover of the records that document assets stands to the assets of today: gone, changed, moved, or as it was.
 * An asset that went, and one that nobody covers with the very content that was reviewed, are the same under another name.
 */
export function driftOf(assets: readonly Asset[], records: readonly AssetRecord[], catalogue: Catalogue): CoverState[] {
  const index = assetIndexOf(assets);
  const kinds = new Map(catalogue.records.map((kind) => [kind.id, kind.assetKind]));
  const states = records.flatMap((record) => {
    const kind = kinds.get(record.kind ?? '') ?? null;
    if (kind === null) return [];
    return record.covers
      .filter((cover) => cover.asset.startsWith(`${kind}:`))
      .map((cover) => stateOf(record, cover, index.covered(cover.asset)));
  });
  const moves = movesIn(states, assets);
  const arrived = new Set(moves.values());
  return states.map((state) => {
    const movedTo = moves.get(coverKey(state.cover)) ?? null;
    // What moved under a name that was in use before has taken it: what had that name is gone.
    const replaced = movedTo === null && state.changed && state.assets.some(({ id }) => arrived.has(id));
    return replaced ? { ...state, assets: [], changed: false, settings: null } : { ...state, movedTo };
  });
}

/** Records as they will read once every move is written down in them. */
export function withMoves(records: readonly AssetRecord[], drift: readonly CoverState[]): AssetRecord[] {
  const moves = new Map(
    drift.flatMap(({ record, cover, movedTo }) =>
      movedTo === null ? [] : [[`${record.path} ${coverKey(cover)}`, movedTo]],
    ),
  );
  if (moves.size === 0) return [...records];
  return records.map((record) => ({
    ...record,
    covers: record.covers.map((cover) => ({
      ...cover,
      asset: moves.get(`${record.path} ${coverKey(cover)}`) ?? cover.asset,
    })),
  }));
}

function coverKey({ asset, digest }: Cover): string {
  return `${digest ?? ''} ${asset}`;
}

function stateOf(record: AssetRecord, cover: Cover, assets: readonly Asset[]): CoverState {
  const [asset] = assets;
  const only = assets.length === 1 ? asset : undefined;
  const changed = only !== undefined && sameDigest(cover.digest, only.digest) === false;
  return { record, cover, assets, changed, settings: only ? settingChanges(cover, only) : null, movedTo: null };
}

/** From what covers name, with its digest, to the id of today. */
function movesIn(states: readonly CoverState[], assets: readonly Asset[]): ReadonlyMap<string, string> {
  const moves = new Map<string, string>();
  const lost = states.filter(
    ({ cover, assets: found, changed }) => cover.digest !== null && (found.length === 0 || changed),
  );
  if (lost.length === 0) return moves;
  const covered = new Set(states.flatMap((state) => state.assets.map(({ id }) => id)));
  const settled = new Set(
    states.filter((state) => !state.changed).flatMap((state) => state.assets.map(({ id }) => id)),
  );
  const free = byContent(assets.filter((asset) => !settled.has(asset.id)));
  const taken = new Set<string>();
  for (const { cover, assets: found } of [...lost].sort((a, b) => compareText(a.cover.asset, b.cover.asset))) {
    if (moves.has(coverKey(cover))) continue;
    const kind = cover.asset.slice(0, cover.asset.indexOf(':'));
    // Equals of one symbol (`~2`, `~3`) change places. Else the old name must be free, or it may as well be a copy; and
    // what records know under its own name has not come from elsewhere.
    const candidates = (free.get(contentKey(kind, cover.digest ?? '')) ?? []).filter(
      ({ id }) =>
        !taken.has(id) && (withoutOrder(id) === withoutOrder(cover.asset) || (found.length === 0 && !covered.has(id))),
    );
    const best = nearestTo(cover.asset, candidates);
    if (best === null) continue;
    moves.set(coverKey(cover), best.id);
    taken.add(best.id);
  }
  return moves;
}

function byContent(assets: readonly Asset[]): Map<string, Asset[]> {
  const found = new Map<string, Asset[]>();
  for (const asset of assets) {
    if (asset.digest === null) continue;
    const key = contentKey(asset.kind, asset.digest);
    const same = found.get(key);
    if (same) same.push(asset);
    else found.set(key, [asset]);
  }
  return found;
}

function contentKey(kind: string, digest: string): string {
  return `${kind} ${digest.toLowerCase()}`;
}

function withoutOrder(id: string): string {
  return id.replace(/~\d+$/u, '');
}

/** Of several with the same content the one whose name has most in common: the symbol or file name, then the folder. */
function nearestTo(id: string, candidates: readonly Asset[]): Asset | null {
  const score = (asset: Asset) =>
    Number(lastName(asset.id) === lastName(id)) * 2 + Number(folderOf(asset.id) === folderOf(id));
  return [...candidates].sort((a, b) => score(b) - score(a) || compareText(a.id, b.id))[0] ?? null;
}

function lastName(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf('#')) + 1);
}

function folderOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/') + 1);
}
