import type { Fields } from './fields';
import type { Notes } from './notes';
import { Ids, said } from './sketch';

/** Ids as that format asks for them: small letters, digits and dashes. The same id has the same name each time. */
export class SymbolicNames {
  private readonly names = new Map<string, string>();
  private readonly ids = new Ids();

  constructor(private readonly notes: Notes) {}

  of(id: string): string {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const plain = id
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '');
    const name = this.ids.take(/^[0-9a-z-]+$/u.test(id) ? id : plain, 'part');
    this.names.set(id, name);
    if (name !== id) this.notes.left('Id that is another there', `${id}: ${name}`);
    return name;
  }
}

/** Our id for a row, kept in `known` under its name there; told where that is missing or there twice. */
export function newName(fields: Fields, known: Map<string, string>, ids: Ids, base: string): string {
  const written = fields.text('symbolic_name');
  const id = ids.take(written, said(fields.text('title')) ?? base);
  if (written === '') fields.notes.wrong(fields.path, 'symbolic_name is missing here');
  else if (known.has(written)) fields.wrong('symbolic_name', `The name ${written.slice(0, 60)} is here twice`);
  else known.set(written, id);
  return id;
}
