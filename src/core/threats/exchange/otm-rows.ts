import type { Fields } from './fields';
import type { Notes } from './notes';
import { OWN } from './otm-words';
import { said } from './sketch';
import type { Ids } from './sketch';

/** Ids of one kind of thing there, with ours. */
export type Known = Map<string, string>;

/** What our own exporter added, for the way back. */
export function own(fields: Fields): Fields {
  return fields.map('attributes')?.map(OWN) ?? fields.empty();
}

/** Attributes of somebody else have no place here. */
export function attributes(fields: Fields, of: string, notes: Notes): void {
  const map = fields.map('attributes');
  const keys = map?.keys().filter((key) => key !== OWN) ?? [];
  for (const key of keys)
    notes.left('Attribute', `${of}: ${key} ${JSON.stringify(map?.get(key) ?? null).slice(0, 500)}`);
}

/** The id of a row, ours for it, and told where it is missing or there twice. */
export function newId(fields: Fields, known: Known, ids: Ids, base: string): string {
  const written = fields.text('id');
  const id = ids.take(written, said(fields.text('name')) ?? base);
  if (written === '') fields.notes.wrong(fields.path, 'id is missing here');
  else if (known.has(written)) fields.wrong('id', `The id ${written.slice(0, 60)} is here twice`);
  else known.set(written, id);
  return id;
}
