import type { Range, Value } from '../model';
import type { FileUse } from './file-use';
import { calleeName, type Resolving } from './resolve/resolving';
import { scopeOf, type Placed, type SourceFile } from './resolve/source-file';
import { textsOf } from './resolve/texts';
import { plainRange, rangeKey } from './sighting-parts';

const READERS =
  /^(?:open|read|load|readFile|readFileSync|createReadStream|read_\w+|load_\w+|from_\w+|fromFile|Path|join|resolve|get_template|getTemplate|getResource\w*|readString|readAllLines|ReadAllText\w*|ReadFile|read_to_string|include_str|embed|LoadFile|loadDocument\w*|loadtxt|genfromtxt|memmap|import\w*)$/;
const DATA_READERS =
  /^(?:read_(?:csv|json|parquet|feather|excel|pickle|table|jsonl)|loadtxt|genfromtxt|memmap|load_dataset|loadDocuments?\w*|from_csv|from_json|from_parquet)$/;
const FILE = /^[\w@~.{}$\-/\\ ]+\.[A-Za-z][A-Za-z0-9]{0,11}$/;
const FOLDER = /^(?:\.{0,2}\/)?(?:[\w@.-]+\/)+[\w@.-]*$/;
/** A folder beside the file: `./manuals`. */
const HERE = /^\.{1,2}\/[\w@.-]+\/?$/;
const MOST = 400;

/** The paths that the code of a file names. */
export function fileUsesOf(resolving: Resolving, file: SourceFile): FileUse[] {
  const uses = new Map<string, FileUse>();
  for (const call of file.facts.calls) {
    const name = calleeName(call);
    const reads = READERS.test(name);
    const as = DATA_READERS.test(name) ? 'dataset' : 'unknown';
    for (const { value } of call.args) {
      const targets = reads ? resolved(resolving, { value, file, scope: call.scope }) : literals(value);
      for (const target of targets) add(uses, file, { ...target, as, folder: reads });
    }
  }
  for (const binding of file.facts.bindings) {
    const as = /prompt|template|instruction/i.test(binding.name) ? 'prompt' : 'unknown';
    for (const literal of literals(binding.value)) add(uses, file, { ...literal, as, folder: scopeOf(binding) === '' });
  }
  return [...uses.values()];
}

interface Literal {
  readonly text: string;
  readonly range: Range;
}

function resolved(resolving: Resolving, placed: Placed): Literal[] {
  if (placed.value.kind === 'literal' || placed.value.kind === 'unknown') return [];
  return textsOf(resolving, placed)
    .filter(({ found }) => found.file === placed.file)
    .map(({ text, found }) => ({ text, range: found.value.range }));
}

function literals(value: Value, depth = 3): Literal[] {
  if (value.kind === 'text') return [{ text: value.text, range: value.range }];
  if (depth === 0) return [];
  if (value.kind === 'list') return value.items.slice(0, 100).flatMap((item) => literals(item, depth - 1));
  if (value.kind === 'map') return value.entries.slice(0, 100).flatMap((entry) => literals(entry.value, depth - 1));
  return value.kind === 'either' ? value.options.flatMap((option) => literals(option, depth - 1)) : [];
}

interface Named extends Literal {
  readonly as: FileUse['as'];
  /** A folder without a file name counts too. */
  readonly folder: boolean;
}

function add(uses: Map<string, FileUse>, file: SourceFile, { text, range, as, folder }: Named): void {
  if (uses.size >= MOST || text.length > 300 || text.length < 3) return;
  const target = text
    .replace(/^.*\{\d+\}[^/]*\//, '')
    .replace(/^(?:classpath\*?|resource|file):\/*/, '')
    .replace(/^(?:\.\/)+/, '');
  if (/\{\d+\}|^https?:/.test(target)) return;
  if (!FILE.test(target) && !(folder && (FOLDER.test(target) || HERE.test(text)))) return;
  const kind = as === 'unknown' && /prompt/i.test(target) ? 'prompt' : as;
  const key = `${target}|${kind}|${rangeKey(range)}`;
  const place = { ...plainRange(range), path: file.path, language: file.facts.language };
  if (!uses.has(key)) uses.set(key, { ...place, as: kind, target });
}
