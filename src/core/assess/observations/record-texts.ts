import type { SpecOf } from '../../catalogue/observations';
import type { AssetRecord } from '../../model';
import { absent, isComplete, kindWords, papers, placed } from './look';
import type { Look, Seen } from './look';

/** A field of a complete paper has a value that speaks for it, or one that speaks against it. */
export function recordSays(look: Look, { kinds, field, yes, no }: SpecOf<'record-says'>): Seen {
  const said = papers(look, kinds).filter(isComplete);
  const having = (values: readonly string[]) =>
    said.filter((record) => values.includes((record.stated?.[field] ?? '').trim().toLowerCase()));
  const [good, bad] = [having(yes), having(no)];
  if (bad.length > 0)
    return { outcome: 'contradicted', detail: `${field}: ${valueOf(bad[0], field)}`, places: bad.map(at) };
  if (good.length > 0) return { outcome: 'seen', detail: `${field}: ${valueOf(good[0], field)}`, places: good.map(at) };
  return absent(look, `no complete ${kindWords(look, kinds)} says so`);
}

/** A field of a complete paper speaks of something, by words that would be there. */
export function recordMentions(look: Look, { kinds, field, words }: SpecOf<'record-mentions'>): Seen {
  const found = papers(look, kinds).filter((record) => {
    const text = (record.stated?.[field] ?? '').toLowerCase();
    return isComplete(record) && words.some((word) => text.includes(word));
  });
  if (found.length > 0) return { outcome: 'seen', detail: `named in ${found[0]?.path ?? ''}`, places: found.map(at) };
  return absent(look, `no complete ${kindWords(look, kinds)} speaks of it`);
}

function valueOf(record: AssetRecord | undefined, field: string): string {
  return record?.stated?.[field] ?? '';
}

function at({ path, range, id }: AssetRecord) {
  return placed(path, range, id ?? path);
}
