import type { Call, MapEntry, Value } from '../../model';
import type { Asked, Result } from './call-arguments';
import { calleeName, type Found } from './resolving';
import type { SourceFile } from './source-file';

/** `List.of(a, b)`, `Arrays.asList(a, b)`, `Map.of("a", 1)`, `Map.ofEntries(entry("a", 1))` of Java. */
export const gathered: Result = (asked) => {
  const { placed, call } = asked;
  if (!isJvm(placed.file) || call.callee.kind !== 'member' || call.callee.object.kind !== 'name') return [];
  const values = call.args.map(({ value }) => value);
  const made = `${call.callee.object.name}.${call.callee.name}`;
  if (/^(?:Immutable)?Map\.of(?:Entries)?$/.test(made)) return [mapOf(asked, entriesOf(placed.file, call, values))];
  return /^(?:(?:Immutable)?(?:List|Set)\.of|Arrays\.asList)$/.test(made) ? [listOf(asked, values)] : [];
};

/** `resolver.getResources("classpath:docs/*.md")`: a list of what the pattern means. */
export const resources: Result = (asked) =>
  isJvm(asked.placed.file) && asked.call.args.length === 1
    ? [
        listOf(
          asked,
          asked.call.args.map(({ value }) => value),
        ),
      ]
    : [];

export function isJvm({ facts }: SourceFile): boolean {
  return facts.language === 'java' || facts.language === 'kotlin';
}

function listOf({ placed, call, holder }: Asked, items: readonly Value[]): Found {
  return { ...placed, value: { kind: 'list', items, range: placed.value.range }, scope: call.scope, holder };
}

function mapOf({ placed, call, holder }: Asked, entries: readonly MapEntry[]): Found {
  return { ...placed, value: { kind: 'map', entries, range: placed.value.range }, scope: call.scope, holder };
}

function entriesOf(file: SourceFile, { callee }: Call, values: readonly Value[]): MapEntry[] {
  if (callee.kind === 'member' && callee.name === 'ofEntries')
    return values.flatMap((value) => {
      const entry = value.kind === 'call' ? file.callOf(value) : undefined;
      const [key, held] = entry && calleeName(entry) === 'entry' ? entry.args : [];
      return key && held ? [entryOf(key.value, held.value)] : [];
    });
  return values.flatMap((key, at) => {
    const held = values[at + 1];
    return at % 2 === 0 && held ? [entryOf(key, held)] : [];
  });
}

function entryOf(key: Value, value: Value): MapEntry {
  return { key: key.kind === 'text' && key.holes.length === 0 ? key.text : null, value, range: key.range };
}
