import type { RecordField, RecordKind } from '../catalogue';
import type { Asset, Site } from '../model';
import { toldWhere } from './import/adoption';
import type { Adoption, Told } from './import/adoption';

/** What a new record can be filled with. */
export interface Known {
  readonly kind: RecordKind;
  /** Short name of the record: the stem of its path. */
  readonly id: string;
  /** Where it will lie. */
  readonly path: string;
  /** What the person calls it; null where nobody was asked. */
  readonly title: string | null;
  readonly assets: readonly Asset[];
  /** All assets of the project, to find the models that a prompt goes to. */
  readonly all: readonly Asset[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What documents that are there already say. */
  readonly adopted?: Adoption | undefined;
  /** What was worked out for this record, such as the flows of a threat model. */
  readonly begun?: Begun | undefined;
}

/** What a record begins with beyond what its fields can be filled with: values and lines of rows, by the key of the field. */
export interface Begun {
  readonly values: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

const MOST_SITES = 20;

/** What is known about a field of a new record, one text or several; null where only a person can say it. */
export function known(field: RecordField, about: Known): string | readonly string[] | null {
  const told = toldOf(field, about);
  const begun = about.begun?.values.get(field.key ?? '');
  return told ? toldValue(field, told) : (begun ?? filled(field, about));
}

function filled(field: RecordField, about: Known): string | readonly string[] | null {
  switch (field.fill) {
    case undefined:
    case 'covers':
      return null;
    case 'id':
      return about.id;
    case 'title':
      return about.title;
    case 'today':
      return about.today;
    case 'provider':
      return joined(about.assets.flatMap((asset) => asset.suppliers));
    case 'supplier':
      return about.title ?? joined(about.assets.flatMap((asset) => asset.suppliers));
    case 'version':
      return joined(about.assets.flatMap((asset) => versionOf(asset) ?? []));
    case 'sites':
      return some(siteLines(about.assets));
    case 'source':
      return some(unique(about.assets.flatMap(sourceOf)));
    case 'models':
      return some(modelsOf(about));
    case 'change-log':
      return [`${about.today}: record begun${adoptedFrom(about.adopted)}`];
    case 'provisions':
      return some(about.kind.provisions);
  }
}

/** What a document that is adopted says about a field. */
export function toldOf(field: RecordField, { adopted }: Known): Told | undefined {
  return adopted?.told.get(field.key ?? field.heading ?? '');
}

function toldValue(field: RecordField, told: Told): string | readonly string[] {
  if (told.texts.length === 0) return `see ${told.path}`;
  return field.key !== undefined && field.type !== 'list' ? told.texts.join(', ') : told.texts;
}

/** Where a key's value was taken from, for a comment behind it. */
export function toldSource(field: RecordField, about: Known): string | null {
  const told = toldOf(field, about);
  return told && told.texts.length > 0 ? toldWhere(told) : null;
}

function adoptedFrom(adopted: Adoption | undefined): string {
  if (!adopted) return '';
  const authors = adopted.authors.length === 0 ? '' : ` (written by ${adopted.authors.join(', ')})`;
  return `, adopted from ${adopted.paths.join(', ')}${authors}`;
}

function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : unique(texts).join(', ');
}

function some(texts: readonly string[]): readonly string[] | null {
  return texts.length === 0 ? null : texts;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function versionOf(asset: Asset): string | null {
  const revision = asset.sites.find((site) => site.revision !== undefined)?.revision;
  if (revision !== undefined && revision !== '') return revision;
  if (asset.kind !== 'model') return null;
  if (asset.pin === 'exact') return asset.name;
  return asset.pin === 'alias' ? `${asset.name}, a name that the provider can point at another version` : null;
}

/** The address of a public dataset, where its name or an alias is one. */
function sourceOf(asset: Asset): string[] {
  const address = [asset.name, ...asset.aliases].find((name) => /^(https?|s3|gs|hf):\/\/\S+$/u.test(name));
  if (address !== undefined) return [address];
  const provider = asset.sites.find((site) => site.provider !== null)?.provider;
  return asset.publicSource === true && provider ? [`${provider}: ${asset.name}`] : [];
}

/** The models that an asset depends on, else those that are named in the same files. */
function modelsOf({ assets, all }: Known): string[] {
  const ids = new Set(assets.flatMap((asset) => asset.dependsOn));
  const models = all.filter((asset) => asset.kind === 'model');
  const told = models.filter((model) => ids.has(model.id));
  if (told.length > 0) return unique(told.map((model) => model.name));
  const paths = new Set(assets.flatMap((asset) => asset.sites.map((site) => site.path)));
  return unique(models.filter((model) => model.sites.some((site) => paths.has(site.path))).map((model) => model.name));
}

/** `src/chat.py:12`, at most twenty; what the others are is said in a number. */
function siteLines(assets: readonly Asset[]): string[] {
  const places = unique(assets.flatMap((asset) => asset.sites.map(place)));
  const shown = places.slice(0, MOST_SITES);
  const rest = places.length - shown.length;
  return rest === 0 ? shown : [...shown, `and ${rest} more places`];
}

export function place(site: Site): string {
  const cell = site.cell === undefined ? '' : ` (cell ${site.cell}, line ${site.cellLine ?? 1})`;
  return `${site.path}:${site.line}${cell}`;
}
