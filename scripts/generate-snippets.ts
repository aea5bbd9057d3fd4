import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, RecordColumn, RecordField, RecordKind } from '../src/core/catalogue';
import { columnTitle } from '../src/core/records/scaffold-table';
import { blockSnippets, raciSnippet } from './snippet-blocks';
import { choice, escaped } from './snippet-text';
import type { Snippet } from './snippet-text';

/** Writes `snippets/*.json`: each kind of record in the file type it is kept in, and single blocks for both. */
export function generateSnippets(catalogue: Catalogue): void {
  const folder = join(__dirname, '..', 'snippets');
  mkdirSync(folder, { recursive: true });
  for (const format of ['markdown', 'yaml'] as const) {
    const kinds = catalogue.records.filter((kind) => kind.format === format);
    const snippets = {
      ...Object.fromEntries(kinds.map((kind) => [`AI Baseline: ${kind.title}`, snippet(kind)])),
      ...blockSnippets(catalogue, format),
    };
    writeFileSync(join(folder, `${format}.json`), `${JSON.stringify(snippets, null, 2)}\n`);
  }
}

function snippet(kind: RecordKind): Snippet {
  return { prefix: `aib-${kind.id}`, description: kind.about, body: new SnippetBody(kind).lines() };
}

/** The body of one snippet; each gap is a tab stop, in the order in which it is written. */
class SnippetBody {
  private stop = 0;
  private readonly body: string[] = [];

  constructor(private readonly kind: RecordKind) {}

  lines(): readonly string[] {
    const markdown = this.kind.format === 'markdown';
    if (markdown) this.body.push('---');
    this.body.push(`record: ${this.kind.id}`);
    this.keys();
    if (markdown) {
      this.body.push('---', '', `# ${this.kind.title}: ${this.gap()}`);
      for (const field of this.written()) if (field.heading !== undefined) this.section(field, field.heading);
    }
    this.body.push('$0');
    return this.body;
  }

  private written(): RecordField[] {
    return this.kind.fields.filter((field) => field.level !== 'optional' || field.fill === 'provisions');
  }

  private keys(): void {
    let group: string | null = null;
    for (const field of this.written()) {
      if (field.key === undefined) continue;
      const parts = field.key.split('.');
      const inside = parts.length > 1 ? (parts[0] ?? null) : null;
      if (inside !== null && inside !== group) this.body.push(`${inside}:`);
      group = inside;
      this.key(field, parts.at(-1) ?? '', inside === null ? '' : '  ');
    }
  }

  private key(field: RecordField, key: string, indent: string): void {
    if (field.type === 'provisions') {
      this.body.push(`${indent}${key}: [${this.kind.provisions.join(', ')}]`);
      return;
    }
    this.body.push(`${indent}# ${escaped(field.help)}`);
    if (field.type === 'covers') {
      this.body.push(`${indent}${key}:`, `${indent}  - asset: "${this.gap()}"`);
    } else if (field.type === 'rows') {
      this.rows(field, key, indent);
    } else if (field.type === 'raci') {
      this.body.push(`${indent}${key}:`, ...raciSnippet(field, () => this.next()).map((line) => `${indent}  ${line}`));
    } else if (field.type === 'date' && field.fill === 'today') {
      this.body.push(`${indent}${key}: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE`);
    } else {
      this.body.push(`${indent}${key}: "${this.value(field)}"`);
    }
  }

  private rows(field: RecordField, key: string, indent: string): void {
    this.body.push(`${indent}${key}:`);
    if (field.template !== undefined) {
      for (const line of field.template.trimEnd().split('\n')) {
        const column = field.columns?.find(({ key: name }) => line.includes(` ${name}: ""`));
        this.body.push(`${indent}  ${escaped(line).replace(/""$/u, () => `"${this.value(column ?? {})}"`)}`);
      }
      return;
    }
    const columns = (field.columns ?? []).filter((column) => column.required);
    for (const [index, column] of columns.entries()) {
      this.body.push(`${indent}  ${index === 0 ? '- ' : '  '}${column.key}: "${this.value(column)}"`);
    }
  }

  private section(field: RecordField, heading: string): void {
    this.body.push('', `## ${heading}`, '', `<!-- ${escaped(field.help)} -->`);
    const items = field.items ?? [];
    if (field.type === 'rows') return this.table(field.columns ?? [], field.template);
    if (field.template !== undefined) {
      this.body.push(
        '',
        ...field.template
          .trimEnd()
          .split('\n')
          .map((line) => `${escaped(line)} ${this.gap()}`),
      );
      return;
    }
    if (items.length === 0) {
      this.body.push(this.gap());
      return;
    }
    this.body.push('');
    for (const { text, provisions } of items) {
      this.body.push(`- [ ] ${escaped(text)}${provisions.length === 0 ? '' : ` (${provisions.join(', ')})`}`);
    }
  }

  private table(columns: readonly RecordColumn[], template: string | undefined): void {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    this.body.push('', line(columns.map(({ key }) => columnTitle(key))), line(columns.map(() => '---')));
    const rows = template?.trimEnd().split('\n') ?? [line(columns.map(() => ''))];
    for (const row of rows) {
      const cells = row.split('|').slice(1, -1);
      this.body.push(line(cells.map((cell, index) => escaped(cell.trim()) || this.value(columns[index] ?? {}))));
    }
  }

  private gap(): string {
    return `$${this.next()}`;
  }

  private value({ values }: { readonly values?: readonly string[] | undefined }): string {
    return values === undefined ? this.gap() : choice(this.next(), values);
  }

  private next(): number {
    this.stop += 1;
    return this.stop;
  }
}
