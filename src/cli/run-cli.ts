import { Command, CommanderError } from 'commander';
import { registerAccept } from './commands/accept';
import { registerCatalogue } from './commands/catalogue';
import { registerClaim } from './commands/claim';
import { registerExplain } from './commands/explain';
import { registerGate } from './commands/gate';
import { registerImport } from './commands/import';
import { registerInit } from './commands/init';
import { registerLsp } from './commands/lsp';
import { registerNew } from './commands/new';
import { registerRecordChange } from './commands/record-change';
import { registerReport } from './commands/report';
import { registerScan } from './commands/scan';
import { registerThreatModel } from './commands/threat-model';
import { registerTick } from './commands/tick';
import { exitCodeHelp } from './exit-codes';
import { CliError, EXIT } from './io';
import type { CliIo } from './io';

/** The command line as a function: reads `argv` (without program and script), writes to `io`, gives the exit code. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  let code: number = EXIT.clean;
  const exit = (value: number) => {
    code = value;
  };
  const program = new Command('ai-baseline')
    .description('Finds the models, datasets and prompts of a project and ties them to ETSI EN 304 223.')
    .version(io.version)
    .showHelpAfterError('(--help shows what there is)');
  registerScan(program, io, exit);
  registerNew(program, io, exit);
  registerRecordChange(program, io, exit);
  registerAccept(program, io, exit);
  registerImport(program, io, exit);
  registerThreatModel(program, io, exit);
  registerClaim(program, io, exit);
  registerReport(program, io, exit);
  registerGate(program, io, exit);
  registerTick(program, io, exit);
  registerExplain(program, io);
  registerCatalogue(program, io);
  registerInit(program, io);
  registerLsp(program, io, exit);
  for (const command of [program, ...program.commands.flatMap((each) => [each, ...each.commands])]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
    // What stands below a command ends as that does.
    const { parent } = command;
    command.addHelpText('after', exitCodeHelp((parent === null || parent === program ? command : parent).name()));
  }
  try {
    await program.parseAsync(known(program, argv), { from: 'user' });
    return code;
  } catch (error) {
    return explainFailure(error, io);
  }
}

/** With `--help` commander answers for commands that there are not: without it, it says that there is no such command. */
function known(program: Command, argv: readonly string[]): string[] {
  const words = argv.filter((word) => !word.startsWith('-'));
  const name = words[0] === 'help' ? words[1] : words[0];
  const isKnown = name === undefined || name === 'help' || program.commands.some((each) => each.name() === name);
  return isKnown ? [...argv] : [name];
}

function explainFailure(error: unknown, io: CliIo): number {
  // Commander has printed its own message; help and version come as errors with code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
  if (error instanceof CliError) io.stderr.write(`${error.message}\n`);
  else {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.stderr.write(`Something went wrong inside ai-baseline; please report it.\n${stack}\n`);
  }
  return EXIT.failed;
}
