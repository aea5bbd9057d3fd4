import { realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Workspace } from '../core';
import { createBreather } from './breather';
import { errorWords } from './error-words';
import { listFolder } from './list-folder';
import { FileReader } from './read-file';

/**
 * The files of one folder on disk. What cannot be used (links that lead out or back, special files, no permission) is
 * listed with its reason; nothing throws but a root that cannot be opened.
 */
export function createDiskWorkspace(root: string): Workspace {
  let realRoot: Promise<string> | null = null;
  const rootPath = () => (realRoot ??= realpath(root));
  const breathe = createBreather();
  const reader = new FileReader();
  return {
    async list(selection, cancel) {
      return listFolder(await rootPath(), selection, cancel);
    },
    async read(path) {
      const base = await rootPath();
      await breathe();
      try {
        // A folder on the way may have become a link since it was listed: never read outside the project.
        const real = realpathSync.native(join(base, path));
        if (!real.startsWith(base.endsWith(sep) ? base : base + sep)) {
          return { kind: 'skipped', reason: 'a symbolic link that leaves the folder' };
        }
        return await reader.read(real, path);
      } catch (error) {
        return { kind: 'skipped', reason: errorWords(error, path) };
      }
    },
  };
}
