import type { Command } from 'commander';
import { Option } from 'commander';
import type { Severity, Snapshot } from '../../core';
import { EXIT } from '../io';
import type { CliIo } from '../io';
import { FORCE_OPTION, isToFile, OUTPUT_OPTION, print } from '../output';
import type { OutputOptions } from '../output';
import { projectSnapshot } from '../project';
import type { ProjectOptions } from '../project';
import { reportInput } from '../report-input';
import { SCAN_FORMATS } from '../reports';
import type { ScanFormat } from '../reports';
import { styleFor } from '../style';

interface ScanOptions extends ProjectOptions, OutputOptions {
  readonly format: ScanFormat;
  readonly failOn: Severity | 'never';
  readonly all?: boolean;
}

const RANKS: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

export function registerScan(program: Command, io: CliIo, exit: (code: number) => void): void {
  program
    .command('scan')
    .description('find the models, datasets and prompts of a folder and say what is undocumented')
    .argument('[folder]', 'the folder to look at', '.')
    .addOption(new Option('--format <format>', 'how to print it').choices(Object.keys(SCAN_FORMATS)).default('text'))
    .option(...OUTPUT_OPTION)
    .option(...FORCE_OPTION)
    .addOption(
      new Option('--fail-on <severity>', 'from which severity on to exit with 1 (own product, unsuppressed)')
        .choices(['error', 'warning', 'info', 'never'])
        .default('warning'),
    )
    .option('--all', 'show suppressed findings too, and those outside the product')
    .option('--no-cache', 'read every file anew, keep nothing of them for the next run')
    .option('--config <file>', 'use this file in place of ai-baseline.yaml')
    .option('--date <day>', 'judge as of this day, YYYY-MM-DD (default: SOURCE_DATE_EPOCH, else today)')
    .option('--quiet', 'no progress and no log')
    .action(async (folder: string, options: ScanOptions) => exit(await scan(io, folder, options)));
}

async function scan(io: CliIo, directory: string, options: ScanOptions): Promise<number> {
  const scanned = await projectSnapshot(io, directory, options);
  if (io.cancel.cancelled) return EXIT.interrupted;
  const { snapshot } = scanned;
  const style = styleFor(io, isToFile(options.output));
  const input = () => reportInput(io, scanned);
  const text = await SCAN_FORMATS[options.format](snapshot, { style, all: options.all ?? false, input });
  await print(io, text, options);
  return reaches(snapshot, options.failOn) ? EXIT.findings : EXIT.clean;
}

function reaches(snapshot: Snapshot, failOn: ScanOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  return snapshot.findings.some(
    (finding) => finding.suppressed === null && finding.scope === 'product' && RANKS[finding.severity] >= RANKS[failOn],
  );
}
