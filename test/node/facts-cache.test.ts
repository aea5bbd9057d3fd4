import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodePacker, createEngine, NEVER_CANCELLED, type Engine, type FileFacts, type Snapshot } from '../../src/core';
import { createDiskWorkspace } from '../../src/node/disk-workspace';
import { openFactsCache, type SavedFactsCache } from '../../src/node/facts-cache';
import { testCatalogue } from '../support/catalogue';
import { testGrammars } from '../support/grammars';
import { memoryLogger } from '../support/parts';

const nothing = (path: string): FileFacts => ({
  ...{ path, hash: `hash of ${path}`, code: null, sightings: [], record: null, prose: null, suppressions: [] },
});
const withCode = (path: string): FileFacts =>
  new CodePacker().take({
    ...nothing(path),
    code: { language: 'python', imports: [], bindings: [], calls: [], comments: [], hasErrors: false },
  });
const plain = (facts: FileFacts | null | undefined): unknown => facts && { ...facts };

describe('node: the cache of facts', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ai-baseline-facts-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const open = (build = 'one', salt = 'salt', folder: string | null = join(root, 'cache')) => {
    const cache = openFactsCache(folder, '/project', build, memoryLogger());
    cache?.open(salt);
    return cache;
  };
  const fileName = () => join(root, 'cache', readdirSync(join(root, 'cache'))[0] ?? '');

  const opened = (build?: string, salt?: string): SavedFactsCache => {
    const cache = open(build, salt);
    assert.ok(cache);
    return cache;
  };

  it('gives back what the last run of the same build kept, and drops what nobody asked for', async () => {
    const first = opened();
    first.set('a.py', 'stamp', withCode('a.py'));
    first.set('b.py', null, nothing('b.py'));
    first.set('c.md', null, { ...nothing('c.md'), prose: { path: 'c.md', kind: 'readme', text: 'é words' } });
    first.keepCode(() => ({ some: 'results' }));
    await first.save();
    const second = opened();
    assert.deepEqual(plain(second.get('a.py', 'hash of a.py')), plain(withCode('a.py')));
    assert.deepEqual(plain(second.unchanged('a.py', 'stamp')), plain(withCode('a.py')));
    assert.equal(second.unchanged('a.py', 'another'), null);
    assert.equal(second.unchanged('b.py', 'null'), null);
    assert.equal(second.get('a.py', 'another'), null);
    assert.equal(second.get('c.md', 'hash of c.md')?.prose?.text, 'é words');
    assert.deepEqual(second.code(), { some: 'results' });
    await second.save();
    const third = opened();
    assert.ok(third.get('a.py', 'hash of a.py'));
    assert.equal(third.get('b.py', 'hash of b.py'), null);
    assert.equal(opened('two').get('a.py', 'hash of a.py'), null);
    assert.equal(opened('one', 'other configuration').get('a.py', 'hash of a.py'), null);
  });

  it('is empty where it is broken or cannot be written, and absent where it is not wanted', async () => {
    const keep = async () => {
      const cache = open();
      cache?.set('a.py', 'stamp', withCode('a.py'));
      cache?.keepCode(() => ['results']);
      await cache?.save();
    };
    await keep();
    for (const text of ['', '{', 'null\n', '{"stamp":"one"}\n', '{"stamp":"one","salt":"salt","paths":3}\n']) {
      writeFileSync(fileName(), text);
      assert.equal(open()?.get('a.py', 'hash of a.py'), null, text);
      assert.equal(open()?.code(), null, text);
    }
    writeFileSync(join(root, 'file'), '');
    const blocked = open('one', 'salt', join(root, 'file'));
    blocked?.set('a.py', null, nothing('a.py'));
    await blocked?.save();
    assert.equal(open('one', 'salt', null), null);
  });

  it('loses only what is broken', async () => {
    const cache = open();
    cache?.set('a.py', 'stamp', withCode('a.py'));
    cache?.set('b.py', 'stamp', withCode('b.py'));
    await cache?.save();
    const bytes = readFileSync(fileName());
    bytes.write('X', bytes.lastIndexOf('python'));
    writeFileSync(fileName(), bytes);
    assert.ok(open()?.unchanged('a.py', 'stamp'));
    assert.equal(open()?.unchanged('b.py', 'stamp'), null);
    truncateSync(fileName(), bytes.length - 3);
    assert.equal(open()?.get('b.py', 'hash of b.py'), null);
  });

  describe('over a folder', () => {
    const MODEL = 'from openai import OpenAI\nfrom names import NAME\nOpenAI().chat.completions.create(model=NAME)\n';
    const put = (path: string, text: string) => writeFileSync(join(root, path), text);
    /** As if it had been written long ago. */
    const age = (path: string) => utimesSync(join(root, path), 1_600_000_000, 1_600_000_000);

    const scan = async (folder: string | null): Promise<{ snapshot: Snapshot; engine: Engine }> => {
      const logger = memoryLogger();
      const cache = openFactsCache(folder, root, 'build', logger);
      const workspace = createDiskWorkspace(root);
      const engine = createEngine({
        ...{
          workspace,
          grammars: testGrammars,
          catalogue: testCatalogue(),
          clock: { today: () => '2026-11-24' },
          logger,
        },
        ...(cache ? { cache } : {}),
      });
      const snapshot = await engine.scan(NEVER_CANCELLED);
      await cache?.save();
      assert.deepEqual(logger.lines, []);
      return { snapshot, engine };
    };
    const said = ({ snapshot: { stats: _, version: __, ...rest } }: { snapshot: Snapshot }) => JSON.stringify(rest);
    const places = ({ snapshot }: { snapshot: Snapshot }) => snapshot.assets.map(({ id }) => id);

    it('says what a scan without it says, whatever changed since', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'ai-baseline-facts-kept-'));
      const same = async () => {
        const kept = await scan(folder);
        assert.equal(said(kept), said(await scan(null)));
        return places(kept);
      };
      try {
        put('use.py', MODEL);
        put('names.py', 'NAME = "gpt-4o"\n');
        put('README.md', '# Shop\n\nUses gpt-4o by OpenAI to sort letters.\n');
        assert.deepEqual(await same(), ['model:gpt-4o']);
        assert.deepEqual(await same(), ['model:gpt-4o']);
        // Of the same length, and with the same time as before.
        age('names.py');
        await same();
        put('names.py', 'NAME = "gpt-4i"\n');
        age('names.py');
        assert.deepEqual(await same(), ['model:gpt-4i']);
        put('names.py', 'OTHER = 1\n');
        assert.deepEqual(await same(), []);
        rmSync(join(root, 'names.py'));
        await same();
        put('names.py', 'NAME = "gpt-4o"\n');
        assert.deepEqual(await same(), ['model:gpt-4o']);
        put('ai-baseline.yaml', 'exclude: [names.py]\n');
        await same();
        await same();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it('gives no word for what was written a moment ago', () => {
      put('a.py', 'x = 1\n');
      const workspace = createDiskWorkspace(root);
      for (const path of ['a.py', 'absent.py', '.']) assert.equal(workspace.stamp?.(path), null, path);
    });
  });
});
