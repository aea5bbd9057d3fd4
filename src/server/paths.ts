import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a `file:` URI; null for anything else, such as an untitled document. */
export function pathOfUri(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    return withoutTrailingSeparator(fileURLToPath(uri));
  } catch {
    return null;
  }
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/** URI of a project-relative path. */
export function uriIn(root: string, relative: string): string {
  return uriOfPath(join(root, relative));
}

/** `path` relative to `root` with `/` between parts, '' for the root itself; null where it lies outside. */
export function relativeTo(root: string, path: string): string | null {
  if (path === root) return '';
  const base = root.endsWith(sep) ? root : root + sep;
  return path.startsWith(base) ? path.slice(base.length).split(sep).join('/') : null;
}

function withoutTrailingSeparator(path: string): string {
  return path.length > 1 && path.endsWith(sep) && !path.endsWith(`:${sep}`) ? path.slice(0, -1) : path;
}
