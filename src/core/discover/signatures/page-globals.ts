import type { Reference } from '../resolve/resolving';
import { ecosystemOf, type SignatureLibrary } from './library';
import type { CallSite } from './places';

/**
 * The library behind a name that nothing in the file binds, as in `tf.data.csv(…)`: a script of a page uses what the page
 * has loaded under its own name. Any other reference stays as it is.
 */
export function loadedByPage(
  reference: Reference,
  { call, file }: CallSite,
  library: Pick<SignatureLibrary, 'isRoot'>,
): Reference {
  const { module, path, target } = reference;
  const [root = '', ...inside] = path;
  if (module !== null || target !== null || inside.length === 0) return reference;
  if (ecosystemOf(file.facts.language) !== 'javascript' || !library.isRoot(root)) return reference;
  return file.lookup(root, call.scope, call.range).length > 0 ? reference : { module: root, path: inside, target };
}
