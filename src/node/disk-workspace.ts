import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Workspace } from '../core';
import { errorWords } from './error-words';
import { listFolder } from './list-folder';
import { readFileContent } from './read-file';

/**
 * The files of one folder on disk. What cannot be used (links that lead out or back, special files, no permission) is
 * listed with its reason; nothing throws but a root that cannot be opened.
 */
export function createDiskWorkspace(root: string): Workspace {
  let realRoot: Promise<string> | null = null;
  const rootPath = () => (realRoot ??= realpath(root));
  return {
    async list(selection, cancel) {
      return listFolder(await rootPath(), selection, cancel);
    },
    async read(path) {
      const base = await rootPath();
      try {
        // A folder on the way may have become a link since it was listed: never read outside the project.
        const real = await realpath(join(base, path));
        if (!real.startsWith(base.endsWith(sep) ? base : base + sep)) {
          return { kind: 'skipped', reason: 'a symbolic link that leaves the folder' };
        }
        return await readFileContent(real, path);
      } catch (error) {
        return { kind: 'skipped', reason: errorWords(error) };
      }
    },
  };
}
