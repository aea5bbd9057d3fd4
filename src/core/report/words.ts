import { isDocumentedKind } from '../model';
import type {
  Asset,
  AssetKind,
  Evidence,
  EvidenceState,
  GateOutcome,
  JudgedClaim,
  JudgedEvidence,
  Observation,
  Pin,
  DocumentationState,
  ProvisionState,
  Support,
} from '../model';

/** What reports call the states; none of them says that a provision is met. */
export const STATE_WORDS: Readonly<Record<ProvisionState, string>> = {
  'not-assessed': 'not assessed',
  'not-applicable': 'said not to apply',
  'claimed-with-evidence': 'claimed, with current evidence',
  'claimed-with-outside-evidence': 'claimed, with evidence outside the repository',
  'claimed-without-evidence': 'claimed, without current evidence',
  contradicted: 'contradicted by what is seen',
  partly: 'claimed in part',
  'not-supported': 'said not to be supported',
};

export const OBSERVATION_WORDS: Readonly<Record<Observation, string>> = {
  seen: 'seen',
  contradicted: 'contradicted',
  'not-seen': 'not seen',
  'cannot-tell': 'cannot tell',
};

const SUPPORT_WORDS: Readonly<Record<Support, string>> = {
  yes: 'supported',
  partly: 'partly supported',
  no: 'not supported',
};

const EVIDENCE_WORDS: Readonly<Record<EvidenceState, string>> = {
  current: 'current',
  outside: 'outside the repository, for a person to look at',
  changed: 'changed since it was named',
  expired: 'out of date',
  missing: 'not in the repository',
  invalid: 'cannot be followed',
};

/** How an asset is documented, or that nobody asks for it: only models, datasets and prompts need a record. */
export function documentationWords({ kind, documentation: { state } }: Pick<Asset, 'kind' | 'documentation'>): string {
  return state === 'none' && !isDocumentedKind(kind) ? 'not asked for' : DOCUMENTATION_WORDS[state];
}

const DOCUMENTATION_WORDS: Readonly<Record<DocumentationState, string>> = {
  recorded: 'recorded',
  described: 'described',
  draft: 'draft',
  mentioned: 'mentioned only',
  none: 'not documented',
};

export const PIN_WORDS: Readonly<Record<Pin, string>> = {
  exact: 'exact',
  alias: 'moving name',
  none: 'no version',
  'not-applicable': '–',
};

export const OUTCOME_WORDS: Readonly<Record<GateOutcome, string>> = {
  go: 'go',
  'go-with-conditions': 'go with conditions',
  'no-go': 'no go',
  undecided: 'undecided',
};

/** `current`, `changed since it was named (changed since 2026-03-01)`. */
export function evidenceStateWords({ state, why }: JudgedEvidence): string {
  return why === null || why === '' ? EVIDENCE_WORDS[state] : `${EVIDENCE_WORDS[state]}: ${why}`;
}

/** `policy docs/access.md#Rules, 2026-03-01` */
export function evidenceName({ kind, reference, date }: Evidence): string {
  return [[kind, reference].filter((part) => part !== null).join(' '), date?.date ?? ''].filter(Boolean).join(', ');
}

/** What a claim says: `does not apply`, `partly supported`, `support not stated`. */
export function claimWords({ applies, support }: JudgedClaim): string {
  if (!applies) return 'does not apply';
  return support === null ? 'support not stated' : SUPPORT_WORDS[support];
}

/** The systems a claim is made for: their ids, or the whole project. */
export function claimFor({ systems }: JudgedClaim): string {
  return systems.length === 0 ? 'the whole project' : systems.map(({ id }) => id).join(', ');
}

/** Every kind, as it is counted in the middle of a sentence. */
export const KIND_WORDS: Readonly<Record<AssetKind, readonly [one: string, many: string]>> = {
  model: ['model', 'models'],
  dataset: ['dataset', 'datasets'],
  prompt: ['prompt', 'prompts'],
  agent: ['agent', 'agents'],
  tool: ['tool', 'tools'],
  'mcp-server': ['MCP server', 'MCP servers'],
  'vector-index': ['vector index', 'vector indexes'],
  guardrail: ['guardrail', 'guardrails'],
  'evaluation-set': ['evaluation set', 'evaluation sets'],
};

/** 1204 → 1,204, in every locale. */
export function thousands(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/gu, ',');
}

/** `1 file`, `1,204 files`. */
export function counted(amount: number, one: string, many = `${one}s`): string {
  return `${thousands(amount)} ${amount === 1 ? one : many}`;
}
