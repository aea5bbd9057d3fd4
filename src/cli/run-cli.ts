import { Command, CommanderError } from 'commander';
import { registerAccept } from './commands/accept';
import { registerCatalogue } from './commands/catalogue';
import { registerExplain } from './commands/explain';
import { registerInit } from './commands/init';
import { registerNew } from './commands/new';
import { registerScan } from './commands/scan';
import { CliError, EXIT } from './io';
import type { CliIo } from './io';

const EXIT_CODES = `
Exit codes:
  0  clean
  1  findings at or over the threshold of --fail-on
  2  could not run`;

/** The command line as a function: reads `argv` (without program and script), writes to `io`, gives the exit code. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  let code: number = EXIT.clean;
  const exit = (value: number) => {
    code = value;
  };
  const program = new Command('ai-baseline')
    .description('Finds the models, datasets and prompts of a project and ties them to ETSI EN 304 223.')
    .version(io.version)
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError('(--help shows what there is)');
  registerScan(program, io, exit);
  registerNew(program, io, exit);
  registerAccept(program, io, exit);
  registerExplain(program, io);
  registerCatalogue(program, io);
  registerInit(program, io);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
    if (command !== program) command.addHelpText('after', EXIT_CODES);
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return explainFailure(error, io);
  }
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
