import type { Node, Pair } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import * as z from 'zod';
import type { Range } from '../model';
import { insideProject } from './values';

/** A template of one's own for a kind of record. */
export interface OwnTemplate {
  readonly kind: string;
  /** Project-relative. */
  readonly path: string;
  /** The key in `ai-baseline.yaml`. */
  readonly range: Range;
  /** What the file holds; null before it was read, and where it cannot be. */
  readonly text: string | null;
}

/** A field of one's own for a kind of record: a key of the front matter or a heading of the body. */
export interface OwnField {
  readonly kind: string;
  readonly key?: string | undefined;
  readonly heading?: string | undefined;
  readonly label: string;
  readonly level: 'required' | 'advised' | 'optional';
  readonly help: string;
  readonly type: 'text' | 'date' | 'list' | 'enum' | 'person';
  readonly values?: readonly string[] | undefined;
  readonly range: Range;
}

const words = z.string('one text belongs here').trim().min(1, 'empty').max(140, 'longer than 140 letters');
const fieldSchema = z
  .strictObject({
    key: z
      .string('one text belongs here')
      .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, 'a key is small letters, digits and dashes')
      .max(60, 'longer than 60 letters')
      .optional(),
    heading: words.regex(/^[^#\n\r]+$/u, 'a heading is one line without #').optional(),
    label: words.optional(),
    level: z.enum(['required', 'advised', 'optional'], 'required, advised or optional').default('advised'),
    help: words
      .regex(/^[^\n\r]+$/u, 'one line')
      .refine((text) => !text.includes('--'), 'no two dashes in a row')
      .optional(),
    type: z.enum(['text', 'date', 'list', 'enum', 'person'], 'text, date, list, enum or person').default('text'),
    values: z
      .array(words, 'a list of words belongs here')
      .min(1, 'names no word')
      .max(50, 'more than 50 words')
      .optional(),
  })
  .refine((field) => (field.key === undefined) !== (field.heading === undefined), 'a field has a key or a heading')
  .refine((field) => field.type !== 'enum' || field.values !== undefined, 'an enum names its values');

const MOST_FIELDS = 100;

type Entry = Pair<unknown, unknown>;

/** What the reader of the configuration lends: entries with their places, and where to say what is wrong. */
export interface ConfigurationTools {
  /** The entries of the map under a key; none where there is no map, which is told. */
  readonly inner: (entry: Entry | undefined) => ReadonlyMap<string, Entry>;
  readonly plain: (node: unknown) => unknown;
  readonly range: (node: unknown) => Range;
  readonly trouble: (node: unknown, message: string) => void;
}

export function readTemplates(entry: Entry | undefined, tools: ConfigurationTools): OwnTemplate[] {
  return [...tools.inner(entry)].flatMap(([kind, { key, value }]): OwnTemplate[] => {
    const plain = tools.plain(value);
    const path = typeof plain === 'string' ? insideProject(plain) : null;
    if (path !== null && /\.(?:md|markdown|ya?ml)$/iu.test(path)) {
      return [{ kind, path, range: tools.range(key), text: null }];
    }
    tools.trouble(key, `templates: ${kind} takes the path of a Markdown or YAML file of this project`);
    return [];
  });
}

export function readFields(entry: Entry | undefined, tools: ConfigurationTools): OwnField[] {
  return [...tools.inner(entry)].flatMap(([kind, { key, value }]) => {
    if (isScalar(value) && value.value === null) return [];
    if (isSeq(value))
      return value.items.slice(0, MOST_FIELDS).flatMap((item) => readField(kind, item as Node, tools) ?? []);
    tools.trouble(key, `fields: ${kind} takes a list of fields`);
    return [];
  });
}

function readField(kind: string, node: Node, tools: ConfigurationTools): OwnField | null {
  const pairs = isMap(node) ? (node.items as Entry[]) : [];
  const plain = Object.fromEntries(
    pairs.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', tools.plain(pair.value)]),
  );
  const parsed = fieldSchema.safeParse(plain);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = issue?.path[0];
    const place = pairs.find((pair) => isScalar(pair.key) && pair.key.value === name)?.key ?? node;
    tools.trouble(
      place,
      `fields: ${name === undefined ? '' : `${String(name)}: `}${issue?.message ?? 'not understood'}`,
    );
    return null;
  }
  const { label, help, ...rest } = parsed.data;
  const name = label ?? rest.heading ?? rest.key ?? '';
  return { kind, ...rest, label: name, help: help ?? name, range: tools.range(node) };
}
