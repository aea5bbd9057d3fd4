import type { Call, Hole, Value } from '../../model';
import { argumentAt, argumentNamed, type Asked, isText, type Result, textOf } from './call-arguments';
import { PHP_RESULTS } from './php-results';
import { builtText } from './built-texts';
import { gathered, isJvm, resources } from './collection-results';
import { anyItem, givenAtMaking, someItems, withAdded, type ListValue } from './object-results';
import {
  STREAMS,
  beside,
  fileMade,
  givenBelow,
  joinedBelow,
  joinedPath,
  listed,
  opened,
  pathGiven,
  pathOf,
  samePath,
  streamed,
} from './path-results';
import { calleeName, type Found, type Holder, type Resolving, writtenPath } from './resolving';
import { scopeOf, type Placed, type SourceFile } from './source-file';

/**
 * What a call gives back: the text that a string method works on, the default of an environment variable or option,
 * what a function of the project returns; the call itself where it makes something of its own.
 */
export function resultOf(
  resolving: Resolving,
  placed: Placed<Value & { kind: 'call' }>,
  holder: Holder | null,
): Found[] {
  const call = placed.file.callOf(placed.value);
  if (!call) return [];
  const asked: Asked = { resolving, placed, call, holder };
  const known = resultNamed(placed.file, call);
  const found = known ? known(asked) : [];
  if (found.length > 0) return found;
  const kept = givenAtMaking(asked);
  if (kept.length > 0) return kept;
  const returned = returnsOf(asked);
  return returned.length > 0 ? returned : [{ ...placed, holder }];
}

/**
 * True where the name of a call says that it gives back what it is given, or a default: of all others nothing comes out
 * that is written at the call itself.
 */
export function handsOn(file: SourceFile, call: Call): boolean {
  return resultNamed(file, call) !== undefined;
}

function resultNamed({ facts }: SourceFile, call: Call): Result | undefined {
  const name = calleeName(call);
  return (facts.language === 'php' ? PHP_RESULTS.get(name) : undefined) ?? RESULTS.get(name);
}

/** A text method keeps the text: `PROMPT.strip()`, `"…".format(x=1)`. */
const receiver: Result = ({ resolving, placed, call, holder }) =>
  call.callee.kind === 'member'
    ? resolving.expand({ ...placed, value: call.callee.object, scope: call.scope }, holder).filter(isText)
    : [];

const first: Result = (asked) => argumentAt(asked, 0);

/** `String.format(PROMPT, x)` and `PROMPT.format(x)`. */
const formatted: Result = (asked) => {
  const owner = writtenPath(asked.call.callee, asked.placed.file).at(-2) ?? '';
  return /^[sS]tring$/.test(owner) ? first(asked) : receiver(asked);
};

/** `flag.String("name", "default", "usage")` of Go; elsewhere a conversion. */
const string: Result = (asked) =>
  writtenPath(asked.call.callee, asked.placed.file)[0] === 'flag' ? second(asked) : first(asked);

const second: Result = (asked) => [
  ...argumentNamed(asked, 'default', 'fallback', 'default_value'),
  ...argumentAt(asked, 1),
];

/** `get(key, default)` of the environment or of a map. */
const getter: Result = (asked) => {
  const { resolving, placed, call } = asked;
  const path = pathOf(asked);
  if (path !== null || call.callee.kind !== 'member') return path ?? [];
  const key = call.args[0]?.value;
  if (!key) return [];
  const index: Value = { kind: 'index', object: call.callee.object, key, range: placed.value.range };
  return [...resolving.expand({ ...placed, value: index, scope: call.scope }), ...second(asked)];
};

/** `ENV.fetch("KEY", "default")` of Ruby, and of its maps; elsewhere it asks a server. */
const fetched: Result = (asked) => (asked.placed.file.facts.language === 'ruby' ? getter(asked) : []);

const fieldDefault: Result = (asked) => {
  const named = argumentNamed(asked, 'default', 'default_factory', 'value');
  const found = named.length > 0 ? named : argumentAt(asked, 0);
  return found.flatMap((item) =>
    item.value.kind === 'function'
      ? item.value.returns.flatMap((value) => asked.resolving.expand({ ...item, value }, item.holder))
      : [item],
  );
};

/** What a person may choose in a form: `selectbox("Model", ["a", "b"])`, `Dropdown(choices=[…], value="a")`. */
const chosen: Result = (asked) => {
  const named = argumentNamed(asked, 'options', 'choices', 'value', 'default');
  const found = named.length > 0 ? named : argumentAt(asked, 1);
  return found.flatMap((item) =>
    item.value.kind === 'list'
      ? item.value.items
          .slice(0, MOST_CHOICES)
          .flatMap((value) => asked.resolving.expand({ ...item, value }, item.holder))
      : [item],
  );
};

const MOST_CHOICES = 32;

/** `"sep".join([…])`, `[…].join("sep")`, `strings.Join(list, "sep")`, `String.Join("sep", list)` of texts are one text. */
const joined: Result = (asked) => {
  const { resolving, placed, call, holder } = asked;
  const path = writtenPath(call.callee, placed.file);
  if (call.callee.kind !== 'member' || /^(?:path|Path|filepath)$/.test(path.at(-2) ?? '')) return joinedPath(asked);
  const read = (value: Value | undefined): Found[] =>
    value ? resolving.expand({ ...placed, value, scope: call.scope }) : [];
  const subject = read(call.callee.object);
  const given = call.args.slice(0, 2).flatMap((argument) => read(argument.value));
  const list = [...subject, ...given].find((found) => found.value.kind === 'list');
  if (list?.value.kind !== 'list') return [];
  const separator = [...subject, ...given].find(isText);
  const glue = separator?.value.kind === 'text' ? separator.value.text : ',';
  const { items, range } = withAdded(list as Found<ListValue>, asked);
  return [{ ...list, value: textOf(items, glue, range), holder: list.holder ?? holder }];
};

/** `text.replace("{{x}}", value)`: what is put in becomes a hole of the text. */
const replaced: Result = (asked) => {
  const { placed, call } = asked;
  const [what, put] = call.args.map((argument) => argument.value);
  return receiver(asked).map((found) => {
    const { value } = found;
    if (value.kind !== 'text' || what?.kind !== 'text' || what.text === '' || !put || !value.text.includes(what.text))
      return found;
    // The holes are read where the text stands: what is put in has to mean the same there.
    if (found.file !== placed.file || found.scope !== call.scope) return found;
    const hole: Hole = { source: put.kind === 'name' ? put.name : '…', value: put };
    const text = value.text.replaceAll(what.text, `{${value.holes.length}}`);
    return { ...found, value: { ...value, text, holes: [...value.holes, hole] } };
  });
};

/** `Optional.ofNullable(x).orElse("a")`, `env::var("X").unwrap_or_else(|_| "a".to_string())`. */
const orElse: Result = (asked) =>
  argumentAt(asked, 0).flatMap((found) =>
    found.value.kind === 'function'
      ? found.value.returns.flatMap((value) => asked.resolving.expand({ ...found, value }, found.holder))
      : [found],
  );

/** `anthropic.Model(name)` of Go: the same text as another type. */
const converted: Result = (asked) =>
  asked.placed.file.facts.language === 'go' && asked.call.args.length === 1 ? first(asked).filter(isText) : [];

/** `cmp.Or(os.Getenv("X"), "a")` of Go. */
const firstOfAll: Result = (asked) =>
  asked.placed.file.facts.language === 'go'
    ? asked.call.args
        .slice(0, 4)
        .flatMap((_, at) => argumentAt(asked, at))
        .filter(isText)
    : [];

/** By the name of what is called. A map: code may call anything, `toLocaleString` and `constructor` too. */
const RESULTS: ReadonlyMap<string, Result> = new Map([
  ...keyed(
    [
      'strip',
      'lstrip',
      'rstrip',
      'trim',
      'trimStart',
      'trimEnd',
      'trimIndent',
      'format_map',
      'formatted',
      'stripLeading',
      'stripTrailing',
      'Trim',
      'TrimEnd',
      'encode',
      'lower',
      'upper',
      'toLowerCase',
      'substitute',
      'safe_substitute',
      'concat',
      'removeprefix',
      'removesuffix',
      'partial',
    ],
    receiver,
  ),
  ...keyed(
    [
      'dedent',
      'cleandoc',
      'str',
      'Template',
      'Sprintf',
      'TrimSpace',
      'NewReader',
      'String.raw',
      'raw',
      'outdent',
      'stripIndent',
      'list',
      'tuple',
      'Object.freeze',
      'freeze',
      'deepcopy',
      'copy',
      'cast',
      'Final',
      'fileURLToPath',
      'fspath',
      'abspath',
      'realpath',
      'GetFullPath',
    ],
    first,
  ),
  ...keyed(['format', 'Format'], formatted),
  ...keyed(['String'], (asked) => {
    const built = builtText(asked);
    return built.length > 0 ? built : string(asked);
  }),
  ...keyed(['new', 'buildString'], builtText),
  ...keyed(['toString', 'ToString'], (asked) => {
    const kept = receiver(asked);
    return kept.length > 0 ? kept : builtText(asked);
  }),
  ...keyed(
    [
      'getenv',
      'env',
      'config',
      'getattr',
      'environ',
      'getEnv',
      'get_env',
      'getOrDefault',
      'getProperty',
      'GetValue',
      'option',
      'Option',
    ],
    second,
  ),
  ...keyed(['Field', 'field', 'Option', 'Argument', 'text_input', 'default', 'prefault'], fieldDefault),
  ...keyed(['selectbox', 'radio', 'select_slider', 'pills', 'segmented_control', 'Dropdown', 'Radio'], chosen),
  ...keyed(['get', 'pop', 'setdefault'], getter),
  ...keyed(['of', 'ofEntries', 'asList'], (asked) => pathOf(asked) ?? gathered(asked)),
  ...keyed(['getResources'], resources),
  ...keyed(['getResource', 'getResourceAsStream', 'openRawResource'], (asked) =>
    isJvm(asked.placed.file) ? first(asked).filter(isText) : [],
  ),
  ...keyed(['fetch'], fetched),
  ...keyed(['join', 'Join', 'Combine'], joined),
  ...keyed(['replace', 'replaceAll', 'replace_all'], replaced),
  ...keyed(['resolve', 'Path', 'PurePath'], joinedPath),
  ...keyed(['joinpath'], joinedBelow),
  ...keyed(['glob', 'rglob', 'iglob'], listed),
  ...keyed(['sorted'], first),
  ...keyed(['File', 'FileStream', 'StreamReader'], fileMade),
  ...keyed(STREAMS, streamed),
  ...keyed(['Create', 'OpenRead', 'OpenWrite', 'OpenText', 'CreateText'], opened),
  ...keyed(
    [
      'getAbsolutePath',
      'getCanonicalPath',
      'getPath',
      'getFile',
      'getInputStream',
      'inputStream',
      'toPath',
      'toAbsolutePath',
      'toFile',
      'toUri',
      'toURI',
    ],
    samePath,
  ),
  ...keyed(['URL'], beside),
  ...keyed(['Or'], firstOfAll),
  ...keyed(
    ['Model', 'ChatModel', 'EmbeddingModel', 'NewOpt', 'Ptr', 'F', 'To', 'ToPtr', 'StringPtr', 'Pointer'],
    converted,
  ),
  ...keyed(['Must', 'Parse'], converted),
  ...keyed(['orElse', 'orElseGet', 'unwrap_or', 'unwrap_or_else', 'ifEmpty', 'ifBlank'], orElse),
  ...keyed(['find', 'findLast', 'at'], anyItem),
  ...keyed(['filter', 'toSorted', 'slice'], someItems),
]);

function keyed(names: readonly string[], result: Result): (readonly [string, Result])[] {
  return names.map((name) => [name, result]);
}

/** More than one path is put together in. */
const MOST_PATHS = 4;

function returnsOf(asked: Asked): Found[] {
  const { resolving, placed, call } = asked;
  return resolving.references({ ...placed, value: call.callee, scope: call.scope }).flatMap(({ target }) => {
    if (!target) return [];
    return target.file
      .returnsOf(target.symbol)
      .slice(0, 8)
      .flatMap((binding) => {
        const below = givenBelow(asked, target, binding.value);
        if (below.length > 0) return below;
        const holder = { file: target.file, binding };
        const found = resolving.expand({ value: binding.value, file: target.file, scope: scopeOf(binding) }, holder);
        return found.length > MOST_PATHS ? found : found.map((path) => pathGiven(asked, path, target));
      });
  });
}
