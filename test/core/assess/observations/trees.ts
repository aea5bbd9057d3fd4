import type { ObservationSpec } from '../../../../src/core/catalogue/observations';
import { testCatalogue } from '../../../support/catalogue';
import type { PaperOptions } from '../../../support/papers';
import { call, PROMPT, PUBLIC, AI, MODEL, UNREAD, one, card, required, COVER } from './tree-parts';
import type { Makers, Tree, Trees } from './tree-parts';
import { THREAT_TREES } from './trees-threats';

const assessed = (): Trees => [
  ['cannot-tell', 'no provider', {}],
  ['not-seen', 'no assessment', { 'src/chat.py': call('gpt-4o') }],
  ['cannot-tell', 'no assessment, something unread', { 'src/chat.py': call('gpt-4o'), ...UNREAD }],
  [
    'not-seen',
    'a draft',
    { 'src/chat.py': call('gpt-4o'), ...one('supplier-assessment', { set: { supplier: 'OpenAI' }, leave: ['risk'] }) },
  ],
  [
    'seen',
    'an assessment',
    { 'src/chat.py': call('gpt-4o'), ...one('supplier-assessment', { set: { supplier: 'OpenAI' } }) },
  ],
];

const pinned = (): Trees => [
  ['cannot-tell', 'no model', {}],
  ['contradicted', 'an alias', { 'src/chat.py': call('gpt-4o') }],
  ['seen', 'a dated version', AI],
  ['cannot-tell', 'something unread', { ...AI, ...UNREAD }],
];

/** Fields of one observation over the records it looks at: filled, left open, no record, no asset. */
function assetFields(kinds: readonly string[], leave: string): Trees {
  const kind = kinds.includes('model-card') ? 'model-card' : (kinds[0] ?? '');
  const tree = (options: PaperOptions): Tree => {
    if (kind === 'model-card') return { ...AI, ...card(options) };
    if (kind === 'dataset-card')
      return { 'src/d.py': PUBLIC, ...one(kind, { covers: [COVER.dataset[0]], ...options }) };
    return {
      'src/p.py': `from openai import OpenAI\n\n${PROMPT}`,
      ...one(kind, { covers: ['prompt:src/p.py#PROMPT'], ...options }),
    };
  };
  const bare = Object.fromEntries(Object.entries(tree({})).filter(([path]) => !path.startsWith('ai-security/')));
  return [
    ['cannot-tell', 'no such asset', {}],
    ['not-seen', 'no record', bare],
    ['cannot-tell', 'no record, something unread', { ...bare, ...UNREAD }],
    ['contradicted', 'left open', tree({ leave: [leave] })],
    ['seen', 'filled', tree({})],
  ];
}

const MAKERS: Makers = {
  'models-pinned': pinned,
  'models-safe': () => [
    ['cannot-tell', 'no model', {}],
    ['seen', 'a hosted model', AI],
    [
      'contradicted',
      'code of the model is trusted',
      {
        'src/m.py':
          'from transformers import AutoModel\n\nAutoModel.from_pretrained("org/model", trust_remote_code=True)\n',
      },
    ],
    [
      'contradicted',
      'weights that code names and nobody keeps here run code when loaded',
      { 'src/m.py': 'from ultralytics import YOLO\n\nmodel = YOLO("weights/best.pt")\n' },
    ],
    ['cannot-tell', 'something unread', { ...AI, ...UNREAD }],
  ],
  'hashes-recorded': () => [
    ['cannot-tell', 'nothing is given to others', { ...AI, ...card({ set: { 'given-to-others': '"no"' } }) }],
    ['contradicted', 'no hashes', { ...AI, ...card({ set: { 'given-to-others': '"yes"' }, leave: ['Hashes'] }) }],
    ['seen', 'hashes', { ...AI, ...card({ set: { 'given-to-others': '"yes"' } }) }],
  ],
  'suppliers-assessed': assessed,
  ...THREAT_TREES,
  'test-report-per-release': () => [
    ['not-seen', 'no report', AI],
    ['cannot-tell', 'no report, something unread', { ...AI, ...UNREAD }],
    ['seen', 'a report, no release', one('security-test-report', { set: { release: '2.4.0' } })],
    [
      'not-seen',
      'a report of another release',
      {
        ...one('security-test-report', { set: { release: '2.3.0' } }),
        ...one('release-checklist', { set: { release: '2.4.0' } }),
      },
    ],
    [
      'seen',
      'a report of the release',
      {
        ...one('security-test-report', { set: { release: 'assistant 2.4.0' } }),
        ...one('release-checklist', { set: { release: '2.4.0' } }),
      },
    ],
  ],
  'disposal-recorded': () => {
    const gone = { asset: 'model:old', digest: `text1:sha256:${'1'.repeat(64)}` };
    const old = one('model-card', { covers: [gone] });
    return [
      ['cannot-tell', 'nothing has gone', AI],
      ['not-seen', 'gone without a record', old],
      ['cannot-tell', 'gone, something unread', { ...old, ...UNREAD }],
      ['not-seen', 'a draft', { ...old, ...one('disposal-record', { covers: ['model:old'], leave: ['owner'] }) }],
      ['seen', 'a record', { ...old, ...one('disposal-record', { covers: ['model:old'] }) }],
    ];
  },
  'assets-recorded': () => [
    ['cannot-tell', 'no asset', {}],
    ['contradicted', 'no record', AI],
    ['contradicted', 'a draft', { ...AI, ...card({ leave: ['owner'] }) }],
    ['seen', 'a record', { ...AI, ...card() }],
    ['cannot-tell', 'a record, something unread', { ...AI, ...card(), ...UNREAD }],
  ],
  'assets-covered': ({ kinds }) => [
    ['cannot-tell', 'no asset', {}],
    ['not-seen', 'nothing covers it', AI],
    ['cannot-tell', 'nothing covers it, something unread', { ...AI, ...UNREAD }],
    ['seen', 'a paper covers it', { ...AI, ...one(kinds[0] ?? '', { covers: [MODEL] }) }],
  ],
  'record-fields': ({ kinds, fields }) => assetFields(kinds, fieldOf(kinds, fields)),
  'records-complete': ({ kinds }) => assetFields(kinds, 'owner'),
  'records-current': ({ assetKinds }) => {
    const prompt = { 'prompts/p.txt': 'You are a helpful assistant.\n' };
    const asset = 'prompt:prompts/p.txt';
    const covers = (digest: string) => one('prompt-record', { covers: [{ asset, digest }] });
    if (!assetKinds.some((kind) => kind === 'prompt')) return [];
    return [
      ['cannot-tell', 'no asset', {}],
      ['not-seen', 'no digest', { ...prompt, ...one('prompt-record', { covers: [asset] }) }],
      [
        'cannot-tell',
        'no digest, something unread',
        { ...prompt, ...one('prompt-record', { covers: [asset] }), ...UNREAD },
      ],
      ['contradicted', 'another digest', { ...prompt, ...covers(`text1:sha256:${'0'.repeat(64)}`) }],
      ['seen', 'the digest of today', { ...prompt, ...covers('DIGEST') }],
    ];
  },
  'record-present': ({ kinds, files }) => [
    ['not-seen', 'nothing', AI],
    ['cannot-tell', 'nothing, something unread', { ...AI, ...UNREAD }],
    ...kinds.map((kind) => ['seen', `a ${kind}`, one(kind)] as const),
    ...kinds.map((kind) => ['not-seen', `a draft of a ${kind}`, one(kind, { leave: [required(kind)] })] as const),
    ...files.map((file) => ['seen', file, { [file]: 'Write to security@example.org.\n' }] as const),
  ],
  'record-reviewed': ({ kinds }) => [
    ['not-seen', 'nothing', AI],
    ['cannot-tell', 'nothing, something unread', { ...AI, ...UNREAD }],
    ...kinds.map(
      (kind) => ['contradicted', `a ${kind} overdue`, one(kind, { set: { 'review-by': '2026-01-31' } })] as const,
    ),
    ...kinds.map((kind) => ['seen', `a ${kind}`, one(kind)] as const),
  ],
  'record-says': ({ kinds: [kind = ''], field, yes, no }) => [
    ['not-seen', 'nothing', AI],
    ['cannot-tell', 'nothing, something unread', { ...AI, ...UNREAD }],
    ['seen', 'it says so', one(kind, { set: { [field]: JSON.stringify(yes[0]) } })],
    ...no.map(
      (word) => ['contradicted', `it says ${word}`, one(kind, { set: { [field]: JSON.stringify(word) } })] as const,
    ),
  ],
  'record-mentions': ({ kinds: [kind = ''], field, words }) => [
    ['not-seen', 'nothing', AI],
    ['cannot-tell', 'nothing, something unread', { ...AI, ...UNREAD }],
    ['not-seen', 'it speaks of something else', one(kind)],
    ['seen', 'it speaks of it', one(kind, { set: { [field]: mentioning(kind, field, words[0] ?? '') } })],
  ],
  'file-present': ({ files }) => [
    ['not-seen', 'nothing', AI],
    ['cannot-tell', 'nothing, something unread', { ...AI, ...UNREAD }],
    [
      'cannot-tell',
      'nothing, something excluded',
      { ...AI, 'ai-baseline.yaml': 'exclude: [infra/]\n', 'infra/x.txt': '' },
    ],
    ...files.map((file) => ['seen', file, { [`deploy/${file.replace('*', 'main')}`]: 'x\n' }] as const),
  ],
  'public-data-noted': ({ fields }) => [
    ['cannot-tell', 'no public data', AI],
    ['not-seen', 'no card', { 'src/d.py': PUBLIC }],
    ['cannot-tell', 'no card, something unread', { 'src/d.py': PUBLIC, ...UNREAD }],
    [
      'contradicted',
      'left open',
      { 'src/d.py': PUBLIC, ...one('dataset-card', { covers: [COVER.dataset[0]], leave: [fields[0] ?? ''] }) },
    ],
    ['seen', 'noted', { 'src/d.py': PUBLIC, ...one('dataset-card', { covers: [COVER.dataset[0]] }) }],
  ],
  'raci-assigned': ({ principles }) => [
    ['not-seen', 'no matrix', AI],
    ['cannot-tell', 'no matrix, something unread', { ...AI, ...UNREAD }],
    [
      'contradicted',
      'nobody answers',
      one('system-profile', { set: { raci: JSON.stringify([{ principle: principles[0], security: 'R' }]) } }),
    ],
    ['seen', 'assigned', one('system-profile')],
  ],
  'systems-described': ({ fields }) => {
    const system = {
      id: 'shop',
      purpose: 'Sells',
      runs: 'Cloud',
      data: 'Orders',
      owner: 'Ann',
      custodian: 'Bob',
      interdependencies: 'None known',
    };
    const lacking = Object.fromEntries(Object.entries(system).filter(([key]) => key !== fields[0]));
    return [
      ['not-seen', 'no page', AI],
      ['cannot-tell', 'no page, something unread', { ...AI, ...UNREAD }],
      ['contradicted', 'one is missing', one('system-profile', { set: { systems: JSON.stringify([lacking]) } })],
      ['seen', 'described', one('system-profile', { set: { systems: JSON.stringify([system]) } })],
    ];
  },
};

/** A field, of those named, that the kind has which the tree is made of. */
function fieldOf(kinds: readonly string[], fields: readonly string[]): string {
  const kind = kinds.includes('model-card') ? 'model-card' : kinds[0];
  const own = testCatalogue().records.find(({ id }) => id === kind)?.fields ?? [];
  return fields.find((name) => own.some(({ key, heading }) => (key ?? heading) === name)) ?? '';
}

/** The content of a field with a word in it: a row of its table, where it is one. */
function mentioning(kind: string, field: string, word: string): string {
  const columns = testCatalogue()
    .records.find(({ id }) => id === kind)
    ?.fields.find(({ heading }) => heading === field)?.columns;
  if (columns === undefined) return `About ${word}.`;
  const line = (words: readonly string[]) => `| ${words.join(' | ')} |`;
  const names = columns.map(({ key }) => key);
  return [
    line(names),
    line(names.map(() => '---')),
    line(columns.map(({ values }) => values?.[0] ?? `about ${word}`)),
  ].join('\n');
}

export function treesFor(spec: ObservationSpec): Trees {
  return (MAKERS[spec.looksAt] as (spec: ObservationSpec) => Trees)(spec);
}
