import type { Catalogue, RecordField, RecordKind } from '../catalogue';
import type { Configuration } from '../config/configuration';
import type { Asset, FileCreation } from '../model';
import type { Begun, Known } from './fill';
import type { Adoption } from './import/adoption';
import { markdownWords } from './one-line';
import { templateSource } from './own-kinds';
import { fromTemplate } from './own-template';
import { recordName, recordPath } from './record-path';
import { isWritten, kindOf, writeKeys } from './scaffold-keys';
import { writeAdopted, writeSection } from './scaffold-section';
import { ScaffoldText } from './scaffold-text';

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
  /** Ids that a new record must not take: those of all records of the project, of whatever kind. */
  readonly takenId?: (id: string) => boolean;
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  /** What it takes over from documents that are there. */
  readonly adopted?: Adoption;
  /** What was worked out for this record; a list of a kind that is written only where something is known is written then. */
  readonly begun?: Begun;
}

/**
 * A new record of a kind: what is known is filled in, every other field is an empty place with one line of help. It reads
 * back as a draft with exactly those fields open, and nothing in it is ticked. Null where the catalogue has no such kind,
 * or where it is one of which a project has one and that is there.
 */
export function scaffold(kind: string, input: ScaffoldInput): FileCreation | null {
  return written(kind, input)?.file ?? null;
}

function written(kind: string, input: ScaffoldInput): { readonly id: string; readonly file: FileCreation } | null {
  const found = input.catalogue.records.find((each) => each.id === kind);
  if (found === undefined) return null;
  const first = input.assets[0];
  const title = input.title?.trim() || null;
  const name = title ?? supplierOf(found, first) ?? (first ? recordName(first) : found.title);
  const path = recordPath(found, name, input.configuration, input.taken);
  if (path === null) return null;
  const id = recordId(found, path, input.takenId ?? (() => false));
  const { assets, all, today, adopted, begun } = input;
  const about: Known = { kind: found, id, path, title, assets, all, today, adopted, begun };
  const text =
    ownRecord(about, input.configuration) ?? (found.format === 'yaml' ? yamlRecord(about) : markdownRecord(about));
  const from = adopted ? { from: adopted.paths } : {};
  return { id, file: { path, text: text.text, select: text.gap, ...from } };
}

/** The name that a record about a supplier goes by. */
export function supplierOf(kind: RecordKind, asset: Asset | undefined): string | undefined {
  return kind.fields.some((field) => field.fill === 'supplier') ? asset?.suppliers[0] : undefined;
}

/**
 * The stem of its path; several papers can be about one system, so those that document no asset add what they are. So do
 * those whose stem is the id of another record, and where that is taken too there is a number behind.
 */
function recordId(kind: RecordKind, path: string, taken: (id: string) => boolean): string {
  const stem = path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  const unique = kind.assetKind !== null || kind.file !== undefined || stem.startsWith(kind.id);
  const full = stem.startsWith(kind.id) ? stem : `${stem}-${kind.id}`;
  const wanted = [...(unique ? [stem] : []), full].find((id) => !taken(id));
  if (wanted !== undefined) return wanted;
  for (let number = 2; ; number += 1) {
    if (!taken(`${full}-${number}`)) return `${full}-${number}`;
  }
}

/**
 * A new record for each asset, under names that differ from one another too. What `adoption` gives for an asset is taken
 * over in its record.
 */
export function scaffoldAll(
  assets: readonly Asset[],
  input: Omit<ScaffoldInput, 'assets' | 'title'>,
  adoption: (asset: Asset) => Adoption | null = () => null,
): FileCreation[] {
  const made = new Map<string, FileCreation>();
  const ids = new Set<string>();
  for (const asset of assets) {
    const kind = kindOf(input.catalogue.records, asset);
    const taken = (path: string) => made.has(path) || input.taken(path);
    const takenId = (id: string) => ids.has(id) || (input.takenId?.(id) ?? false);
    const adopted = adoption(asset);
    const about = { ...input, taken, takenId, assets: [asset], title: null, ...(adopted ? { adopted } : {}) };
    const creation = kind && written(kind.id, about);
    if (!creation) continue;
    ids.add(creation.id);
    made.set(creation.file.path, creation.file);
  }
  return [...made.values()];
}

/** After a template of the project's own, where it has one that can be used. */
function ownRecord(about: Known, { templates }: Configuration): ScaffoldText | null {
  const template = templates.find(({ kind }) => kind === about.kind.id);
  const source = template ? templateSource(about.kind, template.path, template.text) : null;
  return source === null || typeof source === 'string' ? null : fromTemplate(source, about);
}

function yamlRecord(about: Known): ScaffoldText {
  const text = new ScaffoldText();
  text.line(`record: ${about.kind.id}`);
  writeKeys(text, about, (field) => isWritten(field) || hasBegun(field, about));
  return text;
}

function hasBegun({ key = '' }: RecordField, { begun }: Known): boolean {
  return begun !== undefined && (begun.values.has(key) || (begun.rows.get(key)?.length ?? 0) > 0);
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
