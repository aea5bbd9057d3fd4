import type { ObservationCheck, SpecOf } from '../../../../src/core/catalogue/observations';
import type { Observation } from '../../../../src/core/model';
import { testCatalogue } from '../../../support/catalogue';
import type { MemoryFile } from '../../../support/memory-workspace';
import { paper, paperPath } from '../../../support/papers';
import type { PaperOptions } from '../../../support/papers';

export type Tree = Readonly<Record<string, MemoryFile>>;
/** Small projects by what has to be seen in them; `draft` and the like say why it is the outcome before the colon. */
export type Trees = readonly (readonly [outcome: Observation, why: string, tree: Tree])[];

export const call = (model: string, more = '') =>
  `from openai import OpenAI\n\nOpenAI().chat.completions.create(model="${model}", messages=[]${more})\n`;
export const PROMPT =
  'PROMPT = "You are a helpful assistant. Answer the customer."\nOpenAI().chat.completions.create(model="gpt-4o-2024-08-06", messages=[{"role": "system", "content": PROMPT}])\n';
export const PUBLIC = 'from datasets import load_dataset\n\ndata = load_dataset("stanfordnlp/imdb")\n';
export const TOOL =
  'from langchain_core.tools import tool\nfrom openai import OpenAI\n\n@tool\ndef refund_order(order: str) -> str:\n    """Pays an order back."""\n    return order\n\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n';

export const AI: Tree = { 'src/chat.py': call('gpt-4o-2024-08-06') };
export const MODEL = 'model:gpt-4o-2024-08-06';
export const UNREAD: Tree = { 'src/big.py': { unreadable: 'larger than 2 MB' } };
export const one = (kind: string, options: PaperOptions = {}): Tree => ({ [paperPath(kind)]: paper(kind, options) });
export const card = (options: PaperOptions = {}): Tree => one('model-card', { covers: [MODEL], ...options });
export const THREATS = (rows: Readonly<Record<string, unknown>>): Tree => {
  const set = Object.fromEntries(Object.entries(rows).map(([key, value]) => [key, JSON.stringify(value)]));
  return one('threat-model', { set });
};
export const threat = (more: object) => [
  { id: 'T1', title: 'Poisoned data', asset: MODEL, treatment: 'mitigate', ...more },
];
export const required = (kind: string): string => {
  const found = testCatalogue().records.find(({ id }) => id === kind);
  const field = found?.fields.find(({ level, key }) => level === 'required' && key !== 'reviewed' && key !== 'covers');
  return field?.key ?? field?.heading ?? '';
};
export const COVER = { model: [MODEL, 'model-card'], dataset: ['dataset:stanfordnlp/imdb', 'dataset-card'] } as const;

/** What makes the projects of a check. */
export type Makers = { readonly [K in ObservationCheck]: (spec: SpecOf<K>) => Trees };
