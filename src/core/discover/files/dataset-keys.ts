import { isWeightsPath } from '../signatures/model-names';
import { looksLikeDataFile } from '../signatures/paths';
import { lastKey, type ConfigPair } from './pairs';
import { snakeKey } from '../snake-case';

/** Words of a key that mean data for training, evaluation or retrieval. */
const DATA =
  /^(?:hf_|hub_|train(?:ing)?_|eval(?:uation)?_|val(?:id|idation)?_|test_|dev_|raw_|source_|input_)?(?:data_?sets?|corpus|corpora)(?:_(?:name|id|path|file|files|dir|repo|repo_id|uri|url))?$/u;
/** `train_file`, `val_data_path`, `test_manifest`: what a split is read from. */
const SPLIT =
  /^(?:train(?:ing)?|eval(?:uation)?|val(?:id|idation)?|test|dev)_(?:data_?)?(?:sets?_)?(?:files?|paths?|csv|json|jsonl|parquet|data|lists?|filelists?|manifests?|annotations?|ann_file|meta(?:data)?(?:_files?|_csv)?|shards?|wds|scp|src|source|urls?|uri)$|^(?:meta_?(?:data)?|data|ann|annotations?|manifest|filelist)_(?:file|path|csv)_(?:train|val|valid|test|eval)$/u;
/** A split by its name alone, of a file of rows. */
const SPLIT_ALONE = /^(?:train(?:ing)?|hold_?out|test|val|valid|validation|eval|dev)$/u;
const ROWS = /\.(?:csv|tsv|jsonl|parquet|arrow|feather|npz|tfrecords?|spacy)(?:\.gz)?$/iu;
const FILES =
  /^data_(?:files?|path)$|^(?:trials|ann_file|annotations?_(?:file|path)|(?:audio_)?manifest(?:_(?:file|path|filepath))?|meta(?:data)?_(?:file|csv|path)|file_?list|data_files|train_shards|(?:json|jsonl|csv|tsv|parquet)_(?:file|path)|label_file|labels_file|qa_file|golden_file|questions_file|eval_set|evalset|test_set|trainset|testset)$/u;
/** Keys whose value may be a word: the name of a collection on a hub. */
const NAMED = /^(?:hf_|hub_|train_|eval_)?dataset_(?:name|id|path|repo|repo_id)$/u;
/** A folder that rows, pictures or recordings lie in. */
const FOLDER =
  /^(?:(?:train(?:ing)?|eval|val(?:id|idation)?|test|raw|source|input)_)?(?:data|data_?sets?|corpus|images?|imgs?|audios?|videos?|noise|masks?|labels?|annotations?|corpora|documents?|docs|knowledge(?:_base)?|wavs?|audio_?files?|clips|mds|shards?)_(?:dir|root|folder|path|directory)$|^(?:train|val|valid|validation|eval|test)_(?:dir|root|folder)$/u;
/** Of data, where they stand below a key or in a folder that says so: `data: { root: … }`, `datasets: [{ path: … }]`. */
const PART =
  /^(?:root|path|dir|folder|data_?path|file|files|name|id|repo|repo_id|hf_id|hub_id|(?:hf|ms|om)_hub_url|file_name|source|url|uri|remote|dataset_path|s3_uri)$/u;
const GROUP =
  /^(?:(?:hf|train(?:ing)?|pretraining|eval(?:uation)?|val|test|sft|dpo|rl)_?)?(?:data_?sets?|data|ds)$|^corpus$/u;
/** What a retrieval index is filled from: `easy-rag.path`, `rag.documents-dir`. */
const INDEXED =
  /(?:^|_)(?:easy_?rag|rag|knowledge(?:_?base)?)_(?:(?:docs?|documents?|data|source)_?)?(?:path|dir|folder|directory|location|source)$/u;
const RELATIVE = /^(?:classpath:|file:)?(?:\.{1,2}\/)*[\w@-][\w@.-]*(?:\/[\w@.-]+)+\/?$/u;
const MIX = /(?:^|_)mix(?:er|ture)?$|_(?:weights|probs|proportions)$/u;

const WORD = /^[A-Za-z][\w.-]{2,60}$/u;
const HUB = /^[A-Za-z0-9][\w.-]{0,60}\/[A-Za-z0-9][\w.-]{1,90}$/u;
const NOT_OWNERS =
  /^(?:src|app|lib|data|datasets?|config|configs|assets|public|static|files?|docs?|tests?|examples?|outputs?|results?|tmp|usr|var|opt|home|mnt|path|your.*)$/iu;
const FORMATS =
  /^(?:csv|json|jsonl|text|parquet|main|default|all|train|test|validation|none|null|true|false|custom|your.*)$/iu;
const SETTINGS = /\.(?:ya?ml|md|html?|pdf|xml|sql|db|bin|zip|tar|gz|tgz|pkl|pickle|py)$/iu;
/** A path inside the project with a part that speaks of data. */
const DATA_FOLDER =
  /^(?:\.{1,2}\/)*(?=(?:.*\/)?(?:data|data_?sets?|corpus|corpora|images|audio|train|training)(?:[-_/]|$))[\w@-][\w@.-]*(?:\/[\w@.-]+)+\/?$/iu;

/** Kept in a store of objects: a folder or file of it under a key that speaks of data. */
const STORED = /^(?:s3a?|gs|gcs|az|abfss?|wasbs?|hdfs|dbfs|oss|hf):\/\/[\w@.-]+\/\S+$/iu;
/** Data on a disk of its own: `/corpora/x`, `/mnt/datasets/x`; what lies in a person's home is no name. */
const MOUNTED =
  /^\/(?!home\/|Users\/|root\/)(?:[\w.-]+\/){0,4}(?:data|data_?sets?|corpus|corpora)(?:\/[\w.-]+){1,4}\/?$/u;

/** What a file of settings is about, beside the single value. */
export interface DataSettings {
  /** It lies in a folder of settings for data (`conf/data/x.yaml`). */
  readonly ofData: boolean;
  /** It sets how a model is trained. */
  readonly trains: boolean;
}

/** True where a key and its value name data. */
export function namesData(pair: ConfigPair, about: DataSettings): boolean {
  const { value } = pair;
  const key = snakeKey(lastKey(pair));
  if (isPart(key, pair, about)) return isHubId(value) || isDataPath(value) || isNamed(key, value, about);
  if (SPLIT_ALONE.test(key)) return ROWS.test(value) || STORED.test(value) || isOneOfSplits(key, pair);
  if (MIX.test(key)) return pair.item && isHubId(value);
  if (INDEXED.test(key) || INDEXED.test(snakeKey(pair.keys.join('_')))) return RELATIVE.test(value);
  return (
    (FOLDER.test(key) && (DATA_FOLDER.test(value) || isFarAway(value))) ||
    byKey(key, pair, about) ||
    isSource(key, pair)
  );
}

/** `train: egs/birds/train` beside `valid: egs/birds/dev`: folders of what is learnt from and what is tried on. */
function isOneOfSplits(key: string, { keys, value, beside }: ConfigPair): boolean {
  if (keys.length < 2 || !FOLDERS.test(value) || CODE.test(value)) return false;
  const others = beside.map(snakeKey).filter((other) => other !== key && SPLIT_ALONE.test(other));
  return others.length > 0 && [key, ...others].some((each) => /^train/u.test(each));
}

const FOLDERS = /^(?:\.{1,2}\/)*[\w@-]+(?:\/[\w@.-]+)+\/?$/u;
const CODE =
  /(?:^|\/)(?:src|lib|scripts?|tests?|spec|bin|cmd|configs?|docs?)(?:\/|$)|\.(?:[cm]?[jt]sx?|py|sh|go|rs|ya?ml|toml)$/iu;

/** `root`, `path`, `name` of what the key above says is data. */
function isPart(key: string, { keys, item }: ConfigPair, { ofData }: DataSettings): boolean {
  if (item || !PART.test(key)) return false;
  return keys.length === 1 ? ofData : GROUP.test(snakeKey(keys.at(-2) ?? ''));
}

/** `DataSource: { FilePath: "data/train.tsv" }` of ML.NET Model Builder. */
function isSource(key: string, { keys, value }: ConfigPair): boolean {
  return key === 'file_path' && /^data_?source$/u.test(snakeKey(keys.at(-2) ?? '')) && isDataFile(value);
}

function byKey(key: string, { value, beside }: ConfigPair, about: DataSettings): boolean {
  if (!DATA.test(key) && !SPLIT.test(key) && !FILES.test(key)) return false;
  if (isDataFile(value) || isFarAway(value)) return true;
  // `dataset_name` beside `dataset_path` is the part of the collection that is taken.
  if (/name$/u.test(key) && beside.some((other) => /dataset_?path$/iu.test(other))) return false;
  return isHubId(value) || (NAMED.test(key) && isWord(value)) || isNamed(key, value, about);
}

function isDataPath(value: string): boolean {
  return isDataFile(value) || DATA_FOLDER.test(value) || isFarAway(value);
}

function isFarAway(value: string): boolean {
  return !isWeightsPath(value) && (STORED.test(value) || MOUNTED.test(value));
}

/** `dataset: cifar10` in the settings of a training. */
function isNamed(key: string, value: string, { trains }: DataSettings): boolean {
  return trains && /^(?:dataset|name)$/u.test(key) && isWord(value);
}

function isWord(value: string): boolean {
  return WORD.test(value) && !FORMATS.test(value);
}

/** Kinds of files and parts of collections, which stand where names of data do. */
export function isFormat(value: string): boolean {
  return FORMATS.test(value);
}

function isHubId(value: string): boolean {
  return HUB.test(value) && !NOT_OWNERS.test(value.slice(0, value.indexOf('/')));
}

function isDataFile(value: string): boolean {
  return looksLikeDataFile(value) && !SETTINGS.test(value);
}
