import assert from 'node:assert/strict';
import type { Asset, Site } from '../../../src/core/model';
import { assetComponent } from '../../../src/core/report/cyclonedx-components';
import { RecordsOf } from '../../../src/core/report/cyclonedx-parts';
import { huggingFacePurl } from '../../../src/core/report/hugging-face-purl';
import { testCatalogue } from '../../support/catalogue';
import { asset, record, site, snapshot } from '../../support/parts';

const COMMIT = '559062ad13d311b87b2c455e67dcd5f1c8f65111';
const OTHER = '043235d6088ecd3dd5fb5ca3592b6913fd516027';
const seen = (signature: string, more: Partial<Site> = {}) => site('src/m.py', 1, { signature, ...more });

describe('package URLs of models on the Hugging Face hub', () => {
  const purl = (id: string, ...sites: Site[]) => huggingFacePurl(asset(id, { sites }));

  const cases: readonly (readonly [string, string, readonly Site[], string | null])[] = [
    [
      'a commit',
      'model:microsoft/deberta-v3-base',
      [seen('transformers.pretrained', { revision: COMMIT })],
      `pkg:huggingface/microsoft/deberta-v3-base@${COMMIT}`,
    ],
    [
      'a commit in capitals; names keep theirs',
      'model:Qwen/Qwen2.5-7B',
      [seen('vllm.engine', { revision: COMMIT.toUpperCase() })],
      `pkg:huggingface/Qwen/Qwen2.5-7B@${COMMIT}`,
    ],
    ['a branch', 'model:org/a', [seen('diffusers.pipeline', { revision: 'main' })], 'pkg:huggingface/org/a'],
    [
      'a short commit, which is none of the hub',
      'model:org/a',
      [seen('huggingface-hub.download', { revision: COMMIT.slice(0, 7) })],
      'pkg:huggingface/org/a',
    ],
    [
      'two commits',
      'model:org/a',
      [seen('transformers.pretrained', { revision: COMMIT }), seen('transformers.pretrained', { revision: OTHER })],
      'pkg:huggingface/org/a',
    ],
    [
      'a commit here and none there',
      'model:org/a',
      [seen('transformers.pretrained', { revision: COMMIT }), seen('transformers.pretrained')],
      'pkg:huggingface/org/a',
    ],
    ['a download from the hub', 'model:org/a', [seen('huggingface-hub.download')], 'pkg:huggingface/org/a'],
    [
      'the address of the hub',
      'model:org/a',
      [seen('openai.chat', { endpoint: 'router.huggingface.co' })],
      'pkg:huggingface/org/a',
    ],
    ['an address like it', 'model:org/a', [seen('openai.chat', { endpoint: 'nothuggingface.co' })], null],
    ['what may be a folder', 'model:models/local', [seen('transformers.pretrained')], null],
    [
      'a service that serves it',
      'model:meta-llama/llama-3',
      [seen('openai.chat', { endpoint: 'openrouter.ai' })],
      null,
    ],
    ['another library with a revision', 'model:org/a', [seen('replicate.run', { revision: COMMIT })], null],
    ['a name without an owner', 'model:bert-base-uncased', [seen('huggingface-hub.download')], null],
    ['a path', 'model:a/b/c.gguf', [seen('huggingface-hub.download')], null],
    ['what needs escapes', 'model:org/a?b=c', [seen('huggingface-hub.download')], null],
    ['steps upwards', 'model:../a', [seen('huggingface-hub.download')], null],
    ['a data set', 'dataset:org/a', [seen('huggingface-hub.download-dataset', { revision: COMMIT })], null],
  ];
  for (const [what, id, sites, expected] of cases) {
    it(`${expected === null ? 'are not made for' : 'are made for'} ${what}`, () => {
      assert.equal(purl(id, ...sites), expected);
    });
  }

  it('know the libraries by ids that the catalogue has', () => {
    const ids = testCatalogue().signatures.map(({ id }) => id);
    for (const id of [
      'huggingface-hub',
      'candle',
      'diffusers',
      'sentence-transformers',
      'transformers',
      'transformers-js',
      'vllm',
    ])
      // prettier-ignore
      assert.ok(ids.includes(id), id);
  });
});

describe('components of CycloneDX', () => {
  const PAPER = 'ai-security/models/a b.md';
  const component = (more: Partial<Asset>) => {
    const own = asset('model:org/a', { sites: [seen('huggingface-hub.download')], ...more });
    return assetComponent(own, 'model', new RecordsOf(snapshot({ records: [record(PAPER)] })));
  };
  const references = (more: Partial<Asset>) =>
    [...component(more).externalReferences].map(({ url, type }) => [type, String(url)]);

  it('lead to documents that describe an asset, and to its record once, as what it is', () => {
    const documentation = { state: 'recorded', by: [PAPER, 'docs/models.md', 'README.md'] } as const;
    assert.deepEqual(references({ documentation, records: [PAPER] }), [
      ['model-card', 'ai-security/models/a%20b.md'],
      ['documentation', 'docs/models.md'],
      ['documentation', 'README.md'],
    ]);
    assert.deepEqual(references({}), []);
  });

  it('have a package URL where one is sure', () => {
    assert.equal(component({}).purl, 'pkg:huggingface/org/a');
    assert.equal(component({ sites: [seen('openai.chat')] }).purl, undefined);
  });
});
