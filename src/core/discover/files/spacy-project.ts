import type { Sighting } from '../../model';
import { isWeightsPath } from '../signatures/model-names';
import { configPairs } from './config-sources';
import { named, type Detector, type ScannedFile } from './scanned-file';
import type { ConfigPair } from './pairs';

const VECTORS = /(?:^|[^a-z])(?:vectors?|vec|fasttext|glove|word2vec|weights|model)(?:[^a-z]|$)/iu;

/** What a spaCy project fetches and works on: `assets: [{ dest, url }]` of its `project.yml`, by where it is put. */
export const spacyProject: Detector = (file) => {
  if (file.name !== 'project.yml' && file.name !== 'project.yaml') return [];
  const text = file.text ?? '';
  if (!/^assets:/mu.test(text) || !/^commands:/mu.test(text)) return [];
  return (configPairs(file) ?? [])
    .filter(({ keys }) => keys.join('.') === 'assets.dest')
    .map((pair) => asset(file, pair));
};

function asset(file: ScannedFile, pair: ConfigPair): Sighting {
  const isModel = isWeightsPath(pair.value) || VECTORS.test(pair.value);
  return named(file, pair.range, {
    kind: isModel ? 'model' : 'dataset',
    name: pair.value,
    written: pair.value,
    signature: 'file.spacy-project',
    confidence: 'high',
  });
}
