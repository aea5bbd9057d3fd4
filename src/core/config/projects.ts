import { compareText } from '../model';

/** File and folder that make the folder they stand in a project of its own. */
export const CONFIGURATION_FILE = 'ai-baseline.yaml';
const RECORDS_FOLDER = 'ai-security';

/**
 * Folders that are projects of their own, sorted, '' for the root (always there). `paths` are those of files; folders may
 * be given with `/` at their end.
 */
export function projectsIn(paths: Iterable<string>): string[] {
  const roots = new Set(['']);
  for (const path of paths) {
    if (!path.includes(CONFIGURATION_FILE) && !path.includes(RECORDS_FOLDER)) continue;
    const parts = path.split('/');
    if (parts.at(-1) === CONFIGURATION_FILE) roots.add(parts.slice(0, -1).join('/'));
    const records = parts.indexOf(RECORDS_FOLDER);
    if (records >= 0 && records < parts.length - 1) roots.add(parts.slice(0, records).join('/'));
  }
  return [...roots].sort(compareText);
}

/** The project that a path belongs to: the nearest folder above it. `projects` as `projectsIn` gives them. */
export function projectOf(path: string, projects: readonly string[]): string {
  let best = '';
  for (const project of projects) {
    if (project.length > best.length && path.startsWith(`${project}/`)) best = project;
  }
  return best;
}
