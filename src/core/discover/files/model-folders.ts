import { readModelName } from '../signatures/model-names';
import type { Sighting } from '../../model';
import { jsonPairs } from './json-pairs';
import { linesOf, pairAt } from './line-pairs';
import { named, wholeFile, type Detector, type ScannedFile } from './scanned-file';

const LARGEST = 256 * 1024;

/** Files that make their folder one model: configuration of the hub's libraries, MLflow, indexes of shards. */
export const modelFolders: Detector = (file) => {
  const { text, name, folder } = file;
  if (text === null || text.length > LARGEST) return [];
  const base = name === 'adapter_config.json' ? baseModel(file, text) : [];
  // The folder of the whole project is no name; what lies in it stands for itself.
  if (folder === '' || !isModelFolder(file, text)) return base;
  return [
    wholeFile(file, { kind: 'model', name: folder, signature: 'file.model-folder', confidence: 'high', pin: 'exact' }),
    ...base,
  ];
};

function isModelFolder(file: ScannedFile, text: string): boolean {
  switch (file.name) {
    case 'mlmodel':
      return /^(?:artifact_path|flavors|model_uuid|mlflow_version):/mu.test(text);
    case 'model_index.json':
      return text.includes('_class_name');
    case 'adapter_config.json':
      return text.includes('base_model_name_or_path');
    case 'config.json':
      return isModelConfig(file, text);
    default:
      return (
        /^(?:model|pytorch_model|diffusion_pytorch_model)[\w.]*\.index\.json$/u.test(file.name) &&
        text.includes('weight_map')
      );
  }
}

/** `config.json` says a model only with the keys that the hub's libraries write. */
function isModelConfig(file: ScannedFile, text: string): boolean {
  if (!/"(?:model_type|architectures|_name_or_path)"/u.test(text)) return false;
  return jsonPairs(text, file.lines).some(
    ({ keys }) =>
      keys.length === 1 &&
      ['model_type', 'architectures', '_name_or_path', 'transformers_version'].includes(keys[0] ?? ''),
  );
}

/** The model that an adapter was trained on. */
function baseModel(file: ScannedFile, text: string): Sighting[] {
  return jsonPairs(text, file.lines).flatMap(({ keys, value, range }) => {
    if (keys.length !== 1 || keys[0] !== 'base_model_name_or_path') return [];
    const read = readModelName(value, 'id', file.families);
    return read
      ? [
          named(file, range, {
            kind: 'model',
            name: read.name,
            written: value,
            signature: 'config.base-model',
            provider: read.provider,
            pin: read.pin,
            confidence: 'high',
            ...(file.folder === '' ? {} : { context: { at: file.path, becomes: [file.folder] } }),
          }),
        ]
      : [];
  });
}

/** Ollama's `Modelfile`: the model it starts from, and the file itself as a prompt where it has a `SYSTEM` text. */
export const modelfile: Detector = (file) => {
  if (
    file.text === null ||
    !(file.name === 'modelfile' || file.name.startsWith('modelfile.') || file.extension === 'modelfile')
  )
    return [];
  const found: Sighting[] = [];
  for (const { line, number } of linesOf(file.text)) {
    const from = /^\s*(?:FROM|ADAPTER)\s+(\S+)\s*$/iu.exec(line)?.[1];
    const read = from === undefined ? null : readModelName(from, 'id', file.families);
    if (from === undefined || !read) continue;
    const { range } = pairAt([], from, number, line.indexOf(from), from.length);
    found.push(
      named(file, range, {
        kind: 'model',
        name: read.name,
        written: from,
        signature: 'config.modelfile',
        provider: read.provider,
        pin: read.pin,
        confidence: 'high',
      }),
    );
  }
  if (found.length > 0 && /^\s*SYSTEM\s+\S/imu.test(file.text))
    found.push(wholeFile(file, { kind: 'prompt', name: file.path, signature: 'file.modelfile', confidence: 'high' }));
  return found;
};
