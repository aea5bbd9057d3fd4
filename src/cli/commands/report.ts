import type { Command } from 'commander';
import { Option } from 'commander';
import { REPORT_FORMATS } from '../../core';
import type { ReportFormat } from '../../core';
import { EXIT } from '../io';
import type { CliIo } from '../io';
import { FORCE_OPTION, OUTPUT_OPTION, print } from '../output';
import type { OutputOptions } from '../output';
import { projectSnapshot } from '../project';
import type { ProjectOptions } from '../project';
import { reportInput } from '../report-input';
import type { ReportOptions } from '../report-input';

interface Options extends ProjectOptions, OutputOptions, ReportOptions {
  readonly format: ReportFormat;
}

export function registerReport(program: Command, io: CliIo, exit: (code: number) => void): void {
  program
    .command('report')
    .description('write what is found, claimed and seen for people and for other tools')
    .argument('[folder]', 'the folder to look at', '.')
    .addOption(new Option('--format <format>', 'which report').choices(Object.keys(REPORT_FORMATS)).default('markdown'))
    .option(...OUTPUT_OPTION)
    .option(...FORCE_OPTION)
    .option('--name <words>', 'what the project is called (default: its only system)')
    .option('--commit <id>', 'the commit to name; none for none (default: the one checked out)')
    .option('--link-base <address>', 'address under which the files can be read, for links in Markdown and HTML')
    .option('--no-cache', 'read every file anew, keep nothing of them for the next run')
    .option('--config <file>', 'use this file in place of ai-baseline.yaml')
    .option('--date <day>', 'judge as of this day, YYYY-MM-DD (default: SOURCE_DATE_EPOCH, else today)')
    .option('--quiet', 'no progress and no log')
    .action(async (folder: string, options: Options) => exit(await report(io, folder, options)));
}

async function report(io: CliIo, directory: string, options: Options): Promise<number> {
  const scanned = await projectSnapshot(io, directory, options);
  if (io.cancel.cancelled) return EXIT.interrupted;
  const input = await reportInput(io, scanned, options);
  await print(io, await REPORT_FORMATS[options.format](input), options);
  return EXIT.clean;
}
