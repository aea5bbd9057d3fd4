import type { Call, Value } from '../../model';
import { argumentAt, isText, textOf, type Asked, type Result } from './call-arguments';
import { writtenPath, type Found, type Target } from './resolving';

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

/** A path, as opposed to words. */
const PATH = /^[^\s<>"|]{1,200}$/;

/** `folder("terms/")` of a function that gives `Paths.get("data", name)`: the path that this very call gets. */
export function pathGiven(found: Found, { file, symbol }: Target, call: Call): Found {
  const { value } = found;
  if (value.kind !== 'text' || value.holes.length === 0 || !PATH.test(value.text)) return found;
  const names = file.parametersOf(symbol).map(({ name }) => name);
  const given = value.holes.map((hole) => {
    const at = hole.value.kind === 'name' && found.file === file ? names.indexOf(hole.value.name) : -1;
    const argument = at < 0 ? undefined : call.args.filter(({ name }) => name === null)[at]?.value;
    return argument?.kind === 'text' && argument.holes.length === 0 && PATH.test(argument.text) ? argument : hole.value;
  });
  const isSame = given.every((part, at) => part === value.holes[at]?.value);
  return isSame ? found : { ...found, value: filled(value, given), holder: null };
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

/** `File.Create("a.zip")`, `File.OpenWrite("a.zip")` of C#: a stream on that file. */
export const opened: Result = (asked) => {
  const path = writtenPath(asked.call.callee, asked.placed.file);
  return asked.placed.file.facts.language === 'csharp' && path.at(-2) === 'File'
    ? argumentAt(asked, 0).filter(isText)
    : [];
};

/** `file.getAbsolutePath()`, `path.toFile()`: another form of the same path. */
export const samePath: Result = ({ resolving, placed, call, holder }) => {
  const { language } = placed.file.facts;
  if (call.callee.kind !== 'member' || call.args.length > 0 || (language !== 'java' && language !== 'kotlin'))
    return [];
  return resolving.expand({ ...placed, value: call.callee.object, scope: call.scope }, holder).filter(isText);
};
