import type { AssetRecord } from '../../model';
import { cannotTell, holds, placed, some } from './look';
import type { Look, Seen } from './look';

/** Models that are given to others have their hashes on record. */
export function hashesRecorded(look: Look): Seen {
  const given = new Set<AssetRecord>();
  const known = look.drift.length === 0 ? null : new Set(look.assets.map(({ id }) => id));
  for (const { record, assets } of look.drift) {
    if (record.givenToOthers !== null && assets.some(({ id }) => known?.has(id))) given.add(record);
  }
  if (given.size === 0) return cannotTell('no record says that a model is given to others');
  const bare = [...given].filter((record) => record.stated?.['Hashes'] === undefined);
  const condition = `${[...given][0]?.path ?? ''} says that the model is given to others`;
  if (bare.length === 0) return holds(look, `hashes in ${some(given.size, given.size, 'record')}`, { condition });
  return {
    outcome: 'contradicted',
    detail: `no hashes in ${some(bare.length, given.size, 'record')}`,
    places: bare.map(({ path, givenToOthers, range }) => placed(path, givenToOthers ?? range, 'given-to-others')),
    condition,
  };
}
