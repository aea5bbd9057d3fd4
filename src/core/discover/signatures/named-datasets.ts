import type { Binding, Call, Sighting, Value } from '../../model';
import { rememberingTexts } from '../remembered';
import { isTestPath } from '../scope';
import { siteIn } from '../sighting-parts';
import { scopeOf, type Placed, type SourceFile } from '../resolve/source-file';
import { textsOf } from '../resolve/texts';
import { calleeName, type Resolving } from '../resolve/resolving';
import type { Analysis } from './analysis';
import { ecosystemOf } from './library';
import { plainPath, withoutUnknownFolders } from './paths';
import { registeredDatasets } from './registered-datasets';
import { addressed, baseOnHub, datasetAt, datasetsInTable } from './addressed-datasets';
import { snakeCase } from '../snake-case';

/** Names under which data for training, evaluation or retrieval is kept: `DATASET_NAME`, `train_file`, `data_path`. */
const NAME =
  /^(?:.*_)?(?:data_?sets?|corpus|train(?:ing)?_data|test_data|eval_data|val_data)(?:_?(?:name|id|path|file|url|repo|uri|csv))*$|^(?:.*_)?(?:data|train|training|test|val|valid|validation|eval|dev)_(?:(?:data_?|file_?)?(?:path|url)|file|csv|json|jsonl|parquet|set)s?$/;
/** Names of folders that data lies in, and such folders: inside the project, with a part that says data. */
const FOLDER =
  /^(?:(?:.*_)?data_?set|(?:train_|val_|test_|eval_|raw_)?data|train|val|valid|test|images?|corpus)_?(?:dir|root|folder|path|directory)$/;
const DATA_FOLDER =
  /^(?:\.{1,2}\/)*(?=(?:.*\/)?(?:data|data_?sets?|corpus|corpora)\/)[\w@-][\w@.-]*(?:\/[\w@-]+)+\/?$/i;
/** Of these the value may be an id of a hub. */
const ID = /(?:^|_)data_?set(?:_?(?:name|id|path|repo))?$/;
const ROWS = /\.(?:csv|tsv|jsonl|ndjson|parquet|arrow|feather|tfrecords?|npz|xlsx)(?:\.gz)?$/i;
/** Rows too, under a name that says which. */
const LISTED = /^(?!.*(?:config|schema|settings|package)).*\.json$/i;
const OF_ROWS = /(?:^|_)(?:data|train|training|test|val|valid|validation|eval|dev|data_?set)_(?:path|file|json)$/;
const HUB = /^[A-Za-z0-9][\w.-]{0,60}\/[A-Za-z0-9][\w.-]{1,90}$/;
const NOT_OWNERS =
  /^(?:src|app|lib|data|datasets?|config|assets|public|static|files?|docs?|tests?|examples?|outputs?|results?|tmp|usr|var|home|mnt|text|image|audio|application|your.*)$/i;
/** Made by the program, not fed to a model. */
const OUTPUT =
  /(?:^|_)(?:out|output|result|results|save|prediction|predictions|submission|log|report|dest|target)(?:_|$)/;
/** Functions that take in what a path leads to. */
const READS = /^(?:read|load|iter|stream|parse)(?:_|[A-Z]|$)/;
/** Functions that define an option of a command line. */
const OPTIONS: ReadonlySet<string> = new Set([
  'add_argument',
  'option',
  'Option',
  'addOption',
  'argument',
  'DEFINE_string',
]);

/** Data that shows by the name it is kept under, in files that work with models: `DATASET = "imdb/reviews"`, `--train-file`. */
export function namedDatasets(analysis: Analysis, resolving: Resolving, file: SourceFile): Sighting[] {
  if (!analysis.isAi(file)) {
    const isOfProject = analysis.aiEvidence(file) === 'project' && !isTestPath(file.path);
    const bindings = isOfProject ? file.facts.bindings : [];
    return [
      ...registeredDatasets(analysis, resolving, file),
      ...bindings.flatMap((binding) => [...baseOnHub(file, binding), ...ofAddresses(resolving, file, binding)]),
      // Scripts that prepare data and classes of settings import nothing that works with models.
      ...settingsIn(bindings).flatMap((binding) => ofBinding(resolving, file, binding)),
      ...(isOfProject ? file.facts.calls.filter(isOption).flatMap((call) => ofCall(resolving, file, call)) : []),
    ];
  }
  return [
    ...registeredDatasets(analysis, resolving, file),
    ...file.facts.bindings.flatMap((binding) => baseOnHub(file, binding)),
    ...file.facts.bindings.flatMap((binding) => ofBinding(resolving, file, binding)),
    ...file.facts.calls.flatMap((call) => ofCall(resolving, file, call)),
  ];
}

function isOption(call: Call): boolean {
  return call.args.length > 1 && OPTIONS.has(calleeName(call));
}

/** `train_file: str = "data/train.jsonl"` of classes in which this or another field says that they are for learning. */
function settingsIn(bindings: readonly Binding[]): readonly Binding[] {
  const fields = bindings.filter(
    ({ kind, scope, symbol, name }) => kind === 'member' && scope === undefined && symbol !== name,
  );
  const learn = new Set(fields.filter(({ name }) => OF_LEARNING.test(snakeCase(name))).map(ownerOf));
  return fields.filter((field) => learn.has(ownerOf(field)));
}

function ownerOf({ symbol, name }: Binding): string {
  return symbol.slice(0, -name.length);
}

const OF_LEARNING =
  /(?:^|_)(?:train|training|eval|evaluation|valid|validation|data_?sets?|corpus|epochs?|batch_size|learning_rate|lr|weight_decay|seed|model|base_model|model_name|checkpoint)(?:_|$)/;

/** `field(default="data/train.csv")` of a dataclass. */
function isField(value: Value, file: SourceFile): boolean {
  const call = value.kind === 'call' ? file.callOf(value) : undefined;
  return call !== undefined && /^[fF]ield$/.test(calleeName(call));
}

function ofBinding(resolving: Resolving, file: SourceFile, binding: Binding): Sighting[] {
  if (binding.kind === 'return') return [];
  const placed = { value: binding.value, file, scope: scopeOf(binding) };
  const listed = datasetsInTable(resolving, binding, placed);
  if (listed.length > 0) return listed;
  if (binding.value.kind === 'map') return inEntries(resolving, placed, DEEPEST);
  const named = under(resolving, binding.name, placed, 'definition');
  return named.length > 0 ? named : addressed(placed, 'definition');
}

/** Pages call so whatever they show: `const dataUrl = 'https://…/rates.csv'`. */
const OF_PAGE = /^(?:[a-z]+_)?data_[a-z]+$/;

/** The addresses that a script of a project keeps under names of data: it need not import anything that works with models. */
function ofAddresses(resolving: Resolving, file: SourceFile, binding: Binding): Sighting[] {
  const placed = { value: binding.value, file, scope: scopeOf(binding) };
  const key = binding.kind === 'return' ? null : keyOf(binding.name);
  if (ecosystemOf(file.facts.language) === 'javascript' && OF_PAGE.test(snakeCase(binding.name))) return [];
  const own =
    key !== null && binding.value.kind === 'text'
      ? textsOf(resolving, placed).flatMap(({ text }) => datasetAt(text, key, placed, 'definition'))
      : [];
  return own.length > 0 ? own : datasetsInTable(resolving, binding, placed);
}

/** `{"train_path": "data/train.csv", "data": {"test": "data/test.csv"}}` of settings that the code holds. */
function inEntries(resolving: Resolving, placed: Placed, depth: number): Sighting[] {
  const { value } = placed;
  if (value.kind !== 'map' || depth === 0) return [];
  return value.entries.slice(0, MOST_ENTRIES).flatMap((entry) => {
    const inner = { ...placed, value: entry.value };
    if (entry.key === null) return [];
    if (entry.value.kind === 'map') return inEntries(resolving, inner, depth - 1);
    return under(resolving, SPLIT.test(entry.key) ? 'data_file' : entry.key, inner, 'definition');
  });
}

const DEEPEST = 3;
const MOST_ENTRIES = 200;
const SPLIT = /^(?:train|training|val|valid|validation|test|dev|eval|holdout)$/i;

function ofCall(resolving: Resolving, file: SourceFile, call: Call): Sighting[] {
  const placed = (value: Value): Placed => ({ value, file, scope: call.scope });
  const [first] = call.args;
  const option =
    OPTIONS.has(calleeName(call)) && first?.value.kind === 'text' ? first.value.text.replace(/^-+/, '') : null;
  const read = first && READS.test(calleeName(call)) ? ofReader(resolving, placed(first.value)) : [];
  const addresses = call.args.flatMap(({ value }) => addressed(placed(value), 'use'));
  const named = call.args.flatMap(({ name, value }, at) => {
    const isDefault = name === 'default' || (name === null && at === 1 && calleeName(call) === 'DEFINE_string');
    const key = isDefault && option !== null ? option : name;
    return key === null ? [] : under(resolving, key, placed(value), 'use');
  });
  return [...read, ...named, ...addresses];
}

/** Rows that a function takes in whose file nobody has seen: `read_lines("eval/hard.jsonl")`. */
function ofReader(resolving: Resolving, placed: Placed): Sighting[] {
  if (placed.value.kind !== 'text' || !ROWS.test(placed.value.text) || OUTPUT.test(placed.value.text)) return [];
  return under(resolving, 'data_file', placed, 'use');
}

/** The name in small letters, where it is one that data is kept under. */
const keyOf = rememberingTexts((identifier): string | null => {
  const key = snakeCase(identifier).replace(/-/g, '_');
  return (NAME.test(key) || FOLDER.test(key)) && !OUTPUT.test(key) ? key : null;
});

function under(resolving: Resolving, identifier: string, placed: Placed, use: 'use' | 'definition'): Sighting[] {
  const key = keyOf(identifier);
  if (key === null) return [];
  const values = placed.value.kind === 'either' ? placed.value.options : [placed.value];
  return values
    .filter((value) => value.kind === 'text' || isField(value, placed.file))
    .flatMap((value) => textsOf(resolving, { ...placed, value }).map(({ text }) => ({ text, value })))
    .flatMap(({ text, value }) => named(text, key, { ...placed, value }, use));
}

function named(text: string, key: string, { file, value }: Placed, use: 'use' | 'definition'): Sighting[] {
  if (/^https?:/i.test(text)) return datasetAt(text, key, { file, value, scope: '' }, use);
  const name = withoutUnknownFolders(text);
  if (name === null || text.length > 200 || /[\s{}<>*$|]|:\/\//.test(name)) return [];
  const isId = ID.test(key) && HUB.test(name) && !NOT_OWNERS.test(name.slice(0, name.indexOf('/')));
  const isFolder = FOLDER.test(key) && DATA_FOLDER.test(name);
  const isRows = ROWS.test(name) || (OF_ROWS.test(key) && LISTED.test(name));
  if (!isId && !isFolder && !isRows) return [];
  return [
    {
      ...siteIn(file, value.range, use, { signature: 'dataset.named', provider: null }),
      kind: 'dataset',
      name: plainPath(name),
      written: text,
      pin: 'not-applicable',
      confidence: 'medium',
    },
  ];
}
