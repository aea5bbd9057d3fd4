import type { Sighting } from '../../model';
import { isWeightsPath } from '../signatures/model-names';
import { isDataAddress } from '../signatures/addressed-datasets';
import { hubDataset, plainPath, withoutScheme } from '../signatures/paths';
import { snakeKey } from '../snake-case';
import { DATA_COMMAND_KEY } from './command-pairs';
import { configPairs } from './config-sources';
import { isFormat, namesData, type DataSettings } from './dataset-keys';
import type { ConfigPair } from './pairs';
import { named, type Detector, type ScannedFile } from './scanned-file';

const NOT_FILES =
  /^(?:package|package-lock|tsconfig.*|composer|openapi|swagger|dvc|mkdocs|croissant|dataset_infos?|datapackage)\.|\.schema\.json$/u;
const MOST = 16;
/** All documents of a folder on the class path, as Spring writes it: what such a pattern is for, other than retrieval, is rare. */
const DOCUMENTS = /^classpath\*?:\/*([\w@-][\w@./-]*)\/(?:\*\*\/)?\*\.(?:txt|md|pdf|docx?|adoc)$/u;
/** One document of the application, under a key that speaks of documents: `documents: [classpath:/terms.pdf]`. */
const DOCUMENT = /^(?:classpath|file):\/*([\w@-][\w@./-]*\.(?:txt|md|pdf|docx?|adoc|html?))$/u;
const OF_DOCUMENTS = /(?:^|[._-])(?:docs?|documents?|knowledge(?:[-_]?base)?|rag|ingest(?:ion)?|corpus)(?:$|[._-])/iu;
const NO_DOCUMENTS = /(?:^|\/)(?:static|public|templates?|prompts?|i18n|messages|sql|META-INF)(?:\/|$)/iu;
const TRAINS =
  /^(?:(?:train_|per_device_train_)?batch_?size|(?:max_|num_|n_)?(?:train_)?epochs|lr|learning_?rate|weight_?decay|max_steps|model_name_or_path|base_model|lora_r|lora_rank|optimizer)$/iu;

/** Datasets that configuration names: `dataset_name: imdb`, `train_file: data/train.csv`, `--dataset_name glue`. */
export const configDatasets: Detector = (file) => {
  if (NOT_FILES.test(file.name) || file.inFolder('locales', 'locale', 'i18n', 'translations', 'schemas')) return [];
  const pairs = configPairs(file) ?? [];
  if (pairs.length === 0) return [];
  const about = aboutOf(file, pairs);
  const found = pairs.flatMap((pair) => datasetsIn(file, pair, about));
  return found.length > MOST ? [] : found;
};

function aboutOf(file: ScannedFile, pairs: readonly ConfigPair[]): DataSettings {
  const { folders } = file;
  return {
    ofData:
      /^(?:data|data_?sets?)$/u.test(folders.at(-1) ?? '') &&
      folders.some((folder) => /^(?:conf|configs?|cfgs?|hydra|settings)$/u.test(folder)),
    trains: pairs.some(({ beside }) => beside.some((key) => TRAINS.test(key))),
  };
}

/** What a value on the class path leads to, where that is documents. */
function documentsIn({ value, keys }: ConfigPair): string | undefined {
  return DOCUMENTS.exec(value)?.[1] ?? (OF_DOCUMENTS.test(keys.join('.')) ? DOCUMENT.exec(value)?.[1] : undefined);
}

/** Several where they are written in one text: `dataset: alpaca_en,identity`. */
function datasetsIn(file: ScannedFile, pair: ConfigPair, about: DataSettings): Sighting[] {
  const { value } = pair;
  const inCommand = pair.keys[0] === DATA_COMMAND_KEY;
  const documents = documentsIn(pair);
  if (documents !== undefined && !NO_DOCUMENTS.test(documents)) return [made(file, pair, documents, [])];
  if (/[\s{}<>$*|]|:\d/u.test(value) || value.length > 300) return [];
  if (/^[a-z][\w+.-]*:\/\//u.test(value) && !/^(?:https?|file):/u.test(value))
    return inCommand || namesData(pair, about) ? [made(file, pair, plainPath(withoutScheme(value)), [value])] : [];
  if (/^https?:/u.test(value))
    return inCommand || saysAddress(pair) ? [made(file, pair, hubDataset(value) ?? withoutScheme(value), [value])] : [];
  if (isWeightsPath(value) && !MAY_BE_DATA.test(value)) return [];
  return value
    .split(',')
    .filter((name) => (inCommand ? !isFormat(name) : namesData({ ...pair, value: name }, about)))
    .map((name) => made(file, pair, plainPath(name.replace(/^(?:classpath|file):\/*/u, '')), []));
}

/** `data_ingestion: { source_URL: https://…/wines.zip }`: where data is fetched from. */
function saysAddress({ keys, value }: ConfigPair): boolean {
  const path = snakeKey(keys.join('_'));
  return isDataAddress(value) && OF_DATA.test(path) && /(?:^|_)(?:urls?|uri|link|source|remote|download)$/u.test(path);
}

const OF_DATA = /(?:^|_)(?:data|data_?sets?|corpus|corpora|train(?:ing)?_(?:file|set)|test_(?:file|set))(?:_|$)/u;

/** Arrays that lie in a folder of data, whose ending weights have too. */
const MAY_BE_DATA =
  /^(?:\.{1,2}\/)*(?:[\w.-]+\/)*(?:data|data_?sets?|embeddings|features)\/[\w./-]+\.(?:h5|hdf5|npz)$/iu;

function made(file: ScannedFile, pair: ConfigPair, name: string, aliases: readonly string[]): Sighting {
  return named(file, pair.range, {
    kind: 'dataset',
    name,
    written: pair.value,
    signature: 'config.dataset',
    confidence: 'medium',
    needs: 'ai',
    ...(aliases.length > 0 ? { aliases, publicSource: true } : {}),
  });
}
