import type { SpecOf } from '../../catalogue/observations';
import { absent, cannotTell, holds, ofKinds, placed, some } from './look';
import type { Look, Seen } from './look';

/** What records cover is still what they were written about. */
export function recordsCurrent(look: Look, { assetKinds, what }: SpecOf<'records-current'>): Seen {
  const assets = ofKinds(look, assetKinds);
  if (assets.length === 0) return cannotTell('no such asset was found');
  const known = new Set(look.drift.length === 0 ? [] : assets.map(({ id }) => id));
  const states = look.drift.filter(({ assets }) => assets.some(({ id }) => known.has(id)));
  const compared = states.filter(
    ({ cover, assets: [asset] }) =>
      (cover.digest !== null && asset?.digest !== null) || (what !== 'content' && (cover.config ?? null) !== null),
  );
  if (compared.length === 0) return absent(look, 'no record notes what it was written about');
  const stale = compared.filter(({ changed, settings }) => changed || (what !== 'content' && settings !== null));
  if (stale.length === 0) return holds(look, `as recorded: ${some(compared.length, compared.length, 'asset')}`);
  return {
    outcome: 'contradicted',
    detail: `changed since recorded: ${some(stale.length, compared.length, 'asset')}`,
    places: stale.map(({ record, cover }) => placed(record.path, cover.range, cover.asset)),
  };
}
