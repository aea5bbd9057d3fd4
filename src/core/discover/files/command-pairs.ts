import { isWeightsPath } from '../signatures/model-names';
import { WEIGHTS_ENDINGS } from '../signatures/telling-names';
import { linesOf, pairAt } from './line-pairs';
import { MOST_PAIRS, type ConfigPair } from './pairs';
import { assigned, fillerOf, withVariables } from './script-variables';

/** Key under which the model of a command is reported: what stands there is a model for sure. */
export const COMMAND_KEY = '--model';
/** The same for data. */
export const DATA_COMMAND_KEY = '--dataset';

/** Key of the folder that a training writes to. */
export const TRAINED_KEY = '--output_dir';

/** Key of the models that a command makes, fetches or runs under a name of its own, which need not look like any. */
export const TAG_KEY = 'ollama';

/** `ollama create x`, and the script with which whisper.cpp fetches one of its models. */
const TAGS =
  /(?:^|[\s;&|("'`@])(?:ollama\s+(?:pull|run|create|show|cp|push)|(?:[\w./-]*\/)?download-(?:ggml|coreml)-model\.(?:sh|cmd))\s+(?:--?[\w-]+(?:[= ]\d+)?\s+)*("[^"]+"|'[^']+'|(?:\$\(\w+\)|[^\s;&|"'`)])+)/gu;
/** `huggingface-cli download x`, `vllm serve x`. */
const TOOLS =
  /(?:^|[\s;&|("'`@])(?:(?:huggingface-cli|hf)\s+download|vllm\s+serve|lmdeploy\s+(?:serve\s+\w+|chat)|llm\s+-m|lms\s+(?:get|load)|docker\s+model\s+(?:pull|run)|ramalama\s+(?:pull|run|serve))\s+(?:--?[\w-]+(?:[= ]\d+)?\s+)*("[^"]+"|'[^']+'|(?:\$\(\w+\)|[^\s;&|"'`)])+)/gu;
const OPTIONS =
  /(?:^|\s)--(?:model|model[-_]id|model[-_]name|model[-_]path|model[-_]name[-_]or[-_]path|pretrained[-_]model[-_]name[-_]or[-_]path|served-model-name|mmproj|voice(?=[= ]+[a-z]{2}_[A-Z]{2}-)|lora|model-draft|\w+[-_]model(?:[-_](?:name|path|id))?|hf-repo|repo-id|checkpoint|backbone|pretrained|llm|engine|weights|ckpt|resume)(?:=|\s+)("[^"]+"|'[^']+'|(?:\$\(\w+\)|[^\s;&|"'`)\\])+)/gu;
/** `llama-server -hf owner/name:Q4_K_M`. */
const OF_HUB = /(?:^|\s)-hfr?\s+([\w.-]+\/[\w.-]+)/gu;
/** `main -m models/x.gguf` of local runners. */
const SHORT = /(?:^|\s)-m\s+([\w./~-]+\.(?:gguf|bin|onnx|safetensors|llamafile))(?=\s|$)/gu;
const SHORT_VARIABLE = /(?:^|[\s/@])(?:llama|whisper)[\w.-]*\s(?:[^;&|]*?\s)?-m\s+(\$(?:\(\w+\)|\{\w+\}|\w+))/gu;
const DATA_OPTIONS =
  /(?:^|\s)--(?:dataset|dataset[-_](?:name|path|id|repo)|train[-_]file|train[-_]data|validation[-_]file|eval[-_]file|data(?=[= ]+\S+\.(?:csv|tsv|jsonl|parquet)\b)|data[-_]?path|train[-_]data[-_](?:path|file|dir)|(?:val|valid|eval|test)[-_]data(?:[-_](?:path|file|dir))?)(?:=|\s+)("[^"]+"|'[^']+'|[^\s;&|"'`)\\]+)/gu;
/** A folder inside the project. */
const DATA_FOLDERS =
  /(?:^|\s)--(?:train[-_]|val[-_]|test[-_]|eval[-_])?data[-_]?(?:dir|root|folder)(?:=|\s+)["']?((?:\.{1,2}\/)*[\w-][\w.-]*\/[\w./-]+)/gu;
/** Files under options that name data in short: `--data coco.yaml`, `--train train.csv`. */
const DATA_FILES =
  /(?:^|\s)--(?:data|data[-_]?(?:file|set[-_]file|yaml|config)|(?:train|valid|validation|val|test|dev|eval)(?:[-_]?(?:set|files?|manifest|path|csv|json|list|filelist|dataset|data))?|manifest|corpus|golden|questions)(?:=|\s+)["']?([\w./-]+\.(?:ya?ml|csv|tsv|jsonl?|parquet|txt|h5|npz|arrow|zip|tar))(?=$|[\s"'`;&|)\\])/gu;
/** Any folder that an option is told, whose path says that it is of data; not where a script writes. */
const DATA_PLACES =
  /(?:^|\s)--(?!out|save|log|result|work|ckpt|checkpoint|model|config|cache|tmp|pred|export|target|dest)[\w-]*(?:path|dir|root|folder)(?:=|\s+)["']?((?:\.{1,2}\/)*(?:data|data_?sets?|corpus|corpora)\/[\w.-]+(?:\/[\w.-]+)*)(?=$|[\s"'`;&|)\\])/gu;
/** `yolo train data=coco.yaml model=x.pt`. */
const YOLO_DATA = /(?:^|[\s;&|("'`])yolo\s(?:[^|;&]*?\s)?data=([\w./-]+\.ya?ml)/gu;
const YOLO_MODEL = /(?:^|[\s;&|("'`])yolo\s(?:[^|;&]*?\s)?model=([\w./-]+\.(?:pt|onnx|engine|torchscript|tflite))/gu;
/** `gdown ID -O x.zip`: the id says nothing, where it is put does. */
const PUT = /(?:^|[\s;&|("'`!])gdown\s[^|;&]*?(?:-O|--output)[= ]\s*["']?([\w./-]+\.\w{2,8})/gu;
/** Repositories of a hub that git fetches. */
const CLONED =
  /(?:^|[\s;&|("'`!])git\s+(?:lfs\s+)?clone\s+(?:--?[\w-]+(?:[= ]\d+)?\s+)*["']?https:\/\/(?:huggingface\.co|hf\.co)\/(?!datasets\/|spaces\/)([\w.-]+\/[\w.-]+)/gu;
const CLONED_DATA =
  /(?:^|[\s;&|("'`!])git\s+(?:lfs\s+)?clone\s+(?:--?[\w-]+(?:[= ]\d+)?\s+)*["']?https:\/\/(?:huggingface\.co|hf\.co)\/datasets\/([\w.-]+\/[\w.-]+)/gu;
/** Objects of a store that are copied here. */
const COPIED =
  /(?:^|[\s;&|("'`!])(?:aws\s+s3\s+(?:cp|sync)|gsutil\s+(?:-m\s+)?(?:cp|rsync)|gcloud\s+storage\s+cp)\s+(?:-{1,2}[\w-]+\s+)*["']?((?:s3|gs):\/\/[\w.@/-]{3,300})/gu;
/** `kaggle datasets download -d owner/name`, `hf download --repo-type dataset owner/name`. */
const DATA_TOOLS =
  /(?:^|[\s;&|(!])(?:kaggle\s+(?:datasets\s+download|competitions\s+download)\s+(?:-[dc]\s+|--(?:dataset|competition)[= ]\s*)?|(?:huggingface-cli|hf)\s+download\s+(?:--[\w-]+\s+\S+\s+)*?--repo-type[= ]dataset\s+)([\w.-]+(?:\/[\w.-]+)?)/gu;
/** Archives and tables that a script of data fetches. */
const FETCHED =
  /(?:^|\s)(?:wget|curl|aria2c|axel)\s[^|;]*?["']?(https?:\/\/[^\s"'`<>|;)]{1,300}?\.(?:zip|tgz|tar\.(?:gz|bz2|xz)|tar|csv|tsv|jsonl?|parquet|txt|npz|h5|arff)(?:\.gz)?)(?=$|[\s"'`<>|;)?\\])/giu;
/** A variable that says where data is fetched from. */
const DATA_URL = /(?:^|_)(?:data|data_?sets?|corpus|train|test|val|dev|eval)(?:_\w+)?_(?:url|uri|link)$/iu;
const FILE_URL =
  /^https?:\/\/[^\s$]+\.(?:zip|tgz|tar\.(?:gz|bz2|xz)|tar|csv|tsv|jsonl?|parquet|txt|npz|h5)(?:\.gz)?$/iu;
/** Names of benchmarks that a tool of evaluation is told. */
const TASKS = /(?:^|\s)--tasks(?:=|\s+)("[^"]+"|'[^']+'|[\w,.-]+)/gu;
/** What a training begins with, and where it puts what it makes. */
const BEGINS = /--(?:model[-_]name[-_]or[-_]path|base[-_]model|pretrained[-_]model|model[-_]id|init[-_]from)\b/u;
const TRAINED = /(?:^|\s)--(?:output[-_]dir|output[-_]path|save[-_]dir|hub[-_]model[-_]id)(?:=|\s+)["']?([\w./-]+)/gu;
/** Python in a command, and arguments that a tool hands on to it. */
const PYTHON =
  /(?:(?:snapshot_download|hf_hub_download|from_pretrained)\(\s*(?:repo_id\s*=\s*)?|--model_args[= ]["']?pretrained=)["']?([\w.-]+\/[\w.-]+)/gu;
const PYTHON_DATA = /\bload_dataset\(\s*(?:path\s*=\s*)?["']([\w.-]+\/[\w.-]+)["']/gu;
/** In the body of a request: `"model": "x"`, with or without escapes. */
const IN_BODY = /\\?"model\\?"\s*:\s*\\?"([\w./:@-]+)\\?"/gu;
const RESOLVE =
  /https?:\/\/[\w.-]+\/[^\s"'`<>|;)]{1,300}?\.(?:gguf|ggml|safetensors|onnx|tflite|bin|pth?|ckpt|llamafile|h5|keras|pb|zip)(?=$|[\s"'`<>|;)?\\])/giu;
const INLINE =
  /(?:^|\s)(?:-e\s+|--env\s+|--build-arg[= ]"?)?(?=[A-Z0-9_]*MODEL)([A-Z0-9_]+)=("[^"]+"|'[^']+'|[^\s"';&|)]+)/gu;

/** Words without one of which a line names nothing. */
const WORTH_LOOKING =
  /model|ollama|\s-m\s|huggingface|hf |vllm|llm|lmdeploy|lms |ramalama|https?:|checkpoint|data|train[-_]file|--tasks|kaggle|gdown|yolo|s3 |gsutil|backbone|weights|ckpt|--engine|--pretrained|--resume|--output|--save/iu;
/** What brings something from an address that may begin with a variable. */
const FETCHES = /\b(?:wget|curl|aria2c|axel|aws\s+s3|gsutil|gcloud\s+storage)\s[^#]*\$/u;

/** Models in Makefiles, Dockerfiles, shell scripts and the commands of compose files and task runners. */
export function commandPairs(text: string, ofData = false): ConfigPair[] {
  const pairs: ConfigPair[] = [];
  const evaluates = EVALUATES.test(text);
  const trains = BEGINS.test(text) && /\btrain/iu.test(text);
  const filled = fillerOf(text);
  for (const { line, number } of linesOf(text)) {
    if (pairs.length >= MOST_PAIRS) break;
    if (line.trimStart().startsWith('#')) continue;
    const code = line.replace(/\s#\s.*$/u, '');
    if (FETCHES.test(code)) pairs.push(...brought(filled(code), number, code.length, ofData));
    if (!WORTH_LOOKING.test(code)) continue;
    pairs.push(...variables(code, number), ...fetched(code, number, ofData), ...commands(code, number));
    if (ofData) pairs.push(...copied(code, number, ofData));
    if (evaluates) pairs.push(...tasks(code, number));
    if (trains) pairs.push(...all(code, TRAINED, TRAINED_KEY, number));
  }
  return unique(withVariables(pairs, text));
}

/** What a line fetches whose variables were put in: it counts for the whole line, since columns are no longer those written. */
function brought(line: string, number: number, length: number, ofData: boolean): ConfigPair[] {
  const weights = [...line.matchAll(RESOLVE)].map(([url]) => pairAt(['model_url'], url, number, 0, length));
  const data = [...fetched(line, number, ofData), ...copied(line, number, ofData)];
  return [...weights, ...data.map(({ keys, value }) => pairAt(keys, value, number, 0, length))];
}

function variables(line: string, number: number): ConfigPair[] {
  const pair = assigned(line, number);
  if (!pair) return [];
  return DATA_URL.test(pair.keys[0] ?? '') && FILE_URL.test(pair.value)
    ? [{ ...pair, keys: [DATA_COMMAND_KEY] }]
    : [pair];
}

/** A tool that is told the names of benchmarks. */
export const EVALUATES = /\b(?:lm[-_]eval|lighteval)\b/u;

/** The benchmarks that a line of such a tool names. */
export function tasks(line: string, number: number): ConfigPair[] {
  return all(line, TASKS, DATA_COMMAND_KEY, number);
}

/** What commands in one line name. */
export function commands(line: string, number: number): ConfigPair[] {
  const found: ConfigPair[] = /^\s*@?(?:echo|printf)\s/u.test(line) ? [] : all(line, TAGS, TAG_KEY, number);
  // `hf download owner/name --repo-type dataset`
  const isData = /\s(?:huggingface-cli|hf)?\s*download\s.*--repo-type[= ]["']?dataset\b/u.test(` ${line}`);
  const fetched = all(line, TOOLS, isData ? DATA_COMMAND_KEY : COMMAND_KEY, number);
  found.push(...fetched.filter(({ value }) => !isData || /[/$]/u.test(value)));
  for (const pattern of [OPTIONS, SHORT, SHORT_VARIABLE, OF_HUB, PYTHON, YOLO_MODEL, CLONED])
    found.push(...all(line, pattern, COMMAND_KEY, number));
  for (const pattern of [
    DATA_OPTIONS,
    DATA_FOLDERS,
    DATA_PLACES,
    DATA_TOOLS,
    DATA_FILES,
    YOLO_DATA,
    CLONED_DATA,
    PYTHON_DATA,
  ])
    found.push(...all(line, pattern, DATA_COMMAND_KEY, number));
  found.push(...put(line, number));
  for (const match of line.matchAll(IN_BODY)) found.push(captured(match, ['model'], match[1] ?? '', number));
  for (const match of line.matchAll(RESOLVE))
    found.push(pairAt(['model_url'], match[0], number, match.index, match[0].length));
  for (const match of line.matchAll(INLINE)) found.push(captured(match, [match[1] ?? ''], match[2] ?? '', number));
  return found;
}

/** What is fetched and shows by where it is put, or where it lay. */
function put(line: string, number: number): ConfigPair[] {
  const files = all(line, PUT, DATA_COMMAND_KEY, number).map((pair) =>
    isWeightsPath(pair.value) && !ARCHIVE.test(pair.value) ? { ...pair, keys: [COMMAND_KEY] } : pair,
  );
  return [...files, ...copied(line, number, false)];
}

/** Objects of a store that speak of data, by where they lie or are put, or that a script of data copies; and weights. */
function copied(line: string, number: number, ofData: boolean): ConfigPair[] {
  return all(line, COPIED, DATA_COMMAND_KEY, number).flatMap((pair) => {
    if (isWeightsPath(pair.value))
      return WEIGHTS_ONLY.test(pair.value) || SPEAKS_OF_WEIGHTS.test(line) ? [{ ...pair, keys: [COMMAND_KEY] }] : [];
    const isData = ofData || SPEAKS_OF_DATA.test(pair.value) || SPEAKS_OF_DATA.test(line.replace(pair.value, ''));
    return isData ? [pair] : [];
  });
}

/** Firmware, objects of Java and drawings have the endings of other weights. */
const WEIGHTS_ONLY = new RegExp(`\\.(?:${WEIGHTS_ENDINGS}|pt|h5|joblib)$`, 'iu');
const SPEAKS_OF_WEIGHTS = /(?:^|[^a-z.])(?:models?|weights|checkpoints?|ckpts?|pretrained|loras?|nets?)(?:[^a-z]|$)/iu;

const ARCHIVE = /\.(?:zip|tgz|tar|gz|bz2|xz|7z|rar)$/iu;

/** Data that a script fetches: the address, or where it is put, speaks of data. */
function fetched(line: string, number: number, ofData: boolean): ConfigPair[] {
  return all(line, FETCHED, DATA_COMMAND_KEY, number).filter(({ value }) => {
    const rest = line.replace(value, '');
    return (
      ONLY_DATA.test(value) || (ofData && ROWS.test(value)) || SPEAKS_OF_DATA.test(value) || SPEAKS_OF_DATA.test(rest)
    );
  });
}

/** Rows for machines, whoever fetches them. */
const ONLY_DATA = /\.(?:jsonl|parquet|npz|arff)(?:\.gz)?$/iu;
/** Nothing but data has this form; archives may hold anything. */
const ROWS = /\.(?:csv|tsv|jsonl|parquet|npz|arff)(?:\.gz)?$/iu;

/** True for the path of a script that says it fetches data: `data/fetch.sh`, `scripts/download_data.sh`. */
export function isScriptOfData(path: string): boolean {
  return /(?:^|\/)(?:data|data_?sets?|corpora)\/[^/]+$|(?:^|[^a-z])data(?:_?sets?)?(?:[^a-z/][^/]*)?$/iu.test(path);
}

const SPEAKS_OF_DATA =
  /(?:^|[^a-z])(?:data|data_?sets?|corpus|corpora|train(?:ing)?|val|test_?sets?|train_?sets?|annotations?|images|openslr)(?:[^a-z]|\d|$)/iu;

function all(line: string, pattern: RegExp, key: string, number: number): ConfigPair[] {
  return [...line.matchAll(pattern)].map((match) => captured(match, [key], match[1] ?? '', number));
}

function captured(match: RegExpExecArray, keys: readonly string[], written: string, number: number): ConfigPair {
  const at = match.index + match[0].lastIndexOf(written);
  return pairAt(keys, written.replace(/^["']|["']$/gu, ''), number, at, written.length);
}

function unique(pairs: readonly ConfigPair[]): ConfigPair[] {
  const seen = new Set<string>();
  // What a command says of a variable counts for more than what the variable is called.
  const byCommands = [...pairs].sort((a, b) => Number(isOfCommand(b)) - Number(isOfCommand(a)));
  return byCommands.filter(({ range, value }) => {
    const key = `${range.line}:${value}`;
    return !seen.has(key) && seen.add(key);
  });
}

function isOfCommand({ keys }: ConfigPair): boolean {
  return keys[0] === TAG_KEY || keys[0] === COMMAND_KEY || keys[0] === DATA_COMMAND_KEY;
}
