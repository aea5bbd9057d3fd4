import assert from 'node:assert/strict';
import { placedProvisions } from '../../../src/core/catalogue/lookup';
import { mappingsOf } from '../../../src/core/catalogue/mappings';
import { compileCatalogue } from '../../../src/core/catalogue/load';
import { readCatalogueFiles } from '../../../scripts/catalogue-files';
import { testCatalogue } from '../../support/catalogue';

const catalogue = testCatalogue();

describe('links to other frameworks', () => {
  it('cover what the field asks for, each with an edition and where its links come from', () => {
    const ids = catalogue.frameworks.map((framework) => framework.id);
    for (const id of ['iso-27001', 'soc-2', 'iso-42001', 'nist-ai-rmf', 'ssdf-ai', 'owasp-llm-2025', 'owasp-llm-2026']) {
      assert.ok(ids.includes(id), id);
    }
    for (const id of ['owasp-ml-2023', 'mitre-atlas', 'eu-ai-act', 'iso-22989']) assert.ok(ids.includes(id), id);
    for (const framework of catalogue.frameworks) assert.ok(framework.note.length > 20, framework.id);
  });

  it('give every provision at least the stage of the life cycle', () => {
    for (const placed of placedProvisions(catalogue)) {
      const found = mappingsOf(catalogue, placed);
      assert.ok(
        found.some(({ framework, basis }) => framework.id === 'iso-22989' && basis === 'published'),
        placed.provision.id,
      );
    }
  });

  it('use every item that a framework lists', () => {
    for (const framework of catalogue.frameworks) {
      const linked = new Set(framework.links.map((link) => link.item));
      assert.deepEqual(
        framework.items.filter((item) => !linked.has(item.id)).map((item) => item.id),
        [],
        framework.id,
      );
    }
  });

  const broken: readonly (readonly [string, string, RegExp])[] = [
    ['an item that is not listed', '  - { item: X9, principle: 5, strength: primary, basis: ours }', /X9 is not among the items/u],
    [
      'a provision of another principle',
      '  - { item: X1, principle: 5, provisions: [5.1.1-1], strength: primary, basis: ours }',
      /principle 5 has no provision 5\.1\.1-1/u,
    ],
  ];
  for (const [what, link, message] of broken) {
    it(`say what is wrong with ${what}`, () => {
      const text = `id: x\ntitle: X\nshort: X\nedition: "1"\npublisher: X\nnote: Ours.\nitems: [{ id: X1, name: One }]\nlinks:\n${link}\n`;
      const result = compileCatalogue(new Map([...readCatalogueFiles(), ['frameworks/x.yaml', text]]));
      assert.ok('problems' in result);
      assert.match(result.problems[0]?.message ?? '', message);
    });
  }
});
