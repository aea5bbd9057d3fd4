import type { AssetRecord, Range } from '../model';
import type { Report, Rule } from './rule';
import { shown } from './wording';

export const duplicateRecord: Rule = {
  id: 'duplicate-record',
  title: 'Two records of the same asset, or with the same id',
  severity: 'warning',
  provisions: [],
  explanation: `
Two records with the same \`id\`, or two records of the same kind that cover the same asset. It is reported at the
second of them by path, with the first as related place.

**Why.** Nobody can tell which of the two is right, and after some changes they say different things about owner, review
and content.

**How to settle it.** Merge the two. Or keep both: give one of them another \`id\`, or take the asset out of its
\`covers\`.
`,
  *check({ records, catalogue }) {
    // A release checklist covers what other releases cover: only records that document an asset can be in each other's way.
    const free = new Set(catalogue.records.filter((kind) => kind.assetKind === null).map((kind) => kind.id));
    const ids = new Map<string, AssetRecord>();
    const covered = new Map<string, { record: AssetRecord; range: Range }>();
    for (const record of records) {
      yield* sameId(record, ids);
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

function* sameId(record: AssetRecord, ids: Map<string, AssetRecord>): Iterable<Report> {
  if (record.id === null) return;
  const first = ids.get(record.id);
  if (!first) ids.set(record.id, record);
  else
    yield report(record, record.range, `The id ${shown(record.id)} is already that of`, {
      path: first.path,
      range: first.range,
    });
}

function report(record: AssetRecord, range: Range, words: string, first: { path: string; range: Range }): Report {
  return {
    path: record.path,
    range,
    record: record.path,
    message: `${words} ${shown(first.path)}.`,
    related: [{ ...first.range, path: first.path, message: 'the first one' }],
  };
}
