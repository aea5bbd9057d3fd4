import type { Value } from '../keys';
import { markdownWords, oneLine } from '../one-line';
import { takeApart } from '../record-source';
import type { RecordSource } from '../record-source';
import { textOf } from '../references';
import { lastPart } from '../values';
import { csvLine } from './csv';

export type QuestionnaireFormat = 'markdown' | 'csv';

/** One row of `questions` in a supplier assessment. */
export interface Question {
  readonly id: string;
  readonly question: string;
  readonly why: string;
  readonly row: Value & { readonly type: 'map' };
}

/** What a supplier may answer, as it stands in the record. */
export const ANSWERS = ['yes', 'no', 'partly', 'not-applicable'] as const;
/** The columns that a supplier fills, in their order. */
export const ANSWER_COLUMNS = ['answer', 'detail', 'evidence'] as const;

/** A supplier assessment taken apart, with its questions; null where it is broken or has none. */
export function questionsOf(path: string, text: string): { source: RecordSource; questions: Question[] } | null {
  const source = takeApart(path, text, 'yaml');
  const value = source?.entries.get('questions')?.value;
  if (!source || source.trouble.length > 0 || value?.type !== 'list') return null;
  const questions = value.items.flatMap((row): Question[] => {
    if (row.type !== 'map') return [];
    const cell = (key: string) => {
      const found = row.entries.find((entry) => lastPart(entry.key) === key)?.value;
      return found?.type === 'text' ? oneLine(found.text) : '';
    };
    const [id, question] = [cell('id'), cell('question')];
    return id === '' || question === '' ? [] : [{ id, question, why: cell('why'), row }];
  });
  return questions.length === 0 ? null : { source, questions };
}

/**
 * The questions of a supplier assessment as one text to send out: everything that is needed to answer stands in it. Null
 * where the record is broken or asks nothing.
 */
export function questionnaire(path: string, text: string, format: QuestionnaireFormat): string | null {
  const found = questionsOf(path, text);
  if (found === null) return null;
  const { source, questions } = found;
  if (format === 'csv') {
    const head = csvLine(['id', 'question', 'why', ...ANSWER_COLUMNS]);
    // The mark lets spreadsheets read it as UTF-8.
    return `\uFEFF${head}${questions.map(({ id, question, why }) => csvLine([id, question, why, '', '', ''])).join('')}`;
  }
  const supplier = textOf('supplier', source) ?? 'the supplier';
  const product = textOf('product', source);
  const lines = [
    `# Questions about the security of AI: ${markdownWords(supplier)}`,
    '',
    ...(product === null ? [] : [`About: ${markdownWords(product)}`, '']),
    `There are ${String(questions.length)} questions. Behind "Answer:" write yes, no, partly or not-applicable; behind "Detail:" the`,
    'answer in words, or why it does not apply; behind "Evidence:" a paper, link or clause. Please leave the numbers as they are.',
    '',
    'Answered by (name, role, date):',
    '',
    ...questions.flatMap(({ id, question, why }) => [
      `## ${id}`,
      '',
      markdownWords(question),
      ...(why === '' ? [] : ['', `Why we ask: ${markdownWords(why)}`]),
      '',
      'Answer:',
      '',
      'Detail:',
      '',
      'Evidence:',
      '',
    ]),
  ];
  return lines.join('\n');
}
