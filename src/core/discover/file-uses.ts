import { plainRange, type Call, type Range, type Value } from '../model';
import type { FileUse } from './file-use';
import { rememberingTexts } from './remembered';
import { calleeName, type Resolving } from './resolve/resolving';
import { scopeOf, type Placed, type SourceFile } from './resolve/source-file';
import { textsOf } from './resolve/texts';
import { contains, rangeKey } from './sighting-parts';

const READERS =
  /^(?:open|read|load|readFile|readFileSync|createReadStream|read_\w+|load_\w+|from_\w+|fromFile|Path|joinpath|URL|join|resolve|get_template|getTemplate|getResource\w*|readString|readAllLines|ReadAllText\w*|ReadFile|read_to_string|include_str|embed|LoadFile|ReadAllBytes\w*|ReadLines\w*|OpenRead|OpenText|readAllBytes|newBufferedReader|newInputStream|FileReader|FileInputStream|StreamReader|bufferedReader|readText|useLines|forEachLine|foreach|CsvFileSource|ClassPathResource|FileSystemResource|UrlResource|\w+DocumentReader|JsonReader|TextReader|loadDocument\w*|loadtxt|genfromtxt|memmap|import\w*|file_get_contents|fopen|file|SplFileObject|createFromPath|(?:base|resource|storage|app|public|database)_path)$/;
const DATA_READERS =
  /^(?:read_(?:csv|json|parquet|feather|excel|pickle|table|jsonl)|loadtxt|genfromtxt|memmap|load_dataset|loadDocuments?\w*|from_csv|from_json|from_parquet|\w+DocumentReader|JsonReader|TextReader)$/;
/** Methods of a path that read what it leads to. */
const OF_PATH = /^(?:read_text|read_bytes|open|glob|rglob|iterdir|walk|exists)$/;
/** Readers of folders: a plain name is a folder there. */
const LISTS =
  /^(?:r?glob|iglob|globSync|iterdir|listdir|scandir|walk|readdir|readdirSync|GetFiles|EnumerateFiles|listFiles|newDirectoryStream|walkTopDown|DirectoryLoader|SimpleDirectoryReader)$/;
/** Functions of a project that take in a folder of documents: `index('manuals')`, `ingest_docs("notes/")`. */
const INGESTS =
  /^(?:(?:build|create|load|add|update|re)?_?(?:index|ingest|embed|vectori[sz]e)|load)(?:All|_all)?_?(?:docs?|documents?|files?|folder|director(?:y|ies)|dir|corpus|knowledge(?:_?base)?|markdown|pdfs?|pages)?$/i;
const FILE = /^[\w@~.{}$\-/\\ ]+\.[A-Za-z][A-Za-z0-9]{0,11}$/;
const FOLDER = /^(?:\.{0,2}\/)?(?:[\w@.-]+\/)+[\w@.-]*$/;
/** A folder beside the file: `./manuals`. */
const HERE = /^\.{1,2}\/[\w@.-]+\/?$/;
/** A folder's name alone. */
const NAME = /^[\w@-][\w@.-]+$/;
/** Files that a module takes in as what they hold: `import menu from '../data/menu.json'`. */
const IMPORTED = /^(?:\.{1,2}|@|~)\/.*\.(?:json|jsonl|csv|tsv|txt|md|xml|hbs|prompt)(?:\?\w+)?$/i;
const MOST = 400;

/** What the name of a callee says of the paths that it is given. */
interface Reading {
  readonly reads: boolean;
  readonly ofPath: boolean;
  readonly as: FileUse['as'];
  readonly folder: 'path' | 'any' | null;
  /** It takes in documents. */
  readonly ingests: boolean;
  /** It lists what lies in a folder. */
  readonly lists: boolean;
}

const readingOf = rememberingTexts((name): Reading => {
  const reads = READERS.test(name);
  const lists = LISTS.test(name);
  return {
    reads: reads || lists,
    ofPath: OF_PATH.test(name),
    as: DATA_READERS.test(name) ? 'dataset' : 'unknown',
    folder: lists ? 'any' : reads ? 'path' : null,
    lists,
    ingests: INGESTS.test(name) && !/^load$/i.test(name),
  };
});

const speaksOfPrompts = rememberingTexts((name) => /prompt|template|instruction/i.test(name));

/** What a file has to do with models. */
interface Around {
  /** It works with them itself. */
  readonly isAi: boolean;
  /** It calls code of the project that does; asked only where that matters. */
  readonly callsAi: () => boolean;
}

/** Files that nothing but a test of answers reads: golden answers, questions, cases. */
const CASES =
  /(?:^|[^a-z])(?:golden|evals?|evaluation|ground[-_]?truth|bench(?:mark)?s?|questions?|queries|qa|test[-_]?set|data[-_]?set)(?:[^a-z][^/]*)?\.(?:csv|tsv|jsonl?|ndjson|ya?ml|parquet)$/i;

/** The paths that the code of a file names. */
export function fileUsesOf(resolving: Resolving, file: SourceFile, around: Around): readonly FileUse[] {
  const uses = new Map<string, FileUse>();
  for (const call of file.facts.calls) {
    for (const named of namedBy(resolving, file, call, around)) add(uses, file, named);
  }
  for (const binding of file.facts.bindings) {
    if (!HOLDS.has(binding.value.kind)) continue;
    const as = speaksOfPrompts(binding.name) ? 'prompt' : 'unknown';
    const folder = scopeOf(binding) === '' ? 'path' : null;
    for (const { text, range } of literals(binding.value)) add(uses, file, { text, range, as, folder });
  }
  addImports(uses, file);
  if (uses.size === 0) return NONE;
  const whole = withoutParts([...uses.values()]);
  if (around.isAi) return whole.map((use) => ({ ...use, inAi: true }));
  return whole.map((use) => (CASES.test(use.target) && around.callsAi() ? { ...use, inAi: true } : use));
}

/** The paths that a call is given. */
function namedBy(resolving: Resolving, file: SourceFile, call: Call, around: Around): Named[] {
  const { isAi } = around;
  const reading = readingOf(calleeName(call));
  const { as, folder } = reading;
  const taken = reading.ingests && isAi ? ({ as: 'dataset', folder: 'path' } as const) : { as, folder };
  const indexed = reading.lists && isIndexed(file, around) ? ({ as: 'dataset', folder, inAi: true } as const) : null;
  return readBy(call, reading).flatMap((value) => {
    if (reading.reads)
      return resolved(resolving, { value, file, scope: call.scope }).map((target) => ({
        ...target,
        ...(indexed ?? { as, folder }),
      }));
    return HOLDS.has(value.kind) ? literals(value).map(({ text, range }) => ({ text, range, ...taken })) : [];
  });
}

/** What a file lists goes into an index: it makes vectors of texts, by itself or with code of the project. */
function isIndexed(file: SourceFile, { isAi, callsAi }: Around): boolean {
  return file.facts.calls.some((call) => EMBEDS.test(calleeName(call))) && (isAi || callsAi());
}

const EMBEDS = /embed|vectori[sz]e|^upsert|^add_?documents$|^from_?documents$|^add_?texts$/i;

/** Values that hold texts themselves. */
const HOLDS: ReadonlySet<Value['kind']> = new Set(['text', 'list', 'map', 'either']);
const NONE: readonly FileUse[] = [];

function addImports(uses: Map<string, FileUse>, file: SourceFile): void {
  for (const { module, range } of file.facts.imports) {
    if (IMPORTED.test(module))
      add(uses, file, { text: module.replace(/\?\w+$/, ''), range, as: 'unknown', folder: null });
  }
}

/** Without the parts of paths that are put together in place: `join(here, 'a.csv')` is one path. */
function withoutParts(uses: readonly FileUse[]): FileUse[] {
  const isPart = (part: FileUse, whole: FileUse): boolean =>
    `/${whole.target}`.endsWith(`/${part.target}`) && contains(whole, part) && rangeKey(whole) !== rangeKey(part);
  return uses.filter((part) => !uses.some((whole) => isPart(part, whole)));
}

/** What a call may read: its arguments, and the path whose method it is. */
function readBy({ callee, args }: Call, { ofPath }: Reading): Value[] {
  const given = args.map(({ value }) => value);
  return callee.kind === 'member' && ofPath ? [callee.object, ...given] : given;
}

interface Literal {
  readonly text: string;
  readonly range: Range;
}

function resolved(resolving: Resolving, placed: Placed): Literal[] {
  if (placed.value.kind === 'literal' || placed.value.kind === 'unknown') return [];
  return textsOf(resolving, placed)
    .slice(0, MOST)
    .map(({ text, found }) => ({ text, range: (found.file === placed.file ? found : placed).value.range }));
}

function literals(value: Value, depth = 3): Literal[] {
  if (value.kind === 'text') return [value];
  if (depth === 0) return [];
  if (value.kind === 'list') return value.items.slice(0, 100).flatMap((item) => literals(item, depth - 1));
  if (value.kind === 'map') return value.entries.slice(0, 100).flatMap((entry) => literals(entry.value, depth - 1));
  return value.kind === 'either' ? value.options.flatMap((option) => literals(option, depth - 1)) : [];
}

interface Named extends Literal {
  readonly as: FileUse['as'];
  /** Whether a folder counts too: one that is written as a path, or any name. */
  readonly folder: 'path' | 'any' | null;
  readonly inAi?: true;
}

function add(uses: Map<string, FileUse>, file: SourceFile, { text, range, as, folder, inAi }: Named): void {
  if (uses.size >= MOST || text.length > 300 || text.length < 3) return;
  // Neither the name of a file nor written as a path.
  if (folder !== 'any' && !text.includes('.') && !text.includes('/')) return;
  const target = text
    .replace(/^.*\{\d+\}[^/]*\//, '')
    .replace(/^(?:classpath\*?|resource|file):\/*/, '')
    .replace(/^(?:\.\/)+/, '')
    .replace(folder === 'any' ? /\/?\*.*$/ : /^$/, '');
  if (/\{\d+\}|^https?:/.test(target)) return;
  if (!FILE.test(target) && !isFolder(text, target, folder)) return;
  const kind = as === 'unknown' && /prompt/i.test(target) ? 'prompt' : as;
  const key = `${target}|${kind}|${rangeKey(range)}`;
  const place = { ...plainRange(range), path: file.path, language: file.facts.language };
  if (!uses.has(key)) uses.set(key, { ...place, as: kind, target, ...marksOf(folder, inAi) });
}

function marksOf(folder: Named['folder'], inAi: boolean | undefined): Pick<FileUse, 'inAi' | 'lists'> {
  return { ...(inAi ? { inAi } : {}), ...(folder === 'any' ? { lists: true } : {}) };
}

function isFolder(text: string, target: string, folder: Named['folder']): boolean {
  if (folder === null) return false;
  return FOLDER.test(target) || HERE.test(text) || (folder === 'any' && NAME.test(target));
}
