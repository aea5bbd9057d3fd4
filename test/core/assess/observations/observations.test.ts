import assert from 'node:assert/strict';
import { placedProvisions } from '../../../../src/core/catalogue/lookup';
import type { Observation } from '../../../../src/core/model';
import { NEVER_CANCELLED } from '../../../../src/core/ports';
import { testCatalogue } from '../../../support/catalogue';
import { MemoryWorkspace } from '../../../support/memory-workspace';
import { engineOver } from '../../../support/rule-cases';
import { treesFor } from './trees';
import type { Tree } from './tree-parts';

const provisions = placedProvisions(testCatalogue()).map(({ provision }) => provision);

/** The project, with the digests of today where it asks for them. */
async function read(tree: Tree) {
  const workspace = new MemoryWorkspace(tree);
  const engine = engineOver(workspace);
  const { assets } = await engine.scan(NEVER_CANCELLED);
  const digest = assets.find((asset) => asset.digest !== null)?.digest ?? '';
  const config = assets.find((asset) => (asset.configDigest ?? null) !== null)?.configDigest ?? '';
  const asking = [...workspace.files].filter(
    ([, text]) => typeof text === 'string' && /"(?:DIGEST|CONFIG)"/u.test(text),
  );
  for (const [path, text] of asking) {
    if (typeof text === 'string')
      workspace.files.set(path, text.replaceAll('"DIGEST"', `"${digest}"`).replaceAll('"CONFIG"', `"${config}"`));
  }
  return asking.length === 0 ? engine.snapshot : engine.scan(NEVER_CANCELLED);
}

describe('observations, over small projects', () => {
  it('are made for most provisions, each of which says what the most is that can be said of it', () => {
    assert.ok(provisions.filter(({ observations }) => observations.length > 0).length >= 60);
    assert.ok(provisions.every(({ limit }) => limit.length > 20));
  });

  for (const provision of provisions) {
    for (const spec of provision.observations) {
      const trees = treesFor(spec);
      it(`${spec.id} has a project for each outcome that it can have`, () => {
        const can: Observation[] = [
          'seen',
          'cannot-tell',
          ...(spec.contradicted === undefined ? [] : ['contradicted' as const]),
        ];
        for (const outcome of can)
          assert.ok(
            trees.some(([each]) => each === outcome),
            `${spec.id}: ${outcome}`,
          );
        if (spec.contradicted === undefined) assert.ok(trees.every(([each]) => each !== 'contradicted'));
      });
      for (const [outcome, why, tree] of trees) {
        it(`${spec.id}: ${outcome} (${why})`, async () => {
          const snapshot = await read(tree);
          const status = snapshot.provisions.find(({ id }) => id === provision.id);
          const found = status?.observations.find(({ id }) => id === spec.id);
          assert.equal(found?.outcome, outcome, found?.detail);
          assert.equal(outcome === 'contradicted', (found?.places.length ?? 0) > 0 && outcome === 'contradicted');
        });
      }
    }
  }
});
