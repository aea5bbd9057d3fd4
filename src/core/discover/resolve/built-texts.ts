import type { Call, Value } from '../../model';
import { textOf, type Asked, type Result } from './call-arguments';
import type { Found, Holder } from './resolving';
import type { SourceFile } from './source-file';

const MOST_ADDED = 40;
/** How many calls of a chain are gone through: `sb.append("a").append(b).append("c")`. */
const LONGEST_CHAIN = 64;

/**
 * A text that a function adds up in a builder: `sb.WriteString("…"); sb.String()` of Go, what `String::new()` of Rust
 * becomes by `push_str`, and `sb.append("…"); sb.toString()` of Java, Kotlin and C#.
 */
export const builtText: Result = (asked) => {
  const { placed, call, holder } = asked;
  const { language } = placed.file.facts;
  if (language === 'go') return addedTo(asked, builderNamed(call), /^WriteString$/);
  if (language === 'rust') return addedTo(asked, stringNamed(call, holder), /^push_str$/);
  return language === 'java' || language === 'kotlin' || language === 'csharp'
    ? addedTo(asked, builderNamed(call), APPENDS)
    : [];
};

const APPENDS = /^append(?:Line|Format)?$/i;

function addedTo({ placed, call, holder }: Asked, name: string | undefined, adds: RegExp): Found[] {
  if (name === undefined) return [];
  const { file } = placed;
  const parts = file.facts.calls
    .filter(({ callee, scope }) => scope === call.scope && isWritingTo(callee, name, adds, file))
    .slice(0, MOST_ADDED)
    .flatMap(({ args, callee }) =>
      args
        .slice(0, 1)
        .map(({ value }) => ({ value, endsLine: callee.kind === 'member' && /line$/i.test(callee.name) })),
    )
    .sort((a, b) => a.value.range.line - b.value.range.line || a.value.range.column - b.value.range.column);
  const added = [...begun(file, call, name), ...parts.map(({ value, endsLine }) => (endsLine ? line(value) : value))];
  const [start, end] = [added[0]?.range, added.at(-1)?.range];
  if (!start || !end) return [];
  const range = { ...start, endLine: end.endLine, endColumn: end.endColumn };
  return [{ ...placed, value: textOf(added, '', range), scope: call.scope, holder }];
}

/** `appendLine("…")` ends the line. */
function line(value: Value): Value {
  return value.kind === 'text' ? { ...value, text: `${value.text}\n` } : value;
}

/** What the builder holds from the beginning: `new StringBuilder("…")`. */
function begun(file: SourceFile, call: Call, name: string): Value[] {
  return file
    .lookup(name, call.scope, call.range)
    .slice(0, 1)
    .flatMap(({ value }) => {
      const made = value.kind === 'call' ? file.callOf(value) : undefined;
      const [first] = made?.form === 'new' ? made.args : [];
      return first?.value.kind === 'text' ? [first.value] : [];
    });
}

function builderNamed({ callee, args }: Call): string | undefined {
  return args.length === 0 && callee.kind === 'member' && callee.object.kind === 'name'
    ? callee.object.name
    : undefined;
}

function stringNamed({ callee, args }: Call, holder: Holder | null): string | undefined {
  const ofString = callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name === 'String';
  return ofString && args.length === 0 ? holder?.binding.name : undefined;
}

/** A call on the builder itself, or on what another such call gives back. */
function isWritingTo(callee: Value, name: string, adds: RegExp, file: SourceFile): boolean {
  let current: Value | undefined = callee;
  for (let step = 0; step < LONGEST_CHAIN && current?.kind === 'member' && adds.test(current.name); step += 1) {
    const { object }: { object: Value } = current;
    if (object.kind === 'name') return object.name === name;
    current = object.kind === 'call' ? file.callOf(object)?.callee : undefined;
  }
  return false;
}
