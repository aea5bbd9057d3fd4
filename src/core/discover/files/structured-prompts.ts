import type { Sighting } from '../../model';
import { featuresOf, hasTurns } from '../prompts/text-features';
import { textDigest } from '../digest';
import { configPairs } from './config-sources';
import { isInstructionFile } from './developer-tools';
import { isEnvFile } from './env-pairs';
import { lastKey, type ConfigPair } from './pairs';
import { extensionSettings } from './extension-settings';
import { isPromptfooFile } from './promptfoo';
import { toldByAction } from './workflow-actions';
import { named, type Detector, type ScannedFile } from './scanned-file';
import { snakeKey } from '../snake-case';

type Features = ReturnType<typeof featuresOf>;

/** Above this it is data: rows with prompts, not prompts of a program. */
const MOST_TEXTS = 60;
const STRONG =
  /^pre_?prompt$|^(?:system|user|human|base|main|default|agent|judge|grader|eval|chat|qa|rag|summary|few_?shot)?_?prompts?(?:_?(?:template|text|message|prefix|suffix))?$|_prompts?(?:_template)?$|^(?:system|sys)_?(?:message|instruction|instructions|content)$|^prompt_|^preamble$|^rubric$|^instructions?_template$|^(?:custom|additional|agent|review)_instructions?$|^(?:system|instance|human|assistant)_template$|^doc_to_text$/;
const WEAK =
  /^(?:template|instructions?|system|task|goal|backstory|role|persona|report|content|description|expected_output|user|prefix|suffix|text)$/;
const NOT_FOLDERS = [
  'locales',
  'locale',
  'i18n',
  'translations',
  'lang',
  'cassettes',
  'recordings',
  '__snapshots__',
  'issue_template',
  'results',
  'outputs',
  'logs',
  'datasets',
  'dataset',
];
const FORMATS = new Set(['yaml', 'yml', 'json', 'jsonc', 'toml']);

/** Files that describe something else: packages, interfaces, templates of projects. */
const DESCRIBES_OTHER = /^(?:package|tsconfig|composer|manifest|openapi|swagger|copier|cookiecutter)[\w.-]*$/u;

/** Prompts under the keys of YAML, JSON and TOML files, and in environment variables. One asset per file. */
export const structuredPrompts: Detector = (file) => {
  if (
    !(FORMATS.has(file.extension) || isEnvFile(file.name)) ||
    isInstructionFile(file.path) ||
    file.inFolder(...NOT_FOLDERS) ||
    isOwnFormat(file)
  )
    return [];
  const pairs = extensionSettings(file) ?? (DESCRIBES_OTHER.test(file.stem) ? null : configPairs(file));
  if (!pairs) return [];
  const isPromptfoo = isPromptfooFile(file, pairs);
  const byAction = toldByAction(file, pairs);
  const drawn = pairs.filter((pair) => isDrawn(file, pair));
  const found = pairs.filter(
    (pair) =>
      (isPromptfoo ? isPromptfooPrompt(pair) : isPrompt(file, pair)) || byAction.has(pair) || drawn.includes(pair),
  );
  if (found.length === 0 || found.length > MOST_TEXTS) return [];
  const digest = textDigest(found.map(({ value }) => value).join('\n\n'));
  const [signature, confidence] = isPromptfoo
    ? (['config.promptfoo', 'high'] as const)
    : (['config.prompt-key', 'medium'] as const);
  // Letters and questions to people lie under such keys too, where nothing else works with models.
  const telling =
    isPromptfoo ||
    drawn.length > 0 ||
    found.some((pair) => isAgents(pair) || byAction.has(pair) || (namesPrompt(pair) && featuresOf(pair.value).role));
  const needs = telling ? undefined : ('ai' as const);
  return found.map(({ range }, at): Sighting => ({
    ...named(file, range, { kind: 'prompt', name: file.path, signature, confidence, needs }),
    use: 'definition',
    ...(at === 0 ? { digest } : {}),
  }));
};

/** Files that are prompts as a whole (`prompt-files.ts`). */
function isOwnFormat(file: ScannedFile): boolean {
  return /\.prompt\.ya?ml$/u.test(file.name);
}

/** Inline texts under `prompts:`; what lies in other files is found there. */
function isPromptfooPrompt({ keys, value }: ConfigPair): boolean {
  if (keys.at(-1) === 'rubricPrompt') return featuresOf(value).words >= 5;
  const inPrompts =
    keys[0] === 'prompts' && (keys.length === 1 || ['raw', 'prompt', 'content'].includes(keys.at(-1) ?? ''));
  return (
    inPrompts &&
    /\s/u.test(value.trim()) &&
    !/^(?:file|https?|exec|python):/u.test(value) &&
    !/^\S+\.(?:txt|md|json|py|[jt]s|ya?ml|prompty|j2)(?::\w+)?$/u.test(value)
  );
}

function isPrompt(file: ScannedFile, pair: ConfigPair): boolean {
  const { value } = pair;
  if (value.length < 20 || !/\s/u.test(value)) return false;
  const key = snakeKey(lastKey(pair));
  const strong = namesPrompt(pair) || isOfFlow(file, pair);
  const mounted = isMounted(pair);
  if (!strong && !mounted && !WEAK.test(key)) return false;
  const features = featuresOf(value);
  if (strong && isTurns(value, features)) return true;
  if (key === 'doc_to_text' && features.placeholders > 0) return true;
  return !features.foreign && features.words >= 5 && readsAsPrompt(file, { pair, key, features, strong, mounted });
}

interface Candidate {
  readonly pair: ConfigPair;
  /** The last key in small letters. */
  readonly key: string;
  readonly features: Features;
  readonly strong: boolean;
  readonly mounted: boolean;
}

function readsAsPrompt(file: ScannedFile, { pair, key, features, strong, mounted }: Candidate): boolean {
  const inPromptFolder =
    file.inFolder('prompts', 'prompt_templates', 'prompt-templates', 'preprompts') || /prompt/u.test(file.stem);
  if (mounted) return strongly(features, inPromptFolder) && (inPromptFolder || features.role);
  // Couriers and clerks get such instructions too.
  if (/^(?:custom|additional|review)_instructions?$/u.test(key)) return features.persona || features.score >= 4;
  if (key === 'content') return isSystemMessage(pair, features.persona || features.score >= 4, inPromptFolder);
  return strong
    ? strongly(features, inPromptFolder) || isSurest(key, features)
    : weakly(pair, key, features, inPromptFolder);
}

/** A template of turns alone is short: "### Instruction: {instruction} ### Response:". */
function isTurns(value: string, { foreign, placeholders, words }: Features): boolean {
  return !foreign && placeholders > 0 && words >= 2 && hasTurns(value);
}

/** `data: { system.txt: … }` of a ConfigMap: files for a container. */
function isMounted({ keys }: ConfigPair): boolean {
  return keys.length === 2 && keys[0] === 'data' && /\.(?:txt|md|j2|jinja2?|tmpl|prompt)$/u.test(keys[1] ?? '');
}

/** What a flow of n8n tells a model: `messages: { messageValues: [{ message: … }] }`. */
function isOfFlow(file: ScannedFile, { keys }: ConfigPair): boolean {
  const isText = keys.includes('parameters') && /^(?:message|systemMessage|text|prompt)$/u.test(keys.at(-1) ?? '');
  return isText && file.text?.includes('n8n-nodes-langchain') === true;
}

/** What a workflow of ComfyUI has drawn; short ones are names of things that shall not be seen. */
function isDrawn(file: ScannedFile, { keys, value, beside }: ConfigPair): boolean {
  const isText = /^(?:text|text_[gl]|clip_l|t5xxl|prompt)$/u.test(keys.at(-1) ?? '') && beside.includes('clip');
  const isWidget = keys.at(-1) === 'widgets_values';
  if (!(isText || isWidget) || file.text?.includes('TextEncode') !== true) return false;
  return featuresOf(value).words >= 12;
}

function namesPrompt(pair: ConfigPair): boolean {
  return STRONG.test(snakeKey(lastKey(pair))) || pair.keys.slice(-3, -1).some((above) => HOLDERS.test(above));
}

const HOLDERS = /^(?:prompts?|system_?prompts?|prompt_?templates?)$/iu;

function strongly(features: Features, inPromptFolder: boolean): boolean {
  if (features.persona || features.score >= 3 || (inPromptFolder && features.words >= 12)) return true;
  return features.placeholders > 0 && (features.imperative || features.format || inPromptFolder);
}

/** What an agent is told, where the model that it uses stands beside it. */
const SAID_TO_MODEL = /^(?:system|instructions?|persona)$/;
const MODEL_KEYS = ['model', 'llm', 'temperature', 'max_tokens', 'model_name', 'model_id'];

/** What is called a system prompt in full is one, however it is worded. */
function isSurest(key: string, { words, sentences }: Features): boolean {
  return /^(?:system|sys)_(?:prompt|message|instructions?)$/u.test(key) && words >= 8 && sentences >= 2;
}

/** `role`, `goal`, `backstory` of an agent; `template` of a template; `instructions` beside a model. */
function weakly(pair: ConfigPair, key: string, features: Features, inPromptFolder: boolean): boolean {
  const beside = (...names: string[]) => names.every((name) => pair.beside.includes(name));
  if (['role', 'goal', 'backstory'].includes(key) && isAgents(pair)) return true;
  if (key === 'description' && beside('doc_to_text')) return features.words >= 6;
  if (['description', 'expected_output'].includes(key)) return beside('description', 'expected_output');
  if (/^(?:template|prefix|suffix)$/u.test(key) && (beside('input_variables') || beside('_type')))
    return features.placeholders > 0 || features.score >= 2;
  return byText(
    key,
    features,
    inPromptFolder,
    MODEL_KEYS.some((name) => beside(name)),
  );
}

function byText(key: string, features: Features, inPromptFolder: boolean, besideModel: boolean): boolean {
  if (besideModel && SAID_TO_MODEL.test(key)) return features.words >= 8 && features.sentences > 0;
  const strong = features.persona && features.score >= 4;
  if (inPromptFolder) return features.score >= 3 || (features.placeholders > 0 && features.words >= 8);
  if (!strong) return false;
  return ['system', 'instructions', 'instruction', 'template', 'persona', 'task'].includes(key);
}

/** Settings of a crew of agents: nobody else has goals with a backstory. */
function isAgents({ beside }: ConfigPair): boolean {
  return beside.includes('goal') && beside.includes('backstory');
}

/** NeMo Guardrails: `instructions: [{ type: general, content }]`, `prompts: [{ task: self_check_input, content }]`. */
function isRail({ keys, beside }: ConfigPair): boolean {
  if (keys.length !== 2) return false;
  return (keys[0] === 'prompts' && beside.includes('task')) || (keys[0] === 'instructions' && beside.includes('type'));
}

function isSystemMessage(pair: ConfigPair, instructs: boolean, inPromptFolder: boolean): boolean {
  if (isRail(pair)) return true;
  const isMessage = pair.beside.some((key) => /^(?:author_?)?role$/u.test(key));
  return isMessage && instructs && (inPromptFolder || pair.keys.includes('messages'));
}
