import type { Confidence, Sighting } from '../../model';
import { isTestPath } from '../scope';
import { wholeFile, type Detector, type ScannedFile } from './scanned-file';

/** Extensions that hardly anything but weights has. */
const SURE = new Set([
  'safetensors', 'gguf', 'ggml', 'onnx', 'tflite', 'keras', 'mlmodel', 'mlpackage', 'llamafile', 'caffemodel', 'pdmodel', 'pdparams',
  'torchscript', 'ckpt', 'joblib', 'mar', 'ort', 'ptl', 'nemo', 'rknn', 'hef', 'trt', 'xgb', 'ubj', 'pmml', 'pte', 'fasttext', 'skops', 'bmodel', 'mlnet',
]); // prettier-ignore

/** Extensions that other things have too: the name or the folder has to say that these are weights, or code that loads them. */
const AMBIGUOUS = new Set([
  'pt',
  'pth',
  'bin',
  'pb',
  'h5',
  'hdf5',
  'pkl',
  'pickle',
  'npz',
  'model',
  'weights',
  'dat',
  'jit',
  'engine',
  'plan',
  'task',
  'cbm',
  'lgb',
  't7',
  'net',
  'params',
]);
const FOLDERS = [
  'model',
  'models',
  'weights',
  'checkpoint',
  'checkpoints',
  'ckpt',
  'ckpts',
  'pretrained',
  'pretrained_models',
  'saved_models',
  'saved_model',
  'trained_models',
  'adapters',
  'lora',
];
const NAMED =
  /(?:^|[^a-z])(?:models?|weights?|checkpoint|ckpt|pytorch_model|adapter_model|lora|best|epoch|classifier|regressor|estimator|encoder|decoder|generator|discriminator|bert|resnet|yolo|unet|vae|diffusion|ggml)(?:[^a-z]|$)/;
/** Things that lie beside a model and are none: vocabularies, states of optimisers, vectors, data. */
const NOT_WEIGHTS =
  /(?:^|[^a-z])(?:vocab|vocabulary|tokenizer|meta|optimizer|scheduler|rng|training_args|vector|vectors|vectordb|embeddings?|index|faiss|chroma|docstore|cache|data|dataset|train|test|val|valid|labels?|scaler|lexicon|dictionary|events|statement|results?)(?:[^a-z]|$)/;
/** Pickles and arrays with a name like `model.pkl`, but of a kind that is data at least as often. */
const LOOSE = new Set([
  'pkl',
  'pickle',
  'npz',
  'dat',
  'h5',
  'hdf5',
  'bin',
  'pb',
  'model',
  'task',
  'net',
  'params',
  'plan',
  'engine',
]);

/** Weights: by extension, by the first bytes, and for ambiguous extensions by name and folder. One asset for all shards. */
export const weights: Detector = (file) => {
  const evidence = evidenceOf(file);
  if (!evidence) return [];
  const shards = /^(.*?)[-_.]?\d{4,5}-of-\d{4,5}/u.exec(file.stem);
  return [
    wholeFile(file, {
      kind: 'model',
      name: shards && file.folder !== '' ? file.folder : file.path,
      signature: `file.${file.extension}`,
      confidence: evidence.confidence,
      pin: 'exact',
      needs: evidence.needs,
    }),
  ];
};

interface Evidence {
  readonly confidence: Confidence;
  readonly needs?: Sighting['needs'];
}

function evidenceOf(file: ScannedFile): Evidence | null {
  const sure = SURE.has(file.extension);
  if (!sure && !AMBIGUOUS.has(file.extension)) return null;
  if (NOT_WEIGHTS.test(file.stem) && !(sure && file.extension !== 'joblib')) return { confidence: 'low', needs: 'use' };
  const bytes = file.pointer ? 'unknown' : magic(file);
  if (bytes === 'other') return null;
  if (!sure && bytes !== 'weights') return byPlace(file);
  const doubtful = isTestPath(file.path) && file.content.kind === 'text' && !file.pointer;
  return doubtful ? { confidence: 'low', needs: 'use' } : { confidence: 'high' };
}

function byPlace(file: ScannedFile): Evidence {
  const byFolder = file.folders.slice(-2).some((folder) => FOLDERS.includes(folder));
  const byName = NAMED.test(file.stem);
  if (byFolder && byName) return { confidence: 'high' };
  if (!byFolder && !byName) return { confidence: 'low', needs: 'use' };
  // torch's own extensions with one sign are as good as sure; general ones need the project to work with models.
  return LOOSE.has(file.extension) ? { confidence: 'medium', needs: 'ai' } : { confidence: 'medium' };
}

type Bytes = 'weights' | 'other' | 'unknown';

/** What the first bytes say. Nothing behind the head is looked at, whatever lengths the head claims. */
function magic(file: ScannedFile): Bytes {
  const { head, extension, text } = file;
  if (text !== null) return textual(text, extension);
  if (!head || head.length === 0) return 'unknown';
  if (WEIGHTS_BEGIN.some((mark) => startsWith(head, mark)) || startsWith(head, 'TFL3', 4)) return 'weights';
  if (extension === 'safetensors') return head[8] === 0x7b ? 'weights' : 'unknown';
  return extension !== 'llamafile' && OTHERS_BEGIN.some((mark) => startsWith(head, mark)) ? 'other' : 'unknown';
}

const WEIGHTS_BEGIN = ['GGUF', 'ggml', 'lmgg', 'tjgg'];
const OTHERS_BEGIN = ['%PDF', '\u007fELF', 'MZ', 'SQLite format'];

/** Weights are binary; a text with such a name is a placeholder, or (for some formats) a model written as text. */
function textual(text: string, extension: string): Bytes {
  if (text.trim() === '') return 'unknown';
  if (['pb', 'dat', 'model', 'plan', 'engine', 'task', 'net', 'params', 'bin', 'weights'].includes(extension)) {
    return /^(?:tree\n|learner|\{"learner)/u.test(text) ? 'weights' : 'other';
  }
  return 'unknown';
}

function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}
