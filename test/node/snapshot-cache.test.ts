import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '../../src/core';
import { emptySnapshot } from '../../src/core/engine/analysis';
import { openSnapshotCache } from '../../src/node/snapshot-cache';
import { testCatalogue } from '../support/catalogue';
import { memoryLogger } from '../support/parts';

describe('node: the kept snapshot', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ai-baseline-snapshot-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const logger = memoryLogger();
  const snapshot: Snapshot = { ...emptySnapshot(testCatalogue(), '2026-11-24'), version: 7 };
  const open = (build = 'one', folder: string | null = join(root, 'cache')) =>
    openSnapshotCache(folder, '/project', build, logger);
  const keep = async (state: string, folder?: string): Promise<void> => {
    const cache = open('one', folder);
    cache?.keep(state, snapshot);
    await cache?.save();
  };

  it('is given for the same build and state alone, the last one only', async () => {
    assert.equal(open()?.isThere, false);
    await keep('state');
    assert.equal(open()?.isThere, true);
    assert.deepEqual(open()?.find('state'), snapshot);
    assert.equal(open()?.find('other state'), null);
    assert.equal(open('two')?.find('state'), null);
    await keep('é\0 next');
    assert.deepEqual(open()?.find('é\0 next'), snapshot);
    assert.equal(open()?.find('state'), null);
  });

  it('is not there where it is broken, and nothing is lost where it cannot be written', async () => {
    await keep('state');
    const file = join(root, 'cache', readdirSync(join(root, 'cache'))[0] ?? '');
    const text = readFileSync(file, 'utf8');
    for (const broken of ['', '\n', text.slice(0, -2), text.replace('"version":7', '"version":8'), text.slice(5)]) {
      writeFileSync(file, broken);
      assert.equal(open()?.find('state'), null, broken.slice(0, 40));
    }
    writeFileSync(join(root, 'file'), '');
    await keep('state', join(root, 'file'));
    assert.equal(logger.lines.length, 1);
    assert.equal(open('one', null), null);
  });
});
