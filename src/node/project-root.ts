import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONFIGURATION_FILE } from '../core';

const RECORDS_FOLDER = 'ai-security';

/**
 * The project that a folder belongs to: the nearest folder at or above it with `ai-baseline.yaml` or `ai-security/`, no
 * further up than the repository it lies in; else the folder itself.
 */
export function projectRoot(folder: string): string {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    if (existsSync(join(candidate, CONFIGURATION_FILE)) || isFolder(join(candidate, RECORDS_FOLDER))) return candidate;
    if (existsSync(join(candidate, '.git')) || dirname(candidate) === candidate) return folder;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // No permission, or a link that leads back to itself.
    return false;
  }
}
