import type { RecordField, RecordKind } from '../catalogue';
import type { TextReplacement } from '../model';
import { withoutComments } from '../records/answers';
import { entryOf } from '../records/judge';
import type { Entry, Value } from '../records/keys';
import { formatOf, takeApart, yamlOf } from '../records/record-source';
import type { RecordSource } from '../records/record-source';
import type { Section } from '../records/sections';
import { coverEdits } from './cover-edits';
import type { CoverUpdate } from './cover-edits';
import { asReplacements, inPlaceOf, lineEndAt, oneLine } from './text-edit';
import type { OffsetEdit } from './text-edit';
import { threatReviewEdits } from './threat-review';
import type { ThreatReview } from './threat-review';

/** What is to be written down in a record. */
export interface ChangeRequest {
  readonly path: string;
  readonly text: string;
  readonly kind: RecordKind;
  /** Covers that are brought up to date, by the id as it stands in the record. */
  readonly covers: ReadonlyMap<string, CoverUpdate>;
  /** What else a review of a threat model writes into it. */
  readonly threats?: ThreatReview | null;
  /** `YYYY-MM-DD`: written as the day of review. */
  readonly today: string;
  /** The day by which to look again; null leaves that alone. */
  readonly reviewBy: string | null;
  /** The line for the change log, behind the date. */
  readonly line: string;
}

/**
 * Brings a record up to date with what it covers: digests, day of review, and a line in its change log. Every other byte
 * stays. Null where the record is broken or does not hold the covers that are to change.
 */
export function recordChangeEdit(request: ChangeRequest): TextReplacement[] | null {
  const { path, text } = request;
  const format = formatOf(path);
  const source = format && takeApart(path, text, format);
  if (!source || source.trouble.length > 0) return null;
  const covers = coverEdits(source, request.covers);
  const threats = request.threats ? threatReviewEdits(source, request.threats) : [];
  if (covers === null || threats === null) return null;
  const dates: [string, string | null][] = [
    ['reviewed', request.today],
    ['review-by', request.reviewBy],
  ];
  const edits = [
    ...covers,
    ...threats,
    ...dates.flatMap(([key, date]) => (date === null ? [] : dateEdit(source, key, date))),
  ];
  edits.push(...logEdit(source, request));
  return asReplacements(path, text, edits);
}

/** Sets the date of a key; a key that is not there is written behind the others, where keys stand on lines. */
function dateEdit(source: RecordSource, key: string, date: string): OffsetEdit[] {
  const entry = source.entries.get(key) ?? source.entries.get(key.replaceAll('-', '_'));
  if (entry) {
    const { value } = entry;
    if (value.type === 'list' || value.type === 'map') return [];
    return [inPlaceOf(source.text, value, date)];
  }
  return newKey(source, `${key}: ${date}`);
}

function newKey(source: RecordSource, line: string): OffsetEdit[] {
  const last = source.keys.entries.at(-1);
  const format = formatOf(source.path);
  const yaml = format && yamlOf(source.text, format);
  if (!last || !yaml || !beginsLine(source.text, last.start)) return [];
  // A text in a block runs to the end of the YAML, with blank lines and all: nothing can be put behind it.
  const block = last.value.type === 'text' && /[|>]/u.test(source.text[last.value.start] ?? '');
  const kind = source.keys.entries.find((each) => each.key === 'record')?.value.end ?? yaml.start;
  const at = block ? source.text.indexOf('\n', kind) + 1 : yaml.end;
  const end = lineEndAt(source.text, at);
  const open = source.text[at - 1] !== '\n';
  return [{ start: at, end: at, text: `${open ? end : ''}${line}${open ? '' : end}` }];
}

/** A key at the beginning of a line: the map is no `{…}`. */
function beginsLine(text: string, start: number): boolean {
  return start === 0 || /[\n\uFEFF]/u.test(text[start - 1] ?? '');
}

/** The line goes where the kind has its change log, else under such a heading, or in YAML as a comment at the end. */
function logEdit(source: RecordSource, { kind, today, line }: ChangeRequest): OffsetEdit[] {
  const field = kind.fields.find((each) => each.fill === 'change-log');
  const words = `${today}: ${oneLine(line)}`;
  const key = field && entryOf(field, source.entries);
  const inKey = key ? [...inList(source, key, words), ...inEmpty(source, key, words)] : [];
  if (inKey.length > 0) return inKey;
  if (formatOf(source.path) === 'yaml') return inYaml(source, key ? undefined : field?.key, words);
  const known = field?.heading === undefined ? LOG_HEADINGS : names(field);
  const section = source.sections.find(({ title }) => known.has(plain(title)));
  return [
    section ? inSection(source.text, section, words) : newSection(source.text, field?.heading ?? 'Change log', words),
  ];
}

/** Under a key of its own where that is not there yet, else as a comment. */
function inYaml(source: RecordSource, key: string | undefined, words: string): OffsetEdit[] {
  const end = lineEndAt(source.text, source.text.length);
  const named = key !== undefined && !key.includes('.');
  const added = named ? newKey(source, `${key}:${end}  - ${JSON.stringify(words)}`) : [];
  return added.length > 0 ? added : [atEnd(source.text, `# ${words}`)];
}

const LOG_HEADINGS: ReadonlySet<string> = new Set(['change log', 'changes', 'history']);

function atEnd(text: string, line: string): OffsetEdit {
  const end = lineEndAt(text, text.length);
  const lead = text === '' || text.endsWith('\n') ? '' : end;
  return { start: text.length, end: text.length, text: `${lead}${line}${end}` };
}

function names(field: RecordField): ReadonlySet<string> {
  return new Set([field.heading ?? '', ...field.aliases, field.label].map(plain));
}

/** Headings are compared without case, spacing and the marks around words. */
function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const ITEM = /^( {0,3})([-*+])[ \t]+\S/u;

/** Behind the last thing that stands under the heading, as an item like those before it. */
function inSection(text: string, section: Section, words: string): OffsetEdit {
  const content = text.slice(section.contentStart, section.contentEnd);
  const written = content.trimEnd();
  const lines = withoutComments(written).split('\n');
  const item = lines.map((line) => ITEM.exec(line)).findLast((found) => found !== null);
  const last = lines.findLast((line) => line.trim() !== '') ?? '';
  const entry = `${item?.[1] ?? ''}${item?.[2] ?? '-'} ${inMarkdown(words)}`;
  if (written === '') return underHeading(text, section, entry);
  const at = section.contentStart + written.length;
  const end = lineEndAt(text, section.contentStart);
  const inItem = item !== undefined && (ITEM.test(last) || /^[ \t]+\S/u.test(last));
  return { start: at, end: at, text: `${end}${inItem ? '' : end}${entry}` };
}

/** The first thing under a heading, with an empty line between. */
function underHeading(text: string, { contentStart }: Section, entry: string): OffsetEdit {
  const end = lineEndAt(text, contentStart);
  const open = text[contentStart - 1] !== '\n';
  const blank = /^\r?\n/u.exec(text.slice(contentStart, contentStart + 2))?.[0].length ?? 0;
  const start = contentStart + blank;
  return { start, end: start, text: `${open ? end : ''}${blank > 0 ? '' : end}${entry}${end}` };
}

function newSection(text: string, heading: string, words: string): OffsetEdit {
  const end = lineEndAt(text, text.length);
  const lead = text.endsWith('\n') ? end : end + end;
  const start = text.length;
  return { start, end: start, text: `${lead}## ${heading}${end}${end}- ${inMarkdown(words)}${end}` };
}

/** One more item of a list in YAML; nothing where the log is no list of lines. */
function inList(source: RecordSource, { value }: Entry, words: string): OffsetEdit[] {
  const last: Value | undefined = value.type === 'list' ? value.items.at(-1) : undefined;
  if (last?.type !== 'text') return [];
  const line = source.text.slice(source.text.lastIndexOf('\n', last.start - 1) + 1, last.start);
  const stop = source.text.indexOf('\n', last.end);
  if (!/^ *- +$/u.test(line) || /^[|>]/u.test(source.text.slice(last.start, last.start + 1))) return [];
  const end = lineEndAt(source.text, last.start);
  const at = stop < 0 ? source.text.length : stop + 1;
  const item = `${line}${JSON.stringify(words)}`;
  return [{ start: at, end: at, text: stop < 0 ? `${end}${item}` : `${item}${end}` }];
}

/** The first item of a list at the top that is empty yet, where nothing else stands on its line. */
function inEmpty({ text }: RecordSource, { start, value }: Entry, words: string): OffsetEdit[] {
  const empty = value.type === 'empty' || (value.type === 'list' && value.items.length === 0);
  const line = text.slice(value.end).split('\n', 1)[0] ?? '';
  if (!empty || line.trim() !== '' || !beginsLine(text, start)) return [];
  const item = `${lineEndAt(text, value.start)}  - ${JSON.stringify(words)}`;
  return [{ start: value.start, end: value.end, text: item }];
}

/** Words that open no comment, code or table in the list they stand in. */
function inMarkdown(words: string): string {
  return words.replaceAll('<!--', '&lt;!--');
}
