import { isAnswer } from '../answers';
import type { ANSWER_COLUMNS, ANSWERS, QuestionnaireFormat } from './questionnaire';
import { csvRows } from './csv';

/** What came back for one question. */
export interface Answer {
  /** One of the words that a record takes; null where none of them was meant for sure. */
  readonly answer: string | null;
  readonly detail: string;
  readonly evidence: string;
  /** What stood in place of a word that a record takes. */
  readonly unclear: string | null;
}

const LONGEST = 2000;
const MOST_LINES = 50_000;
type Cells = Record<(typeof ANSWER_COLUMNS)[number], string>;

/** The answers in a questionnaire that came back, by the id of the question, and who gave them where that is said. */
export function readAnswers(
  text: string,
  format: QuestionnaireFormat,
): { readonly answers: ReadonlyMap<string, Answer>; readonly by: string | null } {
  return format === 'csv' ? fromCsv(text) : fromMarkdown(text);
}

function fromCsv(text: string): ReturnType<typeof readAnswers> {
  const [head = [], ...rows] = csvRows(text);
  const columns = head.map((cell) => cell.trim().toLowerCase());
  const cell = (row: readonly string[], name: string) => row[columns.indexOf(name)] ?? '';
  const answers = new Map<string, Answer>();
  for (const row of rows) {
    const id = cell(row, 'id').trim();
    const cells = { answer: cell(row, 'answer'), detail: cell(row, 'detail'), evidence: cell(row, 'evidence') };
    if (id !== '') answers.set(id, understood(cells));
  }
  return { answers, by: null };
}

const HEADING = /^#{1,6}[ \t]+([\w.-]{1,40})\b/u;
const FIELD = /^[ \t>*_-]{0,10}(answer|detail|evidence)[ \t*_]{0,4}:[ \t*_]{0,4}(.*)$/iu;
const BY = /^[ \t>*_-]{0,10}answered by[^:\n]{0,60}:[ \t*_]{0,4}(.*)$/iu;

function fromMarkdown(text: string): ReturnType<typeof readAnswers> {
  const found = new Map<string, Cells>();
  let cells: Cells | null = null;
  let field: keyof Cells | null = null;
  let by: string | null = null;
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r?\n/u, MOST_LINES)) {
    const heading = HEADING.exec(line);
    const named = FIELD.exec(line);
    if (heading) {
      cells = { answer: '', detail: '', evidence: '' };
      field = null;
      found.set(heading[1] ?? '', cells);
    } else if (cells && named) {
      field = (named[1] ?? '').toLowerCase() as keyof Cells;
      cells[field] = named[2] ?? '';
    } else if (cells && field) cells[field] += `\n${line}`;
    else by ??= BY.exec(line)?.[1]?.trim() || null;
  }
  return { answers: new Map([...found].map(([id, each]) => [id, understood(each)])), by };
}

/** The words of a record: `Yes, since 2024` is yes, with the rest as detail. */
function understood({ answer, detail, evidence }: Cells): Answer {
  const said = line(answer);
  const words = line(detail);
  const read = wordIn(said);
  const rest = read === null ? '' : read.rest;
  const both = [rest, words].filter((part) => part !== '').join('. ');
  return {
    answer: read?.word ?? null,
    detail: both.slice(0, LONGEST),
    evidence: line(evidence),
    unclear: said !== '' && read === null ? said.slice(0, 200) : null,
  };
}

const MEANT: readonly (readonly [RegExp, (typeof ANSWERS)[number]])[] = [
  [/^(?:not[- ]applicable|n\/a|n\.a\.)(?![a-z])/iu, 'not-applicable'],
  [/^(?:partly|partially|in part)(?![a-z])/iu, 'partly'],
  [/^yes(?![a-z])/iu, 'yes'],
  [/^no(?![a-z])/iu, 'no'],
];

function wordIn(said: string): { word: string; rest: string } | null {
  for (const [pattern, word] of MEANT) {
    const found = pattern.exec(said);
    if (found) return { word, rest: said.slice(found[0].length).replace(/^[\s,.;:–—-]+/u, '') };
  }
  return null;
}

function line(text: string): string {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  return isAnswer(plain) || wordIn(plain) !== null ? plain : '';
}
