import { compareRange, type Call, type Value } from '../../model';
import { contains } from '../sighting-parts';
import { textOf, type Asked, type Result } from './call-arguments';
import { calleeName, type Found, type Holder } from './resolving';
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
  if (language === 'kotlin' && calleeName(call) === 'buildString') return builtInside(asked);
  if (language === 'rust') return addedTo(asked, stringNamed(call, holder), /^push_str$/);
  return language === 'java' || language === 'kotlin' || language === 'csharp'
    ? addedTo(asked, builderNamed(call), APPENDS)
    : [];
};

const APPENDS = /^append(?:Line|Format)?$/i;

/** `buildString { append("…"); appendLine("…") }` of Kotlin. */
function builtInside({ placed, call, holder }: Asked): Found[] {
  const { file } = placed;
  const added = file.facts.calls.filter(
    ({ callee, range }) => contains(call.range, range) && isAppending(callee, file),
  );
  return joined({ placed, call, holder }, [], partsOf(added));
}

/** A call of the builder that the lambda works on, or on what another such call gives back. */
function isAppending(callee: Value, file: SourceFile): boolean {
  let current: Value | undefined = callee;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    if (current?.kind === 'name') return APPENDS.test(current.name);
    if (current?.kind !== 'member' || !APPENDS.test(current.name)) return false;
    current = current.object.kind === 'call' ? file.callOf(current.object)?.callee : undefined;
  }
  return false;
}

function addedTo({ placed, call, holder }: Asked, name: string | undefined, adds: RegExp): Found[] {
  if (name === undefined) return [];
  const { file } = placed;
  const added = file.facts.calls.filter(
    ({ callee, scope }) => scope === call.scope && isWritingTo(callee, name, adds, file),
  );
  return joined({ placed, call, holder }, begun(file, call, name), partsOf(added));
}

/** What calls add, in the order of the text. */
function partsOf(calls: readonly Call[]): Value[] {
  return calls
    .slice(0, MOST_ADDED)
    .flatMap(({ args, callee }) => {
      const endsLine = (callee.kind === 'member' || callee.kind === 'name') && /line$/i.test(callee.name);
      return args.slice(0, 1).map(({ value }) => (endsLine ? line(value) : value));
    })
    .sort((a, b) => compareRange(a.range, b.range));
}

function joined(
  { placed, call, holder }: Pick<Asked, 'placed' | 'call' | 'holder'>,
  begun: readonly Value[],
  parts: readonly Value[],
): Found[] {
  const added = [...begun, ...parts];
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
