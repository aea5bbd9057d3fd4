import { constants, lstatSync, realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { FileContent, Workspace } from '../core';
import { createBreather } from './breather';
import { errorWords } from './error-words';
import { listFolder } from './list-folder';
import { FileReader } from './read-file';

/** So long a folder that was looked at is taken to be where it was, in milliseconds. */
const TRUSTED = 50;

/**
 * The files of one folder on disk. What cannot be used (links that lead out or back, special files, no permission) is
 * listed with its reason; nothing throws but a root that cannot be opened.
 */
export function createDiskWorkspace(root: string): Workspace {
  let realRoot: Promise<string> | null = null;
  const rootPath = () => (realRoot ??= realpath(root));
  const breathe = createBreather();
  const reader = new FileReader();
  const folders = new RealFolders();
  return {
    async list(selection, cancel) {
      return listFolder(await rootPath(), selection, cancel);
    },
    stamp: (path) => stampOf(join(root, path)),
    async read(path) {
      const base = await rootPath();
      const rest = breathe();
      if (rest) await rest;
      const readAt = async (real: string): Promise<FileContent> =>
        real.startsWith(base.endsWith(sep) ? base : base + sep)
          ? reader.read(real, path)
          : { kind: 'skipped', reason: 'a symbolic link that leaves the folder' };
      try {
        return await readAt(folders.of(join(base, path))).catch((error: unknown) => {
          if (!isLink(error)) throw error;
          return readAt(realpathSync.native(join(base, path)));
        });
      } catch (error) {
        return { kind: 'skipped', reason: errorWords(error, path) };
      }
    },
  };
}

/** Clocks of file systems may be that coarse, in milliseconds. */
const COARSE = 2_500;

/**
 * Size, times and number of a file. Null for what was written a moment ago: it could be written to once more without showing
 * another time.
 */
function stampOf(absolute: string): string | null {
  try {
    const stats = lstatSync(absolute, { throwIfNoEntry: false });
    if (!stats?.isFile()) return null;
    const { size, mtimeMs, ctimeMs, ino } = stats;
    return Date.now() - Math.max(mtimeMs, ctimeMs) > COARSE ? `${size} ${mtimeMs} ${ctimeMs} ${ino}` : null;
  } catch {
    return null;
  }
}

/** A link stood where a file was to be opened. */
function isLink(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ELOOP' || error.code === 'EMLINK');
}

/**
 * Where files really are. A folder on the way may have become a link since it was listed, so each is looked at again; files
 * of one folder are read one after the other, and the folder is asked for once for them.
 */
class RealFolders {
  #folder = '';
  #real = '';
  #at = Number.NEGATIVE_INFINITY;

  /** The real path of a file. The last part may still be a link: a file is opened only where it is none. */
  of(absolute: string): string {
    const cut = absolute.lastIndexOf(sep);
    const folder = absolute.slice(0, cut);
    const now = performance.now();
    // Without that, a link would be followed.
    if (constants.O_NOFOLLOW === undefined) return realpathSync.native(absolute);
    if (folder !== this.#folder || now - this.#at > TRUSTED) {
      this.#real = realpathSync.native(folder);
      this.#folder = folder;
      this.#at = now;
    }
    return this.#real + absolute.slice(cut);
  }
}
