import type { ObservationCheck, ObservationSpec, SpecOf } from '../../../../src/core/catalogue/observations';
import type { Observation } from '../../../../src/core/model';
import { testCatalogue } from '../../../support/catalogue';
import type { MemoryFile } from '../../../support/memory-workspace';
import { paper, paperPath } from '../../../support/papers';
import type { PaperOptions } from '../../../support/papers';

export type Tree = Readonly<Record<string, MemoryFile>>;
/** Small projects by what has to be seen in them; `draft` and the like say why it is the outcome before the colon. */
export type Trees = readonly (readonly [outcome: Observation, why: string, tree: Tree])[];

const call = (model: string, more = '') =>
  `from openai import OpenAI\n\nOpenAI().chat.completions.create(model="${model}", messages=[]${more})\n`;
const PROMPT =
  'PROMPT = "You are a helpful assistant. Answer the customer."\nOpenAI().chat.completions.create(model="gpt-4o-2024-08-06", messages=[{"role": "system", "content": PROMPT}])\n';
const PUBLIC = 'from datasets import load_dataset\n\ndata = load_dataset("stanfordnlp/imdb")\n';
const TOOL =
  'from langchain_core.tools import tool\nfrom openai import OpenAI\n\n@tool\ndef refund_order(order: str) -> str:\n    """Pays an order back."""\n    return order\n\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n';

const AI: Tree = { 'src/chat.py': call('gpt-4o-2024-08-06') };
const MODEL = 'model:gpt-4o-2024-08-06';
const UNREAD: Tree = { 'src/big.py': { unreadable: 'larger than 2 MB' } };
const one = (kind: string, options: PaperOptions = {}): Tree => ({ [paperPath(kind)]: paper(kind, options) });
const card = (options: PaperOptions = {}): Tree => one('model-card', { covers: [MODEL], ...options });
const THREATS = (rows: Readonly<Record<string, unknown>>): Tree => {
  const set = Object.fromEntries(Object.entries(rows).map(([key, value]) => [key, JSON.stringify(value)]));
  return one('threat-model', { set });
};
const threat = (more: object) => [{ id: 'T1', title: 'Poisoned data', asset: MODEL, treatment: 'mitigate', ...more }];
const required = (kind: string): string => {
  const found = testCatalogue().records.find(({ id }) => id === kind);
  const field = found?.fields.find(({ level, key }) => level === 'required' && key !== 'reviewed' && key !== 'covers');
  return field?.key ?? field?.heading ?? '';
};
const COVER = { model: [MODEL, 'model-card'], dataset: ['dataset:stanfordnlp/imdb', 'dataset-card'] } as const;

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

type Makers = { readonly [K in ObservationCheck]: (spec: SpecOf<K>) => Trees };

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
    ['cannot-tell', 'something unread', { ...AI, ...UNREAD }],
  ],
  'hashes-recorded': () => [
    ['cannot-tell', 'nothing is given to others', { ...AI, ...card({ set: { 'given-to-others': '"no"' } }) }],
    ['contradicted', 'no hashes', { ...AI, ...card({ set: { 'given-to-others': '"yes"' }, leave: ['Hashes'] }) }],
    ['seen', 'hashes', { ...AI, ...card({ set: { 'given-to-others': '"yes"' } }) }],
  ],
  'suppliers-assessed': assessed,
  'threat-model-covers-assets': () => [
    ['cannot-tell', 'no asset', {}],
    ['not-seen', 'no threat model', AI],
    ['not-seen', 'a draft', { ...AI, ...one('threat-model', { leave: ['owner'] }) }],
    ['cannot-tell', 'no threat model, something unread', { ...AI, ...UNREAD }],
    ['contradicted', 'another asset', { ...AI, ...THREATS({ assets: [{ asset: 'customer data' }] }) }],
    ['seen', 'the asset', { ...AI, ...THREATS({ assets: [{ asset: MODEL }] }) }],
  ],
  'threat-model-current': () => [
    ['not-seen', 'no threat model', AI],
    ['cannot-tell', 'no threat model, something unread', { ...AI, ...UNREAD }],
    ['not-seen', 'no digest', { ...AI, ...THREATS({ assets: [{ asset: MODEL }] }) }],
    [
      'contradicted',
      'another digest',
      {
        'prompts/p.txt': 'You are a helpful assistant.\n',
        ...AI,
        ...THREATS({ assets: [{ asset: 'prompt:prompts/p.txt', digest: `text1:sha256:${'0'.repeat(64)}` }] }),
      },
    ],
    [
      'seen',
      'the same settings',
      {
        'src/chat.py': call('gpt-4o-2024-08-06', ', temperature=0.2'),
        ...THREATS({ assets: [{ asset: MODEL, 'config-digest': 'CONFIG' }] }),
      },
    ],
  ],
  'threats-treated': () => [
    ['not-seen', 'no threat model', AI],
    ['cannot-tell', 'no threat model, something unread', { ...AI, ...UNREAD }],
    [
      'contradicted',
      'a measure without anybody to do it',
      { ...AI, ...THREATS({ threats: threat({ planned: 'A filter' }) }) },
    ],
    ['seen', 'all treated', { ...AI, ...THREATS({ threats: threat({ controls: 'A filter' }) }) }],
  ],
  'threats-told': () => [
    ['not-seen', 'no threat model', AI],
    [
      'cannot-tell',
      'nothing stays',
      { ...AI, ...THREATS({ threats: threat({ controls: 'A filter' }), communicated: [] }) },
    ],
    [
      'not-seen',
      'nobody was told',
      { ...AI, ...THREATS({ threats: threat({ treatment: 'accept', reason: 'Rare here' }), communicated: [] }) },
    ],
    [
      'seen',
      'users were told',
      {
        ...AI,
        ...THREATS({
          threats: threat({ treatment: 'accept', reason: 'Rare here' }),
          communicated: [{ threat: 'T1', told: 'Users, by notice' }],
        }),
      },
    ],
  ],
  'risks-transferred': () => [
    ['not-seen', 'no threat model', AI],
    ['cannot-tell', 'nothing is passed on', { ...AI, ...THREATS({ threats: threat({ controls: 'A filter' }) }) }],
    [
      'not-seen',
      'no assessment',
      { ...AI, ...THREATS({ threats: threat({ treatment: 'transfer', reason: 'Insured' }) }) },
    ],
    [
      'seen',
      'an assessment',
      {
        ...AI,
        ...THREATS({ threats: threat({ treatment: 'transfer', reason: 'Insured' }) }),
        ...one('supplier-assessment'),
      },
    ],
  ],
  'acceptance-present': () => [
    ['not-seen', 'none', AI],
    ['cannot-tell', 'none, something unread', { ...AI, ...UNREAD }],
    ['contradicted', 'one that is over', { ...AI, ...one('risk-acceptance', { set: { expires: '2026-01-31' } }) }],
    ['seen', 'one that holds', { ...AI, ...one('risk-acceptance') }],
  ],
  'permissions-stated': () => [
    ['cannot-tell', 'no tool', AI],
    ['not-seen', 'not listed', { 'src/tools.py': TOOL }],
    ['cannot-tell', 'not listed, something unread', { 'src/tools.py': TOOL, ...UNREAD }],
    [
      'seen',
      'listed',
      { 'src/tools.py': TOOL, ...THREATS({ permissions: [{ tool: 'refund_order', scope: 'orders of one day' }] }) },
    ],
  ],
  'functions-limited': () => [
    ['not-seen', 'no list', AI],
    ['cannot-tell', 'no list, something unread', { ...AI, ...UNREAD }],
    [
      'contradicted',
      'still on',
      { ...AI, ...THREATS({ superfluous: [{ capability: 'images', disabled: 'no, not yet' }] }) },
    ],
    [
      'seen',
      'switched off',
      { ...AI, ...THREATS({ superfluous: [{ capability: 'images', disabled: 'not offered by the client' }] }) },
    ],
  ],
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
