import type { Asset, RowsEnd } from '../model';
import type { Value } from '../records/keys';
import type { RecordSource } from '../records/record-source';
import { lastPart } from '../records/values';
import { yamlText } from '../records/yaml-text';
import { assetToday, endOfAssets, rowsText } from '../threats/asset-rows';
import { behind } from './cover-edits';
import type { OffsetEdit } from './text-edit';
import { lineEndAt } from './text-edit';

/** What a review of a threat model finds. */
export interface ThreatReview {
  /** Assets of today by the id that stands in the model. */
  readonly listed: ReadonlyMap<string, Asset>;
  /** Those that the model does not take in yet. */
  readonly added: readonly Asset[];
}

/**
 * Writes the digests of today beside the assets that a threat model lists, and the assets that it lacks behind them. Null
 * where they have no place.
 */
export function threatReviewEdits(source: RecordSource, { listed, added }: ThreatReview): OffsetEdit[] | null {
  const value = source.entries.get('assets')?.value;
  const items = value?.type === 'list' ? value.items : value ? [value] : [];
  const edits = items.flatMap((item) => rowEdits(source, item, listed));
  if (added.length === 0) return edits;
  const end = endOfAssets(source);
  if (end === null) return null;
  return [...edits, behindRows(source, end, rowsText(added, end))];
}

/** Rows behind the last one go to the beginning of the next line, so that they stand behind keys which that one is given. */
function behindRows({ text, lines }: RecordSource, { range, inline }: RowsEnd, rows: string): OffsetEdit {
  const start = lines.offset(range);
  const end = lines.offset({ line: range.endLine, column: range.endColumn });
  const lineEnd = /^\r?\n/u.exec(rows)?.[0] ?? '';
  if (inline || start < end || lineEnd === '' || !text.startsWith(lineEnd, end)) return { start, end, text: rows };
  const next = end + lineEnd.length;
  return { start: next, end: next, text: rows.slice(lineEnd.length) + lineEnd };
}

function rowEdits(source: RecordSource, item: Value, listed: ReadonlyMap<string, Asset>): OffsetEdit[] {
  if (item.type === 'text') return plainRow(source, item, listed.get(item.text.trim()));
  if (item.type !== 'map') return [];
  const cells = new Map(item.entries.map((entry) => [lastPart(entry.key).replaceAll('_', '-'), entry.value]));
  const id = cells.get('asset');
  const asset = id?.type === 'text' ? listed.get(id.text.trim()) : undefined;
  if (!asset) return [];
  const today = assetToday(asset);
  const missing = today.filter(([key]) => !cells.has(key)).map(([key, now]) => `${key}: ${yamlText(now)}`);
  // Settings that are gone leave an empty value behind.
  const gone = asset.configDigest == null && asset.kind !== 'model' ? [['config-digest', ''] as const] : [];
  const edits = [...today, ...gone].flatMap(([key, now]) => valueEdit(source, cells.get(key), now));
  return [...edits, ...behind(source, item, missing)];
}

function valueEdit({ text }: RecordSource, value: Value | undefined, now: string): OffsetEdit[] {
  if (value?.type !== 'text' && value?.type !== 'empty') return [];
  const { start, end } = value;
  const bare = start === end && text[start - 1] === ':';
  return [{ start, end, text: `${bare ? ' ' : ''}${yamlText(now)}` }];
}

/** `- model:gpt-4o` becomes a row with keys, where it stands alone on its line. */
function plainRow({ text }: RecordSource, item: Value & { type: 'text' }, asset: Asset | undefined): OffsetEdit[] {
  const lineStart = text.lastIndexOf('\n', item.start - 1) + 1;
  const dash = /^( *)- +$/u.exec(text.slice(lineStart, item.start));
  const cells = asset && dash && !/^[|>]/u.test(text.slice(item.start)) ? assetToday(asset) : [];
  if (cells.length === 0) return [];
  const indent = `${lineEndAt(text, item.start)}${' '.repeat(dash?.[0].length ?? 0)}`;
  const lines = cells.map(([key, value]) => `${indent}${key}: ${yamlText(value)}`).join('');
  const stop = text.indexOf('\n', item.end);
  const at = stop < 0 ? text.length : text[stop - 1] === '\r' ? stop - 1 : stop;
  return [
    { start: item.start, end: item.start, text: 'asset: ' },
    { start: at, end: at, text: lines },
  ];
}
