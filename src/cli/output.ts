import { lstat, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { writeErrorWords } from '../node/error-words';
import { writeFileAtomically } from '../node/write-file';
import { CliError } from './io';
import type { CliIo } from './io';

/** Whether `--output` names a file; `-` is the standard output, as elsewhere. */
export function isToFile(output: string | undefined): output is string {
  return output !== undefined && output !== '-';
}

/**
 * Prints a report, or writes it to the file the person named (which may exist: it is theirs to name). The file that it was
 * made of, `source`, is never written over: nothing of it would be left.
 */
export async function print(io: CliIo, text: string, output: string | undefined, source?: string): Promise<void> {
  if (!isToFile(output)) {
    io.stdout.write(text);
    return;
  }
  if (output === '') throw new CliError('--output needs the name of a file.');
  const path = resolve(io.cwd, output);
  if (source !== undefined && (await isSameFile(path, resolve(io.cwd, source))))
    throw new CliError(`${output} is what is read here: name another file. Nothing was written.`);
  try {
    const there = await lstat(path).catch(() => null);
    // A device, a pipe or a link, such as /dev/stderr, is written to, never replaced by a file.
    if (there && !there.isFile() && !there.isDirectory()) await writeFile(path, text);
    else await writeFileAtomically(dirname(path), basename(path), text, { overwrite: true });
  } catch (error) {
    const words = writeErrorWords(error);
    throw words === null ? error : new CliError(`The report could not be written to ${output}: ${words}.`);
  }
}

/** By way of links too. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => realpath(path).catch(() => path)));
  return first === second;
}
