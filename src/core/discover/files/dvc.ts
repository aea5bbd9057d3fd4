import { isMap, isScalar } from 'yaml';
import type { AssetKind, Range, Sighting } from '../../model';
import { joinPath } from '../resolve/code-index';
import { isWeightsPath } from '../signatures/model-names';
import { parseYaml } from '../../safe-yaml';
import { named, wholeFile, type Detector, type ScannedFile } from './scanned-file';
import { yamlPairs } from './yaml-pairs';

const LARGEST = 256 * 1024;
const DATA_WORDS = /(?:^|\/)(?:data|datasets?|corpus)(?:\/|$)/iu;
/** What a library saves as several files. */
const MODEL_FOLDER = /^(?:[\w.-]+\/)*(?:models?|checkpoints?|weights)\/[\w-]+\/?$/iu;
const MODEL_WORDS = /(?:^|[/_.-])(?:models?|weights|checkpoints?)(?:$|[/_.-])/iu;

/** `x.dvc` stands for the file or folder that it names. The digest that DVC keeps is not one of ours. */
export const dvcPointer: Detector = (file) => {
  if (file.text === null || file.extension !== 'dvc' || file.text.length > LARGEST) return [];
  const document = parseYaml(file.text);
  if (!('contents' in document) || !isMap(document.contents)) return [];
  const path = document.getIn(['outs', 0, 'path'], true);
  if (!isScalar(path) || typeof path.value !== 'string') return [];
  const kind: AssetKind = MODEL_WORDS.test(path.value) || isWeightsPath(path.value) ? 'model' : 'dataset';
  const sighting = wholeFile(file, {
    kind,
    name: joinPath(file.folder, path.value),
    signature: 'file.dvc',
    confidence: 'high',
    pin: 'exact',
  });
  return [withoutDigest(sighting)];
};

function withoutDigest({ digest: _, ...sighting }: Sighting): Sighting {
  return sighting;
}

function isData(path: string): boolean {
  return DATA_WORDS.test(path) && !isWeightsPath(path) && !/\.(?:png|jpe?g|svg|html?|pdf|md|txt|ya?ml)$/iu.test(path);
}

/** `dvc.yaml`: models and datasets that it calls so, and weights that its stages make. */
export const dvcPipeline: Detector = (file) => {
  if (file.text === null || file.name !== 'dvc.yaml' || file.text.length > LARGEST) return [];
  const pairs = yamlPairs(file.text, file.lines);
  const types = new Map(
    pairs
      .filter(({ keys }) => keys[0] === 'artifacts' && keys[2] === 'type')
      .map(({ keys, value }) => [keys[1], value]),
  );
  return pairs.flatMap(({ keys, value, range }): Sighting[] => {
    if (keys[0] === 'artifacts' && keys[2] === 'path') {
      const type = types.get(keys[1]);
      return type === 'model' || type === 'dataset' ? [output(file, range, type, value)] : [];
    }
    if (keys[0] === 'stages' && keys[2] === 'outs' && isData(value))
      return [{ ...output(file, range, 'dataset', value), needs: 'ai' }];
    if (keys[0] !== 'stages' || keys[2] !== 'outs' || !MODEL_WORDS.test(value)) return [];
    if (isWeightsPath(value)) return [output(file, range, 'model', value)];
    return MODEL_FOLDER.test(value) ? [{ ...output(file, range, 'model', value), needs: 'ai' }] : [];
  });
};

function output(file: ScannedFile, range: Range, kind: AssetKind, path: string): Sighting {
  return named(file, range, {
    kind,
    name: joinPath(file.folder, path),
    written: path,
    signature: 'config.dvc',
    confidence: 'high',
  });
}
