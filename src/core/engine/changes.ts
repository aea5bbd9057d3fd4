import type { Catalogue } from '../catalogue';
import type { ChangeWords } from '../engine';
import { recordChangeEdit } from '../fix';
import type { CoverUpdate, ThreatReview } from '../fix';
import type { Asset, AssetRecord, CoverState, Finding, Snapshot, TextReplacement } from '../model';
import { driftOf, settingsOf } from '../records';
import { settingChange } from '../rules/wording';
import { assetStates, listedAssets } from '../threats/standing';

/** One record that a change is to be written down in, and what. */
interface RecordChange {
  readonly record: AssetRecord;
  readonly covers: ReadonlyMap<string, CoverUpdate>;
  readonly threats?: ThreatReview;
  readonly reviewBy: string | null;
  readonly line: string;
}

/**
 * The records that a finding wants a change written down in: for `stale-record` every record of the asset whose digest is
 * out of date, for `overdue-review` and `outdated-threat-model` the record itself. Empty for other findings.
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
    return [{ record, covers: new Map(), reviewBy, line: `reviewed: ${reason}${by}` }];
  }
  if (finding.rule === 'outdated-threat-model') return threatModelReview(finding, snapshot, `${reason}${by}`);
  if (finding.rule !== 'stale-record') return [];
  const asset = snapshot.assets.find(({ id }) => id === finding.asset);
  const changes = new Map<AssetRecord, CoverState[]>();
  for (const state of driftOf(snapshot.assets, snapshot.records, catalogue)) {
    if (!asset || !isStale(state, asset)) continue;
    changes.set(state.record, [...(changes.get(state.record) ?? []), state]);
  }
  return [...changes].map(([record, states]) => {
    const covers = new Map(states.map(({ cover }) => [cover.asset, update(asset)] as const));
    const line = `${asset?.name ?? ''} changed (${whatChanged(states, asset)}): ${reason}${by}`;
    return { record, covers, reviewBy: null, line };
  });
}

/** What changed is taken in as it is today; threats and ratings are a person's. */
function threatModelReview(finding: Finding, snapshot: Snapshot, words: string): RecordChange[] {
  const { assets, records, threatModels, asOf } = snapshot;
  const record = records.find(({ path }) => path === finding.record);
  const state = assetStates(threatModels, snapshot).find(({ model }) => model.path === finding.record);
  if (!record || !state) return [];
  const added = assets.filter(({ id }) => state.added.includes(id));
  const said = [
    ...state.changed.map(({ asset, what }) => `${what} of ${asset} changed`),
    ...added.map(({ id }) => `${id} added`),
  ];
  const overdue = record.reviewBy !== null && record.reviewBy.date < asOf;
  return [
    {
      record,
      covers: new Map(),
      threats: { listed: listedAssets(state.model, assets), added },
      reviewBy: overdue ? nextReview(record, asOf) : null,
      line: `reviewed (${said.join(', ')}): ${words}`,
    },
  ];
}

function update(asset: Asset | undefined): CoverUpdate {
  const config = asset?.configDigest ?? null;
  return { digest: asset?.digest ?? null, config, settings: asset ? settingsOf(asset) : {} };
}

/** `11111111 → 22222222, temperature 0.2 → 0.9`. */
function whatChanged(states: readonly CoverState[], asset: Asset | undefined): string {
  const changed = states.filter((state) => state.changed);
  const from = [...new Set(changed.map(({ cover }) => short(cover.digest ?? '')))].join(', ');
  const settings = states.flatMap((state) => state.settings ?? []).map(settingChange);
  const reset = states.some((state) => state.settings !== null) && settings.length === 0 ? ['settings'] : settings;
  return [...(from === '' ? [] : [`${from} → ${short(asset?.digest ?? '')}`]), ...new Set(reset)].join(', ');
}

function isStale(state: CoverState, asset: Asset): boolean {
  return (state.changed || state.settings !== null) && state.movedTo === null && state.assets[0]?.id === asset.id;
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
  for (const { record, covers, threats = null, reviewBy, line } of changes) {
    const kind = catalogue.records.find(({ id }) => id === record.kind);
    const text = await textOf(record.path);
    const edits =
      kind && text !== null
        ? recordChangeEdit({ path: record.path, text, kind, covers, threats, today, reviewBy, line })
        : null;
    if (edits === null) return null;
    all.push(...edits);
  }
  return all.length === 0 ? null : all;
}
