import type { RecordField } from '../catalogue';
import { isAnswer } from './answers';
import { known, toldOf } from './fill';
import { frontMatter } from './front-matter';
import type { Known } from './fill';
import type { Entry } from './keys';
import type { RecordSource } from './record-source';
import { sectionLines, writeAdopted, writeSection } from './scaffold-section';
import { isWritten, writeKeys } from './scaffold-keys';
import { ScaffoldText } from './scaffold-text';

/**
 * A new record after a template of one's own: its keys, comments and body as they stand, with what is known filled in. Keys
 * and headings that the kind asks for and the template leaves out follow at the end of their part.
 */
export function fromTemplate(source: RecordSource, about: Known): ScaffoldText {
  const text = new ScaffoldText();
  const markdown = about.kind.format === 'markdown';
  if (markdown) text.line('---');
  text.line(`record: ${about.kind.id}`);
  writeAdopted(text, about);
  writeFront(text, source, about);
  if (!markdown) return text;
  text.line('---');
  writeBody(text, source, about);
  return text;
}

function writeFront(text: ScaffoldText, source: RecordSource, about: Known): void {
  const written = new Set<RecordField>();
  copy(text, source.text.slice(frontStart(source), firstKey(source)));
  for (const [index, entry] of source.keys.entries.entries()) {
    const next = source.keys.entries[index + 1];
    const end = next ? lineStart(source.text, next.start) : frontEnd(source);
    const field = about.kind.fields.find((each) => each.key === entry.key);
    for (const each of about.kind.fields) {
      if (each.key === entry.key || each.key?.startsWith(`${entry.key}.`) === true) written.add(each);
    }
    const ours = entry.key === 'record' || entry.key === 'adopted-from';
    const rest = ours ? afterValue(source, entry, end) : writeEntry(text, source, about, { entry, field, end });
    copy(text, source.text.slice(rest, end));
  }
  writeKeys(text, about, (field) => !written.has(field) && (field.level === 'required' || isKnown(field, about)));
}

/** Writes what is known in place of an empty value; gives where the rest of the template goes on. */
function writeEntry(
  text: ScaffoldText,
  source: RecordSource,
  about: Known,
  { entry, field, end }: { entry: Entry; field: RecordField | undefined; end: number },
): number {
  const start = lineStart(source.text, entry.start);
  const covers = field?.type === 'covers' && about.assets.length > 0;
  const open = entry.value.type === 'empty' || (entry.value.type === 'text' && !isAnswer(entry.value.text));
  if (field === undefined || !(covers || (open && isKnown(field, about)))) return start;
  writeKeys(text, about, (each) => each === field);
  return afterValue(source, entry, end);
}

function afterValue({ text }: RecordSource, { value, end: key }: Entry, end: number): number {
  const after = text.indexOf('\n', Math.max(value.end - 1, key));
  return after < 0 ? end : Math.min(after + 1, end);
}

function isKnown(field: RecordField, about: Known): boolean {
  return isWritten(field) && (known(field, about) !== null || (field.type === 'covers' && about.assets.length > 0));
}

function writeBody(text: ScaffoldText, source: RecordSource, about: Known): void {
  const byTitle = fieldsByTitle(about.kind.fields);
  const written = new Set<RecordField>();
  let at = frontMatter(source.text)?.body ?? 0;
  const copyTo = (end: number) => {
    copy(text, source.text.slice(at, end));
    at = end;
  };
  for (const section of source.sections) {
    const field = byTitle.get(section.title.toLowerCase());
    if (field === undefined || written.has(field)) continue;
    written.add(field);
    copyTo(section.contentEnd);
    const lines = field.items === undefined ? sectionLines(field, about) : [];
    if (lines.length === 0) continue;
    const apart = /\n[ \t\r]*\n$/u.test(source.text.slice(0, at)) ? [] : [''];
    for (const line of [...apart, ...lines, '']) text.line(line);
  }
  copyTo(source.text.length);
  for (const field of about.kind.fields) {
    const wanted = field.level === 'required' || toldOf(field, about) !== undefined;
    if (field.heading !== undefined && wanted && !written.has(field)) writeSection(text, field, about);
  }
}

function fieldsByTitle(fields: readonly RecordField[]): Map<string, RecordField> {
  const byTitle = new Map<string, RecordField>();
  for (const field of fields) {
    for (const name of field.heading === undefined ? [] : [field.heading, ...field.aliases]) {
      if (!byTitle.has(name.toLowerCase())) byTitle.set(name.toLowerCase(), field);
    }
  }
  return byTitle;
}

function frontStart({ text }: RecordSource): number {
  return frontMatter(text)?.start ?? 0;
}

/** Where the keys begin; before that are comments. */
function firstKey(source: RecordSource): number {
  const first = source.keys.entries[0];
  return first ? lineStart(source.text, first.start) : frontEnd(source);
}

function copy(text: ScaffoldText, part: string): void {
  for (const line of linesOf(part)) text.line(line);
}

function frontEnd({ text }: RecordSource): number {
  return frontMatter(text)?.end ?? text.length;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The lines of a part of a template, without the break at its end. */
function linesOf(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n').map((line) => line.replace(/\r+$/u, ''));
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
