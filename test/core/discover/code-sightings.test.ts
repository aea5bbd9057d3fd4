import assert from 'node:assert/strict';
import { caseFiles, casesIn, lineOf, sightingsOf } from './support/cases';

describe('sightings in code', () => {
  for (const name of caseFiles()) {
    describe(name.replace(/\.txt$/u, ''), () => {
      for (const { title, files, expected } of casesIn(name)) {
        it(title, async () => {
          const found = await sightingsOf(files);
          assert.deepEqual(found.map(lineOf), expected);
        });
      }
    });
  }
});
