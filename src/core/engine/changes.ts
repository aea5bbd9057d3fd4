import type { Catalogue } from '../catalogue';
import type { ChangeWords } from '../engine';
import { recordChangeEdit } from '../fix';
import type { Asset, AssetRecord, CoverState, Finding, Snapshot, TextReplacement } from '../model';
import { driftOf } from '../records';

/** One record that a change is to be written down in, and what. */
interface RecordChange {
  readonly record: AssetRecord;
  readonly digests: ReadonlyMap<string, string>;
  readonly reviewBy: string | null;
  readonly line: string;
}

/**
 * The records that a finding wants a change written down in: for `stale-record` every record of the asset whose digest is
 * out of date, for `overdue-review` the record itself. Empty for other findings.
 */
export function changesFor(
  finding: Finding,
  snapshot: Snapshot,
  catalogue: Catalogue,
  words: ChangeWords,
): RecordChange[] {
  const reason = words.reason.trim();
  const by = words.by ? ` (${words.by})` : '';
  if (finding.rule === 'overdue-review') {
    const record = snapshot.records.find(({ path }) => path === finding.record);
    if (!record) return [];
    const reviewBy = nextReview(record, snapshot.asOf);
    return [{ record, digests: new Map(), reviewBy, line: `reviewed: ${reason}${by}` }];
  }
  if (finding.rule !== 'stale-record') return [];
  const changes = new Map<AssetRecord, Map<string, string>>();
  const asset = snapshot.assets.find(({ id }) => id === finding.asset);
  for (const state of driftOf(snapshot.assets, snapshot.records, catalogue)) {
    if (!asset || asset.digest === null || !isStale(state, asset)) continue;
    const digests = changes.get(state.record) ?? new Map<string, string>();
    changes.set(state.record, digests.set(state.cover.asset, asset.digest));
  }
  return [...changes].map(([record, digests]) => {
    const covers = record.covers.filter((cover) => digests.has(cover.asset));
    const from = [...new Set(covers.map((cover) => short(cover.digest ?? '')))].join(', ');
    const line = `${asset?.name ?? ''} changed (${from} → ${short(asset?.digest ?? '')}): ${reason}${by}`;
    return { record, digests, reviewBy: null, line };
  });
}

function isStale(state: CoverState, asset: Asset): boolean {
  return state.changed && state.movedTo === null && state.assets[0]?.id === asset.id;
}

/** The first eight digits, enough to find it again. */
function short(digest: string): string {
  return digest.slice(digest.lastIndexOf(':') + 1).slice(0, 8);
}

const DAY = 86_400_000;
const YEAR = 365;

/** As long after today as the last date was after the review before it; a year where that cannot be told. */
function nextReview({ reviewed, reviewBy }: AssetRecord, today: string): string | null {
  const days = reviewed && reviewBy ? (dayOf(reviewBy.date) - dayOf(reviewed)) / DAY : YEAR;
  const next = dayOf(today) + (days > 0 && days < 20 * YEAR ? days : YEAR) * DAY;
  return Number.isFinite(next) ? new Date(next).toISOString().slice(0, 10) : null;
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The replacements of all changes; null where one of the records cannot be written to. */
export async function writtenDown(
  changes: readonly RecordChange[],
  {
    catalogue,
    today,
    textOf,
  }: { catalogue: Catalogue; today: string; textOf: (path: string) => Promise<string | null> },
): Promise<TextReplacement[] | null> {
  const all: TextReplacement[] = [];
  for (const { record, digests, reviewBy, line } of changes) {
    const kind = catalogue.records.find(({ id }) => id === record.kind);
    const text = await textOf(record.path);
    const edits =
      kind && text !== null
        ? recordChangeEdit({ path: record.path, text, kind, digests, today, reviewBy, line })
        : null;
    if (edits === null) return null;
    all.push(...edits);
  }
  return all.length === 0 ? null : all;
}
