import type { Call } from '../../model';
import type { Resolving } from '../resolve/resolving';
import type { CallSite } from './places';

const MOST_VARIANTS = 24;

/**
 * `download(**REPOS[name])`: one call for each map that may be spread there, so that what stands beside an id is read from
 * the same map. Empty where nothing is spread.
 */
export function variantsOf(resolving: Resolving, { call, file }: CallSite): Call[] {
  const spread = call.args.find((argument) => argument.spread === true && argument.name === null);
  if (!spread) return [];
  return resolving
    .expand({ value: spread.value, file, scope: call.scope })
    .filter((found) => found.value.kind === 'map' && found.file === file)
    .slice(0, MOST_VARIANTS)
    .map(({ value }) => ({
      ...call,
      args: call.args.map((argument) => (argument === spread ? { ...spread, value } : argument)),
    }));
}
