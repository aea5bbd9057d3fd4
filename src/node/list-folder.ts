import { readdirSync, type Dirent } from 'node:fs';
import { lstat, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Cancellation, Listing, Selection, SkippedFile } from '../core';
import { createBreather } from './breather';
import { errorWords } from './error-words';

/** Collects what a walk through the folder finds. */
interface Walk {
  readonly root: string;
  readonly selection: Selection;
  readonly files: string[];
  readonly ignored: { gitignore: number; config: number; default: number };
  readonly skipped: SkippedFile[];
  /** Folders still to be entered, with `/` at their end; '' is the root. */
  readonly folders: string[];
}

/** Largest `.gitignore` that is read. */
const LARGEST_IGNORE_FILE = 1024 * 1024;

/**
 * Lists what the selection takes below `root` (a real path). Links are not followed: what they lead to inside the folder
 * is read at its own place. Folders with a `.git` of their own are named as skipped, not entered.
 */
export async function listFolder(root: string, selection: Selection, cancel: Cancellation): Promise<Listing> {
  const walk: Walk = {
    root,
    selection,
    files: [],
    ignored: { gitignore: 0, config: 0, default: 0 },
    skipped: [],
    folders: [''],
  };
  const breathe = createBreather();
  for (let folder = walk.folders.pop(); folder !== undefined && !cancel.cancelled; folder = walk.folders.pop()) {
    await breathe();
    await enter(walk, folder);
  }
  return { files: walk.files, ignored: walk.ignored, skipped: walk.skipped };
}

async function enter(walk: Walk, folder: string): Promise<void> {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(walk.root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw error;
    walk.skipped.push({ path: folder, reason: errorWords(error, folder) });
    return;
  }
  if (folder !== '' && entries.some((entry) => entry.name === '.git')) {
    walk.skipped.push({ path: folder, reason: 'a Git repository of its own' });
    return;
  }
  for (const entry of entries) {
    if (entry.name === '.gitignore' || entry.name === '.gitattributes') await takeRules(walk, folder, entry);
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder + entry.name;
    if (entry.name === '.git') continue;
    if (entry.isDirectory()) {
      if (take(walk, `${path}/`)) walk.folders.push(`${path}/`);
    } else if (entry.isSymbolicLink()) await lookAtLink(walk, path);
    else if (!take(walk, path)) continue;
    else if (entry.isFile()) walk.files.push(path);
    else walk.skipped.push({ path, reason: 'not a regular file' });
  }
}

/** Tells the selection of a `.gitignore` or `.gitattributes`. */
async function takeRules(walk: Walk, folder: string, entry: Dirent): Promise<void> {
  if (!entry.isFile()) return;
  const directory = folder.replace(/\/$/u, '');
  try {
    const path = join(walk.root, folder, entry.name);
    if ((await lstat(path)).size > LARGEST_IGNORE_FILE) return;
    const text = await readFile(path, 'utf8');
    if (entry.name === '.gitignore') walk.selection.addIgnoreFile(directory, text);
    else walk.selection.addAttributesFile(directory, text);
  } catch (error) {
    walk.skipped.push({ path: folder + entry.name, reason: errorWords(error) });
  }
}

function take(walk: Walk, path: string): boolean {
  const decision = walk.selection.decide(path);
  if (decision === 'take') return true;
  walk.ignored[decision] += 1;
  return false;
}

/** Says why a link is not followed, unless its target is listed anyway. */
async function lookAtLink(walk: Walk, path: string): Promise<void> {
  if (!take(walk, path)) return;
  const absolute = join(walk.root, path);
  try {
    const target = await realpath(absolute);
    if (target !== walk.root && !target.startsWith(walk.root.endsWith(sep) ? walk.root : walk.root + sep)) {
      walk.skipped.push({ path, reason: 'a symbolic link that leaves the folder' });
    } else if (absolute.startsWith(target.endsWith(sep) ? target : target + sep)) {
      walk.skipped.push({ path, reason: 'a symbolic link that leads back to a folder above it' });
    }
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const unreadable = path.includes('\uFFFD');
    walk.skipped.push({
      path,
      reason: missing && !unreadable ? 'a symbolic link that leads nowhere' : errorWords(error, path),
    });
  }
}
