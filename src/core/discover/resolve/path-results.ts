import type { Value } from '../../model';
import { argumentAt, argumentNamed, isText, textOf, type Asked, type Result } from './call-arguments';
import { isJvm } from './collection-results';
import { calleeName, writtenPath, type Found, type Target } from './resolving';
import type { SourceFile } from './source-file';

/** `Path.of("a", "b")` and `Paths.get("a")` of Java; other classes make lists so, and look things up. */
export const pathOf = (asked: Asked): Found[] | null =>
  /^Paths?$/.test(writtenPath(asked.call.callee, asked.placed.file).at(-2) ?? '') ? joinedPath(asked) : null;

/** `os.path.join("a", name)`, `path.resolve(dir, "a")`, `Path("a", "b")`: one path, unknown parts as placeholders. */
export const joinedPath: Result = (asked) => {
  const { placed, call, holder, resolving } = asked;
  const parts = call.args.filter((argument) => argument.name === null).map((argument) => argument.value);
  if (parts.length === 1) return argumentAt(asked, 0).filter(isText);
  const last = parts.at(-1);
  const isKnown = (part: Value) => resolving.expand({ ...placed, value: part, scope: call.scope }).some(isText);
  if (last === undefined || !(parts.some((part) => part.kind === 'text') || isKnown(last))) return [];
  return [{ ...placed, value: textOf(parts, '/', placed.value.range), scope: call.scope, holder }];
};

/** `folder.joinpath("a", name)`. */
export const joinedBelow: Result = ({ placed, call, holder }) => {
  if (call.callee.kind !== 'member' || call.args.length === 0) return [];
  const parts = [call.callee.object, ...call.args.map(({ value }) => value)];
  return [{ ...placed, value: textOf(parts, '/', placed.value.range), scope: call.scope, holder }];
};

/** `glob.glob("data/*.csv")` and `folder.glob("*.pdf")` of Python: the files that such a path stands for. */
export const listed: Result = (asked) => {
  const { placed, call } = asked;
  if (placed.file.facts.language !== 'python' || call.args.length === 0) return [];
  const owner = call.callee.kind === 'member' ? call.callee.object : null;
  const isModule = owner === null || (owner.kind === 'name' && /^_?glob$/.test(owner.name));
  return isModule ? argumentAt(asked, 0).filter(isText) : joinedBelow(asked);
};

/** `new URL('./a.txt', import.meta.url)`: a path beside the file that names it. */
export const beside: Result = (asked) => (asked.call.args.length === 2 ? argumentAt(asked, 0) : []);

/** More than a path is put together of. */
const MOST_HOLES = 4;
/** A path, as opposed to words. */
const PATH = /^[^\s<>"|]{1,200}$/;

/** `folder("terms/")` of a function that gives `Paths.get("data", name)`: the path that this very call gets. */
export function pathGiven(asked: Asked, found: Found, target: Target): Found {
  const { value } = found;
  if (value.kind !== 'text' || value.holes.length === 0 || found.file !== target.file) return found;
  if (value.holes.length > MOST_HOLES || !PATH.test(value.text)) return found;
  const given = value.holes.map((hole) => {
    const [only, ...others] = argumentFor(asked, target, hole.value);
    const isPath = only?.value.kind === 'text' && only.value.holes.length === 0 && PATH.test(only.value.text);
    return isPath && others.length === 0 ? only.value : hole.value;
  });
  const isSame = given.every((part, at) => part === value.holes[at]?.value);
  return isSame ? found : { ...found, value: filled(value, given), holder: null };
}

/** What a call of a function gives for the parameter that `value` names. */
function argumentFor(asked: Asked, { file, symbol }: Target, value: Value): Found[] {
  if (value.kind !== 'name') return [];
  const at = file.parametersOf(symbol).findIndex(({ name }) => name === value.name);
  if (at < 0) return [];
  const named = argumentNamed(asked, value.name);
  return (named.length > 0 ? named : argumentAt(asked, at)).filter(isText);
}

/** What makes one path of a folder and a name. */
const JOINS = /^(?:[jJ]oin|Combine|joinpath|resolve|Path|File|get|of)$/;
/** Folders that only the run knows, and something in them. */
const BELOW_UNKNOWN = /^(?:\{\d+\}[\\/]*)+$/;

/**
 * `inData(TRAIN)` of a function that gives `join(HERE, name)`: where the folder is known at run time only, what the call
 * gives names the file.
 */
export function givenBelow(asked: Asked, target: Target, returned: Value): Found[] {
  const { file, symbol } = target;
  if (returned.kind === 'name') {
    const [only, ...others] = file.lookup(returned.name, symbol, returned.range);
    const isMade = only?.value.kind === 'call' || only?.value.kind === 'text';
    return isMade && others.length === 0 ? givenBelow(asked, target, only.value) : [];
  }
  const same = otherForm(returned, file);
  if (same) return givenBelow(asked, target, same);
  const parts = partsOf(returned, file);
  const [last] = parts.slice(-1);
  if (parts.length < 2 || last?.kind !== 'name') return [];
  const isKnown = (value: Value): boolean => asked.resolving.expand({ value, file, scope: symbol }).some(isText);
  return parts.slice(0, -1).some(isKnown) ? [] : argumentFor(asked, target, last);
}

/** The path that `file.getAbsolutePath()` is another form of. */
function otherForm(path: Value, file: SourceFile): Value | null {
  const made = path.kind === 'call' ? file.callOf(path) : undefined;
  const isForm =
    made?.args.length === 0 && made.callee.kind === 'member' && /path|file|uri|string/i.test(made.callee.name);
  return isForm && made.callee.kind === 'member' ? made.callee.object : null;
}

/** Folders and a name, as a text or a call puts them together. */
function partsOf(path: Value, file: SourceFile): readonly Value[] {
  if (path.kind === 'text') return BELOW_UNKNOWN.test(path.text) ? path.holes.map(({ value }) => value) : [];
  const made = path.kind === 'call' ? file.callOf(path) : undefined;
  return made && JOINS.test(calleeName(made)) ? made.args.map(({ value }) => value) : [];
}

/** The text with what is known put in; the other holes stay. */
function filled(value: Value & { kind: 'text' }, given: readonly Value[]): Value {
  const pieces = value.text.split(/\{(\d+)\}/);
  const parts = pieces.flatMap((piece, at): Value[] => {
    if (at % 2 === 0) return piece === '' ? [] : [{ kind: 'text', text: piece, holes: [], range: value.range }];
    const put = given[Number(piece)];
    return put ? [put] : [];
  });
  return textOf(parts, '', value.range);
}

/** `File(folder, "a.bin")` and `new File("a.bin")` of Java and Kotlin; a stream of C# on the file that it is given. */
export const fileMade: Result = (asked) => {
  const { call, placed } = asked;
  const { language } = placed.file.facts;
  if (call.form !== 'new' || call.args.some(({ name }) => name !== null)) return [];
  if (language === 'csharp') return argumentAt(asked, 0).filter(isText);
  return language === 'java' || language === 'kotlin' ? joinedPath(asked) : [];
};

/** What leads to a file: streams on it, and what Spring and others find it by. */
export const STREAMS: readonly string[] = [
  'FileReader', 'FileInputStream', 'FileOutputStream', 'BufferedReader', 'InputStreamReader', 'BufferedInputStream',
  'BufferedOutputStream', 'GZIPInputStream', 'ObjectInputStream', 'ObjectOutputStream', 'DataInputStream',
  'ClassPathResource', 'FileSystemResource', 'UrlResource',
]; // prettier-ignore

/** A path, or what a caller gives for one. */
function isPath(found: Found): boolean {
  return isText(found) || found.holder?.binding.kind === 'parameter';
}

/** `new BufferedReader(new FileReader("a.arff"))`, `new ClassPathResource("a.h5")` of Java and Kotlin: what leads to that file. */
export const streamed: Result = (asked) => {
  const { language } = asked.placed.file.facts;
  const isMade = asked.call.form === 'new' || language === 'kotlin';
  return isMade && (language === 'csharp' || isJvm(asked.placed.file)) ? argumentAt(asked, 0).filter(isPath) : [];
};

/** `File.Create("a.zip")`, `File.OpenWrite("a.zip")` of C#: a stream on that file. */
export const opened: Result = (asked) => {
  const path = writtenPath(asked.call.callee, asked.placed.file);
  return asked.placed.file.facts.language === 'csharp' && path.at(-2) === 'File'
    ? argumentAt(asked, 0).filter(isText)
    : [];
};

/** `file.getAbsolutePath()`, `path.toFile()`: another form of the same path. */
export const samePath: Result = ({ resolving, placed, call, holder }) => {
  if (call.callee.kind !== 'member' || call.args.length > 0 || !isJvm(placed.file)) return [];
  return resolving.expand({ ...placed, value: call.callee.object, scope: call.scope }, holder).filter(isText);
};
