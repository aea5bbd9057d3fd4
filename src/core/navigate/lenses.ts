import { daysBetween } from '../config';
import type { Configuration } from '../config/configuration';
import { compareRange, isDocumentedKind } from '../model';
import type { Asset, AssetRecord, Lens, Site, Snapshot } from '../model';
import { count, recordWords, shown } from '../rules/wording';
import { ThreatCover } from '../threats/cover';
import type { NavigationInput } from './input';

/** Lines above more sites than these would be all that one sees of a file. */
const MOST_SITES = 200;
const MOST_NAMES = 2;

/**
 * The lines above the definitions of models and prompts, by path: what documents them, when that was last reviewed, and
 * what is open. Outside product scope only where somebody has written something. Files with too many sites have none.
 */
export function lensesOf({ snapshot, configuration }: NavigationInput): ReadonlyMap<string, readonly Lens[]> {
  const words = lensWords({ snapshot, configuration });
  const crowded = crowdedPaths(snapshot.assets);
  const lenses = new Map<string, Lens[]>();
  for (const asset of snapshot.assets.filter((each) => hasLens(each) || words.isModelled(each))) {
    const { title, opens } = words.of(asset);
    for (const site of asset.sites.filter((each, index) => index === 0 || each.use === 'definition')) {
      if (crowded.has(site.path)) continue;
      const list = lenses.get(site.path) ?? [];
      lenses.set(site.path, list);
      list.push({ range: firstLine(site), asset: asset.id, title, opens });
    }
  }
  for (const list of lenses.values()) list.sort((a, b) => compareRange(a.range, b.range));
  return lenses;
}

function hasLens({ kind, scope, records }: Asset): boolean {
  return (kind === 'model' || kind === 'prompt') && (scope === 'product' || records.length > 0);
}

function crowdedPaths(assets: readonly Asset[]): ReadonlySet<string> {
  const amounts = new Map<string, number>();
  for (const { sites } of assets) for (const { path } of sites) amounts.set(path, (amounts.get(path) ?? 0) + 1);
  return new Set([...amounts].flatMap(([path, amount]) => (amount > MOST_SITES ? [path] : [])));
}

/** The beginning of a site: a text over many lines has its lens above the first. */
function firstLine({ line, column, cell, cellLine }: Site): Lens['range'] {
  const place = { line, column, endLine: line, endColumn: column };
  return cell === undefined || cellLine === undefined ? place : { ...place, cell, cellLine };
}

/** Says of assets what documents them, in one line each. */
export function lensWords({
  snapshot,
  configuration,
}: Pick<NavigationInput, 'snapshot' | 'configuration'>): Pick<LensWords, 'of' | 'isModelled'> {
  return new LensWords(snapshot, configuration);
}

class LensWords {
  private readonly records: ReadonlyMap<string, AssetRecord>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly stale: ReadonlySet<string>;
  private readonly modelled: ThreatCover;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly configuration: Configuration,
  ) {
    const { records, assets, findings } = snapshot;
    this.records = new Map(records.map((record) => [record.path, record]));
    this.names = new Map(assets.filter(({ kind }) => kind === 'model').map(({ id, name }) => [id, name]));
    this.stale = new Set(
      findings.flatMap(({ rule, asset, suppressed }) =>
        rule === 'stale-record' && asset !== null && suppressed === null ? [asset] : [],
      ),
    );
    this.modelled = new ThreatCover(snapshot);
  }

  /** A part without records of its own, such as a tool or an agent, that a threat model takes in. */
  isModelled({ id, kind }: Asset): boolean {
    return !isDocumentedKind(kind) && this.modelled.modelsOf(id).length > 0;
  }

  of(asset: Asset): { readonly title: string; readonly opens: string | null } {
    const { state, by } = asset.documentation;
    const record = this.best(asset);
    const model = this.isModelled(asset) ? this.modelled.modelsOf(asset.id)[0]?.path : null;
    const opens = record?.path ?? model ?? (state === 'described' ? (by[0] ?? null) : null);
    const parts = record || !this.isModelled(asset) ? [record ? this.recorded(record) : unrecorded(asset, by)] : [];
    if (this.stale.has(asset.id)) parts.push('changed since review');
    else if (record !== null && openOf(record) === 0) parts.push(...reviewed(record, this.snapshot.asOf));
    parts.push(...this.company(asset));
    return { title: parts.join(' · '), opens };
  }

  /** A finished record before a draft. */
  private best({ records }: Asset): AssetRecord | null {
    const all = records.flatMap((path) => this.records.get(path) ?? []);
    return all.find((record) => openOf(record) === 0 && record.problems.length === 0) ?? all[0] ?? null;
  }

  private recorded(record: AssetRecord): string {
    const open = openOf(record);
    if (open > 0) return `draft: ${open} of ${count(record.fields, 'field')} open`;
    const where = recordWords(record.path, this.configuration);
    return record.problems.length > 0 ? `draft: something is wrong in ${where}` : `documented in ${where}`;
  }

  /** What it is used with, and the threat models that cover it. */
  private company({ id, kind, dependsOn }: Asset): string[] {
    const parts: string[] = [];
    const used = kind === 'prompt' ? dependsOn.flatMap((each) => this.names.get(each) ?? []) : [];
    if (used.length > 0) parts.push(`used with ${some(used)}`);
    const covering = this.modelled.modelsOf(id);
    if (covering.length === 1) parts.push(`in threat model ${shown(covering[0]?.id ?? '')}`);
    else if (covering.length > 1) parts.push(`in ${covering.length} threat models`);
    const threats = this.modelled.threatsTo(id);
    if (threats > 0) parts.push(`covered by ${count(threats, 'threat')}`);
    return parts;
  }
}

function unrecorded({ documentation: { state } }: Asset, by: readonly string[]): string {
  const [first] = by;
  if (first === undefined) return 'no record';
  if (state === 'described') return `described in ${shown(first)}`;
  return state === 'mentioned' ? `no record, only named in ${shown(first)}` : 'no record';
}

function openOf(record: AssetRecord): number {
  return record.open.filter((field) => field.required).length;
}

function some(names: readonly string[]): string {
  const few = names.slice(0, MOST_NAMES).map((name) => shown(name, 40));
  return names.length > few.length ? `${few.join(', ')} and ${names.length - few.length} more` : few.join(' and ');
}

/** `reviewed 3 weeks ago`; nothing where no day is said that has been. */
function reviewed({ reviewed: day }: AssetRecord, today: string): string[] {
  const days = day === null ? null : daysBetween(day, today);
  return days === null || days < 0 ? [] : [`reviewed ${ago(days)}`];
}

function ago(days: number): string {
  if (days < 2) return days === 0 ? 'today' : 'yesterday';
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.floor(days / 7)} weeks ago`;
  return days < 730 ? `${Math.floor(days / 30.44)} months ago` : `${Math.floor(days / 365.25)} years ago`;
}
