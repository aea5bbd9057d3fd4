import type { TextReplacement } from '../model';
import type { Entry } from '../records/keys';
import type { RecordSource } from '../records/record-source';
import { readAnswers } from '../records/suppliers/answers';
import type { Answer } from '../records/suppliers/answers';
import { ANSWER_COLUMNS, questionsOf } from '../records/suppliers/questionnaire';
import type { Question, QuestionnaireFormat } from '../records/suppliers/questionnaire';
import { lastPart } from '../records/values';
import { flowText } from '../records/yaml-text';
import { behind } from './cover-edits';
import { asReplacements, inPlaceOf } from './text-edit';
import type { OffsetEdit } from './text-edit';

/** What came of reading answers back; questions by their ids. */
export interface ImportedAnswers {
  readonly replacements: readonly TextReplacement[];
  /** Answered now. */
  readonly answered: readonly string[];
  /** Still without an answer. */
  readonly unanswered: readonly string[];
  /** The record says something else already, which stays. */
  readonly differing: readonly string[];
  /** What was answered is none of the words that a record takes. */
  readonly unclear: readonly { readonly id: string; readonly said: string }[];
  /** Ids in the questionnaire that the record does not ask. */
  readonly unknown: readonly string[];
}

/**
 * Writes the answers of a questionnaire into the record it was made from: into empty places only, so that nothing a person
 * has written is lost. Null where the record is broken or asks nothing.
 */
export function importAnswers(
  path: string,
  text: string,
  { sent, format }: { readonly sent: string; readonly format: QuestionnaireFormat },
): ImportedAnswers | null {
  const found = questionsOf(path, text);
  if (found === null) return null;
  const { source, questions } = found;
  const { answers, by } = readAnswers(sent, format);
  const known = new Set(questions.map(({ id }) => id));
  const fates = questions.map((question) => {
    const answer = answers.get(question.id);
    return { id: question.id, question, answer, fate: fateOf(textIn(question, 'answer'), answer?.answer ?? null) };
  });
  const idsOf = (fate: Fate) => fates.filter((each) => each.fate === fate).map(({ id }) => id);
  const edits = fates.flatMap(({ question, answer, fate }) =>
    answer && (fate === 'answered' || fate === 'same') ? rowEdits(source, question, answer) : [],
  );
  const answered = idsOf('answered');
  if (by !== null && answered.length > 0) edits.push(...keyEdit(source, 'answered-by', by));
  return {
    replacements: asReplacements(path, text, edits),
    answered,
    unanswered: idsOf('unanswered'),
    differing: idsOf('differing'),
    unclear: fates.flatMap(({ id, answer }) => (answer?.unclear == null ? [] : [{ id, said: answer.unclear }])),
    unknown: [...answers.keys()].filter((id) => /\d/u.test(id) && !known.has(id)),
  };
}

type Fate = 'answered' | 'unanswered' | 'differing' | 'same' | 'kept';

function fateOf(before: string, now: string | null): Fate {
  if (before === '') return now === null ? 'unanswered' : 'answered';
  if (now === null) return 'kept';
  return before.toLowerCase() === now ? 'same' : 'differing';
}

function cellOf({ row }: Question, key: string): Entry | undefined {
  return row.entries.find((entry) => lastPart(entry.key) === key);
}

function textIn(question: Question, key: string): string {
  const value = cellOf(question, key)?.value;
  return value?.type === 'text' ? value.text.trim() : '';
}

/** Empty cells get what was said; a column that a row does not have is put behind the others. */
function rowEdits(source: RecordSource, question: Question, answer: Answer): OffsetEdit[] {
  const edits: OffsetEdit[] = [];
  const added: string[] = [];
  for (const key of ANSWER_COLUMNS) {
    const text = answer[key] ?? '';
    const entry = cellOf(question, key);
    if (text === '' || (entry && entry.value.type !== 'empty')) continue;
    if (entry) edits.push(filled(source, entry, text));
    // The row may stand between braces.
    else added.push(`${key}: ${flowText(text)}`);
  }
  return [...edits, ...behind(source, question.row, added)];
}

function keyEdit(source: RecordSource, key: string, text: string): OffsetEdit[] {
  const entry = source.entries.get(key);
  return entry?.value.type === 'empty' ? [filled(source, entry, text)] : [];
}

function filled({ text: all }: RecordSource, { value }: Entry, text: string): OffsetEdit {
  return inPlaceOf(all, value, flowText(text));
}
