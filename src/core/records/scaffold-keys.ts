import type { RecordColumn, RecordField, RecordKind } from '../catalogue';
import type { Asset } from '../model';
import { isAnswer } from './answers';
import { known, place, toldSource } from './fill';
import type { Known } from './fill';
import { oneLine } from './one-line';
import { raciLines } from './scaffold-table';
import type { ScaffoldText } from './scaffold-text';
import { COVER_KEYS } from './references';
import { settingsOf } from './settings';
import { settingText, yamlText, yamlValue } from './yaml-text';

/** Writes the keys of a new record: what is known, and a gap with a line of help for what is not. */
export function writeKeys(text: ScaffoldText, about: Known, wanted: (field: RecordField) => boolean): void {
  let group: string | null = null;
  for (const field of about.kind.fields) {
    if (field.key === undefined || !wanted(field)) continue;
    const parts = field.key.split('.');
    const key = parts.pop() ?? '';
    const inside = parts[0] ?? null;
    if (inside !== group && inside !== null) {
      writeComment(text, '', about.kind.groups[inside]);
      text.line(`${inside}:`);
    }
    group = inside;
    writeField(text, about, field, { key, indent: inside === null ? '' : '  ' });
  }
}

interface Spot {
  readonly key: string;
  readonly indent: string;
}

function writeField(text: ScaffoldText, about: Known, field: RecordField, spot: Spot): void {
  const { key, indent } = spot;
  if (field.type === 'covers') return writeCovers(text, about, field, spot);
  if (field.type === 'rows' || field.type === 'raci') return writeRows(text, about, field, spot);
  const value = known(field, about);
  const from = toldSource(field, about);
  const source = from === null ? '' : ` # ${oneLine(from)}`;
  if (value === null || !answers(value)) {
    if (field.level === 'optional') return;
    writeHelp(text, field, indent);
    text.lineWithGap(`${indent}${key}: "`, '', '"');
  } else if (typeof value === 'string') {
    text.line(`${indent}${key}: ${yamlValue(value)}${source}`);
  } else if (field.type === 'provisions') {
    text.line(`${indent}${key}: [${value.map(yamlValue).join(', ')}]`);
  } else {
    text.line(`${indent}${key}:${source}`);
    for (const item of value) text.line(`${indent}  - ${yamlValue(item)}`);
  }
}

function answers(value: string | readonly string[]): boolean {
  return typeof value === 'string' ? isAnswer(value) : value.some((item) => isAnswer(item));
}

function writeCovers(text: ScaffoldText, about: Known, field: RecordField, { key, indent }: Spot): void {
  if (about.assets.length === 0) {
    writeHelp(text, field, indent);
    text.lineWithGap(`${indent}${key}: `, '[]');
    return;
  }
  text.line(`${indent}${key}:`);
  for (const asset of about.assets) {
    text.line(`${indent}  - asset: ${yamlText(asset.id)}`);
    if (asset.digest !== null) text.line(`${indent}    ${COVER_KEYS.digest}: ${yamlText(asset.digest)}`);
    // Only records that document an asset are asked later what became of its settings.
    if (about.kind.assetKind !== null) writeSettings(text, asset, `${indent}    `);
  }
}

/** What it runs with, so that a change of that is noticed too. A model that is run with no settings has none to keep. */
function writeSettings(text: ScaffoldText, asset: Asset, indent: string): void {
  const settings = Object.entries(settingsOf(asset));
  if (asset.configDigest != null) text.line(`${indent}${COVER_KEYS.config}: ${yamlText(asset.configDigest)}`);
  if (settings.length === 0) {
    if (asset.kind === 'model' && asset.sites.length > 0) text.line(`${indent}${COVER_KEYS.settings}: {}`);
    return;
  }
  text.line(`${indent}${COVER_KEYS.settings}:`);
  for (const [name, value] of settings) text.line(`${indent}  ${name}: ${settingText(value)}`);
}

function writeRows(text: ScaffoldText, about: Known, field: RecordField, { key, indent }: Spot): void {
  writeHelp(text, field, indent);
  // The cells of a matrix are all alike: its line of help has said it.
  const columns = field.type === 'raci' ? [] : (field.columns ?? []).filter(({ rare }) => !rare);
  for (const column of columns.filter(({ rare }) => !rare))
    writeComment(text, indent, `  ${column.key}: ${column.help}${allowed(column)}`);
  const lines = rowsIn(about, field);
  if (lines.length === 0) {
    text.lineWithGap(`${indent}${key}: `, '[]');
    return;
  }
  text.line(`${indent}${key}:`);
  for (const line of lines) text.line(line === '' ? '' : `${indent}  ${line}`);
}

/** What was worked out for a list, else what it covers and the rows that every such record begins with. */
function rowsIn({ begun, assets }: Known, field: RecordField): readonly string[] {
  const known = begun?.rows.get(field.key ?? '') ?? [];
  if (known.length > 0) return known;
  if (field.type === 'raci') return raciLines(field);
  return [...(field.fill === 'covers' ? assetRows(assets) : []), ...(field.template?.trimEnd().split('\n') ?? [])];
}

function allowed(column: RecordColumn): string {
  return column.values === undefined ? '' : ` (${column.values.join(', ')})`;
}

function assetRows(assets: readonly Asset[]): string[] {
  return assets.flatMap((asset) => {
    const site = asset.sites[0];
    return [`- asset: ${yamlText(asset.id)}`, ...(site ? [`  seen: ${yamlText(place(site))}`] : [])];
  });
}

function writeHelp(text: ScaffoldText, field: RecordField, indent: string): void {
  const colon = field.help.endsWith('?') ? ' ' : ': ';
  writeComment(text, indent, field.help + (field.values === undefined ? '' : colon + field.values.join(', ')));
}

function writeComment(text: ScaffoldText, indent: string, words: string | undefined): void {
  if (words !== undefined) text.line(`${indent}# ${words}`);
}

/** Required and advised fields are written, optional ones only where something is known. */
export function isWritten(field: RecordField): boolean {
  return field.level !== 'optional' || field.fill !== undefined;
}

/** The kind of record that documents assets of a kind. */
export function kindOf(kinds: readonly RecordKind[], asset: Pick<Asset, 'kind'>): RecordKind | undefined {
  return kinds.find((kind) => kind.assetKind === asset.kind);
}
