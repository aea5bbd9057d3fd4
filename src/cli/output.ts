import { basename, dirname, resolve } from 'node:path';
import { writeFileAtomically } from '../node/write-file';
import { CliError } from './io';
import type { CliIo } from './io';

/** Prints a report, or writes it to the file the person named (which may exist: it is theirs to name). */
export async function print(io: CliIo, text: string, output: string | undefined): Promise<void> {
  if (output === undefined) {
    io.stdout.write(text);
    return;
  }
  const path = resolve(io.cwd, output);
  try {
    await writeFileAtomically(dirname(path), basename(path), text, { overwrite: true });
  } catch (error) {
    throw new CliError(`The report could not be written to ${output}: ${error instanceof Error ? error.message : ''}`);
  }
}
