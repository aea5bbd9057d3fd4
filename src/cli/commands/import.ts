import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { AssetRecord, Engine, ImportedAnswers } from '../../core';
import { applyProjectEdit } from '../apply-edit';
import { CliError, EXIT } from '../io';
import type { CliIo } from '../io';
import { scanProject } from '../project';
import { SUPPLIER_KIND } from '../questionnaires';

interface ImportOptions {
  readonly record?: string;
  readonly dir: string;
  readonly quiet?: boolean;
}

export function registerImport(program: Command, io: CliIo, exit: (code: number) => void): void {
  program
    .command('import')
    .description('read the answers of a supplier back into the record that the questionnaire was made from')
    .argument('<file>', 'the questionnaire that came back: .md or .csv')
    .option('--record <path>', 'the supplier assessment, where the name of the file does not tell it')
    .option('--dir <folder>', 'a folder of the project', '.')
    .option('--quiet', 'no progress and no log')
    .action(async (file: string, options: ImportOptions) => exit(await importFile(io, file, options)));
}

async function importFile(io: CliIo, file: string, options: ImportOptions): Promise<number> {
  const sent = await readFile(resolve(io.cwd, file), 'utf8').catch(() => {
    throw new CliError(`${file} could not be read.`);
  });
  const { engine, root } = await scanProject(io, options.dir, options);
  if (io.cancel.cancelled) return EXIT.interrupted;
  const record = recordOf(engine, file, options.record);
  const format = /\.csv$/iu.test(file) ? 'csv' : 'markdown';
  const found = await engine.importAnswers(record.path, { sent, format }, io.cancel);
  if (found === null) throw new CliError(`${record.path} cannot be read as a list of questions. Nothing was written.`);
  if (found.replacements.length > 0) {
    await applyProjectEdit(root, { creations: [], replacements: [...found.replacements] });
  }
  io.stdout.write(said(record.path, found));
  return EXIT.clean;
}

/** By its path, id or supplier; else the record that the file was named after. */
function recordOf(engine: Engine, file: string, wanted: string | undefined): AssetRecord {
  const all = engine.snapshot.records.filter(({ kind }) => kind === SUPPLIER_KIND);
  const name = wanted ?? basename(file).replace(/(?:-questionnaire)?(?: ?\(\d+\))?\.[a-z]+$/iu, '');
  const stem = (path: string) => basename(path).replace(/\.ya?ml$/u, '');
  const found = all.filter(({ path, names }) => path === name || stem(path) === name || names.includes(name));
  const [record, ...others] = found;
  if (record && others.length === 0) return record;
  const known = all.map(({ path }) => path).join(', ');
  throw new CliError(
    `No supplier assessment is called ${name}. ${known === '' ? 'There is none.' : `Name it with --record: ${known}.`}`,
  );
}

function said(path: string, found: ImportedAnswers): string {
  const { answered, unanswered, differing, unclear, unknown } = found;
  const list = (ids: readonly string[], words: string) => (ids.length === 0 ? [] : [`${words}: ${ids.join(', ')}`]);
  const lines = [
    `${path}: ${String(answered.length)} answered now, ${String(unanswered.length)} unanswered`,
    ...list(unanswered, 'Unanswered'),
    ...list(differing, 'The record says something else already, and keeps it'),
    ...unclear.map(({ id, said: words }) => `${id} says "${words}": write yes, no, partly or not-applicable yourself`),
    ...list(unknown, 'Not asked in this record'),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
