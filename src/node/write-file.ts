import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** A file was to be made whose name is taken. */
export class TakenError extends Error {
  constructor(readonly path: string) {
    super(`${path} exists already`);
  }
}

/** A path would lead out of the folder it belongs to. */
export class OutsideError extends Error {
  constructor(readonly path: string) {
    super(`${path} lies outside the project`);
  }
}

/**
 * Writes a file below `root` in one step: it is there whole or not at all. An existing file is overwritten only with
 * `overwrite`, else TakenError; OutsideError where a link on the way leads out of `root`.
 */
export async function writeFileAtomically(
  root: string,
  path: string,
  text: string | Uint8Array,
  options: { readonly overwrite: boolean },
): Promise<void> {
  const target = join(root, path);
  const folder = dirname(target);
  await checkInside(root, path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    if (options.overwrite) await rename(temporary, target);
    else await linkNew(temporary, target, path);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A hard link fails where the name is taken, which a rename does not. */
async function linkNew(temporary: string, target: string, path: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if (isTaken(error)) throw new TakenError(path);
    // Some file systems have no hard links.
    await copyFile(temporary, target, constants.COPYFILE_EXCL).catch((failure: unknown) => {
      throw isTaken(failure) ? new TakenError(path) : failure;
    });
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

async function checkInside(root: string, path: string): Promise<void> {
  const base = await realpath(root);
  const inside = (folder: string) => folder === base || folder.startsWith(base.endsWith(sep) ? base : base + sep);
  if (path.split('/').includes('..') || path.startsWith('/')) throw new OutsideError(path);
  for (let folder = dirname(join(root, path)); ; folder = dirname(folder)) {
    try {
      if (inside(await realpath(folder))) return;
      throw new OutsideError(path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
    if (dirname(folder) === folder) throw new OutsideError(path);
  }
}
