import type { Value } from '../../model';
import { argumentAt, type Asked, isText, type Result, textOf } from './call-arguments';
import { joinPath, parentOf, stemOf } from './code-index';
import type { Found } from './resolving';
import type { SourceFile } from './source-file';

/** Functions of PHP take the text that they work on first. */
const first: Result = (asked) => argumentAt(asked, 0);

/** `str_replace('{x}', $x, PROMPT)`. */
const third: Result = (asked) => argumentAt(asked, 2).filter(isText);

/** `implode("\n", ['a', $b])`: one text. */
const imploded: Result = (asked) => {
  const list = [...argumentAt(asked, 0), ...argumentAt(asked, 1)].find(({ value }) => value.kind === 'list');
  const glue = [...argumentAt(asked, 0), ...argumentAt(asked, 1)].find(isText)?.value;
  if (list?.value.kind !== 'list') return [];
  const text = textOf(list.value.items, glue?.kind === 'text' ? glue.text : '', list.value.range);
  return [{ ...list, value: text, holder: list.holder ?? asked.holder }];
};

/** `require __DIR__ . '/prompts.php'`: what that file gives back. */
const required: Result = (asked) => {
  const { resolving, placed } = asked;
  return argumentAt(asked, 0).flatMap(({ value }) => {
    if (value.kind !== 'text') return [];
    const stem = stemOf(value.text.replace(/^\{0\}\/?/, ''));
    if (/[{}]/.test(stem)) return [];
    const beside = joinPath(parentOf(placed.file.path), stem);
    const file =
      resolving.index.at(beside, placed.file, resolving.consulted) ??
      resolving.index.ending(stem.replace(/^(?:\.{0,2}\/)+/, ''), placed.file, resolving.consulted);
    return file ? givenBackBy(asked, file) : [];
  });
};

function givenBackBy({ resolving }: Asked, file: SourceFile): Found[] {
  return resolving.member({ file, symbol: '' }, 'default');
}

/** `config('services.openai.model', 'default')`: an entry of what `config/services.php` gives back, or the default. */
const configured: Result = (asked) => {
  const { resolving, placed } = asked;
  const entries = argumentAt(asked, 0).flatMap(({ value }): Found[] => {
    const [name = '', ...keys] = value.kind === 'text' && value.holes.length === 0 ? value.text.split('.') : [];
    if (!/^\w+$/.test(name) || keys.length === 0 || keys.length > MOST_KEYS) return [];
    const file = resolving.index.ending(`config/${name}`, placed.file, resolving.consulted);
    if (!file) return [];
    const whole: Value = { kind: 'name', name: 'default', range: END };
    const entry = keys.reduce<Value>((object, key) => ({ kind: 'member', object, name: key, range: END }), whole);
    return resolving.expand({ value: entry, file, scope: '' });
  });
  return [...entries, ...argumentAt(asked, 1)];
};

const MOST_KEYS = 6;
/** Behind everything that a file holds. */
const END: Value['range'] = {
  line: Number.MAX_SAFE_INTEGER,
  column: 1,
  endLine: Number.MAX_SAFE_INTEGER,
  endColumn: 1,
};

/** By the name of what is called, before what calls of that name give back elsewhere. */
export const PHP_RESULTS: ReadonlyMap<string, Result> = new Map<string, Result>([
  ...['trim', 'ltrim', 'rtrim', 'sprintf', 'vsprintf', 'nl2br', 'strtr', 'stripslashes', 'dedent', '__'].map(
    (name) => [name, textGiven] as const,
  ),
  ['str_replace', third],
  ['implode', imploded],
  ['join', imploded],
  ['require', required],
  ['config', configured],
]);

function textGiven(asked: Asked): Found[] {
  return asked.call.callee.kind === 'name' ? first(asked).filter(isText) : [];
}
