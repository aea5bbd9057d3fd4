import type { Catalogue, RecordKind } from '../catalogue';
import type { Configuration } from '../config/configuration';
import { FILE_START } from '../model';
import type { AssetRecord, Range } from '../model';
import { judgeFields } from './judge';
import type { Entry, Trouble } from './keys';
import { nearest } from './nearest';
import { formatOf, takeApart, yamlOf } from './record-source';
import type { RecordFormat, RecordSource } from './record-source';
import { NO_FACTS, recordFacts } from './record-facts';
import { coversOf, provisionsOf, textOf } from './references';
import { statedFields } from './stated';

/** Files of the records folder that are no records themselves. */
const OTHER_FILES = new Set(['claims.yaml', 'accepted.yaml']);
const NAMES_A_KIND = /^["']?record["']?[ \t]*:/mu;
const MOST_PROBLEMS = 1000;

/**
 * Reads a file as a record: Markdown whose front matter, or YAML that, names a kind under `record`. Null where it is none.
 * Never throws: what is wrong is a problem of the record, at the key it stands at. In the records folder a file that
 * cannot be parsed, or that covers assets without saying what it is, is a record with problems; elsewhere only a kind
 * that is known, or nearly, makes a record.
 */
export function readRecord(
  path: string,
  text: string,
  catalogue: Catalogue,
  configuration: Configuration,
): AssetRecord | null {
  const format = formatOf(path);
  const yaml = format && yamlOf(text, format);
  if (format === null || yaml === null) return null;
  const home = path.startsWith(`${configuration.records}/`);
  const named = NAMES_A_KIND.test(yaml.yaml);
  if (!named && !home) return null;
  if (home && OTHER_FILES.has(path.slice(configuration.records.length + 1))) return null;
  const source = takeApart(path, text, format);
  if (source === null) return null;
  const entry = source.entries.get('record');
  if (entry === undefined) return withoutKind(source, named, home, catalogue);
  return withKind(source, entry, { home, format, catalogue });
}

function withoutKind(source: RecordSource, named: boolean, home: boolean, catalogue: Catalogue): AssetRecord | null {
  const range = lineThatNames(source) ?? FILE_START;
  if (!source.keys.usable && named) {
    const word = /^["']?record["']?[ \t]*:[ \t]*["']?([\w-]+)/mu.exec(source.text)?.[1] ?? '';
    return home || catalogue.records.some((kind) => kind.id === word) ? broken(source, source.trouble, range) : null;
  }
  if (!home) return null;
  // What parses and names no kind is somebody else's file, with whatever YAML allows.
  if (source.keys.broken || source.unclosed) return broken(source, source.trouble, range);
  const covers = source.entries.get('covers');
  if (covers === undefined) return null;
  const message = `It is not said what this is: begin with "record: ${kindForFolder(source.path, catalogue)}"`;
  return broken(source, [{ message, start: covers.start, end: covers.end }], range);
}

function withKind(
  source: RecordSource,
  entry: Entry,
  place: { home: boolean; format: RecordFormat; catalogue: Catalogue },
): AssetRecord | null {
  const { home, format, catalogue } = place;
  const word = entry.value.type === 'text' ? entry.value.text.trim() : '';
  const kind = catalogue.records.find(({ id }) => id === word) ?? null;
  const meant = nearest(
    word,
    catalogue.records.map(({ id }) => id),
  );
  if (kind === null && meant === null && !home) return null;
  const range = source.lines.range(entry.start, Math.max(entry.end, oneLineEnd(source.text, entry)));
  const trouble = [...source.trouble];
  if (kind === null) trouble.unshift(unknownKind(entry, word, meant, catalogue));
  else if (kind.format !== format) trouble.unshift(wrongFormat(entry, kind));
  const covers = coversOf(kind, source);
  const judged = kind ? judgeFields(kind, source, range) : { open: [], trouble: [] };
  return {
    path: source.path,
    kind: kind?.id ?? null,
    id: textOf('id', source),
    owner: textOf('owner', source),
    covers: covers.covers,
    provisions: provisionsOf(source),
    ...recordFacts(source, format),
    ...(kind ? { stated: statedFields(kind, source) } : {}),
    open: judged.open,
    fields: kind?.fields.filter((field) => field.level === 'required').length ?? 0,
    problems: problems(source, [...trouble, ...covers.trouble, ...judged.trouble]),
    range,
  };
}

function broken(source: RecordSource, trouble: readonly Trouble[], range: Range): AssetRecord {
  const nothing = { kind: null, id: null, owner: null, covers: [], provisions: [], open: [], fields: 0, ...NO_FACTS };
  return { path: source.path, ...nothing, problems: problems(source, trouble), range };
}

function problems(source: RecordSource, trouble: readonly Trouble[]): AssetRecord['problems'] {
  return trouble
    .slice(0, MOST_PROBLEMS)
    .map(({ message, start, end }) => ({ message, range: source.lines.range(start, end) }));
}

function unknownKind(entry: Entry, word: string, meant: string | null, catalogue: Catalogue): Trouble {
  const { start, end } = entry.value;
  const known = catalogue.records.map(({ id }) => id).join(', ');
  const what = word === '' ? 'It is not said what this records' : `There is no record kind ${word.slice(0, 60)}`;
  const hint = meant === null ? `known are ${known}` : `did you mean ${meant}?`;
  return { message: `${what}; ${hint}`, start, end };
}

function wrongFormat(entry: Entry, kind: RecordKind): Trouble {
  const words = kind.format === 'yaml' ? 'a YAML file' : 'a Markdown file with front matter';
  return { message: `A ${kind.title.toLowerCase()} is ${words}`, start: entry.start, end: entry.value.end };
}

/** The end of a value if it stands on the line of its key. */
function oneLineEnd(text: string, entry: Entry): number {
  const end = text.indexOf('\n', entry.start);
  return Math.min(entry.value.end, end < 0 ? text.length : end);
}

function lineThatNames(source: RecordSource): Range | null {
  const found = NAMES_A_KIND.exec(source.text);
  return found ? source.lines.range(found.index, found.index + found[0].length) : null;
}

function kindForFolder(path: string, catalogue: Catalogue): string {
  const folder = path.split('/').at(-2);
  return catalogue.records.find((kind) => kind.folder === folder)?.id ?? 'model-card';
}
