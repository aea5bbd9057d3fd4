import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { CliError } from '../io';
import type { CliIo } from '../io';

export function registerLsp(program: Command, io: CliIo, exit: (code: number) => void): void {
  program
    .command('lsp')
    .description('start the language server for an editor, which speaks with it over standard input and output')
    .option('--stdio', 'over standard input and output, which is the only way there is')
    .action(async () => exit(await serve(io.server)));
}

/** Runs the server as a process of its own with our streams; gives its exit code. */
async function serve(server: string): Promise<number> {
  if (!existsSync(server)) throw new CliError('The language server is missing: it belongs beside this program.');
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'inherit' });
  const stop = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on('SIGTERM', stop);
  try {
    return await new Promise((done, failed) => {
      child.on('error', failed);
      child.on('exit', (code, signal) => done(code ?? (signal === 'SIGTERM' ? 143 : 2)));
    });
  } finally {
    process.off('SIGTERM', stop);
  }
}
