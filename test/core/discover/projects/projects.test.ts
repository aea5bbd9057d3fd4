import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accuracyTable, added, precision, recall, scoreOf, type Score } from '../../../support/accuracy';
import { KINDS, labelledProjects } from '../../../support/labelled-projects';

/** Projects as they lie about in public, made up for this test; what is in each is written down in front (`--- expect`). */
const PROJECTS = join(__dirname, 'fixtures');

/** Neither number may sink below these, per kind. */
const FLOORS = {
  model: { precision: 0.99, recall: 0.98 },
  prompt: { precision: 0.98, recall: 0.96 },
  dataset: { precision: 0.98, recall: 0.94 },
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

  it('says of nearly all whether they are documented', () => {
    const sum = Object.values(added(scores));
    for (const side of ['documented', 'undocumented'] as const) {
      const [right, all] = [0, 1].map((at) => sum.reduce((total, tally) => total + (tally[side][at] ?? 0), 0));
      assert.ok(right !== undefined && all !== undefined && all > 0 && right / all >= 0.9, `${side}: ${right}/${all}`);
    }
  });

  it('is as the README says', () => {
    const readme = readFileSync(join(__dirname, '../../../../README.md'), 'utf8');
    const section = /^## Accuracy\n([^]*?)^## /mu.exec(readme)?.[1] ?? '';
    assert.ok(section.includes(`the ${scores.length} labelled projects`), `they are ${scores.length} projects now`);
    const table = accuracyTable(scores).join('\n');
    assert.ok(section.includes(table), `npm run accuracy prints another table:\n${table}`);
  });

  it('finds nothing in projects without AI', () => {
    const without = scores.filter(({ tallies }) =>
      Object.values(tallies).every(({ found, missed }) => found + missed === 0),
    );
    assert.ok(without.length >= 6);
    assert.deepEqual(
      without.flatMap(({ project, extra }) => extra.map(({ id }) => `${project}: ${id}`)),
      [],
    );
  });
});
