import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileCatalogue, problemText, readCatalogue } from '../../../src/core/catalogue/load';
import { readCatalogueFiles } from '../../../scripts/catalogue-files';
import { testCatalogue } from '../../support/catalogue';

const FIXTURES = join(__dirname, 'fixtures', 'load');

/** A fixture holds files, each under `=== path`, and under `=== problems` how each problem begins, with its place. */
function sections(name: string): Map<string, string> {
  const parts = readFileSync(join(FIXTURES, name), 'utf8').split(/^=== (.*)\n/mu);
  return new Map(parts.flatMap((part, index) => (index % 2 === 1 ? [[part, parts[index + 1] ?? ''] as const] : [])));
}

describe('the loader of the catalogue', () => {
  for (const name of readdirSync(FIXTURES)) {
    it(`says what is wrong and where: ${name.replace(/\.txt$/u, '')}`, () => {
      const { problems: expected, ...files } = Object.fromEntries(sections(name));
      const result = compileCatalogue(new Map(Object.entries(files)));
      const actual = 'problems' in result ? result.problems.map(problemText) : [];
      const beginnings = (expected ?? '').trim().split('\n').map((line) => `catalogue/${line}`);
      assert.equal(actual.length, beginnings.length, actual.join('\n'));
      for (const [index, beginning] of beginnings.entries()) {
        assert.ok(actual[index]?.startsWith(beginning), `${String(actual[index])}\nshould begin\n${beginning}`);
      }
    });
  }

  it('makes an empty catalogue of nothing', () => {
    const result = compileCatalogue(new Map());
    assert.ok('catalogue' in result);
    assert.deepEqual(result.catalogue.principles, []);
  });

  it('gives the same bytes whatever the order of the files', () => {
    const files = [...readCatalogueFiles()];
    const text = (entries: [string, string][]) => JSON.stringify(compileCatalogue(new Map(entries)));
    assert.equal(text([...files].reverse()), text(files));
  });

  it('reads back what it wrote', () => {
    const catalogue = testCatalogue();
    assert.deepEqual(readCatalogue(JSON.parse(JSON.stringify(catalogue))), catalogue);
  });

  it('refuses a JSON that is something else', () => {
    assert.throws(() => readCatalogue({ principles: [] }), { name: 'ZodError' });
  });
});
