import { escapeId, pathOfId } from '../discover/asset-id';
import type { AssetRecord, FileFacts, RecordLink, TextReplacement } from '../model';
import { relativeLink } from '../records/import/adoption';
import { movedEdits } from './moved';

/** A file or folder under its old and its new name, project-relative. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

interface RenameInput {
  readonly records: readonly AssetRecord[];
  readonly files: ReadonlyMap<string, FileFacts>;
  /** The texts of the records that lead to one of the files, or are one of them. */
  readonly textOf: (path: string) => string | null;
}

/**
 * What papers have to say differently once files go by other names: ids of assets that hold their paths, links to them, and
 * the links in a record that moves to another folder. Places are those before the renaming.
 */
export function renameFilesEdits(renames: readonly FileRename[], input: RenameInput): TextReplacement[] {
  return [...idEdits(renames, input.files), ...linkEdits(renames, input)];
}

/** Papers whose text has to be known for that. */
export function papersOfRenames(renames: readonly FileRename[], records: readonly AssetRecord[]): string[] {
  return records
    .filter(
      ({ path, links }) => renamed(path, renames) !== path || links.some((link) => targetOf(link, renames) !== null),
    )
    .map(({ path }) => path);
}

function idEdits(renames: readonly FileRename[], files: ReadonlyMap<string, FileFacts>): TextReplacement[] {
  const moves = new Map<string, string>();
  for (const { references } of files.values()) {
    for (const { asset } of references ?? []) {
      const path = pathOfId(asset);
      const next = renamed(path, renames);
      if (next !== path)
        moves.set(
          asset,
          asset.replace(escapeId(path), () => escapeId(next)),
        );
    }
  }
  return movedEdits(files.values(), moves);
}

function linkEdits(renames: readonly FileRename[], { records, textOf }: RenameInput): TextReplacement[] {
  return records.flatMap((record) => {
    const to = renamed(record.path, renames);
    const folder = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
    const leaves = folder(to) !== folder(record.path);
    const text = leaves || record.links.some((link) => targetOf(link, renames) !== null) ? textOf(record.path) : null;
    const lines = text?.split('\n') ?? [];
    return text === null ? [] : record.links.flatMap((link) => linkEdit(link, { record, to, leaves, renames, lines }));
  });
}

interface Moving {
  readonly record: AssetRecord;
  readonly to: string;
  readonly leaves: boolean;
  readonly renames: readonly FileRename[];
  readonly lines: readonly string[];
}

/** The link as it is written, with what stands behind the path (`#L12`) kept. Nothing for one that stays as it is. */
function linkEdit(link: RecordLink, moving: Moving): TextReplacement[] {
  const { record, to, leaves, renames, lines } = moving;
  const { range, paths, written } = link;
  const target = targetOf(link, renames);
  const fromTop = written.startsWith('/') || (target !== null && target === paths[1]);
  // Seen from the top a link stays the same wherever the record goes, and so does one that may be seen from there.
  const follows = target !== null || (leaves && !fromTop && paths.length === 1);
  const from = target ?? paths[0];
  if (!follows || from === undefined || range.line !== range.endLine) return [];
  const next = renamed(from, renames);
  const path = written.startsWith('/') ? `/${next}` : fromTop ? next : relativeLink(to, next);
  const raw = lines[range.line - 1]?.slice(range.column - 1, range.endColumn - 1) ?? '';
  return [{ path: record.path, range, text: withTail(raw, path) }];
}

/** Another path in the quotes that are there, with the line or heading behind it. */
function withTail(raw: string, path: string): string {
  const quote = /^["']/u.exec(raw)?.[0] ?? '';
  const tail = /(?:[#?].*|(?::\d+){1,2})$/u.exec(raw.slice(quote.length, raw.length - quote.length))?.[0] ?? '';
  return `${quote}${path}${tail}${quote}`;
}

/** Which of the paths that a link may mean is renamed; null for none. */
function targetOf({ paths }: RecordLink, renames: readonly FileRename[]): string | null {
  return paths.find((path) => renamed(path, renames) !== path) ?? null;
}

/** The path after the renaming; a renamed folder takes what lies in it along. */
function renamed(path: string, renames: readonly FileRename[]): string {
  for (const { from, to } of renames) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}
