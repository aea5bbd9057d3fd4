import { lstat, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { isOwnReport } from '../core';
import { writeErrorWords } from '../node/error-words';
import { writeFileAtomically } from '../node/write-file';
import { CliError } from './io';
import type { CliIo } from './io';

/** Whether `--output` names a file; `-` is the standard output, as elsewhere. */
export function isToFile(output: string | undefined): output is string {
  return output !== undefined && output !== '-';
}

/** Where a report goes. */
export interface OutputOptions {
  readonly output?: string;
  /** Write over whatever is there. */
  readonly force?: boolean;
}

/** Flags and words of the options that say where a report goes, the same for every command that prints one. */
export const OUTPUT_OPTION = [
  '--output <file>',
  'write to a file instead of the terminal, in place of an earlier report; - is the terminal',
] as const;
export const FORCE_OPTION = ['--force', 'with --output: write over a file that is no report of ours'] as const;

/**
 * Prints a report, or writes it to the file the person named. An earlier report gives way to it; a file that somebody else
 * wrote does so only with `force`, and the file that it was made of, `source`, never: nothing of it would be left.
 */
export async function print(io: CliIo, text: string, { output, force }: OutputOptions, source?: string): Promise<void> {
  if (!isToFile(output)) {
    io.stdout.write(text);
    return;
  }
  if (output === '') throw new CliError('--output needs the name of a file.');
  const path = resolve(io.cwd, output);
  if (source !== undefined && (await isSameFile(path, resolve(io.cwd, source))))
    throw new CliError(`${output} is what is read here: name another file. Nothing was written.`);
  if (force !== true && !(await givesWay(path, text)))
    throw new CliError(
      `${output} is there already and is no report of ours: name another file, or --force writes over it. Nothing was written.`,
    );
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

/** Nothing is lost by writing there: no file, an empty one, the same text, or a report of an earlier run. */
async function givesWay(path: string, text: string): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  if (!there?.isFile() || there.size === 0) return true;
  // What cannot be read cannot be told to be ours.
  const written = await readFile(path, 'utf8').catch(() => null);
  return written !== null && (written === text || isOwnReport(written));
}

/** By way of links too. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => realpath(path).catch(() => path)));
  return first === second;
}
