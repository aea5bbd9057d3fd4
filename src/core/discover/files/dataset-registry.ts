import type { Sighting } from '../../model';
import { configPairs } from './config-sources';
import { lastKey, type ConfigPair } from './pairs';
import { named, type Detector, type ScannedFile } from './scanned-file';

const MOST = 400;
const ENTRY = /"(?:(?:hf|ms|om)_hub_url|script_url|file_name)"\s*:/u;
const HUBS = ['hf_hub_url', 'ms_hub_url', 'om_hub_url'];

/** True for a `dataset_info.json` that lists data sets by short name and place, as tools for fine-tuning keep it. */
export function isRegistry(text: string): boolean {
  return ENTRY.test(text) && !/"(?:features|splits|builder_name|citation)"\s*:/u.test(text);
}

/** Every data set of such a list: `"dolly": { "hf_hub_url": "owner/name" }`, `"own": { "file_name": "own.json" }`. */
export const datasetRegistry: Detector = (file) => {
  if (file.name !== 'dataset_info.json' || file.text === null || !isRegistry(file.text)) return [];
  const pairs = (configPairs(file) ?? []).filter(({ keys }) => keys.length === 2).slice(0, MOST);
  return pairs.flatMap((pair) => entry(file, pair));
};

function entry(file: ScannedFile, pair: ConfigPair): Sighting[] {
  const key = lastKey(pair);
  const [short = ''] = pair.keys;
  const { value } = pair;
  // One of several hubs that hold the same: the first says it.
  const [hub] = HUBS.filter((name) => name === key || pair.beside.includes(name));
  const isHub = key === hub && /^[\w.-]+\/[\w.-]+$/u.test(value);
  const isFile = key === 'file_name' && hub === undefined && /^[\w./-]+$/u.test(value);
  if (!isHub && !isFile) return [];
  const name = isFile && file.folder !== '' ? `${file.folder}/${value}` : value;
  return [
    named(file, pair.range, {
      kind: 'dataset',
      name,
      written: value,
      aliases: [...new Set([short, value])].filter((alias) => alias !== name && alias.length > 2),
      signature: 'file.dataset-registry',
      confidence: 'high',
      ...(isHub ? { publicSource: true } : {}),
    }),
  ];
}
