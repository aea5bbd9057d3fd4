import assert from 'node:assert/strict';
import { join } from 'node:path';
import { added, precision, recall, scoreOf, type Score } from '../../../support/accuracy';
import { KINDS, labelledProjects } from '../../../support/labelled-projects';

/** Projects as they lie about in public, made up for this test; what is in each is written down in front (`--- expect`). */
const PROJECTS = join(__dirname, 'fixtures');

/** Neither number may sink below these, per kind. */
const FLOORS = {
  model: { precision: 0.97, recall: 0.87 },
  prompt: { precision: 0.96, recall: 0.77 },
  dataset: { precision: 0.92, recall: 0.68 },
};

describe('assets of whole projects', function () {
  this.timeout(120_000);
  const scores: Score[] = [];

  before(async () => {
    for (const project of labelledProjects(PROJECTS)) scores.push(await scoreOf(project));
  });

  for (const kind of KINDS) {
    it(`${kind}: hardly any missed, hardly any made up`, () => {
      const tally = added(scores)[kind];
      const wrong = scores.flatMap(({ project, missed, extra }) => [
        ...missed.filter((label) => label.kind === kind).map(({ name }) => `${project} missed ${name}`),
        ...extra.filter((asset) => asset.kind === kind).map(({ name }) => `${project} made up ${name}`),
      ]);
      assert.ok(precision(tally) >= FLOORS[kind].precision, wrong.join('\n'));
      assert.ok(recall(tally) >= FLOORS[kind].recall, wrong.join('\n'));
    });
  }
});
