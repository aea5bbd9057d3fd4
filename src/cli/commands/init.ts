import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { TakenError } from '../../node/write-file';
import { CliError } from '../io';
import type { CliIo } from '../io';
import { CONFIGURATION_TEMPLATE, RECORDS_README } from '../templates';
import { writeInProject } from '../write';

export function registerInit(program: Command, io: CliIo): void {
  program
    .command('init')
    .description('write a commented ai-baseline.yaml and a folder for records; nothing is overwritten')
    .argument('[folder]', 'the root of the project', '.')
    .action(async (folder: string) => {
      if (folder === '') throw new CliError('The name of the folder is empty: write . for the folder you are in.');
      const root = resolve(io.cwd, folder);
      if (!(await stat(root).catch(() => null))?.isDirectory()) throw new CliError(`${folder} is not a folder.`);
      await make(io, root, 'ai-baseline.yaml', CONFIGURATION_TEMPLATE);
      await make(io, root, 'ai-security/README.md', RECORDS_README);
    });
}

async function make(io: CliIo, root: string, path: string, text: string): Promise<void> {
  try {
    await writeInProject(root, path, text, { overwrite: false });
    io.stdout.write(`Wrote ${path}.\n`);
  } catch (error) {
    if (!(error instanceof TakenError)) throw error;
    io.stdout.write(`${path} exists already and was left as it is.\n`);
  }
}
