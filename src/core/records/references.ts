import type { RecordKind } from '../catalogue';
import type { AssetKind, Cover, ProvisionReference } from '../model';
import { isAnswer } from './answers';
import type { Entry, Trouble, Value } from './keys';
import type { RecordSource } from './record-source';
import { lastPart, spot } from './values';

/** The keys of one entry of `covers`. */
export const COVER_KEYS = { asset: 'asset', digest: 'digest', config: 'config-digest', settings: 'settings' } as const;

/** The entries of `covers`: `{asset, digest}`, or the id alone. */
export function coversOf(kind: RecordKind | null, source: RecordSource): { covers: Cover[]; trouble: Trouble[] } {
  const value = source.entries.get('covers')?.value;
  const covers: Cover[] = [];
  const trouble: Trouble[] = [];
  if (value === undefined || value.type === 'empty') return { covers, trouble };
  for (const item of value.type === 'list' ? value.items : [value]) {
    const cover = coverOf(item, source);
    if (cover === 'none') continue;
    if (cover === 'wrong') {
      const message = 'covers holds asset ids such as model:gpt-4o, each with its digest';
      trouble.push({ ...spot(item), message });
      continue;
    }
    covers.push({
      asset: cover.asset,
      digest: cover.digest,
      ...cover.run,
      range: source.lines.range(cover.place.start, cover.place.end),
    });
    const wrong = wrongKind(kind?.assetKind ?? null, cover.asset);
    if (wrong !== null) trouble.push({ ...spot(cover.place), message: wrong });
  }
  return { covers, trouble };
}

interface Covered {
  readonly asset: string;
  readonly digest: string | null;
  /** How it ran. */
  readonly run: Pick<Cover, 'config' | 'settings'>;
  readonly place: Value;
}

/** `none` where nothing is written yet. */
function coverOf(item: Value, source: RecordSource): Covered | 'none' | 'wrong' {
  if (item.type === 'empty') return 'none';
  if (item.type === 'text') return covered(item, undefined, {});
  if (item.type !== 'map') return 'wrong';
  const cells = new Map(item.entries.map((entry) => [lastPart(entry.key), entry.value]));
  const asset = cells.get('asset');
  if (asset?.type === 'empty') return 'none';
  return asset?.type === 'text' ? covered(asset, cells.get('digest'), ranWith(cells, source)) : 'wrong';
}

function covered(
  asset: Value & { type: 'text' },
  digest: Value | undefined,
  run: Pick<Cover, 'config' | 'settings'>,
): Covered | 'none' {
  if (!isAnswer(asset.text)) return 'none';
  return { asset: asset.text, digest: digest?.type === 'text' ? digest.text.trim() : null, run, place: asset };
}

/** The digest of the settings and the settings themselves, as far as they are there; one without a value is not set. */
function ranWith(cells: ReadonlyMap<string, Value>, source: RecordSource): Pick<Cover, 'config' | 'settings'> {
  const [config, settings] = [cells.get(COVER_KEYS.config), cells.get(COVER_KEYS.settings)];
  const entries = settings?.type === 'map' ? settings.entries : [];
  const known = entries.flatMap(({ key, value }) =>
    value.type === 'empty' ? [] : [[lastPart(key), valueText(value, source)] as const],
  );
  return {
    ...(config?.type === 'text' ? { config: config.text.trim() } : {}),
    ...(settings?.type === 'map' ? { settings: Object.fromEntries(known) } : {}),
  };
}

/** A list or map that somebody wrote without quotes counts as it stands there. */
function valueText(value: Value, source: RecordSource): string {
  return (value.type === 'text' ? value.text : source.text.slice(value.start, value.end)).trim();
}

function wrongKind(kind: AssetKind | null, asset: string): string | null {
  const prefix = /^(model|dataset|prompt):/u.exec(asset)?.[1];
  if (prefix === undefined) return 'An asset id begins with model:, dataset: or prompt:';
  return kind === null || kind === prefix ? null : `This kind of record documents a ${kind}, not a ${prefix}`;
}

/** Every provision that a record names, under `provisions` or in a row. */
export function provisionsOf(source: RecordSource): ProvisionReference[] {
  const found: ProvisionReference[] = [];
  const waiting: Entry[] = [...source.keys.entries].reverse();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const key = lastPart(entry.key);
    if (key === 'provisions' || key === 'provision') found.push(...idsIn(entry.value, source));
    waiting.push(...inner(entry.value).reverse());
  }
  return found;
}

function inner(value: Value): Entry[] {
  if (value.type === 'map') return [...value.entries];
  return value.type === 'list' ? value.items.flatMap(inner) : [];
}

function idsIn(value: Value, source: RecordSource): ProvisionReference[] {
  if (value.type === 'list') return value.items.flatMap((item) => (item.type === 'list' ? [] : idsIn(item, source)));
  if (value.type !== 'text') return [];
  const written = source.text.slice(value.start, value.end);
  const ids: ProvisionReference[] = [];
  let from = 0;
  for (const [id] of value.text.matchAll(/[^\s,;]+/gu)) {
    const at = written.indexOf(id, from);
    from = at < 0 ? from : at + id.length;
    const start = at < 0 ? value.start : value.start + at;
    ids.push({ id, range: source.lines.range(start, at < 0 ? value.end : start + id.length) });
  }
  return ids;
}

/** The one text of a key, or the first of several; null where it is no answer. */
export function textOf(key: string, source: RecordSource): string | null {
  const value = source.entries.get(key)?.value;
  const first = value?.type === 'list' ? value.items[0] : value;
  return first?.type === 'text' && isAnswer(first.text) ? first.text.trim() : null;
}
