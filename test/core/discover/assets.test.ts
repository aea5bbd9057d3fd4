import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config';
import { assetsOf } from '../../../src/core/discover/assets';
import type { Sighting } from '../../../src/core/model';

const BASE: Sighting = {
  line: 1, column: 1, endLine: 1, endColumn: 5, path: 'src/a.py', via: 'code', language: 'python', use: 'use', signature: 'x.y',
  provider: null, pin: 'alias', confidence: 'medium', kind: 'model', name: 'gpt-4o',
}; // prettier-ignore
const seen = (more: Partial<Sighting>): Sighting => ({ ...BASE, ...more });
const assets = (...sightings: Partial<Sighting>[]) => assetsOf(sightings.map(seen), DEFAULT_CONFIGURATION);

describe('assetsOf', () => {
  it('makes one asset of names that differ in case or stand as aliases', () => {
    const [asset, ...rest] = assets(
      { name: 'gpt-4o', provider: 'OpenAI' },
      { name: 'GPT-4o', path: 'src/b.py', written: 'openai/GPT-4o', pin: 'none', confidence: 'high' },
      { name: 'chat', path: 'c.yaml', via: 'config', aliases: ['gpt-4o'], provider: 'Microsoft' },
    );
    assert.deepEqual(rest, []);
    assert.equal(asset?.id, 'model:gpt-4o');
    assert.deepEqual(asset?.aliases, ['GPT-4o', 'chat', 'openai/GPT-4o']);
    assert.deepEqual(asset?.suppliers, ['Microsoft', 'OpenAI']);
    assert.deepEqual([asset?.pin, asset?.confidence, asset?.scope], ['none', 'high', 'product']);
    assert.deepEqual(asset?.documentation, { state: 'none', by: [] });
  });

  it('takes no name with an unknown folder for an alias', () => {
    const [asset] = assets({ kind: 'dataset', name: 'data/x.csv', written: '{0}/data/x.csv', aliases: ['x.csv'] });
    assert.deepEqual(asset?.aliases, ['x.csv']);
  });

  it('puts the definition first, else a call, else configuration, else the first by path', () => {
    const first = (...sightings: Partial<Sighting>[]) => assets(...sightings)[0]?.sites[0]?.path;
    const config = { via: 'config', path: 'a.yaml' } as const;
    assert.equal(first(config, { path: 'z.py' }, { path: 'y.py', use: 'definition' }), 'y.py');
    assert.equal(first(config, { path: 'z.py' }, { path: 'x.py' }), 'x.py');
    assert.equal(first({ ...config, path: 'b.yaml' }, config), 'a.yaml');
  });

  it('takes the best scope of its places', () => {
    assert.equal(assets({ path: 'tests/test_a.py' }, { path: 'examples/a.py' })[0]?.scope, 'example');
    assert.equal(assets({ path: 'tests/test_a.py' })[0]?.scope, 'test');
    const [asset] = assets({ path: 'tests/test_a.py', use: 'definition' }, { path: 'src/a.py' });
    assert.deepEqual([asset?.scope, asset?.sites[0]?.path], ['product', 'src/a.py']);
  });

  it('makes one asset of a part that several branches make under one name', () => {
    const index = {
      kind: 'vector-index',
      name: 'store',
      symbol: 'build.store',
      use: 'definition',
      pin: 'not-applicable',
    } as const;
    const found = assets({ ...index, line: 3 }, { ...index, line: 9 }, { ...index, path: 'src/b.py' });
    assert.deepEqual(
      found.map(({ id, sites }) => [id, sites.length]),
      [
        ['vector-index:src/a.py#build.store', 2],
        ['vector-index:src/b.py#build.store', 1],
      ],
    );
  });

  it('keeps what one of several sightings of a place says, and leaves out that nobody else serves it', () => {
    const [asset] = assets(
      { use: 'definition', provider: 'local', maker: 'Meta', settings: { temperature: '0' } },
      { use: 'use', endpoint: 'localhost:1', settings: { temperature: '1' } },
    );
    assert.deepEqual(
      asset?.sites.map(({ settings, endpoint }) => [settings, endpoint]),
      [[{ temperature: '0' }, 'localhost:1']],
    );
    assert.deepEqual(asset?.suppliers, ['Meta']);
  });

  it('names prompts in code by home and symbol, and numbers equals by place', () => {
    const prompt = {
      kind: 'prompt',
      name: 'answer:system',
      symbol: 'answer:system',
      use: 'definition',
      pin: 'not-applicable',
    } as const;
    const found = assets(
      { ...prompt, line: 9, text: 'b' },
      { ...prompt, line: 3, text: 'a' },
      { ...prompt, path: 'src/b.py', home: 'src/a.py', line: 7, use: 'use' },
    );
    assert.deepEqual(
      found.map(({ id, sites }) => [id, ...sites.map(({ path, line }) => `${path}:${line}`)]),
      [
        ['prompt:src/a.py#answer:system', 'src/a.py:3', 'src/b.py:7'],
        ['prompt:src/a.py#answer:system~2', 'src/a.py:9'],
      ],
    );
    assert.match(found[0]?.digest ?? '', /^text1:sha256:[0-9a-f]{64}$/u);
    assert.notEqual(found[0]?.digest, found[1]?.digest);
  });

  it('takes the digest of the file, of several files together, and none where one is unknown', () => {
    const file = { kind: 'dataset', name: 'data', via: 'file', use: 'definition' } as const;
    const [one, two] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`];
    assert.equal(assets({ ...file, path: 'data/1', digest: one })[0]?.digest, one);
    assert.match(
      assets({ ...file, path: 'data/1', digest: one }, { ...file, path: 'data/2', digest: two })[0]?.digest ?? '',
      /^text1:/u,
    );
    assert.equal(assets({ ...file, path: 'data/1', digest: one }, { ...file, path: 'data/2' })[0]?.digest, null);
  });

  it('is the same for any order, has unique ids in order, and loses no place', () => {
    const sighting = fc.record({
      kind: fc.constantFrom<Sighting['kind']>('model', 'dataset', 'prompt'),
      name: fc.constantFrom('a', 'A', 'b', 'x/c.onnx', 'c.onnx', 'data/train.csv'),
      path: fc.constantFrom('a.py', 'b.py', 'tests/c.py', 'd.yaml', 'x/c.onnx'),
      line: fc.integer({ min: 1, max: 4 }),
      via: fc.constantFrom<Sighting['via']>('code', 'file', 'config'),
      use: fc.constantFrom<Sighting['use']>('definition', 'use'),
      aliases: fc.subarray(['a', 'b', 'c.onnx', 'z']),
    });
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (sightings, random) => {
        const shuffled = sightings
          .map((each) => [each, random.next().value ?? 0] as const)
          .sort((x, y) => x[1] - y[1])
          .map(([each]) => each);
        const found = assets(...sightings);
        assert.deepEqual(assets(...shuffled), found);
        const ids = found.map(({ id }) => id);
        assert.deepEqual(ids, [...new Set(ids)].sort());
        for (const { kind, path, line } of sightings) {
          assert.ok(
            found.some(
              (asset) => asset.kind === kind && asset.sites.some((site) => site.path === path && site.line === line),
            ),
          );
        }
      }),
    );
  });
});
