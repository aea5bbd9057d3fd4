import type { Confidence, Sighting } from '../../model';
import { isWeightsPath, readModelName } from '../signatures/model-names';
import type { Families } from '../signatures/families';
import { tellsByItself } from '../signatures/telling-names';
import { COMMAND_KEY, DATA_COMMAND_KEY, TAG_KEY, TRAINED_KEY } from './command-pairs';
import { configPairs, headerPairs } from './config-sources';
import { snakeKey } from '../snake-case';
import { extensionSettings } from './extension-settings';
import { folderModel } from './folder-options';
import { isInstructionFile } from './developer-tools';
import {
  bareNames,
  hubAlias,
  isHubModel,
  isOwnName,
  isPathLike,
  isPathOfWeights,
  weightsUrl,
  isModelFolder,
  fromDisplay,
  withDefault,
} from './model-forms';
import { tableKeys } from './model-tables';
import { lastKey, type ConfigPair } from './pairs';
import { named, type Detector, type ScannedFile } from './scanned-file';
import { pulledTag } from './pulled-tags';
import { storedModel } from './stored-models';

/** More models than any application is configured with: a price list or a catalogue, not a use. */
const MOST_MODELS = 24;
const MOST_IN_A_LIST = 8;

/** Files that describe something else: manifests, schemas, API descriptions, translations. */
const NOT_CONFIGURATION =
  /^(?:package|package-lock|tsconfig.*|jsconfig.*|composer|manifest|(?:bower|deno|nx|turbo|lerna|angular|vercel-template)(?=\.json)|mkdocs|book|citation|codemeta|datapackage|pyproject|cargo|openapi|swagger|biome|renovate|dependabot|\.?eslintrc|tokenizer_config|tokenizer|vocab|generation_config|special_tokens_map|added_tokens|preprocessor_config|adapter_config)\.(?:jsonc?|ya?ml|toml)$|\.schema\.json$|\.lock(?:\.json|\.ya?ml)?$/u;
const NOT_FOLDERS = [
  'locales',
  'locale',
  'i18n',
  'translations',
  'cassettes',
  'recordings',
  '__snapshots__',
  'snapshots',
  'schemas',
  'issue_template',
  'results',
  'outputs',
  'logs',
  'changelog',
  'datasets',
];

/** Model names in configuration: keys that mean a model, with values that look like one. */
export const configModels: Detector = (file) => {
  if (file.inFolder(...NOT_FOLDERS)) return [];
  const settings = extensionSettings(file);
  if (settings) return unique(settings.flatMap((pair) => modelOf(file, pair) ?? []));
  if (NOT_CONFIGURATION.test(file.name)) return [];
  const pairs = hasModelHeader(file) ? headerPairs(file) : isData(file) ? null : configPairs(file);
  if (
    !pairs ||
    pairs.some(
      ({ keys, value }) =>
        keys.length === 1 &&
        (keys[0] === 'openapi' || keys[0] === 'swagger' || (keys[0] === '$schema' && value.includes('json-schema'))),
    )
  )
    return [];
  const found = [...pairs, ...tableKeys(file, pairs)].flatMap((pair) => modelOf(file, pair) ?? []);
  const names = new Set(found.map(({ name }) => name));
  return names.size > MOST_MODELS ? [] : unique(found);
};

function hasModelHeader(file: ScannedFile): boolean {
  if (file.text === null || !file.text.startsWith('---')) return false;
  return (
    file.extension === 'prompty' ||
    file.extension === 'prompt' ||
    isInstructionFile(file.path) ||
    (file.extension === 'md' && file.inFolder('agents', 'commands', 'workflows', 'prompts'))
  );
}

/** JSON of rows: what it names are values of data. */
function isData(file: ScannedFile): boolean {
  if (file.extension !== 'json') return false;
  const isRows = /^\s*\[\s*\{/u.test(file.text ?? '') && !/"(?:api_key|api_type|base_url)"\s*:/u.test(file.text ?? '');
  return isRows || file.inFolder('data', 'dataset');
}

/** Classes of LangChain4j that are a model each: Quarkus is told which to use by its name. */
const IN_PROCESS = /^dev\.langchain4j\.model\.embedding\.onnx\.\w+\.(\w+?)(Quantized)?EmbeddingModel$/u;

/** `BgeSmallEnV15` → `bge-small-en-v1.5`. */
function idOfClass(name: string): string {
  const words = name.match(/[A-Z][a-z]*\d*/gu) ?? [];
  const id = words.join('-').toLowerCase().replace('mini-lm', 'minilm');
  return id.replace(/v(\d)(\d)$/u, 'v$1.$2');
}

/** What a value names by its form or its file alone; undefined where the key has to say it. */
function knownOf(file: ScannedFile, pair: ConfigPair): Sighting | null | undefined {
  if (pair.keys[0] === TRAINED_KEY || pair.keys[0] === COMMAND_KEY) return folderModel(file, pair);
  const stored = storedModel(file, pair) ?? pulledTag(file, pair);
  if (stored) return stored;
  const [, inProcess, quantized] = IN_PROCESS.exec(pair.value) ?? [];
  if (inProcess !== undefined)
    return named(file, pair.range, {
      kind: 'model',
      name: idOfClass(inProcess),
      written: pair.value,
      aliases: [pair.value, ...(quantized === undefined ? [] : [`${idOfClass(inProcess)}-q`])],
      signature: 'config.model',
      pin: 'none',
      confidence: 'high',
    });
  if (isClaudeAlias(file, pair))
    return named(file, pair.range, {
      kind: 'model',
      name: pair.value,
      written: pair.value,
      signature: 'config.model',
      provider: 'Anthropic',
      pin: 'alias',
      confidence: 'high',
    });
  return undefined;
}

function modelOf(file: ScannedFile, pair: ConfigPair): Sighting | null {
  const known = knownOf(file, pair);
  if (known !== undefined) return known;
  const strength = file.stem === 'bentofile' && BENTO.test(pair.keys.join('.')) ? 'tag' : strengthOf(pair);
  if (strength === 'none') return byValueAlone(file, pair);
  const written = withDefault(pair.value);
  const value = strength === 'display' ? fromDisplay(written) : written;
  const look = lookOf(value, strength, file.families);
  if (!look) return null;
  const read = readModelName(value, 'id', file.families);
  if (!read) return null;
  // Served models have ids in small letters; `GPT-4.1` is how a person writes one.
  const name = file.families.lookOf(read.name)?.hosted ? read.name.toLowerCase() : read.name;
  const aliases = [...new Set([...read.aliases, written, ...hubAlias(value)])].filter((alias) => alias !== name);
  return named(file, pair.range, {
    kind: 'model',
    name,
    written: pair.value,
    signature: pair.keys[0] === COMMAND_KEY || pair.keys[0] === TAG_KEY ? 'config.command' : 'config.model',
    provider: read.provider,
    pin: read.pin,
    confidence: look.confidence,
    needs: look.needs ?? (isWordAlone(name, pair, file.families) ? 'ai' : undefined),
    ...(aliases.length > 0 ? { aliases } : {}),
  });
}

function byValueAlone(file: ScannedFile, pair: ConfigPair): Sighting | null {
  return shipped(file, pair) ?? hubIdAlone(file, pair);
}

/** Weights among what an application is shipped with, whatever the key is called: `resources: ["models/ear.onnx"]`. */
function shipped(file: ScannedFile, pair: ConfigPair): Sighting | null {
  const { value, keys, range } = pair;
  if (!isPathOfWeights(value) || keys.some((key) => LEFT_OUT.test(key))) return null;
  const read = readModelName(value, 'file', file.families);
  if (!read) return null;
  const { name, provider, pin } = read;
  return named(file, range, {
    kind: 'model',
    name,
    written: value,
    signature: 'config.model',
    provider,
    pin,
    confidence: 'medium',
    needs: 'ai',
  });
}

/** `t5: { name: google/flan-t5-small }`: an id of a hub that can be nothing else, under a key that says only that it is a name. */
function hubIdAlone(file: ScannedFile, { value, keys, range }: ConfigPair): Sighting | null {
  const isName = keys.length > 1 && NEUTRAL.has(keys.at(-1)?.toLowerCase() ?? '');
  if (!isName || keys.some((key) => NOT_USED.test(key) || LEFT_OUT.test(key)) || !isHubModel(value)) return null;
  if (!tellsByItself(value, file.families)) return null;
  return named(file, range, {
    kind: 'model',
    name: value,
    written: value,
    signature: 'config.model',
    provider: value.slice(0, value.indexOf('/')),
    pin: 'none',
    confidence: 'medium',
    needs: 'ai',
  });
}

const LEFT_OUT = /ignore|exclude|skip|files$|patterns?$|extensions?$/iu;

/** `tag`: a name that a server of models keeps, whatever it looks like. */
type Strength = 'tag' | 'strong' | 'family' | 'display' | 'none';

const NEUTRAL = new Set([
  'value',
  'default',
  'defaultvalue',
  'default_value',
  'id',
  'name',
  'slug',
  'ref',
  'uri',
  'name_or_path',
]);
const NOT_NAMES =
  /^(?:version|versions|type|types|format|dir|dirs|directory|folder|class|classes|provider|providers|capacity|temperature|tokens?|kwargs|args|prefix|suffix|api|endpoint|key|keys|host|port|count|size|dim|dims|dimensions?|config|settings?|timeout|description|label|title|category|registry|image|tag|tags|enum|options|choices|example|examples|allowed|supported|available|aliases|alias|comment|help|hint|placeholder|user|role|mode|status|kind|task|tasks|sku|limit|max|min|hash|sha256|checksum|license|author|owner|arch|architecture|architectures|parameters|params|capabilities|features?|schema|cache|store|storage|service|server|routing|policy|family)$/u;
const WORDS =
  /^(?:models?|llms?|embeddings?|embedders?|rerankers?|checkpoint|ckpt|pretrained|backbone|weights|modelname|modelid|vectors)$/u;

/** What a key says of its value. The words of the last key count; `value`, `default`, `id`, `name` mean the key above. */
function strengthOf(pair: ConfigPair): Strength {
  if (pair.keys.length === 1 && pair.keys[0] === TAG_KEY) return 'tag';
  if (pair.keys[0] === COMMAND_KEY) return 'strong';
  if (pair.keys[0] === DATA_COMMAND_KEY) return 'none';
  const own = lastKey(pair).replace(/^(?:[\w-]+\.)+(?=[\w-]+$)/u, '');
  if (isAliasOfDeployment(pair, own) || pair.keys.some((key) => NOT_USED.test(key))) return 'none';
  if (isOfProvider(pair, own)) return 'family';
  const isNeutral = NEUTRAL.has(own.toLowerCase()) && pair.keys.length > 1;
  const words = withoutEnding(wordsOf(isNeutral ? (pair.keys.at(-2) ?? '') : own));
  const saysOf = USED_FOR.test(words.at(-1) ?? '') ? words.filter((word) => !FOR_WHAT.test(word)) : words;
  if (!words.includes('url') && saysOf.some((word) => NOT_NAMES.test(word))) return isProvider(words, pair);
  return byWords(words, pair);
}

/** `checkpoint_dir: checkpoints/google/gemma-2b`: the folder is called after the model in it. */
function isFolderOfModel(words: readonly string[]): boolean {
  return words.length === 2 && WORDS.test(words[0] ?? '') && /^(?:dir|folder)$/u.test(words[1] ?? '');
}

/** `TASK_MODEL`, `title_model`, `imageModelId`: the words in front say what the model is for. */
const USED_FOR = /^(?:model|llm)$/u;
const FOR_WHAT =
  /^(?:tasks?|title|image|label|description|category|tags?|routing|summary|features?|provider|api|server|service|config|mode|help|example|task)$/u;

/** `IMAGE_MODEL_ID` is about the same as `IMAGE_MODEL`. */
function withoutEnding(words: readonly string[]): readonly string[] {
  const isMore = USED_FOR.test(words.at(-2) ?? '') && /^(?:id|name)$/u.test(words.at(-1) ?? '');
  return isMore ? words.slice(0, -1) : words;
}

const NOT_USED = /^(?:allowed|supported|available|deprecated|enum|properties|examples?|pricing|prices)/iu;

function byWords(words: readonly string[], pair: ConfigPair): Strength {
  if (words.includes('repo') && words.includes('id')) return 'strong';
  if (words.some((word) => WORDS.test(word))) {
    if (pair.item && listTooLong(pair)) return 'none';
    if (pair.keys.some((key) => /ollama/iu.test(key))) return 'tag';
    return words.length === 1 && words[0] === 'model' && /[ (]/u.test(pair.value) ? 'display' : 'strong';
  }
  if (CONTINUED.test(words.join('_')) && isWeightsPath(pair.value)) return 'strong';
  const isOne = words.some((word) => /^(?:deployments?|engine|fallbacks?)$/u.test(word)) || isRole(pair);
  return isOne ? 'family' : 'none';
}

/** promptfoo: `provider: { text: openai:o4-mini }`, and a file of one provider, `id: mistral:ministral-8b-latest`. */
function isOfProvider({ keys, value, beside }: ConfigPair, own: string): boolean {
  if (!/^[\w-]+:[\w.:/-]+$/u.test(value)) return false;
  if (keys.length === 1) return own === 'id' && beside.includes('config');
  return /^(?:text|embedding|classification|moderation)$/u.test(own) && keys.at(-2) === 'provider';
}

/** `llms: { best: gpt-4.1, cheapest: gpt-4.1-nano }`: which model is used for what. */
function isRole({ keys }: ConfigPair): boolean {
  return /^(?:models|llms|(?:chat|language|embedding)[-_]?models|model[-_]?(?:map|roles|aliases))$/iu.test(
    keys.at(-2) ?? '',
  );
}

/** What a training goes on from. */
const CONTINUED = /^(?:resume|resume_?from|load_?from|init_?from|finetune_?from|start_?from|warm_?start)/iu;

function isProvider(words: readonly string[], pair: ConfigPair): Strength {
  if (isFolderOfModel(words)) return 'family';
  return /^providers?$/u.test(words.at(-1) ?? '') && /^[\w.-]+:.+/u.test(pair.value) ? 'family' : 'none';
}

/** `name` beside `model`, `model_name` beside the settings of a router: the project's own word for a model named there. */
function isAliasOfDeployment(pair: ConfigPair, own: string): boolean {
  return (
    (own === 'name' && pair.beside.includes('model')) ||
    (own === 'model_name' && pair.beside.includes('litellm_params'))
  );
}

function listTooLong(pair: ConfigPair): boolean {
  return pair.beside.length > MOST_IN_A_LIST * 4;
}

interface Look {
  readonly confidence: Confidence;
  readonly needs?: Sighting['needs'];
}

/** `moondream:1.8b`, `harbour-clerk`, `owner/name:latest`: a plain word may as well be one of a sentence. */
const TAG = /^(?=\S*(?:[\d:/-]|\w\.\w))[a-z0-9][\w.-]*(?:\/[\w.-]+){0,2}(?::[\w.-]+)?$/iu;

/** `mistral`, `llama-1`: a family alone may be called after something else, as long as nothing speaks of models that talk. */
function isWordAlone(name: string, { keys }: ConfigPair, families: Families): boolean {
  if (!/^[a-z]+-?\d?$/iu.test(name) || families.lookOf(name)?.hosted !== false) return false;
  return (
    ![COMMAND_KEY, TAG_KEY].includes(keys[0] ?? '') &&
    !/llm|ollama|chat|embed|rerank|(?:^|_)ai(?:_|$)|gpt/iu.test(keys.join(' '))
  );
}

/** How much a value looks like the name of a model. */
function lookOf(value: string, strength: Strength, families: Families): Look | null {
  if (isNoName(value, families)) return null;
  if (/^https?:/u.test(value)) return weightsUrl(value) ? { confidence: 'high' } : null;
  if (isOfFamily(value, families)) return isPathLike(value) ? null : { confidence: 'high' };
  if (strength === 'tag' && TAG.test(value) && !isPathLike(value)) return { confidence: 'medium' };
  if (strength !== 'strong' && strength !== 'tag') return null;
  if (isOwnName(value)) return { confidence: 'high' };
  return isModelFolder(value) || isHubModel(value) ? { confidence: 'medium', needs: 'ai' } : null;
}

function isOfFamily(value: string, families: Families): boolean {
  return (
    families.lookOfId(behindArn(value)) !== null || bareNames(value).some((name) => families.lookOf(name) !== null)
  );
}

function isNoName(value: string, families: Families): boolean {
  if (value.length < 2 || value.length > 200 || /[\s{}<>$*]|^~|^[./]+$/u.test(value)) return true;
  return families.isPlaceholder(value) || (value.startsWith('/') && !isWeightsPath(value) && !isModelFolder(value));
}

/** `arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-…`: what stands last is the id. */
function behindArn(value: string): string {
  return /^arn:[^/]+\/(.+)$/u.exec(value)?.[1] ?? value;
}

/** Tags of the models that a Bento brings along. */
const BENTO = /^models(?:\.tag)?$/u;

/** `model: opus` of an agent or command for Claude Code, whose settings take short names too. */
function isClaudeAlias(file: ScannedFile, { keys, value }: ConfigPair): boolean {
  if (keys.length !== 1 || keys[0] !== 'model' || !/^(?:opus|sonnet|haiku)$/u.test(value)) return false;
  return file.inFolder('.claude') || (file.extension === 'md' && file.inFolder('agents', 'commands', 'skills'));
}

function wordsOf(key: string): string[] {
  return snakeKey(key).split('_').filter(Boolean);
}

function unique(found: readonly Sighting[]): Sighting[] {
  const seen = new Set<string>();
  return found.filter(({ name, line, column }) => {
    const key = `${line}:${column}:${name}`;
    return !seen.has(key) && seen.add(key);
  });
}
