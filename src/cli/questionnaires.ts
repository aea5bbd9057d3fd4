import type { Engine, QuestionnaireFormat } from '../core';
import { TakenError } from '../node/write-file';
import { CliError } from './io';
import type { CliIo } from './io';
import { writeInProject } from './write';

/** The kind of record that questions to a supplier stand in. */
export const SUPPLIER_KIND = 'supplier-assessment';

/** Reads what stands behind `--send`. */
export function questionnaireFormat(given: string | true): QuestionnaireFormat {
  if (given === true || given === 'md' || given === 'markdown') return 'markdown';
  if (given === 'csv') return 'csv';
  throw new CliError(`--send takes md or csv, not ${given}.`);
}

/** Writes the questionnaire of a record beside it, to be sent out; gives its path. */
export async function sendQuestionnaire(
  io: CliIo,
  { engine, root }: { readonly engine: Engine; readonly root: string },
  record: string,
  { format, overwrite }: { readonly format: QuestionnaireFormat; readonly overwrite: boolean },
): Promise<void> {
  const text = await engine.questionnaire(record, format, io.cancel);
  if (text === null) throw new CliError(`${record} cannot be read as a list of questions.`);
  const path = record.replace(/\.ya?ml$/u, `-questionnaire.${format === 'csv' ? 'csv' : 'md'}`);
  try {
    await writeInProject(root, path, text, { overwrite });
  } catch (error) {
    if (error instanceof TakenError) throw new CliError(`${path} exists already; --force overwrites it.`);
    throw error;
  }
  io.stdout.write(`${path}\n`);
}
