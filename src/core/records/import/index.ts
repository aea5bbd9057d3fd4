import type { DescribingFile } from '../../model';
import { croissant } from './croissant';
import { cyclonedx } from './cyclonedx';
import { dockerfile } from './dockerfile';
import { dvc } from './dvc';
import { datasetCard, modelCard } from './hub-card';
import { modelCardJson } from './model-card-json';
import { mlflowModel } from './mlflow';
import { promptHeader } from './prompt-header';
import { ImportFile } from './reader';
import type { DescriptionReader } from './reader';
import { spdx } from './spdx';

/** Every format in which assets are described. To add one, write its reader and put it here. */
const READERS: readonly DescriptionReader[] = [
  promptHeader,
  modelCard,
  datasetCard,
  mlflowModel,
  dvc,
  cyclonedx,
  croissant,
  spdx,
  modelCardJson,
  dockerfile,
];

/** What a file states about assets; null where it is no document in a known format. A pure function; never throws. */
export function readDescriptions(path: string, text: string): DescribingFile | null {
  const file = new ImportFile(path, text);
  for (const reader of READERS) {
    if (!reader.claims(file)) continue;
    const found = reader.read(file, reader.label);
    return found.descriptions.length + found.problems.length === 0 ? null : found;
  }
  return null;
}
