import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaced } from '../core';
import type { ProjectEdit } from '../core';
import { errorWords } from '../node/error-words';
import { TakenError } from '../node/write-file';
import { CliError } from './io';
import { writeInProject } from './write';

/** Writes an edit to disk, each file in one step; gives the paths. New files never replace one that is there. */
export async function applyProjectEdit(root: string, edit: ProjectEdit): Promise<string[]> {
  for (const { path, text } of edit.creations) {
    try {
      await writeInProject(root, path, text, { overwrite: false });
    } catch (error) {
      if (error instanceof TakenError) throw new CliError(`${path} exists already.`);
      throw error;
    }
  }
  const changed = [...new Set(edit.replacements.map(({ path }) => path))];
  for (const path of changed) {
    const raw = await readFile(join(root, path), 'utf8').catch((error: unknown) => {
      throw new CliError(`${path} could not be read: ${errorWords(error, path)}.`);
    });
    // Places count from behind a byte order mark, which stays.
    const mark = raw.startsWith('\uFEFF') ? '\uFEFF' : '';
    const edits = edit.replacements.filter((each) => each.path === path);
    await writeInProject(root, path, mark + replaced(raw.slice(mark.length), edits), { overwrite: true });
  }
  return [...edit.creations.map(({ path }) => path), ...changed];
}
