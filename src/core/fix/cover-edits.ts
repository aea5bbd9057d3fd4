import type { Settings } from '../model';
import type { Entry, Value } from '../records/keys';
import type { RecordSource } from '../records/record-source';
import { COVER_KEYS } from '../records/references';
import { lastPart } from '../records/values';
import { settingText, yamlText } from '../records/yaml-text';
import { inPlaceOf, lineEndAt } from './text-edit';
import type { OffsetEdit } from './text-edit';

/** What an asset is today. */
export interface CoverUpdate {
  readonly digest: string | null;
  /** Null where it runs with no settings. */
  readonly config: string | null;
  readonly settings: Settings;
}

/**
 * The new digests and settings in their places. A digest is only renewed, settings are added where a record keeps none yet.
 * Null where one of the covers is not there, or can hold neither.
 */
export function coverEdits(source: RecordSource, updates: ReadonlyMap<string, CoverUpdate>): OffsetEdit[] | null {
  const value = source.entries.get('covers')?.value;
  const items = value?.type === 'list' ? value.items : value ? [value] : [];
  const missing = new Set(updates.keys());
  const edits: OffsetEdit[] = [];
  for (const item of items) {
    if (item.type !== 'map') continue;
    const cells = new Map(item.entries.map((entry) => [lastPart(entry.key), entry]));
    const asset = cells.get(COVER_KEYS.asset)?.value;
    const update = asset?.type === 'text' ? updates.get(asset.text) : undefined;
    if (asset?.type !== 'text' || update === undefined) continue;
    const written = [...digestEdit(source, cells, update), ...runEdits(source, item, cells, update)];
    if (written.length > 0) missing.delete(asset.text);
    edits.push(...written);
  }
  return missing.size === 0 ? edits : null;
}

type Cells = ReadonlyMap<string, Entry>;
type MapValue = Value & { readonly type: 'map' };

function digestEdit(source: RecordSource, cells: Cells, { digest }: CoverUpdate): OffsetEdit[] {
  const before = cells.get(COVER_KEYS.digest)?.value;
  return before?.type === 'text' && digest !== null ? instead(source, before, yamlText(digest)) : [];
}

/** What it runs with: written anew where that is kept, else put behind the other keys. */
function runEdits(source: RecordSource, item: MapValue, cells: Cells, update: CoverUpdate): OffsetEdit[] {
  const { config, settings } = update;
  const [before, kept] = [cells.get(COVER_KEYS.config), cells.get(COVER_KEYS.settings)];
  const edits: OffsetEdit[] = [];
  const added: string[] = [];
  if (before) edits.push(...scalarEdit(source, before.value, config === null ? '""' : yamlText(config)));
  else if (config !== null) added.push(`${COVER_KEYS.config}: ${yamlText(config)}`);
  if (kept) edits.push(...settingsEdits(source, kept.value, settings));
  else if (Object.keys(settings).length > 0) added.push(`${COVER_KEYS.settings}: ${inBraces(settings)}`);
  return [...edits, ...behind(source, item, added)];
}

function scalarEdit(source: RecordSource, value: Value, text: string): OffsetEdit[] {
  if (value.type === 'list' || value.type === 'map') return [];
  return instead(source, value, text);
}

/** One by one, so that what a person has written around them stays. One that is not set any more keeps its key. */
function settingsEdits(source: RecordSource, value: Value, settings: Settings): OffsetEdit[] {
  const all = Object.keys(settings).length === 0;
  if (value.type !== 'map') {
    return value.type === 'empty' && !all ? instead(source, value, inBraces(settings)) : [];
  }
  if (value.entries.length === 0) return all ? [] : instead(source, value, inBraces(settings));
  const known = new Set(value.entries.map(({ key }) => lastPart(key)));
  const edits = value.entries.flatMap((entry) => settingEdit(source, entry, settings));
  const added = Object.entries(settings)
    .filter(([name]) => !known.has(name))
    .map(([name, text]) => `${name}: ${settingText(text)}`);
  return [...edits, ...behind(source, value, added)];
}

function settingEdit(source: RecordSource, { key, value }: Entry, settings: Settings): OffsetEdit[] {
  const name = lastPart(key);
  const next = Object.hasOwn(settings, name) ? settings[name] : undefined;
  const before = value.type === 'text' ? value.text : source.text.slice(value.start, value.end);
  if (next === undefined) return value.type === 'empty' ? [] : instead(source, value, '""');
  return before.trim() === next ? [] : instead(source, value, flowText(next));
}

function inBraces(settings: Settings): string {
  const parts = Object.entries(settings).map(([name, value]) => `${name}: ${flowText(value)}`);
  return `{ ${parts.join(', ')} }`;
}

/** Inside braces a comma or bracket ends a plain value. */
function flowText(value: string): string {
  const text = settingText(value);
  return /[,[\]{}]/u.test(text) && !text.startsWith('"') ? JSON.stringify(value) : text;
}

/** A text in a block keeps its place: nothing is put there. */
function instead({ text: all }: RecordSource, { start, end }: Value, text: string): OffsetEdit[] {
  if (end > start && /[|>]/u.test(all[start] ?? '')) return [];
  return [inPlaceOf(all, { start, end }, text)];
}

/** More keys of a map, behind its last one: on lines of their own, or between the braces. */
export function behind({ text }: RecordSource, map: MapValue, added: readonly string[]): OffsetEdit[] {
  const first = map.entries[0];
  const last = [...map.entries].sort((a, b) => leafEnd(a) - leafEnd(b)).at(-1);
  if (!first || !last || added.length === 0) return [];
  const at = leafEnd(last);
  if (text[map.start] === '{') return [{ start: at, end: at, text: added.map((line) => `, ${line}`).join('') }];
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1;
  const indent = /^\uFEFF?( *(?:- +)*)["']?$/u.exec(text.slice(lineStart, first.start))?.[1];
  const block = last.value.type === 'text' && /[|>]/u.test(text[last.value.start] ?? '');
  if (indent === undefined || block) return [];
  const stop = text.indexOf('\n', at);
  const end = lineEndAt(text, first.start);
  const lines = added.map((line) => `${' '.repeat(indent.length)}${line}`).join(end);
  const where = stop < 0 ? text.length : stop + 1;
  return [{ start: where, end: where, text: stop < 0 ? end + lines : lines + end }];
}

/** Where the last word of an entry ends: a map ends where its last value does, not behind the lines after it. */
function leafEnd({ end, value }: Entry): number {
  if (value.type === 'map' && value.entries.length > 0) return Math.max(...value.entries.map(leafEnd));
  return Math.max(end, value.end);
}
