import { parseDocument } from 'yaml';
import type { RecordColumn, RecordField, RecordKind } from '../../../src/core/catalogue';

/** How each field is answered: with real text, or with what only looks like an answer. */
export interface Answers {
  /** Text for prose, people and cells. */
  readonly words: string;
  /** Text in place of a date and of one of several values; null for a right one. */
  readonly instead: string | null;
  readonly tick: boolean;
}

/** A scaffold with every field answered in the way told, its own words left where they stand. */
export function fillIn(kind: RecordKind, text: string, answers: Answers): string {
  if (kind.format === 'yaml') return fillKeys(kind, text, answers);
  const end = text.indexOf('\n---\n', 4) + 1;
  const front = fillKeys(kind, text.slice(4, end), answers);
  return `---\n${front}${fillBody(kind, text.slice(end), answers)}`;
}

function fillKeys(kind: RecordKind, yaml: string, answers: Answers): string {
  const document = parseDocument(yaml);
  for (const field of kind.fields) {
    if (field.key === undefined || field.fill === 'id' || field.type === 'provisions') continue;
    document.setIn(field.key.split('.'), document.createNode(valueOf(kind, field, answers)));
  }
  return document.toString();
}

function valueOf(kind: RecordKind, field: RecordField, answers: Answers): unknown {
  const { words, instead } = answers;
  switch (field.type) {
    case 'date':
      return instead ?? '2026-11-24';
    case 'enum':
      return instead ?? field.values?.at(-1);
    case 'covers':
      return [{ asset: instead ?? `${kind.assetKind ?? 'model'}:x`, digest: 'text1:sha256:00' }];
    case 'rows':
      return [row(field.columns ?? [], answers)];
    case 'raci':
      return field.items?.map((_, index) => ({
        ...row(field.columns ?? [], { ...answers, words: instead ?? 'I' }),
        principle: index + 1,
        ...(instead === null ? { security: 'A', engineering: 'R' } : {}),
      }));
    case 'list':
      return [words];
    default:
      return words;
  }
}

function row(columns: readonly RecordColumn[], answers: Answers): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column.key, cell(column, answers)]));
}

function cell({ values }: RecordColumn, { words, instead }: Answers): string {
  return values === undefined ? words : (instead ?? values[0] ?? words);
}

function fillBody(kind: RecordKind, body: string, answers: Answers): string {
  const parts = body.split(/^(?=## )/mu);
  return parts.map((part) => fillSection(kind, part, answers)).join('');
}

function fillSection(kind: RecordKind, part: string, answers: Answers): string {
  const field = kind.fields.find(({ heading }) => heading === /^## (.*)$/mu.exec(part)?.[1]);
  switch (field?.type) {
    case undefined:
      return part;
    case 'task-list':
      return answers.tick ? part.replaceAll('- [ ]', '- [x]') : part;
    case 'choice':
      return answers.tick ? part.replace('- [ ]', '- [x]') : part;
    case 'rows':
      return part.replace(/^\|(?! (?:---|[A-Z][a-z -]* \| [A-Z].*\n\| ---)).*$/gmu, (line) =>
        fillRow(field, line, answers),
      );
    default:
      return `${part.trimEnd()}\n\n${answers.words}\n\n`;
  }
}

function fillRow(field: RecordField, line: string, answers: Answers): string {
  const cells = line.split('|').slice(1, -1);
  const filled = cells.map((text, index) => {
    const column = field.columns?.[index];
    return text.trim() === '' && column ? ` ${cell(column, answers)} ` : text;
  });
  return `|${filled.join('|')}|`;
}
