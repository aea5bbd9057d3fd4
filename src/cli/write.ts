import { writeErrorWords } from '../node/error-words';
import { OutsideError, writeFileAtomically } from '../node/write-file';
import { CliError } from './io';

/**
 * Writes a file of the project in one step. Throws TakenError where it is there and `overwrite` is false, and CliError with
 * one sentence where the file system or a link on the way does not let it be written.
 */
export async function writeInProject(
  root: string,
  path: string,
  text: string,
  options: { readonly overwrite: boolean },
): Promise<void> {
  try {
    await writeFileAtomically(root, path, text, options);
  } catch (error) {
    const words =
      error instanceof OutsideError ? 'a symbolic link on its path leads out of the project' : writeErrorWords(error);
    throw words === null ? error : new CliError(`${path} could not be written: ${words}.`);
  }
}
