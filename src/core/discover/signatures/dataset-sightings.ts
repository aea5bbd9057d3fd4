import type { Sighting } from '../../model';
import { siteIn } from '../sighting-parts';
import type { Resolving } from '../resolve/resolving';
import type { Placed } from '../resolve/source-file';
import { textsOf, type ResolvedText } from '../resolve/texts';
import { hubDataset, looksLikeDataFile, plainPath, urlBase, withoutScheme, withoutUnknownFolders } from './paths';
import { pinWith } from './model-names';
import type { Request } from './requests';
import { revisionOf } from './revisions';

const MOST = 48;

/** Builders of `load_dataset` that say what the files are, not which. */
const FORMATS: ReadonlySet<string> = new Set([
  'csv',
  'json',
  'text',
  'parquet',
  'arrow',
  'pandas',
  'imagefolder',
  'audiofolder',
  'videofolder',
  'webdataset',
  'xml',
  'sql',
  'generator',
  'pdf',
]);

/** The datasets that an argument names: where the name is written and, if that is elsewhere, where it is used. */
export function datasetsOf(resolving: Resolving, request: Request & { readonly kind: 'dataset' }): Sighting[] {
  const revision = revisionOf(resolving, request);
  return request.values.flatMap((value) => {
    const texts = textsOf(resolving, value).slice(0, MOST);
    if (texts.length === 0 && request.argument.as === 'constant') return byConstant(resolving, request, value);
    return texts.flatMap((text) => ofText(request, value, text).map((seen) => withRevision(seen, revision)));
  });
}

/** Files beside the code have no revisions but those of the project. */
function withRevision(seen: Sighting, revision: string | null): Sighting {
  return revision === null || seen.pin === 'not-applicable'
    ? seen
    : { ...seen, pin: pinWith(seen.pin, revision), revision };
}

function ofText(request: Request & { kind: 'dataset' }, value: Placed, text: ResolvedText): Sighting[] {
  const written = request.argument.as === 'query' ? tableOf(text.text) : text.text;
  const read = written === null ? null : (titleOf(request, written) ?? readDatasetName(written, request.match.file.ai));
  if (!read) return [];
  const home = sighting(request, text, read);
  const site = siteIn(value.file, value.value.range, 'use', seenBy(request));
  return text.found.holder === null ? [home] : [home, { ...home, ...site, use: 'use' as const }];
}

/** A constant of a library that stands for a collection: `URLs.PETS`. */
function byConstant(resolving: Resolving, request: Request & { kind: 'dataset' }, placed: Placed): Sighting[] {
  const { value, file } = placed;
  if (value.kind !== 'member' || !/^[A-Z][A-Za-z0-9_]+$/.test(value.name)) return [];
  const [reference] = resolving.references(placed).filter(({ module }) => module !== null);
  if (!reference) return [];
  const { argument } = request;
  return [
    {
      ...siteIn(file, value.range, 'use', seenBy(request)),
      kind: 'dataset',
      name: value.name,
      written: value.name,
      aliases: [reference.path.join('.')],
      pin: 'none',
      confidence: 'high',
      ...(argument.public ? { publicSource: true } : {}),
    },
  ];
}

/** The table that a query of a warehouse reads, or its name alone; tables of a warehouse stand below a schema. */
function tableOf(text: string): string | null {
  if (/^\s*`?[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*){1,3}`?\s*$/.test(text)) return text.trim().replaceAll('`', '');
  if (text.length > 8000 || !/^\s*(?:--[^\n]*\n\s*)*(?:select|with)\b/i.test(text)) return null;
  const named = /\b(?:from|join)\s+((?:`[^`\s]{3,200}`|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*){1,3}))/i.exec(text)?.[1];
  const name = named?.replaceAll('`', '') ?? '';
  return name.includes('.') && !/[{}*]|information_schema/i.test(name) ? name : null;
}

/** `fetch_ucirepo(name="Wine Quality")`: collections whose names are written in words. */
function titleOf({ argument }: Request & { kind: 'dataset' }, text: string): DatasetName | null {
  if (!argument.public || !/^[A-Z][\w()-]*(?: [\w()-]+){1,6}$/.test(text)) return null;
  return { name: text, aliases: [], local: false, url: false };
}

/** Where data is kept, not pages. */
const STORES = /^(?:s3[an]?|gs|gcs|az|abfss?|wasbs?|hdfs|hf|dbfs):/i;

interface DatasetName {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly local: boolean;
  readonly url: boolean;
}

/** Reads a path, hub id or address of data. Null where it names nothing that could be told from anything else. */
function readDatasetName(written: string, ai: boolean): DatasetName | null {
  const text = withoutUnknownFolders(
    fileOfQuery(written)
      .trim()
      .replace(/^(?:classpath\*?:|file:(?!\/\/))\/*/, ''),
  );
  if (text === null || text.length < 2 || text.length > 300 || /[\n\r\t<>"|]|\s{2}/.test(text)) return null;
  if (/^[a-z][\w+.-]*:\/\//i.test(text)) {
    const onHub = hubDataset(text);
    if (onHub !== null) return { name: onHub, aliases: [text], local: false, url: true };
    // With its host: a file of the same name may lie in the project.
    const name = plainPath(withoutScheme(text));
    // A page is data for what reads it for a model; general libraries fetch anything.
    return ai || STORES.test(text) || urlBase(text).includes('.')
      ? { name, aliases: [text], local: false, url: true }
      : null;
  }
  return FORMATS.has(text) || /^[./~]*$/.test(text) ? null : fromPathOrId(text);
}

/** `SELECT … FROM 'x.parquet'`, `FROM read_csv('x.csv')`: the file that a query reads, else the text itself. */
function fileOfQuery(text: string): string {
  if (text.length > 4000 || !/^\s*(?:select|with|create|copy|insert|from)\b/i.test(text)) return text;
  return /\b(?:from|join)\s+(?:\w+\(\s*\[?\s*)?'([^'\n]{3,300})'/i.exec(text)?.[1] ?? text;
}

function fromPathOrId(text: string): DatasetName | null {
  const local = /^(?:\.{0,2}\/|~\/)/.test(text) || looksLikeDataFile(text);
  if (!local && /\s/.test(text)) return null;
  // Of a glob, or of numbered shards, the folder is the dataset; how a file is to be read is no part of its name.
  const path = text.replace(/\?[a-z]+=[\w&=]+$/i, '').replace(/\/[^/]*(?:[*?[]|\{\d+\.\.\d+\})[^/]*(?:\/.*)?$/, '');
  const name = plainPath(path);
  return name === '' || /[*?]/.test(name) ? null : { name, aliases: name === text ? [] : [text], local, url: false };
}

function sighting(request: Request & { kind: 'dataset' }, { found, text }: ResolvedText, read: DatasetName): Sighting {
  return {
    ...siteIn(found.file, found.value.range, found.holder === null ? 'use' : 'definition', seenBy(request)),
    kind: 'dataset',
    name: read.name,
    written: text,
    ...(read.aliases.length > 0 ? { aliases: read.aliases } : {}),
    pin: read.local ? 'not-applicable' : 'none',
    confidence: 'high',
    ...(read.url || (request.argument.public && !read.local) ? { publicSource: true } : {}),
  };
}

function seenBy({ match: { file, row } }: Request): { signature: string; provider: string | null } {
  return { signature: row.id, provider: row.provider === undefined ? file.provider : row.provider };
}
