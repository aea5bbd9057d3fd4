import type { Sighting } from '../../model';
import { isWeightsPath } from '../signatures/model-names';
import { plainPath } from '../signatures/paths';
import { TRAINED_KEY } from './command-pairs';
import { isPathLike } from './model-forms';
import type { ConfigPair } from './pairs';
import { named, type ScannedFile } from './scanned-file';

/** A folder of weights that a command is told: `checkpoints/leaf-7b`. */
const MODEL_FOLDER =
  /^(?:\.{1,2}\/)*(?:[\w.-]+\/)*(?:checkpoints?|ckpts?|models?|weights|adapters?|loras?|pretrained)\/[\w-]*[A-Za-z][\w.-]*(?:\/[\w.-]+)*\/?$/u;

/** The model in a folder that a command is told, or that a training writes to; undefined for another option's value. */
export function folderModel(file: ScannedFile, pair: ConfigPair): Sighting | null | undefined {
  const { value, keys, range } = pair;
  if (!MODEL_FOLDER.test(value) || isWeightsPath(value) || isPathLike(value))
    return keys[0] === TRAINED_KEY ? null : undefined;
  const name = plainPath(value);
  const told = { kind: 'model', name, written: value, signature: 'config.command', confidence: 'high' } as const;
  return named(file, range, { ...told, ...(name === value ? {} : { aliases: [value] }) });
}
