import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What all projects together may take up in the folder: the oldest go first. */
const LARGEST_FOLDER = 512 * 1024 * 1024;

/** What the file is called in which something of a project is kept. */
export function cacheName(root: string, what: 'facts' | 'snapshot'): string {
  const project = createHash('sha256').update(root).digest('hex').slice(0, 32);
  return `${project}${what === 'facts' ? '' : `.${what}`}.json`;
}

/** Takes away the caches that were not written for longest, until all together fit. */
export function makeRoom(folder: string, own: string): void {
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
