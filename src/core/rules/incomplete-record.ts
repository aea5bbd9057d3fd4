import type { Catalogue } from '../catalogue';
import { forceWord } from '../catalogue/words';
import type { Asset, AssetRecord, OpenField, RelatedPlace } from '../model';
import type { Rule } from './rule';
import { count, fixTitles, namelessPrompt, provisionOf, shown } from './wording';

export const incompleteRecord: Rule = {
  id: 'incomplete-record',
  title: 'A record with required fields still open',
  severity: 'info',
  provisions: [],
  provisionsNote: 'Those of the open fields, such as 5.2.4-1.1.',
  explanation: `
A record whose required fields are not all answered: empty, still the placeholder of the scaffold, "TODO", or "n/a"
without a reason. There is one finding per record, at its first line, with the open fields as related places.

**Why.** A record that was only generated tells nobody anything yet. Until its required fields are filled in it counts
as a draft: what it covers is shown among the drafts and not as documented.

**How to settle it.** Fill in the fields. Where one does not apply, write "n/a" and why: "n/a, the weights are not given
to anybody" is an answer.
`,
  *check({ records, assets, catalogue }) {
    if (records.length === 0) return;
    const names = new Map(assets.map((asset) => [asset.id, asset]));
    for (const record of records) {
      const open = record.open.filter((field) => field.required);
      if (open.length === 0) continue;
      yield {
        path: record.path,
        range: record.range,
        record: record.path,
        message: `Record of ${subject(catalogue, record, names)} is a draft: ${open.length} of ${count(record.fields, 'field')} open`,
        provisions: [...new Set(open.flatMap((field) => field.provisions))].sort(),
        fixes: [fixTitles.openRecord, fixTitles.explain],
        related: open.map((field) => place(catalogue, record, field)),
      };
    }
  },
};

/** What a card is about, the assets it covers; a paper that lists many, such as a release, goes by its id, else its path. */
function subject(catalogue: Catalogue, record: AssetRecord, assets: ReadonlyMap<string, Asset>): string {
  const [first, ...rest] = record.covers;
  const isCard = catalogue.records.find(({ id }) => id === record.kind)?.assetKind !== null;
  if (!first || (!isCard && record.id !== null && rest.length > 0)) return shown(record.id ?? record.path);
  const plain = assets.get(first.asset)?.name ?? first.asset.replace(/^[a-z]+:/u, '');
  const name = namelessPrompt(first.asset) ?? shown(plain);
  return rest.length === 0 ? name : `${name} and ${count(rest.length, 'other')}`;
}

function place(catalogue: Catalogue, record: AssetRecord, field: OpenField): RelatedPlace {
  const provision = field.provisions.map((id) => provisionOf(catalogue, id)).find((found) => found !== null);
  const verb = provision && (forceWord(provision) === 'requires' ? 'required by' : 'recommended by');
  const why = provision ? ` (${verb} ${provision.id})` : '';
  return { ...field.range, path: record.path, message: `${field.label}: ${field.help}${why}` };
}
