import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { AssetDescription } from '../../../src/core';
import { documentAssets, readDescriptions } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';
import { asset, site } from './support';

const FIXTURES = join(__dirname, 'fixtures/import');
const fixture = (name: string) => readFileSync(join(FIXTURES, name), 'utf8');
const read = (path: string, name: string) => readDescriptions(path, fixture(name))?.descriptions ?? [];
const facts = (description: AssetDescription | undefined) =>
  Object.fromEntries(Object.entries(description?.facts ?? {}).map(([name, fact]) => [name, fact.texts.join(' | ')]));

interface Case {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly names: readonly string[];
  readonly paths: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
}

const CASES: readonly Case[] = [
  {
    path: 'models/sorter/README.md',
    name: 'model-card.md',
    kind: 'model',
    names: ['Ticket Sorter', 'ticket-sorter'],
    paths: ['models/sorter'],
    facts: {
      licence: 'house-terms-2, LICENSE',
      source: 'made from acme/base-1b (finetune)',
      trainingData: 'acme/tickets',
      purpose: 'Sorts tickets by topic, for the support team.',
      limitations: 'Short tickets are often put in the wrong place.',
    },
  },
  {
    path: 'data/tickets/README.md',
    name: 'dataset-card.md',
    kind: 'dataset',
    names: ['Tickets'],
    paths: ['data/tickets'],
    facts: {
      licence: 'cc-by-4.0',
      source: 'original',
      collection: 'annotations: crowdsourced',
      purpose: 'Tickets of five years.',
      contents: 'One line per ticket.',
    },
  },
  {
    path: 'prompts/chat.prompty',
    name: 'chat.prompty',
    kind: 'prompt',
    names: [],
    paths: ['prompts/chat.prompty'],
    facts: {
      authors: 'Ada | Bob',
      purpose: 'Answers questions about orders',
      models: 'gpt-4o-mini',
      parameters: 'temperature: 0.2 | max_tokens: 128',
      tools: 'orders (mcp), approval: always',
    },
  },
  {
    path: 'house.prompt.yml',
    name: 'house.prompt.yml',
    kind: 'prompt',
    names: [],
    paths: ['house.prompt.yml'],
    facts: { purpose: 'Describes houses', models: 'openai/gpt-4o', parameters: 'temperature: 1' },
  },
  {
    path: 'models/sums/MLmodel',
    name: 'MLmodel',
    kind: 'model',
    names: [],
    paths: ['models/sums'],
    facts: {
      purpose: 'Sums up calls',
      licence: 'mit',
      version: '0123456789abcdef',
      source: 'made from acme/base-1b',
    },
  },
  {
    path: 'data/rows.csv.dvc',
    name: 'rows.csv.dvc',
    kind: 'dataset',
    names: [],
    paths: ['data/rows.csv'],
    facts: { purpose: 'Rows of calls', licence: 'internal', source: 'call centre' },
  },
  {
    path: 'dvc.yaml',
    name: 'dvc.yaml',
    kind: 'model',
    names: ['sorter'],
    paths: ['out/sorter.pt'],
    facts: { purpose: 'Sorts tickets' },
  },
  {
    path: 'bom.cdx.json',
    name: 'bom.cdx.json',
    kind: 'model',
    names: ['sorter', 'acme/sorter'],
    paths: ['sorter'],
    facts: {
      provider: 'acme',
      version: '2',
      licence: 'MIT',
      purpose: 'Sorts tickets',
      limitations: 'short tickets',
      trainingData: 'tickets: https://example.org/t',
      hashes: 'SHA-256: 00ff',
    },
  },
  {
    path: 'data/croissant.json',
    name: 'croissant.json',
    kind: 'dataset',
    names: ['Tickets', 'https://example.org'],
    paths: ['data', 'data/data/t.csv'],
    facts: {
      purpose: 'Tickets of five years',
      licence: 'cc-by-4.0',
      version: '1.0',
      provider: 'Acme',
      source: 'https://example.org',
      limitations: 'mostly English',
      hashes: 'SHA-256: 00ff (t.csv)',
      contents: 'tickets: text, topic',
    },
  },
  {
    path: 'Dockerfile',
    name: 'Dockerfile',
    kind: 'model',
    names: ['sorter'],
    paths: [],
    facts: { licence: 'MIT', purpose: 'Sorts tickets' },
  },
];

describe('documents in known formats', () => {
  for (const { path, name, ...expected } of CASES) {
    it(`${name} says whom it is about and what, with the place`, () => {
      const description = read(path, name)[0];
      assert.deepEqual({ ...description, facts: facts(description) }, { ...description, ...expected });
      const lines = fixture(name).split('\n').length;
      for (const fact of Object.values(description?.facts ?? {})) {
        assert.ok(fact.range.line >= 1 && fact.range.endLine <= lines);
      }
      assert.deepEqual(readDescriptions(path, fixture(name))?.problems, []);
    });
  }

  it('a bill of materials speaks of models and datasets, and of nothing else', () => {
    assert.deepEqual(
      read('bom.cdx.json', 'bom.cdx.json').map(({ kind, names }) => `${kind} ${names[0]}`),
      ['model sorter', 'dataset tickets'],
    );
  });

  const OTHERS: readonly (readonly [string, string])[] = [
    ['README.md', '# A project\n\nlicense: mit\n'],
    ['docs/page.md', '---\nlayout: post\nlicense: mit\nlanguage: en\n---\n'],
    ['ai-security/models/a.md', '---\nrecord: model-card\nlicense: mit\nbase_model: x\n---\n'],
    ['package.json', '{"name": "x", "license": "MIT"}'],
    ['data.json', '{"bomFormat": "other", "components": [{"type": "machine-learning-model"}]}'],
    ['Dockerfile', 'FROM scratch\nLABEL org.opencontainers.image.licenses=MIT\n'],
    ['notes.prompty', 'system:\nno header\n'],
  ];
  for (const [path, text] of OTHERS) {
    it(`${path} (${text.slice(0, 30).replace(/\n/gu, '⏎')}) is none`, () =>
      assert.equal(readDescriptions(path, text), null));
  }

  it('never throw, whatever is in them', () => {
    const starts = [
      ...[
        '---\nbase_model: ',
        '---\r\r\nlicense: {',
        '{"bomFormat": "CycloneDX", "components": [',
        'flavors: ',
        'desc: ',
        'outs:\n',
      ],
      ...['{"@context": "mlcommons.org/croissant", "@type": "Dataset", ', 'LABEL org.opencontainers.image.title='],
    ];
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      '"',
      ':',
      ',',
      '\n',
      '- ',
      '&a ',
      '*a',
      '---\n',
      '# Uses\n',
      'null',
      '\t',
      '"@type"',
      '\\',
    );
    const text = fc
      .tuple(fc.constantFrom(...starts), fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 }))
      .map(([start, rest]) => start + rest.join(''));
    const paths = [
      'README.md',
      'dataset-card.md',
      'a.prompty',
      'a.prompt.yml',
      'MLmodel',
      'x.dvc',
      'dvc.yaml',
      'b.json',
      'Dockerfile',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), text, (path, content) => {
        const found = readDescriptions(path, content);
        for (const { range } of found?.problems ?? []) assert.ok(range.line >= 1 && range.column >= 1);
      }),
      { numRuns: 1000 },
    );
  });

  for (const [name, text] of [
    ['brackets', `{"bomFormat": "CycloneDX", "components": ${'['.repeat(50_000)}`],
    ['maps', `{"bomFormat": "CycloneDX", "a": ${'{"a":'.repeat(50_000)}`],
  ] as const) {
    it(`${name} nested without end are refused`, () => assert.equal(readDescriptions('b.json', text), null));
  }
});

describe('documents in known formats: what they make of assets', () => {
  const states: readonly (readonly [string, string, ReturnType<typeof asset>, string])[] = [
    [
      'models/sorter/README.md',
      'model-card.md',
      asset('model', 'models/sorter/model.gguf', { sites: [site('models/sorter/model.gguf', { via: 'file' })] }),
      'described',
    ],
    ['cards/x.md', 'model-card.md', asset('model', 'acme/ticket-sorter'), 'described'],
    ['cards/x.md', 'model-card.md', asset('model', 'acme/other'), 'none'],
    ['cards/x.md', 'model-card.md', asset('dataset', 'ticket-sorter'), 'none'],
    ['bom.cdx.json', 'bom.cdx.json', asset('model', 'acme/sorter'), 'described'],
    ['bom.cdx.json', 'bom.cdx.json', asset('dataset', 'data/tickets.csv'), 'mentioned'],
    ['data/rows.csv.dvc', 'rows.csv.dvc', asset('dataset', 'data/rows.csv'), 'described'],
    ['data/croissant.json', 'croissant.json', asset('dataset', 'data'), 'described'],
    ['dvc.yaml', 'dvc.yaml', asset('model', 'out/sorter.pt'), 'mentioned'],
    ['Dockerfile', 'Dockerfile', asset('model', 'sorter'), 'described'],
    [
      'p/chat.prompty',
      'chat.prompty',
      asset('prompt', 'p/chat.prompty', { sites: [site('p/chat.prompty', { via: 'file' })] }),
      'none',
    ],
  ];
  for (const [path, name, about, state] of states) {
    it(`${name} leaves ${about.id} ${state}`, () => {
      const [found] = documentAssets([about], [], [], testCatalogue(), read(path, name));
      assert.equal(found?.documentation.state, state);
      assert.deepEqual(found.documentation.by, state === 'none' ? [] : [path]);
    });
  }
});
