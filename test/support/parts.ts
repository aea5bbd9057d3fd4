import type {
  Asset,
  AssetRecord,
  FileFacts,
  Finding,
  Range,
  Site,
  Snapshot,
  SuppressionComment,
} from '../../src/core/model';
import type { Logger } from '../../src/core/ports';

/** Plain data of the model for tests, with only what a test cares about said. */

export const at = (line: number, column = 1): Range => ({ line, column, endLine: line, endColumn: column + 1 });

export const site = (path: string, line = 1, more: Partial<Site> = {}): Site => ({
  path,
  ...at(line),
  via: 'code',
  language: 'python',
  use: 'use',
  signature: 'openai.chat',
  provider: 'OpenAI',
  pin: 'alias',
  ...more,
});

export const asset = (id: string, more: Partial<Asset> = {}): Asset => {
  const [kind = 'model', name = ''] = id.split(/:(.*)/su);
  return {
    id,
    kind: kind as Asset['kind'],
    name,
    aliases: [],
    scope: 'product',
    confidence: 'high',
    documented: false,
    documentation: { state: 'none', by: [] },
    records: [],
    suppliers: [],
    pin: 'alias',
    digest: null,
    dependsOn: [],
    systems: [],
    sites: [site('src/chat.py', 3)],
    ...more,
  };
};

export const record = (path: string, more: Partial<AssetRecord> = {}): AssetRecord => ({
  path,
  kind: 'model-card',
  id: null,
  owner: null,
  covers: [],
  provisions: [],
  reviewed: null,
  reviewBy: null,
  links: [],
  names: [],
  givenToOthers: null,
  open: [],
  fields: 9,
  problems: [],
  range: at(2),
  ...more,
});

export const facts = (path: string, suppressions: readonly SuppressionComment[] = []): FileFacts => ({
  path,
  hash: null,
  code: null,
  sightings: [],
  record: null,
  prose: null,
  suppressions,
});

export const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'undocumented-model',
  severity: 'warning',
  message: 'Model gpt-4o has no record.',
  path: 'src/chat.py',
  ...at(3),
  asset: 'model:gpt-4o',
  record: null,
  scope: 'product',
  provisions: ['5.2.1-1'],
  fixes: [],
  related: [],
  suppressed: null,
  fingerprint: 'undocumented-model|model:gpt-4o',
  ...more,
});

export const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  version: 1,
  asOf: '2026-11-24',
  standard: { id: 'ETSI EN 304 223', version: 'V2.1.1' },
  assets: [],
  findings: [],
  records: [],
  threatModels: [],
  checklists: [],
  profile: null,
  claims: null,
  provisions: [],
  coverage: { read: 0, ignored: { gitignore: 0, config: 0, default: 0 }, skipped: [] },
  stats: { files: 0, parsed: 0, cached: 0, ms: 0 },
  ...more,
});

/** A log that tests can read. */
export function memoryLogger(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    info: (message) => void lines.push(`info ${message}`),
    warn: (message) => void lines.push(`warn ${message}`),
    error: (message) => void lines.push(`error ${message}`),
  };
}
