import type { FamiliesFile, SettingsFile } from '../../catalogue';
import type { ProseDocument, Sighting } from '../../model';
import type { FileContent } from '../../ports';
import { CallTerms } from '../signatures/call-terms';
import { Families } from '../signatures/families';
import { baml } from './baml';
import { configDatasets } from './config-datasets';
import { configModels } from './config-models';
import { configPromptFiles } from './config-prompt-files';
import { datasetDescriptions, datasets } from './datasets';
import { datasetRegistry } from './dataset-registry';
import { dvcPipeline, dvcPointer } from './dvc';
import { withFileSettings } from './file-settings';
import { infrastructurePrompts } from './infrastructure-prompts';
import { mcpServers } from './mcp-servers';
import { modelFolders, modelfile } from './model-folders';
import { nativeWeights } from './native-weights';
import { promptFiles } from './prompt-files';
import { promptfooTests } from './promptfoo';
import { proseOf } from './prose';
import { ScannedFile, type Detector } from './scanned-file';
import { shellPrompts } from './shell-prompts';
import { spacyProject } from './spacy-project';
import { structuredPrompts } from './structured-prompts';
import { triton } from './triton';
import { weights } from './weights';

/** What one file denotes by being what it is, and the document it may be. */
export interface FileDenotes {
  readonly sightings: readonly Sighting[];
  readonly prose: ProseDocument | null;
}

/** Every kind of file that is known. To add one, write its detector and put it here. */
const DETECTORS: readonly Detector[] = [
  promptFiles,
  structuredPrompts,
  shellPrompts,
  infrastructurePrompts,
  modelfile,
  baml,
  weights,
  modelFolders,
  triton,
  dvcPointer,
  dvcPipeline,
  datasetDescriptions,
  datasetRegistry,
  spacyProject,
  datasets,
  promptfooTests,
  configModels,
  configDatasets,
  configPromptFiles,
  nativeWeights,
  mcpServers,
];

const NOTHING: FileDenotes = { sightings: [], prose: null };
const known = new WeakMap<FamiliesFile, Families>();

/** A pure function of path and content. Records (`record:` in front) and files that cannot be used denote nothing. */
export function fileSightings(
  path: string,
  content: FileContent,
  families: FamiliesFile,
  settings?: SettingsFile,
): FileDenotes {
  if (content.kind === 'skipped') return NOTHING;
  const file = new ScannedFile(path, content, familiesOf(families));
  if (isOwnPaper(file)) return NOTHING;
  const found: Sighting[] = [];
  for (const detector of DETECTORS) {
    for (const sighting of detector(file)) if (!isSecondKind(found, sighting)) found.push(sighting);
  }
  const isPrompt = found.some(({ kind, via, needs }) => kind === 'prompt' && via === 'file' && needs === undefined);
  const sightings = settings ? withFileSettings(file, found, termsOf(settings)) : found;
  return { sightings, prose: proseOf(file, isPrompt) };
}

const knownTerms = new WeakMap<SettingsFile, CallTerms>();

function termsOf(data: SettingsFile): CallTerms {
  const compiled = knownTerms.get(data) ?? new CallTerms(data);
  knownTerms.set(data, compiled);
  return compiled;
}

function familiesOf(data: FamiliesFile): Families {
  const compiled = known.get(data) ?? new Families(data);
  known.set(data, compiled);
  return compiled;
}

/** Our own records and settings name assets without using them. */
function isOwnPaper(file: ScannedFile): boolean {
  if (file.text === null) return false;
  if (file.name === 'ai-baseline.yaml' || file.folders[0] === 'ai-security') return true;
  if (file.text.startsWith('---') && file.header?.has('record')) return true;
  return /^ya?ml$/u.test(file.extension) && /^record\s*:\s*(?!true|false|null)[a-z"']/mu.test(file.text.slice(0, 4096));
}

/** A file is one thing: what was found first (a prompt, weights) is not a dataset as well. */
function isSecondKind(found: readonly Sighting[], sighting: Sighting): boolean {
  return (
    sighting.via === 'file' &&
    found.some(
      (other) =>
        other.via === 'file' &&
        other.kind !== sighting.kind &&
        (sighting.kind === 'dataset' || other.needs === undefined),
    )
  );
}
