import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FactsCache, FileFacts, Logger } from '../core';
import { writeFileAtomically } from './write-file';

/** A cache that can be written back. */
export interface SavedFactsCache extends FactsCache {
  /** Keeps what this run asked for or added; what nobody asked for is dropped. Never throws. */
  save(): Promise<void>;
}

/**
 * The facts of the last run over a project, from one file in the user's cache folder. `stamp` tells builds apart: what
 * another build wrote is not used. A cache that cannot be read is an empty one.
 */
export async function openFactsCache(
  folder: string | null,
  root: string,
  stamp: string,
  logger: Logger,
): Promise<SavedFactsCache | null> {
  if (folder === null) return null;
  const name = `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.json`;
  const known = await load(join(folder, name), stamp);
  const used = new Map<string, FileFacts>();
  let added = false;
  return {
    get(key) {
      const facts = known.get(key) ?? null;
      if (facts) used.set(key, facts);
      return facts;
    },
    set(key, facts) {
      used.set(key, facts);
      added = true;
    },
    async save() {
      if (!added && used.size === known.size) return;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFileAtomically(folder, name, JSON.stringify({ stamp, facts: [...used] }), { overwrite: true });
      } catch (error) {
        logger.info(`The cache could not be written: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}

async function load(path: string, stamp: string): Promise<Map<string, FileFacts>> {
  try {
    const saved = JSON.parse(await readFile(path, 'utf8')) as { stamp: unknown; facts: [string, FileFacts][] };
    return saved.stamp === stamp && Array.isArray(saved.facts) ? new Map(saved.facts) : new Map();
  } catch {
    return new Map();
  }
}
