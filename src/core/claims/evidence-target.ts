import type { EvidenceTarget } from '../model';
import { projectPath } from '../records/links';

/** Where a reference leads, or why it leads nowhere. */
export type Followed =
  { readonly target: EvidenceTarget; readonly trouble: null } | { readonly target: null; readonly trouble: string };

const WEB = /^https?:\/\/[^\s/?#@<>"'\\]+(?:[/?#][^\s<>"\\]*)?$/iu;
const HOST = /^https?:\/\/(?:\[[\da-f:.]+\]|[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?)(?::\d{1,5})?(?:[/?#]|$)/iu;

/** An address on the web. What carries a name and password is none. */
export function followUrl(text: string): Followed {
  const plain = text.length <= 2000 && WEB.test(text) && HOST.test(text);
  if (plain) return { target: { in: 'web', url: text }, trouble: null };
  return { target: null, trouble: 'is no address that begins with https:// or http:// and names a host' };
}

/**
 * A file or folder of the project: `docs/a.md`, `docs/a.md#Reviews`, `docs/a.md#L10-L20`. Paths count from the top of the
 * project; what would lead out of it, and any way through `..`, is refused.
 */
export function followPath(text: string, lines: { from: number; to: number } | null): Followed {
  const hash = text.indexOf('#');
  const written = (hash < 0 ? text : text.slice(0, hash)).trim();
  const behind = hash < 0 ? '' : text.slice(hash + 1).trim();
  const trouble = refusal(written);
  if (trouble !== null) return { target: null, trouble };
  const path = projectPath(written.replace(/^\.\//u, ''));
  if (path === null || path === '') return { target: null, trouble: 'is no path of a file in the project' };
  const marked = /^L(\d{1,7})(?:-L?(\d{1,7}))?$/u.exec(behind);
  const span = marked ? spanOf(Number(marked[1]), Number(marked[2] ?? marked[1])) : lines;
  const heading = marked || behind === '' ? null : decoded(behind);
  return { target: { in: 'tree', path, heading, lines: span }, trouble: null };
}

/** `10-20`, `10`: null where it is neither. */
export function linesIn(text: string): { from: number; to: number } | null {
  const found = /^L?(\d{1,7})(?:\s*[-–]\s*L?(\d{1,7}))?$/u.exec(text.trim());
  return found ? spanOf(Number(found[1]), Number(found[2] ?? found[1])) : null;
}

function spanOf(from: number, to: number): { from: number; to: number } | null {
  return from >= 1 && to >= from ? { from, to } : null;
}

function refusal(path: string): string | null {
  if (path === '') return 'names no file';
  if (path.length > 1000 || /[\p{Cc}*?<>|]/u.test(path)) return 'is no path of a file in the project';
  if (/^[a-z][\w+.-]*:\/\//iu.test(path)) return 'is an address: write it under url';
  if (/^(?:[/\\~]|[a-z]:[/\\])/iu.test(path)) return 'leads out of the project: paths count from its top';
  if (path.includes('\\')) return 'has backslashes: write / between folders';
  if (path.split('/').includes('..')) return 'goes through ..: paths count from the top of the project';
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
