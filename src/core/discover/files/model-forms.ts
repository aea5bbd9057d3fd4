import { WEIGHTS_ENDINGS } from '../signatures/telling-names';
import { isWeightsPath, isZooAddress } from '../signatures/model-names';

const HUB = /^[A-Za-z0-9][\w.-]{0,60}\/[A-Za-z0-9][\w.-]{1,90}$/u;
const NOT_OWNERS =
  /^(?:src|app|apps|lib|libs|models?|data|config|configs|assets|public|static|files?|scripts?|docs?|tests?|examples?|weights|checkpoints?|outputs?|results?|tmp|usr|var|opt|home|mnt|app|workspace|content|application|text|image|audio|api|v\d+|www|local|my-?org|your-?org|org|user|username|namespace|owner)$/iu;

/** Voices of Coqui and Piper: `tts_models/en/ljspeech/vits`, `de_DE-thorsten-high`. */
const VOICE =
  /^(?:(?:tts_models|vocoder_models|voice_conversion_models)\/[\w-]+\/[\w-]+\/[\w.-]+|[a-z]{2}_[A-Z]{2}-\w+-(?:x_low|low|medium|high))$/u;
/** A folder that holds weights and what belongs to them, where a key says that a model is meant. */
const FOLDER = /^(?:\.{0,2}\/)?(?:models|checkpoints|ckpts?|weights|adapters|outputs?)\/(?=[\w-]*[-_\d])[\w-]+\/?$/u;

/** Weights of timm: architecture, and what they were trained on. */
const TIMM =
  /^[a-z][a-z0-9_]{2,60}\.(?:[a-z0-9_]+_)?(?:in1k|in12k|in21k|in22k|lvd142m|lvd1689m|laion\w*|webli|datacompxl|openai|cc12m|m38m)(?:_\w+)?$/u;

/** A form that only names of models have. */
export function isOwnName(value: string): boolean {
  return isZooAddress(value) || VOICE.test(value) || TIMM.test(value) || isWeightsPath(value);
}

/** `models/norm-dpo`, `/models/whisper-ct2`. */
export function isModelFolder(value: string): boolean {
  return FOLDER.test(value);
}

/** `owner/name` of a hub. */
export function isHubModel(value: string): boolean {
  const owner = value.slice(0, value.indexOf('/'));
  return HUB.test(value) && !NOT_OWNERS.test(owner) && !/\.(?:[a-z]{1,4}|jsonl|parquet)$/iu.test(value);
}

/** Without what providers and routers put in front; a tag may follow: `ollama:chat:gemma2:9b`. */
export function bareNames(value: string): string[] {
  return [
    value
      .replace(/^(?:[\w.-]+[:/]){1,3}(?=[\w.-]+(?::[\w.-]+)?$)/u, '')
      .replace(/^(?:messages|chat|completion|embedding):/u, ''),
    value.replace(/^[\w-]+[:/](?=[\w.-]+:)/u, ''),
    value.replace(/^[\w.-]+:(?:chat|completion|embeddings?|messages|responses):/u, ''),
  ];
}

/** True for the address of a file of weights. */
export function weightsUrl(url: string): boolean {
  const path = url.replace(/[?#].*$/u, '');
  return (
    isWeightsPath(path) &&
    (/\/resolve\//u.test(path) || /\.(?:gguf|ggml|safetensors|onnx|tflite|ckpt|pth|pt|llamafile|keras)$/iu.test(path))
  );
}

/** A file of a hub's repository is also known by that repository. */
export function hubAlias(value: string): string[] {
  const repository = /^https?:\/\/(?:huggingface\.co|hf\.co|[\w.-]+)\/([\w.-]+\/[\w.-]+)\/resolve\//u.exec(value)?.[1];
  return repository === undefined ? [] : [repository];
}

/** `prompts/gpt-4.txt`, `claude-3-rag.json`: files that are called after a model. */
export function isPathLike(value: string): boolean {
  return /\.(?:txt|md|json|ya?ml|py|[jt]sx?|png|jpe?g|svg|csv|log|html?|sh|toml|ipynb)$/iu.test(value);
}

const OF_WEIGHTS = new RegExp(
  String.raw`^(?:classpath:/?|file:)?(?:\.{1,2}/)*[\w@.\-]+(?:/[\w@.\-]+)*\.(?:${WEIGHTS_ENDINGS}|pt)$`,
  'u',
);

/** True for a path with an ending that hardly anything but weights has: `models/ear.onnx`, `classpath:ear.pmml`. */
export function isPathOfWeights(value: string): boolean {
  return OF_WEIGHTS.test(value);
}

/** `${NAME=gpt-4o}`, `${NAME:-gpt-4o}`, `${NAME:gpt-4o}`, `{{.NAME | default "gpt-4o"}}`: the value where nothing is set. */
export function withDefault(value: string): string {
  return (
    /^\$\{[\w.-]+(?::-|:=|=|-|:)([^{}]+)\}$/u.exec(value)?.[1] ??
    /^\{\{[^{}"]{0,80}\bdefault\s+"([^"{}]+)"[^{}"]{0,80}\}\}$/u.exec(value)?.[1] ??
    value
  );
}

/** `GPT-4.1 (copilot)`, `Claude Sonnet 4`: names as an editor shows them. */
export function fromDisplay(value: string): string {
  return value
    .replace(/\s*\([^)]*\)\s*$/u, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, '-');
}
