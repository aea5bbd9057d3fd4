import type { Asset, RowsEnd } from '../model';
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
export function assetRow(asset: Asset): string[] {
  const site = asset.sites[0];
  return [
    `- asset: ${yamlText(asset.id)}`,
    ...assetToday(asset).map(([key, value]) => `  ${key}: ${yamlText(value)}`),
    ...(site ? [`  seen: ${yamlText(`${site.path}:${site.line}`)}`] : []),
  ];
}

/** Rows as they are to be put where a list ends. */
export function rowsText(assets: readonly Asset[], { lead }: Pick<RowsEnd, 'lead'>): string {
  return assets
    .flatMap(assetRow)
    .map((line) => `${lead}${line}`)
    .join('');
}

/** Where more rows go under `assets`; null where the list is not one of lines that begin with dashes. */
export function endOfAssets({ text, entries, lines }: RecordSource): RowsEnd | null {
  const entry = entries.get('assets');
  if (!entry) return null;
  const { value } = entry;
  const end = /\r\n/u.test(text.slice(0, 10_000)) ? '\r\n' : '\n';
  const [first] = value.type === 'list' ? value.items : [];
  if (value.type === 'list' && first) {
    const lineStart = text.lastIndexOf('\n', first.start - 1) + 1;
    const indent = /^( *)- +$/u.exec(text.slice(lineStart, first.start))?.[1];
    if (indent === undefined) return null;
    const last = value.items.at(-1) ?? first;
    const written = last.start + text.slice(last.start, last.end).trimEnd().length;
    const stop = lineEnd(text, written);
    return { range: lines.range(stop, stop), lead: `${end}${indent}` };
  }
  const empty = value.type === 'empty' || value.type === 'list';
  const before = text.slice(0, value.start).trimEnd().length;
  const stop = lineEnd(text, value.end);
  if (!empty || text.slice(value.end, stop).trim() !== '' || before < entry.end) return null;
  return { range: lines.range(before, value.end), lead: `${end}  ` };
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
}
