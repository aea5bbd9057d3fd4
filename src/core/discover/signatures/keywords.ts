import type { Catalogue } from '../../catalogue';

/** Words that speak of prompts and data whatever the library. */
const ALWAYS = [
  'prompt',
  'You are',
  'instruction',
  'system_message',
  'system message',
  'systemMessage',
  'preamble',
  'rubric',
  '"role"',
  "'role'",
  'role:',
  "system: '",
  'system: "',
  'system: `',
  '"system": "',
  'GetManifestResourceStream',
  'getResourceAsStream',
  'ai-baseline-ignore',
  '.csv',
  '.tsv',
  '.jsonl',
  '.parquet',
  '.arrow',
  '.feather',
  '.tfrecord',
  '.npy',
  '.npz',
  '.safetensors',
  '.gguf',
  '.onnx',
  '.pt"',
  ".pt'",
  '.pth',
  '.ckpt',
  '.pkl',
  '.joblib',
  '.h5',
  '.keras',
  '.tflite',
  '.bin',
  'MODEL',
  'model_id',
  'modelId',
  'model_name',
  'modelName',
  'dataset',
  'data_path',
  'train_path',
  'train_file',
] as const;

/**
 * What files are for that others import, whatever they speak of: they keep long texts, and they read, fetch and send for
 * others. Without them a prompt is not seen that is kept under a name of its own, nor a file that a helper reads.
 */
const SHARED = [
  ...['= """', '= f"""', '("""', 'return """', 'return f"""', "= '''", '= `\n', '=> `\n', '= <<<', '<<~'],
  ...['json.load', 'safe_load', 'read_text', 'readlines()', 'urlretrieve', 'requests.post', 'httpx'],
  ...[
    'readFile',
    'ReadAllText',
    'ReadAllLines',
    'Files.read',
    'Files.lines',
    'read_to_string',
    'file_get_contents',
    'File.read',
  ],
] as const;

/**
 * Words of which a file holds at least one if anything can be found in it: module roots of the signatures, beginnings of
 * model ids, words of prompts and of data files. Files without any of them need not be parsed.
 */
export function interestingWords(catalogue: Catalogue): readonly string[] {
  const words = new Set<string>([...ALWAYS, ...SHARED]);
  for (const file of catalogue.signatures) {
    for (const [ecosystem, roots] of Object.entries(file.modules))
      for (const root of roots) addLiteral(words, written(root, ecosystem));
    for (const row of file.rows) {
      for (const root of row.modules ?? []) addLiteral(words, written(root, row.languages?.at(0)));
      if (row.anywhere) for (const pattern of row.loose ?? row.call) addLiteral(words, mostTelling(pattern));
    }
  }
  for (const { hosted, open } of catalogue.families.families) {
    for (const start of [...hosted, ...open]) if (start.length >= 4) addBeginning(words, start);
  }
  return [...words].sort();
}

/** A module as code spells it. */
function written(root: string, ecosystem: string | undefined): string {
  return ecosystem === 'php' ? root.replaceAll('.', '\\') : root;
}

/** Modules as words to look for: names of two letters are in every other word, and count only where they are imported. */
export function moduleWords(modules: readonly string[]): readonly string[] {
  const words = new Set<string>();
  for (const module of modules) {
    if (module.length >= 3) words.add(module);
    else addLiteral(words, module);
  }
  return [...words].sort();
}

/** The longest segment: `create` is everywhere, `completions` is not. */
function mostTelling(pattern: string): string {
  const [longest = ''] = pattern.split('.').sort((a, b) => b.length - a.length);
  return longest.replace(/\(\)$/, '');
}

/** How an id begins. Plain words, such as `command`, count only where a text or a part of it begins so. */
function addBeginning(words: Set<string>, start: string): void {
  if (/[^a-z]/i.test(start)) words.add(start);
  else for (const before of ['"', "'", '`', '/', ':', '.']) words.add(before + start);
}

/**
 * The longest part of a pattern without `*`; nothing where that is too short to say anything. Names as short as `ai` and
 * `trl` are in every other word: only as the module of an import do they say something.
 */
function addLiteral(words: Set<string>, pattern: string): void {
  const [longest = ''] = pattern.split('*').sort((a, b) => b.length - a.length);
  if (longest.length >= 5) words.add(longest);
  else if (longest.length >= 2) {
    for (const quote of ["'", '"']) for (const end of [quote, '/']) words.add(quote + longest + end);
    for (const statement of ['import', 'from']) words.add(`${statement} ${longest}`);
    words.add(`${longest}::`);
  }
}
