import type { RecordField } from '../catalogue';
import { isAnswer } from './answers';
import { known, toldOf } from './fill';
import type { Known } from './fill';
import { relativeLink } from './import/adoption';
import type { Told } from './import/adoption';
import { markdownWords, oneLine } from './one-line';
import { columnTitle, writeTable } from './scaffold-table';
import type { ScaffoldText } from './scaffold-text';
import { yamlText } from './yaml-text';

/** What is known about a field under a heading, as the items of a list; empty where only a person can say it. */
export function sectionLines(field: RecordField, about: Known): string[] {
  const told = toldOf(field, about);
  const value = told ? null : known(field, about);
  const lines = told
    ? toldLines(told, about)
    : (typeof value === 'string' ? [value] : (value ?? [])).map((line) => `- ${bodyText(line, field)}`);
  return lines.some((line) => isAnswer(line)) ? lines : [];
}

/** A heading with what is known under it, else a gap with a line of help. */
export function writeSection(text: ScaffoldText, field: RecordField, about: Known): void {
  text.line();
  text.line(`## ${field.heading ?? ''}`);
  text.line();
  if (field.items !== undefined) return writeItems(text, field, field.items);
  const lines = sectionLines(field, about);
  if (lines.length > 0) {
    for (const line of lines) text.line(line);
    return;
  }
  writeHint(text, field);
  if (field.type !== 'rows' && field.template === undefined) return text.lineWithGap('', '');
  text.line();
  if (field.type === 'rows') writeTable(text, field);
  else for (const line of field.template?.trimEnd().split('\n') ?? []) text.line(line);
}

/** Where the document lies that this record takes over, so that nobody has to write the same thing twice. */
export function writeAdopted(text: ScaffoldText, { adopted }: Known): void {
  if (!adopted) return;
  if (adopted.paths.length === 1) return text.line(`adopted-from: ${yamlText(adopted.paths[0] ?? '')}`);
  text.line('adopted-from:');
  for (const path of adopted.paths) text.line(`  - ${yamlText(path)}`);
}

/** In the words of the document, with a link to it. */
function toldLines({ texts, path, line }: Told, about: Known): string[] {
  const place = line === null ? '' : `#L${line}`;
  const link = `[${markdownWords(path)}](${relativeLink(about.path, path)}${place})`;
  return texts.length === 0 ? [`- See ${link}.`] : texts.map((text) => `- ${markdownWords(text)} (from ${link})`);
}

function writeItems(text: ScaffoldText, field: RecordField, items: NonNullable<RecordField['items']>): void {
  text.line(`<!-- ${field.help} -->`);
  text.line();
  for (const { text: words, provisions } of items) {
    text.line(`- [ ] ${words}${provisions.length === 0 ? '' : ` (${provisions.join(', ')})`}`);
  }
}

/** The line of help as a comment, with the words that columns take. */
function writeHint(text: ScaffoldText, field: RecordField): void {
  const columns = (field.columns ?? []).filter((column) => column.values !== undefined);
  const notes = columns.map(({ key, values = [] }) => `${columnTitle(key)}: ${values.join(', ')}`);
  text.line(`<!-- ${[field.help, ...notes].join('\n     ')} -->`);
}

/** Paths are code; the words of the tool itself are plain. */
function bodyText(line: string, field: RecordField): string {
  const plain = oneLine(line);
  if (field.fill !== 'sites' || /^and \d+ more places$/u.test(plain)) return plain;
  const fence = '`'.repeat(Math.max(0, ...[...plain.matchAll(/`+/gu)].map(([marks]) => marks.length)) + 1);
  const space = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return fence + space + plain + space + fence;
}
