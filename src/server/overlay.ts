import { createHash } from 'node:crypto';
import type { Cancellation, FileContent, Listing, Selection, Workspace } from '../core';

/** What is open in the editor, by project-relative path. */
export interface OpenBuffers {
  /** Text of an open document, null where the disk counts. `disk` is the text there, '' where there is none. */
  text(path: string, disk: string): string | null;
  /** Paths of everything open. */
  paths(): Iterable<string>;
}

/** Larger source files are skipped on disk as well. */
const LARGEST_TEXT = 2 * 1024 * 1024;

/** Lays open buffers over the disk. A buffer that says what the file says is the file: same text, same hash. */
export function overlayWorkspace(disk: Workspace, open: OpenBuffers): Workspace {
  return {
    async list(selection: Selection, cancel: Cancellation): Promise<Listing> {
      const listing = await disk.list(selection, cancel);
      const known = new Set(listing.files);
      const unsaved = [...open.paths()].filter((path) => !known.has(path) && selection.decide(path) === 'take');
      if (unsaved.length === 0) return listing;
      const added = unsaved.filter((path) => open.text(path, '') !== null);
      return { ...listing, files: [...listing.files, ...added].sort((a, b) => (a < b ? -1 : 1)) };
    },

    // What is open may say something else than the disk.
    stamp: (path) => (open.text(path, '') === null ? (disk.stamp?.(path) ?? null) : null),

    async read(path: string, cancel: Cancellation): Promise<FileContent> {
      const saved = await disk.read(path, cancel);
      if (saved.kind === 'binary') return saved;
      const text = open.text(path, saved.kind === 'text' ? saved.text : '');
      if (text === null || (saved.kind === 'text' && withLineFeeds(text) === withLineFeeds(saved.text))) return saved;
      const bytes = Buffer.from(text, 'utf8');
      if (bytes.length > LARGEST_TEXT) return saved;
      return { kind: 'text', text, hash: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
    },
  };
}

/** An editor may show one kind of line end where the file has two. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}
