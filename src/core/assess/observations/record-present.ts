import type { SpecOf } from '../../catalogue/observations';
import type { AssetRecord } from '../../model';
import { absent, fieldsOf, isComplete, kindWords, papers, placed, states } from './look';
import type { Look, Seen } from './look';
import { fileNamed } from './file-names';

/** A complete paper of a kind is here, or a file that does instead. A draft shows nothing yet. */
export function recordPresent(look: Look, { kinds, fields, files }: SpecOf<'record-present'>): Seen {
  const all = papers(look, kinds);
  const full = all.filter((record) => isComplete(record) && statesAll(look, record, fields));
  const places = full.map(({ path, range, id }) => placed(path, range, id ?? path));
  if (full.length > 0) return { outcome: 'seen', detail: `on file: ${full[0]?.path ?? ''}`, places };
  const file = fileNamed(look, files);
  if (file !== null) {
    const start = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    return { outcome: 'seen', detail: `on file: ${file}`, places: [placed(file, start, file)] };
  }
  const [draft] = all;
  const words = kindWords(look, kinds);
  if (draft === undefined) return absent(look, `no ${words} is here`);
  const place = placed(draft.path, draft.open[0]?.range ?? draft.range, draft.id ?? draft.path);
  return absent(look, isComplete(draft) ? `${draft.path} does not say it` : `the ${words} is a draft`, {
    places: [place],
  });
}

function statesAll(look: Look, record: AssetRecord, fields: readonly string[]): boolean {
  return fieldsOf(look, record.kind, fields).every((field) => states(record, field));
}
