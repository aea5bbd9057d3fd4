import type { Command } from 'commander';
import { Option } from 'commander';
import { GATES, gateJson, gateMarkdown, gateText } from '../../core';
import type { GateName, GateOutcome, GateQuestion, GateResult } from '../../core';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { applyProjectEdit } from '../apply-edit';
import { CliError, EXIT } from '../io';
import type { CliIo } from '../io';
import { FORCE_OPTION, isToFile, OUTPUT_OPTION, print } from '../output';
import type { OutputOptions } from '../output';
import { pathIn, scanProject } from '../project';
import type { OpenProject, ProjectOptions } from '../project';
import { styleFor } from '../style';

interface GateOptions extends ProjectOptions, OutputOptions {
  readonly at: GateName;
  readonly env?: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly record?: boolean;
  readonly approver?: string;
}

const CODES: Readonly<Record<GateOutcome, number>> = {
  go: EXIT.clean,
  'go-with-conditions': EXIT.clean,
  'no-go': EXIT.findings,
  undecided: EXIT.failed,
};

export function registerGate(program: Command, io: CliIo, exit: (code: number) => void): void {
  program
    .command('gate')
    .description('decide whether this may be built, go out or be taken out of use, with every reason and its way out')
    .argument(
      '[release]',
      'a release checklist, or a folder; the newest checklist of the project where none is named',
      '.',
    )
    .addOption(new Option('--at <gate>', 'what is decided').choices([...GATES]).default('release'))
    .option('--env <name>', 'an environment of the policy, such as production')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json', 'markdown']).default('text'))
    .option(...OUTPUT_OPTION)
    .option(...FORCE_OPTION)
    .option('--record', 'write the decision into the checklist, with --approver, the day and what was decided on')
    .option('--approver <name>', 'who takes the decision, with their role')
    .option('--no-cache', 'read every file anew, keep nothing of them for the next run')
    .option('--config <file>', 'use this file in place of ai-baseline.yaml')
    .option('--date <day>', 'judge as of this day, YYYY-MM-DD (default: SOURCE_DATE_EPOCH, else today)')
    .option('--quiet', 'no progress and no log')
    .action(async (release: string, options: GateOptions) => exit(await gate(io, release, options)));
}

async function gate(io: CliIo, release: string, options: GateOptions): Promise<number> {
  const absolute = resolve(io.cwd, release);
  const found = await stat(absolute).catch(() => null);
  if (found === null) throw new CliError(`${release} is not there.`);
  const project = await scanProject(io, found.isDirectory() ? release : dirname(release) || '.', options);
  if (io.cancel.cancelled) return EXIT.interrupted;
  const checklist = found.isDirectory() ? null : pathIn(project.root, absolute);
  const question: GateQuestion = { gate: options.at, checklist, environment: options.env ?? null };
  const result = project.engine.gate(question);
  const source = result.checklist === null ? undefined : resolve(project.root, result.checklist);
  await print(io, textOf(result, options, io), options, source);
  if (options.record === true) await record(io, project, question, options);
  return CODES[result.outcome];
}

function textOf(result: GateResult, { format, output }: GateOptions, io: CliIo): string {
  if (format === 'json') return gateJson(result);
  if (format === 'markdown') return `${gateMarkdown(result)}\n`;
  return gateText(result, { style: styleFor(io, isToFile(output)) });
}

async function record(io: CliIo, { engine, root }: OpenProject, question: GateQuestion, { approver }: GateOptions) {
  if (approver === undefined || approver.trim() === '') throw new CliError('--record needs --approver: who decided?');
  const edit = await engine.recordDecision(question, approver, io.cancel);
  if (edit === null) {
    throw new CliError('Nothing was recorded: there is no checklist that can be read, or nothing was decided.');
  }
  const [path] = await applyProjectEdit(root, edit);
  const stands = path ?? `${engine.gate(question).checklist ?? 'the checklist'} already`;
  io.stderr.write(`The decision stands in ${stands}.\n`);
}
