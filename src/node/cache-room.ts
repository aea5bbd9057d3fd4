import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '../core';
import { writeFileAtomically } from './write-file';

/** What all projects together may take up in the folder: the oldest go first. */
const LARGEST_FOLDER = 512 * 1024 * 1024;

/** What the file is called in which something of a project is kept. */
export function cacheName(root: string, what: 'facts' | 'snapshot'): string {
  const project = createHash('sha256').update(root).digest('hex').slice(0, 32);
  return `${project}${what === 'facts' ? '' : `.${what}`}.json`;
}

/** A file of the cache folder. */
interface CacheFile {
  readonly folder: string;
  readonly name: string;
  readonly logger: Logger;
}

/**
 * Writes a file of the cache in one step, and makes room for it. False where there is nothing to write (null), and, with a
 * word in the log, where that is not possible.
 */
export async function writeCache(
  { folder, name, logger }: CacheFile,
  content: () => Uint8Array | null,
): Promise<boolean> {
  try {
    const bytes = content();
    if (bytes === null) return false;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await writeFileAtomically(folder, name, bytes, { overwrite: true });
    makeRoom(folder, name);
    return true;
  } catch (error) {
    logger.info(`The cache could not be written: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** Takes away the caches that were not written for longest, until all together fit. */
function makeRoom(folder: string, own: string): void {
  const files = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{32}(?:\.snapshot)?\.json$/u.test(name))
    .map((name) => ({ name, stats: statSync(join(folder, name)) }))
    .sort((a, b) => b.stats.mtimeMs - a.stats.mtimeMs);
  let size = 0;
  for (const { name, stats } of files) {
    size += stats.size;
    if (size > LARGEST_FOLDER && name !== own) rmSync(join(folder, name), { force: true });
  }
}
