import type { Sighting } from '../../model';
import { looksLikeDataFile } from '../signatures/paths';
import { isWeightsPath } from '../signatures/model-names';
import { DATA_COMMAND_KEY } from './command-pairs';
import { configPairs } from './config-sources';
import { lastKey, type ConfigPair } from './pairs';
import { named, type Detector, type ScannedFile } from './scanned-file';

/** Words of a key that mean data for training, evaluation or retrieval. */
const DATA =
  /^(?:hf_|hub_|train(?:ing)?_|eval(?:uation)?_|val(?:id|idation)?_|test_|dev_|raw_|source_|input_)?(?:data_?sets?|corpus|corpora)(?:_(?:name|id|path|file|files|dir|repo|repo_id|uri|url))?$/u;
/** `train_file`, `val_data_path`: what a split is read from. */
const SPLIT =
  /^(?:train(?:ing)?|eval(?:uation)?|val(?:id|idation)?|test|dev)_(?:data_?)?(?:sets?_)?(?:files?|paths?|csv|json|jsonl|parquet|data)$/u;
const FILES = /^data_(?:files?|path)$/u;
/** Keys whose value may be a word: the name of a collection on a hub. */
const NAMED = /^(?:hf_|hub_|train_|eval_)?dataset_(?:name|id|path|repo|repo_id)$/u;
const WORD = /^[A-Za-z][\w.-]{2,60}$/u;
const HUB = /^[A-Za-z0-9][\w.-]{0,60}\/[A-Za-z0-9][\w.-]{1,90}$/u;
const NOT_OWNERS =
  /^(?:src|app|lib|data|datasets?|config|configs|assets|public|static|files?|docs?|tests?|examples?|outputs?|results?|tmp|usr|var|opt|home|mnt|path|your.*)$/iu;
const FORMATS =
  /^(?:csv|json|jsonl|text|parquet|main|default|all|train|test|validation|none|null|true|false|custom|your.*)$/iu;
const NOT_FILES =
  /^(?:package|package-lock|tsconfig.*|composer|openapi|swagger|dvc|mkdocs|croissant|dataset_infos?|datapackage)\.|\.schema\.json$/u;
const MOST = 16;

/** Datasets that configuration names: `dataset_name: imdb`, `train_file: data/train.csv`, `--dataset_name glue`. */
export const configDatasets: Detector = (file) => {
  if (NOT_FILES.test(file.name) || file.inFolder('locales', 'locale', 'i18n', 'translations', 'schemas')) return [];
  const found = (configPairs(file) ?? []).flatMap((pair) => datasetIn(file, pair) ?? []);
  return found.length > MOST ? [] : found;
};

function datasetIn(file: ScannedFile, pair: ConfigPair): Sighting | null {
  const { value } = pair;
  if (/[\s{}<>$*|]|^https?:|:\d/u.test(value) || value.length > 200 || isWeightsPath(value)) return null;
  const inCommand = pair.keys[0] === DATA_COMMAND_KEY;
  const denotes = inCommand ? !FORMATS.test(value) : byKey(pair, snake(lastKey(pair)));
  return denotes ? made(file, pair, value) : null;
}

function byKey({ value, beside }: ConfigPair, key: string): boolean {
  if (!DATA.test(key) && !SPLIT.test(key) && !FILES.test(key)) return false;
  if (isDataFile(value)) return true;
  // `dataset_name` beside `dataset_path` is the part of the collection that is taken.
  if (/name$/u.test(key) && beside.some((other) => /dataset_?path$/iu.test(other))) return false;
  const isHubId = HUB.test(value) && !NOT_OWNERS.test(value.slice(0, value.indexOf('/')));
  return isHubId || (NAMED.test(key) && WORD.test(value) && !FORMATS.test(value));
}

const SETTINGS = /\.(?:ya?ml|md|html?|pdf|xml|sql|db|bin|zip|tar|gz|tgz|pkl|pickle)$/iu;

function isDataFile(value: string): boolean {
  return looksLikeDataFile(value) && !SETTINGS.test(value);
}

function made(file: ScannedFile, pair: ConfigPair, value: string): Sighting {
  return named(file, pair.range, {
    kind: 'dataset',
    name: value.replace(/^(?:\.\/)+/u, ''),
    written: value,
    signature: 'config.dataset',
    confidence: 'medium',
    needs: 'ai',
  });
}

function snake(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/gu, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '_');
}
