import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, RecordField, RecordKind } from '../src/core/catalogue';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Writes `snippets/*.json`: one snippet for each kind of record, in the file type it is kept in. */
export function generateSnippets(catalogue: Catalogue): void {
  const folder = join(__dirname, '..', 'snippets');
  mkdirSync(folder, { recursive: true });
  for (const format of ['markdown', 'yaml'] as const) {
    const kinds = catalogue.records.filter((kind) => kind.format === format);
    const snippets = Object.fromEntries(kinds.map((kind) => [`AI Baseline: ${kind.title}`, snippet(kind)]));
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
    // Values are named, not offered as a choice: a choice writes its first one, which nobody has said.
    const values = field.values === undefined ? '' : `: ${field.values.join(', ')}`;
    this.body.push(`${indent}# ${escaped(field.help + values)}`);
    if (field.type === 'covers') {
      this.body.push(`${indent}${key}:`, `${indent}  - asset: "${this.gap()}"`);
    } else if (field.type === 'rows') {
      this.rows(field, key, indent);
    } else if (field.type === 'date' && field.fill === 'today') {
      this.body.push(`${indent}${key}: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE`);
    } else {
      this.body.push(`${indent}${key}: "${this.gap()}"`);
    }
  }

  private rows(field: RecordField, key: string, indent: string): void {
    this.body.push(`${indent}${key}:`);
    if (field.template !== undefined) {
      for (const line of field.template.trimEnd().split('\n')) {
        this.body.push(`${indent}  ${escaped(line).replace(/""$/u, () => `"${this.gap()}"`)}`);
      }
      return;
    }
    const columns = (field.columns ?? []).filter((column) => column.required);
    for (const [index, column] of columns.entries()) {
      this.body.push(`${indent}  ${index === 0 ? '- ' : '  '}${column.key}: "${this.gap()}"`);
    }
  }

  private section(field: RecordField, heading: string): void {
    this.body.push('', `## ${heading}`, '', `<!-- ${escaped(field.help)} -->`);
    const items = field.items ?? [];
    if (items.length === 0) {
      this.body.push(this.gap());
      return;
    }
    this.body.push('');
    for (const { text, provisions } of items) {
      this.body.push(`- [ ] ${escaped(text)}${provisions.length === 0 ? '' : ` (${provisions.join(', ')})`}`);
    }
  }

  private gap(): string {
    this.stop += 1;
    return `$${this.stop}`;
  }
}

/** Text in which nothing is a tab stop. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/gu, (mark) => `\\${mark}`);
}
