import type { Resolving } from '../resolve/resolving';
import { textsOf } from '../resolve/texts';
import { valuesAt } from './places';
import type { Request } from './requests';

/** The revision that a call asks a hub for (a commit, a tag or a branch); null where it asks for none, or for one unknown here. */
export function revisionOf(resolving: Resolving, { match, site }: Request): string | null {
  if (!match.row.revision) return null;
  const [text] = valuesAt(resolving, site, match.row.revision).flatMap((value) => textsOf(resolving, value));
  return text && text.holes.length === 0 && text.text !== '' ? text.text : null;
}
