import type { Command } from 'commander';
import { isOpenGap } from '../../core';
import type { Finding } from '../../core';
import { applyProjectEdit } from '../apply-edit';
import { CliError, EXIT } from '../io';
import type { CliIo } from '../io';
import { scanProject } from '../project';
import type { ProjectOptions } from '../project';

interface AcceptOptions extends ProjectOptions {
  readonly reason: string;
  readonly until: string;
  readonly rule?: readonly string[];
  readonly prune?: boolean;
}

export function registerAccept(program: Command, io: CliIo, exit: (code: number) => void): void {
  program
    .command('accept')
    .description('accept what is found now as known gaps, in accepted.yaml, so that only new findings count')
    .argument('[folder]', 'a folder of the project; what is found in it is accepted', '.')
    .requiredOption('--reason <words>', 'why they are accepted')
    .requiredOption('--until <day>', 'until when, YYYY-MM-DD; then they count again')
    .option('--rule <id...>', 'only findings of these rules')
    .option('--prune', 'take entries out that no finding answers to any more')
    .option('--no-cache', 'read every file anew, keep nothing of them for the next run')
    .option('--config <file>', 'use this file in place of ai-baseline.yaml')
    .option('--date <day>', 'judge as of this day, YYYY-MM-DD (default: SOURCE_DATE_EPOCH, else today)')
    .option('--quiet', 'no progress and no log')
    .action(async (folder: string, options: AcceptOptions) => exit(await accept(io, folder, options)));
}

async function accept(io: CliIo, directory: string, options: AcceptOptions): Promise<number> {
  const { engine, root, folder } = await scanProject(io, directory, options);
  if (io.cancel.cancelled) return EXIT.interrupted;
  const { reason, until } = options;
  if (until < engine.snapshot.asOf)
    throw new CliError(`${until} is over already: --until is the last day that counts.`);
  const rules = options.rule && new Set(options.rule);
  const wanted = (finding: Finding) =>
    isOpenGap(finding) && finding.path.startsWith(folder) && (!rules || rules.has(finding.rule));
  const open = engine.snapshot.findings.filter(wanted).map(({ fingerprint }) => fingerprint);
  const terms = { reason, until, prune: options.prune ?? false };
  const edit = await engine.accept(open, terms, io.cancel);
  if (edit === null) {
    throw new CliError(
      'Nothing was accepted: a reason and a day (YYYY-MM-DD) are needed, and an accepted.yaml that can be read.',
    );
  }
  const paths = await applyProjectEdit(root, edit);
  const said = open.length === 1 ? '1 finding is' : `${open.length.toLocaleString('en-US')} findings are`;
  // Nothing new is no mistake: in CI it is the usual case.
  if (open.length === 0) io.stderr.write('Nothing that was asked for is open.\n');
  io.stdout.write(`${said} accepted until ${until}.\n${paths.map((path) => `${path}\n`).join('')}`);
  return EXIT.clean;
}
