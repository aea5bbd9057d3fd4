import type { RecordField, RecordKind } from '../../src/core/catalogue';
import { testCatalogue } from './catalogue';

export interface PaperOptions {
  /** Ids of assets, with a digest if need be: `model:a` or `{ asset, digest }`. */
  readonly covers?: readonly (string | { readonly asset: string; readonly digest: string })[];
  /** Values by key or heading, in place of the made-up ones. */
  readonly set?: Readonly<Record<string, string>>;
  /** Fields that are left open. */
  readonly leave?: readonly string[];
}

/** A record of a kind with every field filled by what its type asks for: never a draft unless fields are left open. */
export function paper(kindId: string, options: PaperOptions = {}): string {
  const kind = testCatalogue().records.find(({ id }) => id === kindId);
  if (!kind) throw new Error(`There is no record kind ${kindId}`);
  const named = kind.fields.filter((field) => !options.leave?.includes(nameOf(field)));
  const keys = named.filter(({ key }) => key !== undefined);
  const yaml = [`record: ${kind.id}`, ...topKeys(keys, options)].join('\n');
  if (kind.format === 'yaml') return `${yaml}\n`;
  const body = named.filter(({ heading }) => heading !== undefined).map((field) => section(field, options));
  return `---\n${yaml}\n---\n\n# ${kind.title}\n\n${body.join('\n')}`;
}

/** Where such a paper lies. */
export function paperPath(kindId: string): string {
  const kind = testCatalogue().records.find(({ id }) => id === kindId);
  return `ai-security/${pathIn(kind)}`;
}

function pathIn(kind: RecordKind | undefined): string {
  const ending = kind?.format === 'yaml' ? 'yaml' : 'md';
  return kind?.file ?? `${kind?.folder ?? ''}/one.${ending}`;
}

function nameOf({ key, heading }: RecordField): string {
  return key ?? heading ?? '';
}

/** `scope.purpose` under `scope`. */
function topKeys(fields: readonly RecordField[], options: PaperOptions): string[] {
  const groups = new Map<string, string[]>();
  const lines: string[] = [];
  for (const field of fields) {
    const [group = '', inner] = nameOf(field).split('.');
    const value = options.set?.[nameOf(field)] ?? valueOf(field, options);
    if (value === null) continue;
    if (inner === undefined) lines.push(`${group}: ${value}`);
    else groups.set(group, [...(groups.get(group) ?? []), `  ${inner}: ${value.replaceAll('\n', '\n  ')}`]);
  }
  return [...lines, ...[...groups].map(([group, inner]) => `${group}:\n${inner.join('\n')}`)];
}

const NAMED: Readonly<Record<string, string>> = {
  'review-triggers': '[Any change]',
  roles: '[Developer, System Operator, Data Custodian]',
};

function valueOf(field: RecordField, { covers = [] }: PaperOptions): string | null {
  switch (field.type) {
    case 'covers':
      return coversOf(covers);
    case 'provisions':
      return null;
    case 'date':
      return /review-by|expires/u.test(nameOf(field)) ? '2027-06-01' : '2026-11-01';
    case 'enum':
      return JSON.stringify(field.values?.[0]);
    case 'rows':
      return JSON.stringify([row(field)]);
    case 'raci':
      return JSON.stringify((field.items ?? []).map((_item, index) => ({ principle: index + 1, security: 'A/R' })));
    default:
      return NAMED[nameOf(field)] ?? 'Ann wrote this';
  }
}

function coversOf(covers: NonNullable<PaperOptions['covers']>): string | null {
  const rows = covers.map((cover) => (typeof cover === 'string' ? { asset: cover } : cover));
  return rows.length === 0 ? null : JSON.stringify(rows);
}

function row({ columns = [] }: RecordField): Record<string, string> {
  return Object.fromEntries(
    columns.map(({ key, values }) => [
      key,
      values?.[0] ?? (/date|due|expires|updated/u.test(key) ? '2027-06-01' : `some ${key}`),
    ]),
  );
}

function section(field: RecordField, options: PaperOptions): string {
  return `## ${field.heading ?? ''}\n\n${options.set?.[nameOf(field)] ?? contentOf(field)}\n`;
}

function contentOf(field: RecordField): string {
  const items = field.items ?? [];
  if (field.type === 'task-list') return items.map(({ text }) => `- [x] ${text} (Ann, 2026-11-01)`).join('\n');
  if (field.type === 'choice')
    return items.map(({ text }, index) => `- [${index === 0 ? 'x' : ' '}] ${text}`).join('\n');
  if (field.type !== 'rows') return 'Ann wrote this down.';
  const cells = Object.entries(row(field));
  const line = (words: readonly string[]) => `| ${words.join(' | ')} |`;
  return [line(cells.map(([key]) => key)), line(cells.map(() => '---')), line(cells.map(([, value]) => value))].join(
    '\n',
  );
}
