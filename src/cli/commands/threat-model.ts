import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { exportThreatModel, THREAT_MODEL_FORMATS, threatModelSvg } from '../../core';
import type { ExchangeProblem, ThreatModelFormat } from '../../core';
import { CliError, EXIT } from '../io';
import type { CliIo } from '../io';
import { FORCE_OPTION, OUTPUT_OPTION, print } from '../output';
import type { OutputOptions } from '../output';
import { scanProject } from '../project';
import { writeInProject } from '../write';

interface ImportOptions {
  readonly dir: string;
  readonly write?: boolean;
  readonly quiet?: boolean;
}

interface ExportOptions extends OutputOptions {
  readonly format: ThreatModelFormat;
}

/** Threat models from and for other tools. */
export function registerThreatModel(program: Command, io: CliIo, exit: (code: number) => void): void {
  const command = program
    .command('threat-model')
    .description('take over threat models of other tools, and write them for those');
  command
    .command('import')
    .description(
      'read a model of Threat Dragon, Open Threat Model or the Threat Model Library as a threat model of this project',
    )
    .argument('<file>', 'the model, as JSON or YAML')
    .option('--write', 'write it into the folder of threat models, in place of printing it')
    .option('--dir <folder>', 'a folder of the project', '.')
    .option('--quiet', 'no progress and no log')
    .action(async (file: string, options: ImportOptions) => exit(await importModel(io, file, options)));
  command
    .command('export')
    .description('write a threat model for another tool')
    .argument('<file>', 'the threat model: a .yaml of this project')
    .addOption(
      new Option('--format <format>', 'for which tool')
        .choices(Object.keys(THREAT_MODEL_FORMATS))
        .makeOptionMandatory(true),
    )
    .option(...OUTPUT_OPTION)
    .option(...FORCE_OPTION)
    .action(async (file: string, options: ExportOptions) => exit(await exportModel(io, file, options)));
  command
    .command('diagram')
    .description('draw a threat model: data flows, trust boundaries and how many threats aim at each part, as SVG')
    .argument('<file>', 'the threat model: a .yaml of this project')
    .option(...OUTPUT_OPTION)
    .option(...FORCE_OPTION)
    .action(async (file: string, options: OutputOptions) => exit(await drawModel(io, file, options)));
}

async function importModel(io: CliIo, file: string, { dir, write, quiet }: ImportOptions): Promise<number> {
  const sent = await textOf(io, file);
  const { engine, root } = await scanProject(io, dir, { ...(quiet === undefined ? {} : { quiet }) });
  if (io.cancel.cancelled) return EXIT.interrupted;
  const { format, problems, left, edit } = engine.importThreatModel(sent);
  for (const problem of problems) io.stderr.write(`${problemText(file, problem)}\n`);
  const [made] = edit.creations;
  if (made === undefined) throw new CliError(`${file} could not be taken over. Nothing was written.`);
  sayLeft(io, `Of ${format ?? 'the file'} this has no place here; it stands as comments at the end`, left);
  if (write !== true) {
    io.stdout.write(made.text);
    io.stderr.write(`This would be ${made.path}. --write writes it.\n`);
    return EXIT.clean;
  }
  await writeInProject(root, made.path, made.text, { overwrite: false });
  io.stdout.write(`${made.path}\n`);
  return EXIT.clean;
}

async function exportModel(io: CliIo, file: string, { format, ...to }: ExportOptions): Promise<number> {
  const found = exportThreatModel({ path: file, text: await textOf(io, file) }, format, io.catalogue);
  if (found === null) throw new CliError(`${file} is no threat model that can be read. Nothing was written.`);
  sayLeft(io, `${THREAT_MODEL_FORMATS[format].name} has no place for this`, found.left);
  await print(io, found.text, to, file);
  return EXIT.clean;
}

async function drawModel(io: CliIo, file: string, options: OutputOptions): Promise<number> {
  const svg = threatModelSvg({ path: file, text: await textOf(io, file) }, io.catalogue);
  if (svg === null) throw new CliError(`${file} is no threat model that can be read. Nothing was written.`);
  await print(io, svg, options, file);
  return EXIT.clean;
}

async function textOf(io: CliIo, file: string): Promise<string> {
  return readFile(resolve(io.cwd, file), 'utf8').catch(() => {
    throw new CliError(`${file} could not be read.`);
  });
}

function problemText(file: string, { at, line, message }: ExchangeProblem): string {
  return `${file}${line === null ? '' : `:${String(line)}`} ${at} ${message}`;
}

function sayLeft(io: CliIo, words: string, left: readonly string[]): void {
  if (left.length === 0) return;
  io.stderr.write(`${words}:\n${left.map((line) => `  ${line}\n`).join('')}`);
}
