import { compareText, type Settings, type Sighting } from '../../model';
import { contains } from '../sighting-parts';
import type { CallDetails } from './call-details';
import { keyOf } from './call-links';
import type { CallReader, Request } from './requests';

/** The sightings of one argument with what their call tells besides. */
export function withDetails(
  reader: CallReader,
  { site, inner }: Pick<Request, 'site' | 'inner'>,
  sightings: readonly Sighting[],
): Sighting[] {
  if (sightings.length === 0) return [];
  const details = reader.details(site.call);
  const from = inner === null ? details.from : [...details.from, keyOf(inner)];
  const context = { at: details.at, ...(from.length > 0 ? { from } : {}) };
  const inside = sightings.filter((each) => each.path === site.file.path && contains(site.call.range, each));
  // What reaches the call through a variable has no place in it: then its own place speaks for it.
  const speaking = new Set(inside.length > 0 ? inside : sightings.filter(({ use }) => use === 'use'));
  return sightings.map((each) => ({ ...(speaking.has(each) ? told(each, details) : each), context }));
}

/** Settings and address of the call; whoever answers there provides the model. */
function told(sighting: Sighting, { settings: own, outer, endpoint, server }: CallDetails): Sighting {
  if (sighting.kind === 'dataset') return sighting;
  const settings = sighting.kind === 'model' ? merged(outer, own) : own;
  const known = { ...sighting, ...(settings ? { settings } : {}), ...(endpoint === null ? {} : { endpoint }) };
  if (server === null || (sighting.kind === 'model' && sighting.pin === 'not-applicable')) return known;
  if (sighting.kind !== 'model') return { ...known, ...(sighting.provider === null ? {} : { provider: server }) };
  return { ...known, provider: server, ...(sighting.provider === null ? {} : { maker: sighting.provider }) };
}

/** Sorted; what the call itself says counts. */
function merged(outer: Settings | null, own: Settings | null): Settings | null {
  if (!outer || !own) return own ?? outer;
  return Object.fromEntries(Object.entries({ ...outer, ...own }).sort(([a], [b]) => compareText(a, b)));
}
