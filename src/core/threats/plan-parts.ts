import type { Asset, AssetKind, ComponentType } from '../model';
import { compareText } from '../model';
import { uniqueId } from './code-groups';
import type { PlannedPart, Seen } from './planned';

/** Ids of trust boundaries, with what they are called. */
export const BOUNDARIES = {
  outside: 'Users and whatever they send',
  application: 'The application',
  development: 'Training, evaluation and experiments',
  services: 'Services and sources of others',
} as const;

const DEVELOPMENT =
  /(?:^|[/_.-])(?:train|training|eval\w*|notebooks?|bench|benchmarks?|experiments?|fine-?tun\w*|tune|research|scripts)(?:$|[/_.-])/u;

/** More assets of a kind than this are shown as one. */
const MOST_OF_KIND = 8;

/** The parts of the data-flow diagram: users, code, models, whoever runs them, stores, tools. */
export function partsOf(seen: Seen): PlannedPart[] {
  const taken = new Set<string>();
  const parts: PlannedPart[] = [];
  const add = (wanted: string, part: Omit<PlannedPart, 'id' | 'assets' | 'group'> & Partial<PlannedPart>) =>
    parts.push({ assets: [], group: null, ...part, id: uniqueId(wanted, taken) });
  const { assets, capabilities, groups } = seen;

  if (groups.length > 0) {
    const name = capabilities.has('untrusted-input') ? 'Users' : 'Users (how they reach it was not seen)';
    add('users', { name, type: 'actor', boundary: 'outside' });
  }
  for (const group of groups) {
    const boundary = DEVELOPMENT.test(group.path.toLowerCase()) ? 'development' : 'application';
    const name = group.path === '' ? 'Other code' : group.path;
    add(group.id, { name, type: 'process', boundary, group });
  }
  for (const [provider, models] of byProvider(seen)) {
    const name = `${provider}: ${few(models.map((model) => model.name))}`;
    add(`provider ${provider}`, { name, type: 'external', boundary: 'services', assets: models });
  }
  const local = assets.filter((asset) => asset.kind === 'model' && seen.providerOf(asset) === null);
  addEach(add, local, { many: 'Models', type: 'model', boundary: 'application' });
  for (const { kind, ...like } of STORED) addEach(add, ofKind(assets, kind), like);
  if (capabilities.has('retrieval') && !assets.some(({ kind }) => kind === 'vector-index')) {
    add('search-index', { name: 'What is searched', type: 'store', boundary: 'application' });
  }
  if (capabilities.has('hub-download')) {
    add('hub', { name: 'Hubs that models and data are fetched from', type: 'external', boundary: 'services' });
  }
  if (capabilities.has('memory')) {
    add('memory', { name: 'What is remembered of conversations', type: 'store', boundary: 'application' });
  }
  return parts;
}

interface Like {
  /** What many of them are called together. */
  readonly many: string;
  readonly type: ComponentType;
  readonly boundary: string;
}

const STORED: readonly (Like & { readonly kind: AssetKind })[] = [
  { kind: 'vector-index', many: 'Vector indexes', type: 'store', boundary: 'application' },
  { kind: 'dataset', many: 'Datasets', type: 'store', boundary: 'application' },
  { kind: 'tool', many: 'Tools', type: 'tool', boundary: 'application' },
  { kind: 'mcp-server', many: 'Tool servers', type: 'external', boundary: 'services' },
];

type Add = (wanted: string, part: Omit<PlannedPart, 'id' | 'assets' | 'group'> & Partial<PlannedPart>) => void;

/** Few assets have a part each, many are one part together. */
function addEach(add: Add, assets: readonly Asset[], { many, type, boundary }: Like): void {
  if (assets.length > MOST_OF_KIND) {
    add(many, { name: `${many} (${assets.length})`, type, boundary, assets });
    return;
  }
  for (const asset of assets) add(`${asset.kind} ${asset.name}`, { name: asset.name, type, boundary, assets: [asset] });
}

function ofKind(assets: readonly Asset[], kind: AssetKind): Asset[] {
  return assets.filter((asset) => asset.kind === kind);
}

/** The hosted models by whoever runs them. */
function byProvider({ assets, providerOf }: Seen): [string, Asset[]][] {
  const groups = new Map<string, Asset[]>();
  for (const asset of ofKind(assets, 'model')) {
    const provider = providerOf(asset);
    if (provider !== null) groups.set(provider, [...(groups.get(provider) ?? []), asset]);
  }
  return [...groups].sort(([a], [b]) => compareText(a, b));
}

function few(names: readonly string[]): string {
  const rest = names.length - 3;
  return names.slice(0, 3).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
