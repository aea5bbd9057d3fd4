import type { SpecOf } from '../../catalogue/observations';
import { fileNamed } from './file-names';
import { absent, placed } from './look';
import type { Look, Seen } from './look';

/** A file of a name that tells is here. */
export function filePresent(look: Look, { files }: SpecOf<'file-present'>): Seen {
  const path = fileNamed(look, files);
  if (path === null) return absent(look, 'no such file is here');
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { outcome: 'seen', detail: `on file: ${path}`, places: [placed(path, start, path)] };
}
