import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../src/core/catalogue';
import { compileCatalogue, problemText } from '../src/core/catalogue/load';
import { readCatalogueFiles } from './catalogue-files';
import { generateDocs } from './generate-docs';
import { generateSchemas } from './generate-schemas';
import { generateSnippets } from './generate-snippets';

/** Everything that is made from the catalogue. A new generator is a line here. */
const generators: readonly ((catalogue: Catalogue) => void)[] = [
  writeCatalogue,
  generateDocs,
  generateSnippets,
  generateSchemas,
];

/** The one JSON that the bundles embed. */
function writeCatalogue(catalogue: Catalogue): void {
  const folder = join(__dirname, '..', 'build');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
}

const result = compileCatalogue(readCatalogueFiles());
if ('problems' in result) {
  for (const problem of result.problems) console.error(problemText(problem));
  process.exitCode = 1;
} else {
  for (const generate of generators) generate(result.catalogue);
}
