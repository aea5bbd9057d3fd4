import { assignmentPairs, tomlPairs } from './line-pairs';
import { blockPairs } from './block-pairs';
import { COMMAND_KEY, EVALUATES, commandPairs, commands, isScriptOfData, tasks } from './command-pairs';
import { envPairs, isEnvFile } from './env-pairs';
import { jsonPairs } from './json-pairs';
import { withNested } from './nested-pairs';
import { lastKey, type ConfigPair } from './pairs';
import type { ScannedFile } from './scanned-file';
import { xmlPairs } from './xml-pairs';
import { documentPairs, yamlPairs } from './yaml-pairs';

/** Reading YAML takes a second for each few hundred KiB; what people configure is smaller. */
const LARGEST = 256 * 1024;
/** Words without which a structured file names neither a model nor a prompt. */
const WORTH_READING =
  /model|deployment|engine|llm|llama|embed|dataset|corpus|train_|pretrained|data_(?:dir|root|path|url)|prompt|providers?\b|temperature|messages|template|repo_id|backstory|expected_output|instruction|system|weights|ckpt|checkpoint|resume|load_from|init_from|manifest_|ann_file|hub_url|\bdata\/|datasource|classpath:|assets:|\[paths\]|_files?\b|--data|--train\b|s3:|gs:|hf:\/\/|\.csv\b|gpt-|claude-|gemini-|\/resolve\/|ollama (?:pull|run)|huggingface-cli|hf download|lmdeploy/iu;

type Source = (file: ScannedFile, text: string) => ConfigPair[];

const yaml: Source = (file, text) => {
  const pairs = yamlPairs(text, file.lines);
  const isGithubForm = file.inFolder('issue_template');
  return isGithubForm ? [] : [...pairs, ...inCommands(pairs), ...inEnvironment(pairs), ...ofLines(text)];
};
const json: Source = (file, text) => {
  const pairs = jsonPairs(text, file.lines);
  return [...pairs, ...inCommands(pairs), ...inEnvironment(pairs)];
};
const blocks: Source = (_, text) => {
  const pairs = blockPairs(text);
  return [...pairs, ...inEnvironment(pairs)];
};

const script: Source = (file, text) => commandPairs(text, isScriptOfData(file.path));

const BY_EXTENSION: Readonly<Record<string, Source>> = {
  yaml,
  yml: yaml,
  json,
  jsonc: json,
  mbconfig: json,
  toml: (_, text) => tomlPairs(text),
  ini: (_, text) => tomlPairs(text).concat(assignmentPairs(text)),
  cfg: (_, text) => (text.includes('@architectures') ? tomlPairs(text) : assignmentPairs(text)),
  conf: (_, text) => assignmentPairs(text),
  xml: (file, text) => xmlPairs(text, file.lines),
  config: (file, text) => xmlPairs(text, file.lines),
  plist: (file, text) => xmlPairs(text, file.lines),
  properties: (_, text) =>
    assignmentPairs(text).map((pair) => ({ ...pair, keys: pair.keys.flatMap((key) => key.split('.')) })),
  bicep: blocks,
  bicepparam: (_, text) => blockPairs(text),
  tf: blocks,
  tfvars: (_, text) => blockPairs(text),
  hcl: (_, text) => blockPairs(text),
  sh: script,
  bash: script,
  zsh: script,
  ps1: script,
  mk: script,
  just: script,
  dockerfile: script,
  service: script,
  ipynb: (_, text) => commandPairs(onlyCommands(text)),
};

/** The lines of a notebook that a shell runs, where they stand: `"!wget …"`. */
function onlyCommands(text: string): string {
  return text
    .split('\n')
    .map((line) => (/^\s*"[!%]/u.test(line) ? line.replace(/\\n",?\r?$/u, '').replace('"!', '  ') : ''))
    .join('\n');
}

const env: Source = (file, text) => envPairs(text, file.lines);

function sourceOf(file: ScannedFile): Source | null {
  if (isEnvFile(file.name)) return env;
  if (
    /^(?:makefile|gnumakefile|dockerfile|containerfile|justfile|procfile)(?:$|[.-])|^(?:dockerfile|containerfile|makefile)|\.(?:dockerfile|containerfile)$/u.test(
      file.name,
    )
  )
    return script;
  if (/^oai_config_list/u.test(file.name)) return json;
  return BY_EXTENSION[file.extension] ?? null;
}

/** Every value of a configuration file with its keys; null where the file is none, or holds nothing that matters. */
export function configPairs(file: ScannedFile): readonly ConfigPair[] | null {
  const known = read.get(file);
  if (known !== undefined) return known;
  const pairs = pairsIn(file);
  read.set(file, pairs);
  return pairs;
}

/** Several detectors ask for the pairs of one file. */
const read = new WeakMap<ScannedFile, readonly ConfigPair[] | null>();

function pairsIn(file: ScannedFile): readonly ConfigPair[] | null {
  const { text } = file;
  const isNotebook = file.extension === 'ipynb';
  if (text === null || (text.length > LARGEST && !isNotebook) || file.pointer) return null;
  if (isNotebook && !/^\s*"!/mu.test(text)) return null;
  const source = sourceOf(file);
  return source && (WORTH_READING.test(text) || /prompt/u.test(file.stem))
    ? withNested(file, source(file, text))
    : null;
}

/** The values in the header of a Markdown-like file. */
export function headerPairs(file: ScannedFile): readonly ConfigPair[] {
  return file.header ? documentPairs(file.header.document, file.header.start, file.lines) : [];
}

/** Commands written as lists: `["--model", "x"]`. */
function inCommands(pairs: readonly ConfigPair[]): ConfigPair[] {
  return pairs.flatMap((pair, at) => {
    const next = pairs[at + 1];
    const isOption = pair.item && /^--(?:(?:[\w-]+[-_])?model(?:[-_](?:id|name|path))?|hf-repo|llm)$/u.test(pair.value);
    return isOption && next?.item ? [{ ...next, keys: [COMMAND_KEY] }] : [];
  });
}

/** Variables of a container written as a list: `environment: ["MODEL_ID=x"]`, `env: [{ name: MODEL_ID, value: x }]`. */
function inEnvironment(pairs: readonly ConfigPair[]): ConfigPair[] {
  return pairs.flatMap((pair, at) => {
    const name = pairs[at - 1];
    if (lastKey(pair) === 'value')
      return name && namesVariable(name, pair) ? [{ ...pair, keys: ['env', name.value] }] : [];
    const [, key = '', value = ''] = (pair.item && SET.exec(pair.value)) || [];
    if (key === '' || !HOLDS_VARIABLES.test(lastKey(pair))) return [];
    const { line, endLine, column, endColumn } = pair.range;
    const quote = line === endLine && endColumn - column > pair.value.length ? 1 : 0;
    const range = { line, column: column + quote + key.length + 1, endLine, endColumn: endColumn - quote };
    return [{ ...pair, keys: ['env', key], value, range }];
  });
}

function namesVariable(name: ConfigPair, { keys }: ConfigPair): boolean {
  const isBeside = lastKey(name) === 'name' && name.keys.slice(0, -1).join('.') === keys.slice(0, -1).join('.');
  return isBeside && /^[A-Z][A-Z0-9_]*$/u.test(name.value);
}

const SET = /^([A-Z][A-Z0-9_]*)=([^]+)$/u;
const HOLDS_VARIABLES = /^(?:environment|env|env_?vars|args)$/iu;

const COMMANDS =
  /--(?:model|base|data|train|weights|ckpt|checkpoint|backbone)|ollama|huggingface|hf download|snapshot_download|vllm|\/resolve\/|\byolo |\s-m \S+\.gguf|--voice |kaggle |gdown |aws s3|gsutil/u;

/** Commands written as text: `command: --model x`, `run: ollama pull x`. */
function ofLines(text: string): ConfigPair[] {
  const evaluates = EVALUATES.test(text);
  if (!evaluates && !COMMANDS.test(text)) return [];
  return text.split('\n').flatMap((line, at) => {
    if (line.length > 2000 || line.trimStart().startsWith('#')) return [];
    const code = line.replace(/\s#\s.*$/u, '');
    return evaluates ? [...commands(code, at + 1), ...tasks(code, at + 1)] : commands(code, at + 1);
  });
}
