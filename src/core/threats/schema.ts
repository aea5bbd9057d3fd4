import * as z from 'zod';
import type { RecordField, RecordKind } from '../catalogue';

type Column = NonNullable<RecordField['columns']>[number];
type Cell = Omit<Column, 'columns'> & Pick<Column, 'columns'>;

const text = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const list = z.union([text, z.array(text)]);

/**
 * The shape of a record in YAML, made of its kind: what editors without this extension complete and check by. It takes what
 * the reader takes: gaps that are still open, words where rows may stand, and keys of one's own.
 */
export function recordSchema(kind: RecordKind): z.ZodType {
  const top: Record<string, z.ZodType> = { record: z.literal(kind.id).describe(kind.about) };
  const groups = new Map<string, Record<string, z.ZodType>>();
  for (const field of kind.fields) {
    if (field.key === undefined) continue;
    const [first = '', inside] = field.key.split('.');
    const schema = fieldSchema(field).optional().describe(`${field.label} (${field.level}). ${field.help}`);
    if (inside === undefined) top[first] = schema;
    else groups.set(first, { ...groups.get(first), [inside]: schema });
  }
  for (const [name, keys] of groups) {
    const group = z.looseObject(keys).nullable().optional();
    top[name] = kind.groups[name] === undefined ? group : group.describe(kind.groups[name]);
  }
  return z.looseObject(top);
}

function fieldSchema({ type, values, columns }: RecordField): z.ZodType {
  switch (type) {
    case 'enum':
      return oneOf(values ?? []);
    case 'rows':
      return rows(columns ?? []);
    case 'text':
    case 'date':
      return text;
    default:
      return z.union([list, z.array(z.looseObject({}))]);
  }
}

/** A word in place of rows says why there are none; one in place of a row names it. */
function rows(columns: readonly Cell[]): z.ZodType {
  const row = z.looseObject(Object.fromEntries(columns.map((column) => [column.key, cellSchema(column)])));
  return z.union([text, z.array(z.union([row, text])), row]);
}

function cellSchema({ type, values, help, columns }: Cell): z.ZodType {
  const schema = {
    text: () => (values ? oneOf(values) : list),
    date: () => text,
    list: () => (values ? z.union([oneOf(values), z.array(oneOf(values))]) : list),
    rows: () => rows(columns ?? []),
  }[type]();
  return schema.optional().describe(help);
}

/** One of the words, a gap that is still open, or why it does not apply. */
function oneOf(values: readonly string[]): z.ZodType {
  return z.union([z.enum([...values, '', 'TODO']), z.string().regex(/^[Nn](\/[Aa]|ot applicable)[^a-z]/u), z.null()]);
}
