import type { Confidence, Sighting } from '../../model';
import { isTestPath } from '../scope';
import { fieldsOf, hasLearningFields, isForTuning } from './data-fields';
import { isRegistry } from './dataset-registry';
import { wholeFile, type Detector, type ScannedFile } from './scanned-file';

/** Formats made for data of this kind. */
const COLUMNAR = new Set([
  'parquet',
  'arrow',
  'feather',
  'tfrecord',
  'tfrecords',
  'jsonl',
  'ndjson',
  'npy',
  'npz',
  'hdf5',
  'lance',
  'mds',
  'beton',
  'lmdb',
  'orc',
  'webdataset',
  'arff',
  'libsvm',
  'svmlight',
]);
/** General formats: the second signal decides. */
const TABULAR = new Set(['csv', 'tsv', 'json', 'xlsx', 'xls', 'avro', 'sqlite', 'db']);
/** Documents that a retrieval index is filled from. */
const DOCUMENTS = new Set(['pdf', 'docx', 'doc', 'pptx', 'txt', 'md', 'html', 'htm', 'rst', 'epub', 'xml']);
const BULKY = new Set(['pdf', 'docx', 'doc', 'pptx', 'epub']);

const SPLIT =
  /(?:^|[^a-z])(?:train|training|test|testing|valid|validation|val|eval|evals|evaluation|dev|holdout|hold_out|finetune|fine_tune|finetuning|sft|dpo|preference|preferences|benchmark)(?:[^a-z]|$)/;
const NAMED =
  /(?:^|[^a-z])(?:corpus|golden|ground_?truth|dataset|datasets|seed_tasks|instructions?|annotations?|labels?|labeled|labelled|samples|queries|qa|qna|q_a|questions|conversations|dialogs?|dialogues?|examples)(?:[^a-z]|$)/;
const FOLDERS = [
  'datasets',
  'dataset',
  'corpus',
  'corpora',
  'training_data',
  'training-data',
  'train_data',
  'traindata',
  'eval_data',
  'eval-data',
  'finetune_data',
  'fine_tuning_data',
  'golden',
  'benchmarks',
  'evals',
  'eval',
  'evaluation',
  'evaluations',
  'finetuning',
  'fine-tuning',
  'fine_tuning',
  'finetune',
];
const RETRIEVAL = [
  'knowledge',
  'knowledge_base',
  'knowledge-base',
  'knowledgebase',
  'kb',
  'corpus',
  'corpora',
  'rag',
  'rag_data',
  'rag-data',
  'rag_docs',
  'source_documents',
  'ingest',
  'knowledge_docs',
];
const OUTPUTS =
  /(?:^|[^a-z])(?:results?|outputs?|predictions?|preds|logs?|report|reports|history|metrics|scores|leaderboard|cache|tmp|config|settings|schema|package|tsconfig|manifest|openapi|requirements|mapping|stats|summary|trace|traces)(?:[^a-z]|$)/;
const NOT_DOCUMENTS =
  /^(?:readme|license|licence|changelog|contributing|requirements|index|notice|authors|robots|cmakelists|code_of_conduct|security|humans|version|constraints)/;

/** Data files that may feed training, evaluation or retrieval. */
export const datasets: Detector = (file) => {
  if (file.content.kind === 'skipped') return [];
  const evidence = evidenceOf(file);
  if (!evidence) return [];
  const { grouped, ...told } = evidence;
  return [
    wholeFile(file, {
      kind: 'dataset',
      name: grouped ? file.folder : file.path,
      signature: `file.${file.extension}`,
      ...told,
    }),
  ];
};

interface Evidence {
  readonly confidence: Confidence;
  readonly needs?: Sighting['needs'];
  /** One of many documents: the folder is the dataset. */
  readonly grouped?: boolean;
}

function evidenceOf(file: ScannedFile): Evidence | null {
  if (file.name.startsWith('.') || isCard(file)) return null;
  if (COLUMNAR.has(file.extension)) return columnar(file);
  if (TABULAR.has(file.extension)) return tabular(file);
  if (file.extension === 'yaml' || file.extension === 'yml') return cases(file);
  if (file.extension === 'txt' && isLabelled(file.text)) return { confidence: 'high', needs: 'ai' };
  return DOCUMENTS.has(file.extension) ? document(file) : null;
}

/** Rows as fastText reads them: each begins with its labels. */
function isLabelled(text: string | null): boolean {
  return text !== null && /^(?:__label__[^\n]{1,2000}\n){2}/u.test(text);
}

function columnar(file: ScannedFile): Evidence {
  const weak: Evidence = { confidence: 'low', needs: 'use' };
  if (OUTPUTS.test(file.stem.replace('manifest', '')) || isTestPath(file.path)) return weak;
  const byFolder = file.inFolder(...FOLDERS) || file.inFolder('data');
  const byName = SPLIT.test(file.stem) || NAMED.test(file.stem);
  const rows = file.text !== null && hasLearningFields(fieldsOf(file));
  if ((byFolder && byName) || (byFolder && file.inFolder(...FOLDERS))) return { confidence: 'high', needs: 'ai' };
  if (rows || byName || byFolder) return { confidence: 'medium', needs: 'ai' };
  return weak;
}

function tabular(file: ScannedFile): Evidence | null {
  const weak: Evidence = { confidence: 'low', needs: 'use' };
  // Data of tests is data about a program, until something that works with models reads it.
  if (isOutput(file) || isTestPath(file.path)) return mayBeRead(file) ? weak : null;
  const aiFolder = file.inFolder(...FOLDERS);
  const byName = SPLIT.test(file.stem) || NAMED.test(file.stem);
  const fitting = aiFolder || (file.inFolder('data') && byName);
  const rows = hasLearningFields(fieldsOf(file));
  if (file.extension === 'json') return json(file, rows, fitting);
  if (rows && fitting) return { confidence: 'high', needs: 'ai' };
  const split = file.inFolder('data') && SPLIT.test(file.stem);
  return rows || split || file.inFolder('datasets', 'dataset', 'corpus', 'training_data')
    ? { confidence: 'medium', needs: 'ai' }
    : weak;
}

const NAMED_CASES = /golden|(?:^|[^a-z])(?:evals?|ground_?truth|dataset|questions|queries)(?:[^a-z]|$)/;

/** Results and files of tests; of JSON only cases of a test, by name or fields, and what is said of them comes from their reader. */
function mayBeRead(file: ScannedFile): boolean {
  if (file.extension !== 'json') return true;
  if (isOutput(file)) return false;
  return NAMED_CASES.test(file.stem) || file.inFolder(...FOLDERS) || hasLearningFields(fieldsOf(file));
}

/** Lists of what a program offers or is set up with. */
const SETTINGS =
  /(?:^|[^a-z])(?:models?|tools?|functions?|agents?|prompts?|templates?|plugins?|servers?|providers?|personas?|roles?|tasks|users?|accounts?|messages?|menus?|routes?|icons?|features?|options|versions?|dependencies|files|sessions?|chats?|threads?|extensions?)(?:[^a-z]|$)/;

/** Most JSON files are settings: what is no list of things with fields, nor lies in a data folder, is nothing. */
function json(file: ScannedFile, rows: boolean, fitting: boolean): Evidence | null {
  const fields = fieldsOf(file);
  if (rows && (fitting || isForTuning(fields))) return { confidence: 'medium', needs: 'ai' };
  const isList = fields.size >= 2 && !SETTINGS.test(file.stem);
  return rows || fitting || isList || file.inFolder('data') ? { confidence: 'low', needs: 'use' } : null;
}

/** Cases of an evaluation as YAML: a list with what is asked and what is expected, in a folder for such. */
function cases(file: ScannedFile): Evidence | null {
  const inFolder = file.inFolder(...FOLDERS, 'bench', 'suites', 'cases', 'sets', 'problems', 'questions', 'qa');
  if (!inFolder && !/(?:^|[-_.])(?:cases|evals?|golden)(?:$|[-_.])/.test(file.stem)) return null;
  if (file.folder.startsWith('.github')) return null;
  const fields = fieldsOf(file);
  if (hasLearningFields(fields))
    return { confidence: 'low', needs: inFolder && !file.inFolder('bench') && !isTestPath(file.path) ? 'ai' : 'use' };
  // Tasks, each with how it is checked: what reads them has to work with models.
  const isTasks = /(?:^|[-_.])(?:tasks|scenarios|problems|cases)$/.test(file.stem) && fields.size >= 3;
  return isTasks ? { confidence: 'low', needs: 'use' } : null;
}

function isOutput(file: ScannedFile): boolean {
  return OUTPUTS.test(file.stem) || file.inFolder('results', 'outputs', 'reports', 'output');
}

function document(file: ScannedFile): Evidence | null {
  if (NOT_DOCUMENTS.test(file.name) || file.folder === '' || isTestPath(file.path)) return null;
  if (file.header?.has('record') === true) return null;
  const parent = file.folders.at(-1) ?? '';
  if (RETRIEVAL.includes(parent) && !file.inFolder('.github'))
    return { confidence: 'medium', needs: 'ai', grouped: true };
  if (BULKY.has(file.extension))
    return file.inFolder('data') ? { confidence: 'medium', needs: 'ai', grouped: true } : null;
  return file.inFolder(
    'data',
    'dataset',
    'datasets',
    'documents',
    'docs_data',
    'sample-data',
    'sample_data',
    'resources',
    'evals',
    'benchmarks',
  )
    ? { confidence: 'low', needs: 'use' }
    : null;
}

function isCard(file: ScannedFile): boolean {
  return ['dataset_info.json', 'dataset_infos.json', 'croissant.json', 'state.json', 'dataset_dict.json'].includes(
    file.name,
  );
}

/** Descriptions that make their folder a dataset: those of the hub's library, Croissant, YOLO's `data.yaml`. */
export const datasetDescriptions: Detector = (file) => {
  if (file.text === null) return [];
  const folder = (signature: string) => [
    wholeFile(file, { kind: 'dataset', name: file.folder, signature, confidence: 'high' }),
  ];
  if (
    ['dataset_info.json', 'dataset_infos.json', 'dataset_dict.json'].includes(file.name) &&
    file.folder !== '' &&
    file.text.includes('{') &&
    !isRegistry(file.text)
  )
    return folder('file.dataset-info');
  if (file.name === 'croissant.json' && file.text.includes('mlcommons') && file.folder !== '')
    return folder('file.croissant');
  const isYolo =
    /\.ya?ml$/u.test(file.name) &&
    file.text.length < 64 * 1024 &&
    ['train', 'val'].every((key) => new RegExp(`^${key}:\\s*\\S`, 'mu').test(file.text ?? '')) &&
    /^(?:nc|names):/mu.test(file.text);
  if (!isYolo) return [];
  const aliases = yoloNames(file.text);
  const told = { kind: 'dataset', name: file.path, signature: 'file.yolo-data', confidence: 'high' } as const;
  return [wholeFile(file, aliases.length > 0 ? { ...told, aliases } : told)];
};

/** What a `data.yaml` describes is called after the folder that its pictures lie in. */
function yoloNames(text: string): string[] {
  const at = (key: string) =>
    new RegExp(`^${key}:[ \\t]*["']?([\\w./@-]{2,200})`, 'mu').exec(text)?.[1]?.replace(/\/+$/u, '');
  const path = at('path') ?? at('train')?.replace(/\/(?:train|images|labels)(?:\/.*)?$/u, '');
  const last = path?.slice(path.lastIndexOf('/') + 1) ?? '';
  return /^(?:data|datasets?|images|train|val|\.*)$/iu.test(last) || last.length < 3 ? [] : [last];
}
