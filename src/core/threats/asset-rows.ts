import type { Asset, RowsEnd } from '../model';
import type { Value } from '../records/keys';
import type { RecordSource } from '../records/record-source';
import { yamlText } from '../records/yaml-text';

/** Written where an asset ran with no settings when it was reviewed, so that the first one is noticed. */
export const NO_SETTINGS = 'none';

/** What an asset is today, by the keys of its row; a key that has no answer is left out. */
export function assetToday({ kind, digest, configDigest }: Asset): [key: 'digest' | 'config-digest', value: string][] {
  const config = configDigest ?? (kind === 'model' ? NO_SETTINGS : null);
  return [
    ...(digest === null ? [] : [['digest', digest] as ['digest', string]]),
    ...(config === null ? [] : [['config-digest', config] as ['config-digest', string]]),
  ];
}

/** The lines of an asset's row in a threat model, without the indentation of the list. */
function assetRow(asset: Asset): string[] {
  const site = asset.sites[0];
  return [
    `- asset: ${yamlText(asset.id)}`,
    ...assetToday(asset).map(([key, value]) => `  ${key}: ${yamlText(value)}`),
    ...(site ? [`  seen: ${yamlText(`${site.path}:${site.line}`)}`] : []),
  ];
}

/** Rows as they are to be put where a list ends. */
export function rowsText(assets: readonly Asset[], { before, lead, inline }: Omit<RowsEnd, 'range'>): string {
  const lines = inline ? assets.map(({ id }) => inBrackets(id)) : assets.flatMap(assetRow);
  return before + lines.map((line) => `${lead}${line}`).join('');
}

/** Between brackets a comma or bracket ends a plain value. */
function inBrackets(id: string): string {
  const text = yamlText(id);
  return /[,[\]{}]/u.test(text) && !text.startsWith('"') ? JSON.stringify(id) : text;
}

/** Where more rows go under `assets`; null where only a person can put them. */
export function endOfAssets(source: RecordSource): RowsEnd | null {
  const entry = source.entries.get('assets');
  if (!entry) return newKey(source);
  const { value } = entry;
  if (value.type === 'list' && value.items.length > 0) return behindItems(source, value.items);
  const { text, lines } = source;
  const empty = value.type === 'empty' || value.type === 'list';
  const before = text.slice(0, value.start).trimEnd().length;
  const stop = lineEnd(text, value.end);
  if (!empty || text.slice(value.end, stop).trim() !== '' || before < entry.end) return null;
  return { range: lines.range(before, value.end), before: '', lead: `${eolOf(text)}  `, inline: false };
}

function behindItems({ text, lines }: RecordSource, items: readonly Value[]): RowsEnd | null {
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return null;
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1;
  const written = last.start + text.slice(last.start, last.end).trimEnd().length;
  const indent = /^( *)- +$/u.exec(text.slice(lineStart, first.start))?.[1];
  if (indent !== undefined) {
    const stop = lineEnd(text, written);
    return { range: lines.range(stop, stop), before: '', lead: `${eolOf(text)}${indent}`, inline: false };
  }
  if (!/\[\s*$/u.test(text.slice(lineStart, first.start))) return null;
  return { range: lines.range(written, written), before: '', lead: ', ', inline: true };
}

/** The key is put behind all others, where keys stand on lines of their own. */
function newKey({ text, lines, keys }: RecordSource): RowsEnd | null {
  const first = keys.entries[0];
  const plain = first && (first.start === 0 || /[\n\uFEFF]/u.test(text[first.start - 1] ?? ''));
  if (!plain || /^(?:\.\.\.|---)/mu.test(text.slice(first.end))) return null;
  const end = text.trimEnd().length;
  const range = lines.range(end, end);
  return { range, before: `${eolOf(text)}assets:`, lead: `${eolOf(text)}  `, inline: false };
}

function eolOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
}
