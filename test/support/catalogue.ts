import { readCatalogueFiles } from '../../scripts/catalogue-files';
import type { Catalogue } from '../../src/core/catalogue';
import { compileCatalogue, problemText } from '../../src/core/catalogue/load';

const memo: { catalogue?: Catalogue } = {};

/** The catalogue of this tree, through the loader that the build uses. Throws with everything that is wrong in it. */
export function testCatalogue(): Catalogue {
  memo.catalogue ??= load();
  return memo.catalogue;
}

function load(): Catalogue {
  const result = compileCatalogue(readCatalogueFiles());
  if ('problems' in result) throw new Error(result.problems.map(problemText).join('\n'));
  return result.catalogue;
}
