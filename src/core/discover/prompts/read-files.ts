import { plainRange, type Call, type Range, type Value } from '../../model';
import type { FileUse } from '../file-use';
import { type Found, type Resolving, writtenPath } from '../resolve/resolving';
import { scopeOf, type Placed, type SourceFile } from '../resolve/source-file';
import { textsOf } from '../resolve/texts';
import { PROMPT_ENDINGS } from '../prompt-endings';
import { rangeKey } from '../sighting-parts';

const DEEPEST = 4;
const MOST = 8;
/** A file that holds text for a model, as opposed to data or settings. */
const TEXT_FILE = new RegExp(String.raw`^(?!https?:)[\w@~.{}$\-/\\ ]+\.${PROMPT_ENDINGS}$`, 'i');
/** A path with a folder, as opposed to the name of a file that people ask about. */
const NAMED_FILE = new RegExp(String.raw`^(?:classpath:|file:)?[\w@./-]*[\w-]/[\w.-]+\.${PROMPT_ENDINGS}$`, 'i');
const VIEW = /^[\w/-]+\.blade\.php$/;

/**
 * The files whose text a call gives: `open("a.txt").read()`, `fs.readFileSync(join(here, "a.md"), "utf8")`, and the
 * `go:embed` of a variable. Whatever reads it: the text goes where a prompt is expected, and the path says the rest.
 */
export function filesRead(resolving: Resolving, placed: Placed, found: readonly Found[]): FileUse[] {
  // A function of the project that reads what it is given: the path stands at its call.
  const read = [
    ...found.flatMap((each) => fileNamed(each, placed)),
    ...[...found, ...callsAt(placed)].flatMap((each) => pathsIn(resolving, each, DEEPEST)),
  ];
  return [...new Map(read.map((use) => [`${use.path}|${use.target}|${rangeKey(use)}`, use])).values()].slice(0, MOST);
}

/** True for a text that only says in which file the prompt stands. */
export function namesFile({ value }: Found): boolean {
  return value.kind === 'text' && value.holes.length === 0 && NAMED_FILE.test(value.text);
}

/** `fromResource = "agents/editor.md"`: the library reads the file itself. */
function fileNamed(found: Found, placed: Placed): FileUse[] {
  if (found.value.kind !== 'text' || !namesFile(found)) return [];
  const range = found.file === placed.file ? found.value.range : placed.value.range;
  return [useOf(placed.file, range, found.value.text)];
}

/** The call that stands there itself, or is what the name there was given. */
function callsAt(placed: Placed): Placed[] {
  const { value, file, scope } = placed;
  if (value.kind === 'call') return [placed];
  // `prompt=lambda state: render("browser", state)`
  if (value.kind === 'function') return value.returns.flatMap((returned) => callsAt({ ...placed, value: returned }));
  if (value.kind !== 'name') return [];
  return file
    .lookup(value.name, scope, value.range)
    .flatMap((binding) =>
      binding.value.kind === 'call' ? [{ value: binding.value, file, scope: scopeOf(binding) }] : [],
    );
}

/** `view('prompts.sort')`, `View::make('prompts.sort')`: views of PHP are named by folder and file. */
function isView(call: Call, file: SourceFile): boolean {
  const path = writtenPath(call.callee, file);
  return file.facts.language === 'php' && /^(?:view|View\.make|view\(\)\.make)$/.test(path.join('.'));
}

function viewFile(name: string): string {
  return /^[\w.:/-]+$/.test(name) ? `views/${name.replace(/^.*::/, '').replaceAll('.', '/')}.blade.php` : name;
}

/** What a helper makes of the name that it is given: `readFileSync(join(dir, `${name}.md`))`. */
const ENDING = new RegExp(String.raw`\{\d+\}(\.${PROMPT_ENDINGS})$`, 'i');

/** The endings that a function of the project puts behind a name. */
function endingsOf(resolving: Resolving, call: Call, file: SourceFile): readonly string[] {
  const targets = resolving.references({ value: call.callee, file, scope: call.scope });
  return targets.slice(0, MOST).flatMap(({ target }) => {
    if (!target || target.symbol === '') return [];
    const { file: home, symbol } = target;
    const texts = home.facts.calls
      .filter(({ scope }) => scope === symbol)
      .flatMap(({ args, callee }) => [
        ...args.map(({ value }) => value),
        ...(callee.kind === 'member' ? [callee.object] : []),
      ]);
    const kept = home.facts.bindings.filter((binding) => scopeOf(binding) === symbol).map(({ value }) => value);
    return [...texts, ...kept].flatMap((value) => (value.kind === 'text' ? (ENDING.exec(value.text)?.[1] ?? []) : []));
  });
}

function spelled(text: string, view: boolean, endings: readonly string[]): string[] {
  if (view) return [viewFile(text)];
  return /^[\w./-]{2,80}$/.test(text) && !TEXT_FILE.test(text) ? [text, ...endings.map((end) => text + end)] : [text];
}

function useOf(file: SourceFile, range: Range, text: string): FileUse {
  return {
    ...plainRange(range),
    path: file.path,
    language: file.facts.language,
    as: 'prompt',
    target: text.replace(/^.*\{\d+\}[^/]*\//, '').replace(/^(?:\.\/)+/, ''),
  };
}

function pathsIn(resolving: Resolving, placed: Placed, depth: number): FileUse[] {
  const { value, file } = placed;
  const call = value.kind === 'call' ? file.callOf(value) : undefined;
  if (!call || depth === 0) return [];
  const given: readonly Value[] = [
    ...(call.callee.kind === 'member' ? [call.callee.object] : []),
    ...call.args.map((argument) => argument.value),
  ];
  const inHelper = endingsOf(resolving, call, file);
  return given.slice(0, MOST).flatMap((inner) => {
    const at = { value: inner, file, scope: call.scope };
    const uses = textsOf(resolving, at)
      .flatMap(({ text }) => spelled(text, isView(call, file), inHelper))
      .filter((text) => text.length < 300 && (TEXT_FILE.test(text) || VIEW.test(text)))
      .slice(0, MOST)
      .map((text) => useOf(file, inner.range, text));
    if (uses.length > 0) return uses;
    return resolving
      .expand(at)
      .slice(0, MOST)
      .flatMap((further) => pathsIn(resolving, further, depth - 1));
  });
}
