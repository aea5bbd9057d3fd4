import type { Sighting } from '../../model';
import { isWeightsPath, readModelName } from '../signatures/model-names';
import { lastKey, type ConfigPair } from './pairs';
import { named, type ScannedFile } from './scanned-file';

/** Addresses of LocalAI, llama.cpp and KServe for a repository of the hub, and maybe one file in it. */
const ON_HUB = /^(?:huggingface|hf):\/\/(?!datasets\/|spaces\/)([\w.-]+\/[\w.-]+?)(?::[\w.-]+)?(?:\/([\w./-]+))?$/u;
const OF_OLLAMA = /^ollama:\/\/([\w./-]+(?::[\w.-]+)?)$/u;
/** Where the manifest of a server of models says that its weights lie. */
const STORED = /^(?:storage_?uri|model_?uri)$/iu;
const IN_STORE = /^(?:s3|gs|https?|pvc|oci|abfss?|wasbs?|azure):\/\/[\w.-]+\/[\w./@=:-]+$/u;
const SERVES = /serving\.kserve\.io|machinelearning\.seldon\.io|serving\.kubeflow\.org/u;

/** The model at an address that says by its scheme, or by the manifest that it stands in, that weights lie there. */
export function storedModel(file: ScannedFile, pair: ConfigPair): Sighting | null {
  const { value } = pair;
  if (!value.includes('://')) return null;
  const [, repository, path] = ON_HUB.exec(value) ?? [];
  if (repository !== undefined) {
    if (path === undefined) return stored(file, pair, repository, [value]);
    return isWeightsPath(path) ? stored(file, pair, path, [repository, value]) : null;
  }
  const tag = OF_OLLAMA.exec(value)?.[1];
  if (tag !== undefined) return stored(file, pair, tag, [value]);
  if (!STORED.test(lastKey(pair)) || !IN_STORE.test(value) || !SERVES.test(file.text ?? '')) return null;
  const read = isWeightsPath(value) ? readModelName(value, 'file', file.families) : null;
  return read ? stored(file, pair, read.name, [value]) : stored(file, pair, value, []);
}

function stored(file: ScannedFile, pair: ConfigPair, name: string, others: readonly string[]): Sighting {
  const aliases = others.filter((other) => other !== name);
  return named(file, pair.range, {
    kind: 'model',
    name,
    written: pair.value,
    signature: 'config.model',
    pin: 'none',
    confidence: 'high',
    ...(aliases.length > 0 ? { aliases } : {}),
  });
}
