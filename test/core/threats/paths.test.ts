import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createEngine } from '../../../src/core/engine/create';
import { NEVER_CANCELLED } from '../../../src/core/ports';
import { createDiskWorkspace } from '../../../src/node/disk-workspace';
import { testCatalogue } from '../../support/catalogue';
import { testGrammars } from '../../support/grammars';
import { memoryLogger } from '../../support/parts';

const FIXTURES = join(__dirname, 'fixtures', 'paths');

interface Row {
  readonly 'attack-path': string;
  readonly seen?: readonly string[];
}

/** The attack paths that a new threat model of a folder proposes because of something seen there. */
async function proposed(folder: string): Promise<Map<string, readonly string[]>> {
  const engine = createEngine({
    workspace: createDiskWorkspace(folder),
    grammars: testGrammars,
    catalogue: testCatalogue(),
    clock: { today: () => '2026-11-24' },
    logger: memoryLogger(),
  });
  await engine.scan(NEVER_CANCELLED);
  const [file] = engine.newThreatModel('library').creations;
  const { threats } = parse(file?.text ?? '') as { threats: Row[] };
  return new Map(threats.flatMap((row) => (row.seen ? [[row['attack-path'], row.seen] as const] : [])));
}

describe('attack paths', () => {
  it('have a project that must propose each, and a near miss', () => {
    const paths = testCatalogue().threats.paths.map(({ id }) => id);
    assert.deepEqual(readdirSync(FIXTURES).sort(), [...paths].sort());
    assert.ok(paths.length >= 16);
  });

  for (const path of readdirSync(FIXTURES)) {
    it(`${path} is proposed, with the places that show it`, async () => {
      const seen = (await proposed(join(FIXTURES, path, 'hit'))).get(path);
      assert.ok(seen !== undefined, 'it is not proposed');
      for (const place of seen) assert.match(place, /^\S+:\d+ \S|^and \d+ more place/u);
    });

    it(`${path} is not proposed for a near miss`, async () => {
      const seen = (await proposed(join(FIXTURES, path, 'miss'))).get(path);
      assert.equal(seen, undefined);
    });
  }
});
