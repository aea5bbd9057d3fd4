import { cannotTell, holds, ofKinds, placed, some } from './look';
import type { Look, Seen } from './look';

/** Every model is named by a version that does not move. */
export function modelsPinned(look: Look): Seen {
  const models = ofKinds(look, ['model']).filter(({ pin }) => pin !== 'not-applicable');
  if (models.length === 0) return cannotTell('no model with a version was found');
  const moving = models.filter(({ pin }) => pin === 'alias' || pin === 'none');
  if (moving.length === 0) return holds(look, `an exact version: ${some(models.length, models.length, 'model')}`);
  return {
    outcome: 'contradicted',
    detail: `no exact version: ${some(moving.length, models.length, 'model')}`,
    places: moving.flatMap(({ name, sites }) =>
      sites
        .filter(({ pin }) => pin === 'alias' || pin === 'none')
        .slice(0, 1)
        .map((site) => placed(site.path, site, name)),
    ),
  };
}
