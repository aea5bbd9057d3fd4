import type { SnapshotCache } from '../engine';
import type { Snapshot } from '../model';
import type { Listing } from '../ports';
import type { Stamps } from './stamps';

/** What a snapshot was made of, besides the catalogue and the program. */
interface MadeOf {
  readonly listing: Listing;
  readonly stamps: Stamps;
  /** Of the configuration. */
  readonly salt: string;
  readonly today: string;
}

/** The snapshot of an earlier run, where nothing that it was made of has changed since; null where that is not sure. */
export function recalled(cache: SnapshotCache, madeOf: MadeOf): Snapshot | null {
  const state = stateOf(madeOf, (path) => madeOf.stamps.of(path));
  const kept = state === null ? null : cache.find(state);
  return kept && { ...kept, stats: { ...kept.stats, parsed: 0, cached: kept.stats.files } };
}

/** Keeps a snapshot, unless a file was written to too shortly before it was read. */
export function keepSnapshot(cache: SnapshotCache, snapshot: Snapshot, madeOf: MadeOf): void {
  const state = stateOf(madeOf, (path) => madeOf.stamps.taken(path));
  if (state !== null) cache.keep(state, snapshot);
}

/** Another text whenever the snapshot may be another one; null where a file has no stamp. No path holds a NUL. */
function stateOf({ listing, salt, today }: MadeOf, stampOf: (path: string) => string | null): string | null {
  const words = [today, salt, JSON.stringify([listing.ignored, listing.skipped])];
  for (const path of listing.files) {
    const stamp = stampOf(path);
    if (stamp === null) return null;
    words.push(path, stamp);
  }
  return words.join('\0');
}
