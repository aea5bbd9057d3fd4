import { open, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u;
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * The commit that is checked out around a folder, read from the files of Git alone: Git itself is not run, so that no hook
 * or configuration of the repository can do anything. Null where there is no repository, or none of its commits is named.
 */
export async function headCommit(folder: string): Promise<string | null> {
  const git = await gitFolder(folder);
  if (git === null) return null;
  const head = (await read(join(git, 'HEAD')))?.trim() ?? '';
  if (COMMIT.test(head)) return head;
  const ref = /^ref: (refs\/[\w./@+-]+)$/u.exec(head)?.[1];
  return ref === undefined || ref.split('/').includes('..') ? null : commitOf(git, ref);
}

/** The commit of a branch: a file of its own, else a line among the packed ones; also where several work trees share them. */
async function commitOf(git: string, ref: string): Promise<string | null> {
  const common = (await read(join(git, 'commondir')))?.trim();
  const folders = common === undefined ? [git] : [git, resolve(git, common)];
  for (const each of folders) {
    const loose = (await read(join(each, ref)))?.trim();
    if (loose !== undefined && COMMIT.test(loose)) return loose;
  }
  for (const each of folders) {
    const packed = packedRef((await read(join(each, 'packed-refs'))) ?? '', ref);
    if (packed !== null) return packed;
  }
  return null;
}

/** `.git` of the folder or of one above it; a work tree elsewhere has a file there that names the folder. */
async function gitFolder(folder: string): Promise<string | null> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const git = join(at, '.git');
    const there = await stat(git).catch(() => null);
    if (there?.isDirectory()) return git;
    if (there?.isFile()) {
      const named = /^gitdir: (.+)$/mu.exec((await read(git)) ?? '')?.[1]?.trim();
      if (named !== undefined) return isAbsolute(named) ? named : resolve(at, named);
    }
    if (dirname(at) === at) return null;
  }
}

function packedRef(text: string, ref: string): string | null {
  for (const line of text.split('\n')) {
    const [commit = '', name] = line.trim().split(' ');
    if (name === ref && COMMIT.test(commit)) return commit;
  }
  return null;
}

/** The beginning of a file; undefined where there is none, or no file. */
async function read(path: string): Promise<string | undefined> {
  const there = await stat(path).catch(() => null);
  if (!there?.isFile()) return undefined;
  const file = await open(path).catch(() => null);
  if (file === null) return undefined;
  try {
    const bytes = Buffer.alloc(Math.min(there.size, MOST_BYTES));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead).toString('utf8');
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
