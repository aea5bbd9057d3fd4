import type { Catalogue, RecordField, RecordKind } from '../catalogue';
import type { Configuration } from '../config/configuration';
import type { Asset, FileCreation } from '../model';
import { isAnswer } from './answers';
import { known, toldOf } from './fill';
import type { Known } from './fill';
import { relativeLink } from './import/adoption';
import type { Adoption, Told } from './import/adoption';
import { markdownWords, oneLine } from './one-line';
import { recordName, recordPath } from './record-path';
import { isWritten, kindOf, writeKeys } from './scaffold-keys';
import { columnTitle, writeTable } from './scaffold-table';
import { ScaffoldText } from './scaffold-text';
import { yamlText } from './yaml-text';

export interface ScaffoldInput {
  /** What the record covers; may be empty. */
  readonly assets: readonly Asset[];
  /** All assets of the project: models named beside a prompt are filled in. */
  readonly all: readonly Asset[];
  /** What the person calls it; without one the name of the first asset is used. */
  readonly title: string | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Paths that a new file must not take. */
  readonly taken: (path: string) => boolean;
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  /** What it takes over from documents that are there. */
  readonly adopted?: Adoption;
}

/**
 * A new record of a kind: what is known is filled in, every other field is an empty place with one line of help. It reads
 * back as a draft with exactly those fields open, and nothing in it is ticked. Null where the catalogue has no such kind,
 * or where it is one of which a project has one and that is there.
 */
export function scaffold(kind: string, input: ScaffoldInput): FileCreation | null {
  const found = input.catalogue.records.find((each) => each.id === kind);
  if (found === undefined) return null;
  const first = input.assets[0];
  const title = input.title?.trim() || null;
  const name = title ?? supplierOf(found, first) ?? (first ? recordName(first) : found.title);
  const path = recordPath(found, name, input.configuration, input.taken);
  if (path === null) return null;
  const id = recordId(found, path);
  const { assets, all, today, adopted } = input;
  const about: Known = { kind: found, id, path, title, assets, all, today, adopted };
  const text = found.format === 'yaml' ? yamlRecord(about) : markdownRecord(about);
  return { path, text: text.text, select: text.gap };
}

/** The name that a record about a supplier goes by. */
function supplierOf(kind: RecordKind, asset: Asset | undefined): string | undefined {
  return kind.fields.some((field) => field.fill === 'supplier') ? asset?.suppliers[0] : undefined;
}

/** The stem of its path; several papers can be about one system, so those that document no asset add what they are. */
function recordId(kind: RecordKind, path: string): string {
  const stem = path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  const unique = kind.assetKind !== null || kind.file !== undefined || stem.startsWith(kind.id);
  return unique ? stem : `${stem}-${kind.id}`;
}

/** A new record for each asset, under names that differ from one another too. */
export function scaffoldAll(assets: readonly Asset[], input: Omit<ScaffoldInput, 'assets' | 'title'>): FileCreation[] {
  const made = new Map<string, FileCreation>();
  for (const asset of assets) {
    const kind = kindOf(input.catalogue.records, asset);
    const taken = (path: string) => made.has(path) || input.taken(path);
    const creation = kind && scaffold(kind.id, { ...input, taken, assets: [asset], title: null });
    if (creation) made.set(creation.path, creation);
  }
  return [...made.values()];
}

function yamlRecord(about: Known): ScaffoldText {
  const text = new ScaffoldText();
  text.line(`record: ${about.kind.id}`);
  writeKeys(text, about, isWritten);
  return text;
}

function markdownRecord(about: Known): ScaffoldText {
  const text = new ScaffoldText();
  text.line('---');
  text.line(`record: ${about.kind.id}`);
  writeAdopted(text, about);
  writeKeys(text, about, isWritten);
  text.line('---');
  text.line();
  const name = markdownWords(about.title ?? about.assets[0]?.name ?? '');
  text.line(name === '' ? `# ${about.kind.title}` : `# ${about.kind.title}: ${name}`);
  for (const field of about.kind.fields) {
    if (field.heading !== undefined && isWritten(field)) writeSection(text, field, about);
  }
  return text;
}

function writeSection(text: ScaffoldText, field: RecordField, about: Known): void {
  text.line();
  text.line(`## ${field.heading ?? ''}`);
  text.line();
  if (field.items !== undefined) return writeItems(text, field, field.items);
  const value = known(field, about);
  const told = toldOf(field, about);
  const lines = told
    ? toldLines(told, about)
    : (typeof value === 'string' ? [value] : (value ?? [])).map((line) => `- ${bodyText(line, field)}`);
  if (lines.some((line) => isAnswer(line))) {
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
function writeAdopted(text: ScaffoldText, { adopted }: Known): void {
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
