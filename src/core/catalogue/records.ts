import * as z from 'zod';

/** What a field holds, and with it what counts as an answer and which values are wrong. */
const fieldTypeSchema = z.enum([
  /** Free text: one value in YAML, prose under a heading. */
  'text',
  /** `YYYY-MM-DD`. */
  'date',
  /** One text or several. */
  'list',
  /** One of `values`. */
  'enum',
  /** A person or team, or several. */
  'person',
  /** `{asset, digest}` entries: what the record is about. */
  'covers',
  /** Ids of provisions. */
  'provisions',
  /** A list of maps with `columns`, under a heading a table; "none, because …" in words is an answer too. */
  'rows',
  /**
   * One map for each of `items`, named in the first column; the other columns are functions marked R, A, C or I. Each row
   * has exactly one A and at least one R.
   */
  'raci',
  /** Task items under a heading; answered when each is ticked or says why it does not apply. */
  'task-list',
  /** Task items of which one is ticked. */
  'choice',
]);

const cellSchema = z.strictObject({
  key: z.string().min(1),
  help: z.string().min(1),
  /** A row that has words but leaves this one empty leaves the field open. */
  required: z.boolean().default(false),
  values: z.array(z.string()).optional(),
  /** `text` or `date` is one value; `list` is one or several; `rows` is one text, or several texts or maps with `columns`. */
  type: z.enum(['text', 'date', 'list', 'rows']).default('text'),
  /** Known, completed and explained, but not listed in the comment of a new document. */
  rare: z.boolean().default(false),
});

const columnSchema = cellSchema.extend({ columns: z.array(cellSchema).min(1).optional() });

/** One line of a task list, or one row of a matrix, with the provisions it serves. */
const itemSchema = z.strictObject({
  text: z.string().min(1),
  provisions: z.array(z.string()).default([]),
  /** Ids of the observations of `catalogue/principles` that look at the same thing. */
  observes: z.array(z.string()).default([]),
});

const fieldSchema = z
  .strictObject({
    /** Key in the front matter or YAML file; `scope.purpose` is `purpose` inside the map `scope`. */
    key: z.string().min(1).optional(),
    /** Heading in the Markdown body. A field has a key or a heading. */
    heading: z.string().min(1).optional(),
    /** Other headings, or other keys, that are understood as this one. */
    aliases: z.array(z.string()).default([]),
    label: z.string().min(1),
    type: fieldTypeSchema.default('text'),
    /** Open required fields make a record a draft; advised ones are pointed out; optional ones are just known. */
    level: z.enum(['required', 'advised', 'optional']),
    /** The provisions that the field helps to answer. */
    provisions: z.array(z.string()).default([]),
    /** One line: what to write here. */
    help: z.string().min(1).max(140),
    /** What the scaffold can fill in by itself. */
    fill: z
      .enum([
        'id',
        'title',
        'covers',
        'today',
        'provider',
        'supplier',
        'version',
        'sites',
        'source',
        'models',
        'change-log',
        'provisions',
      ])
      .optional(),
    values: z.array(z.string()).min(1).optional(),
    columns: z.array(columnSchema).min(1).optional(),
    items: z.array(itemSchema).min(1).optional(),
    /** Text that the scaffold writes as it stands, and that is no answer by itself. */
    template: z.string().optional(),
  })
  .refine((field) => (field.key === undefined) !== (field.heading === undefined), {
    message: 'a field has a key or a heading, not both',
  })
  .refine((field) => field.type !== 'enum' || field.values !== undefined, { message: 'an enum field names its values' })
  .refine((field) => !['rows', 'raci'].includes(field.type) || field.columns !== undefined, {
    message: 'a rows field names its columns',
  })
  .refine((field) => !['task-list', 'choice', 'raci'].includes(field.type) || field.items !== undefined, {
    message: 'a task list or a matrix names its items',
  });

/** One kind of document people keep: its fields, in the order in which they are written. */
export const recordKindSchema = z
  .strictObject({
    /** The value of `record:`. */
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    title: z.string().min(1),
    /** One line: when to write one. */
    about: z.string().min(1),
    format: z.enum(['markdown', 'yaml']),
    /** Folder inside the records folder, for kinds of which there can be several. */
    folder: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*$/)
      .optional(),
    /** Name of the file in the records folder, for kinds of which a project has one. */
    file: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*\.(md|yaml)$/)
      .optional(),
    /** The kind of asset that such a record documents; null where it stands for itself. */
    assetKind: z.enum(['model', 'dataset', 'prompt']).nullable(),
    /** The provisions that a scaffold lists under `provisions`. */
    provisions: z.array(z.string()).default([]),
    fields: z.array(fieldSchema).min(1),
    /** Comment above a group of keys (`scope`, `architecture`) in a YAML record. */
    groups: z.record(z.string(), z.string()).default({}),
  })
  .refine((kind) => kind.format === 'markdown' || kind.fields.every((field) => field.heading === undefined), {
    message: 'a YAML record has keys only',
  })
  .refine((kind) => (kind.folder === undefined) !== (kind.file === undefined), {
    message: 'a kind has a folder or a file, not both',
  });

export type RecordKind = z.infer<typeof recordKindSchema>;
export type RecordField = RecordKind['fields'][number];
export type RecordColumn = z.infer<typeof columnSchema>;
