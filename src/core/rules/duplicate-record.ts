import type { AssetRecord, Range } from '../model';
import type { Report, Rule } from './rule';
import { count, shown } from './wording';

export const duplicateRecord: Rule = {
  id: 'duplicate-record',
  title: 'Two records of the same asset, or with the same id',
  severity: 'warning',
  provisions: [],
  explanation: `
Two records with the same \`id\`, or two records of the same kind that cover the same asset. An \`id\` is reported at every
record that has it, with the others as related places; an asset at the second of its records by path, with the first as
related place.

**Why.** Nobody can tell which of the two is right, and after some changes they say different things about owner, review
and content.

**How to settle it.** Merge the two. Or keep both: give one of them another \`id\`, or take the asset out of its
\`covers\`.
`,
  *check({ records, catalogue }) {
    // A release checklist covers what other releases cover: only records that document an asset can be in each other's way.
    const free = new Set(catalogue.records.filter((kind) => kind.assetKind === null).map((kind) => kind.id));
    const covered = new Map<string, { record: AssetRecord; range: Range }>();
    yield* sameIds(records);
    for (const record of records) {
      if (free.has(record.kind ?? '')) continue;
      for (const cover of record.covers) {
        const key = JSON.stringify([record.kind, cover.asset]);
        const first = covered.get(key);
        if (!first) covered.set(key, { record, range: cover.range });
        else if (first.record !== record || first.range.line !== cover.range.line) {
          yield report(record, cover.range, `${shown(cover.asset)} is already covered by`, {
            path: first.record.path,
            range: first.range,
          });
        }
      }
    }
  },
};

/** Whoever opens one of them has to learn of the others: none is the first but by the name of its file. */
function* sameIds(records: readonly AssetRecord[]): Iterable<Report> {
  const byId = new Map<string, AssetRecord[]>();
  for (const record of records) {
    if (record.id === null) continue;
    const same = byId.get(record.id);
    if (same) same.push(record);
    else byId.set(record.id, [record]);
  }
  for (const [id, same] of byId) {
    if (same.length < 2) continue;
    for (const record of same) {
      const others = same.slice(0, MOST_RELATED + 1).filter((each) => each !== record);
      const more = same.length === 2 ? '' : ` and ${count(same.length - 2, 'other')}`;
      yield {
        path: record.path,
        range: record.range,
        record: record.path,
        message: `The id ${shown(id)} is also that of ${shown(others[0]?.path ?? '')}${more}.`,
        related: others.map(({ path, range }) => ({ ...range, path, message: 'the same id' })),
      };
    }
  }
}

/** A thousand copies of one record do not make a million places. */
const MOST_RELATED = 20;

function report(record: AssetRecord, range: Range, words: string, first: { path: string; range: Range }): Report {
  return {
    path: record.path,
    range,
    record: record.path,
    message: `${words} ${shown(first.path)}.`,
    related: [{ ...first.range, path: first.path, message: 'the first one' }],
  };
}
