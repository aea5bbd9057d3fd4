import type { RecordColumn, RecordField, RecordKind } from '../catalogue';
import { placedProvisions } from '../catalogue/lookup';
import { forceText, rolesText } from '../catalogue/words';
import { compareText } from '../model';
import type { Asset, Completion, Position, Range } from '../model';
import { assistContext, fieldNamed, inYaml, parentKeys } from './assist-context';
import { yamlLine } from './yaml-line';
import type { AssistContext, AssistInput } from './assist-context';
import { flowRow } from './flow-row';
import type { FlowRow } from './flow-row';
import { keyNames } from './judge';
import { RACI_MARKS } from './raci';
import { threatKeys, threatValues } from '../threats/assist-values';
import { threatAssist } from './threat-assist';
import { tableCell } from './table-cell';
import { valuePlace, writtenAt } from './value-place';
import type { ValuePlace } from './value-place';
import { COVER_KEYS } from './references';

/**
 * What can stand at a position of a record: keys of its kind that are not there yet, values of a field, provision ids,
 * asset ids, people named in other records, headings. Empty where the file is no record. Works on half-typed text.
 */
export function completeInRecord(path: string, text: string, position: Position, input: AssistInput): Completion[] {
  const context = assistContext(path, text, input);
  if (context === null) return [];
  const line = context.lines.lineAt(position.line);
  const before = line.slice(0, position.column - 1);
  if (!inYaml(context, position)) return inBody(context, text, before, { line, position, input });
  if (/^\s*#/u.test(line)) return [];
  const flow = flowRow(line, position);
  if (flow !== null) return inFlowRow(context, flow, position, input);
  const parsed = yamlLine(line);
  const place = valuePlace(line, position);
  const written = (found: Completion[]) =>
    found.map((each) => (each.kind === 'key' ? each : { ...each, insert: valueAt(place, each) }));
  const { range } = place;
  if (parsed.key !== null && position.column >= parsed.valueColumn) {
    return written(values(context, [...parentKeys(context, position.line), parsed.key], range, input));
  }
  const parents = parentKeys(context, position.line);
  if (parsed.item) return written(inItem(context, parents, range, input));
  return keys(context, text, parents, keyRange(line, position));
}

/** Inside `{ … }`: the columns that are not there yet, or what can stand in one. */
function inFlowRow(context: AssistContext, row: FlowRow, position: Position, input: AssistInput): Completion[] {
  const parents = [...parentKeys(context, position.line), ...(row.owner === null ? [] : [row.owner])];
  if (row.in === 'value') {
    const found = values(context, [...parents, row.key ?? ''], row.value.range, input);
    return found.map((each) => ({ ...each, insert: valueAt(row.value, each) }));
  }
  const field = context.kind && fieldNamed(context.kind, parents.join('.'));
  if (!field) return cellKeys(context, parents, row.keyRange) ?? [];
  const free = keysOfRow(field, row.keyRange).filter(({ label }) => label === row.key || !row.keys.includes(label));
  const written = row.key !== null && row.keys.includes(row.key);
  return written ? free.map((each) => ({ ...each, insert: each.label })) : free;
}

/** Ids of provisions stay plain; everything else is quoted where YAML needs it. */
function valueAt(place: ValuePlace, { kind, label }: Completion): string {
  return kind === 'provision' ? label : writtenAt(place, label);
}

interface Spot {
  readonly line: string;
  readonly position: Position;
  readonly input: AssistInput;
}

/** Behind a dash: a value of the list, or the first column of a row. */
function inItem(context: AssistContext, parents: readonly string[], range: Range, input: AssistInput): Completion[] {
  const field = context.kind && fieldNamed(context.kind, parents.join('.'));
  if (!field) return cellKeys(context, parents, range) ?? values(context, parents, range, input);
  if (field.type === 'rows' || field.type === 'raci') return columns(field, range);
  return values(context, parents, range, input);
}

function values(context: AssistContext, names: readonly string[], range: Range, input: AssistInput): Completion[] {
  const key = names.at(-1) ?? '';
  if (names.length === 1 && key === 'record') return kinds(input, range);
  if (key === 'provisions' || key === 'provision') return provisions(input, range);
  const { kind } = context;
  const field = kind && fieldNamed(kind, names.join('.'));
  if (kind === null) return [];
  const own = kind.id === 'threat-model' ? threatValues(names, kind, range, threatAssist(context, input)) : null;
  if (own !== null) return own;
  return field ? fieldValues(kind, field, range, input) : cellValues(kind, names, range, input);
}

/** Values of a column of a row. */
function cellValues(kind: RecordKind, names: readonly string[], range: Range, input: AssistInput): Completion[] {
  const key = names.at(-1) ?? '';
  const parent = fieldNamed(kind, names.slice(0, -1).join('.'));
  if (key === 'asset') return parent ? assets(kind, range, input) : [];
  if (parent === undefined && key === 'owner') return people(range, input);
  if (parent?.type === 'covers') return digests(key, range, input);
  const column = parent?.columns?.find((each) => each.key === key);
  if (parent?.type === 'raci') return raciValues(parent, key, range);
  return column === undefined ? [] : columnValues(column, range, input);
}

function columnValues(column: RecordColumn, range: Range, input: AssistInput): Completion[] {
  if (/^(?:owner|custodian|who)$|-by$/u.test(column.key)) return people(range, input);
  return (column.values ?? []).map((value) => plain(value, column.help, range));
}

/** Rows are named by number; functions, those of the organisation's own too, are marked. */
function raciValues({ items, columns: all }: RecordField, name: string, range: Range): Completion[] {
  if (name !== all?.[0]?.key) return RACI_MARKS.map(([mark, help]) => ({ ...plain(mark, help, range), detail: help }));
  return (items ?? []).map(({ text }, index) => ({ ...plain(String(index + 1), text, range), detail: text }));
}

function fieldValues(kind: RecordKind, field: RecordField, range: Range, input: AssistInput): Completion[] {
  if (field.type === 'covers') return assets(kind, range, input);
  if (field.type === 'person') return people(range, input);
  if (field.type === 'provisions') return provisions(input, range);
  if (field.fill === 'models') {
    const models = input.assets.filter((asset) => asset.kind === 'model');
    return models.map((model) => plain(model.name, describe(model), range));
  }
  return (field.values ?? []).map((value) => plain(value, field.help, range));
}

function keys(context: AssistContext, text: string, parents: readonly string[], range: Range): Completion[] {
  const { kind } = context;
  if (kind === null) return parents.length === 0 ? [key('record', 'Kind of this record', '', range)] : [];
  const field = fieldNamed(kind, parents.join('.'));
  const inRow = field ? keysOfRow(field, range) : [];
  if (inRow.length > 0) return inRow;
  const inCell = cellKeys(context, parents, range);
  if (inCell !== null) return inCell;
  const prefix = parents.length === 0 ? '' : `${parents.join('.')}.`;
  const missing = kind.fields.filter((each) => !isWritten(context, text, each));
  return ownKeys(kind, missing, prefix, range);
}

/** The keys of a row inside a row. */
function cellKeys({ kind }: AssistContext, parents: readonly string[], range: Range): Completion[] | null {
  return kind?.id === 'threat-model' ? threatKeys(parents, kind, range) : null;
}

/** The next part of every dotted key below a prefix, each once. */
function ownKeys(kind: RecordKind, fields: readonly RecordField[], prefix: string, range: Range): Completion[] {
  const found = new Map<string, Completion>();
  for (const field of fields) {
    if (field.key === undefined || !field.key.startsWith(prefix)) continue;
    const [name = '', ...rest] = field.key.slice(prefix.length).split('.');
    if (found.has(name)) continue;
    if (rest.length > 0) found.set(name, { ...key(name, kind.groups[name] ?? '', '', range), insert: `${name}:\n  ` });
    else found.set(name, key(name, `${field.label} (${field.level})`, field.help, range));
  }
  return [...found.values()];
}

/** Whether a key stands somewhere in the YAML; inside a group its last part is looked for, indented. */
function isWritten(context: AssistContext, text: string, field: RecordField): boolean {
  const lines = text.split('\n').slice(context.firstLine - 1, context.lastLine);
  return keyNames(field).some((name) => {
    const last = name.slice(name.lastIndexOf('.') + 1);
    const start = last === name ? `${last}:` : ` ${last}:`;
    return lines.some((line) => (last === name ? line.startsWith(start) : /^ /u.test(line) && line.includes(start)));
  });
}

/** The keys of a row of a field; empty where the field has no rows. */
function keysOfRow(field: RecordField, range: Range): Completion[] {
  if (field.type === 'covers') return Object.values(COVER_KEYS).map((name) => key(name, '', '', range));
  return field.type === 'rows' || field.type === 'raci' ? columns(field, range) : [];
}

function columns(field: RecordField, range: Range): Completion[] {
  return (field.columns ?? []).map((column) => key(column.key, column.required ? 'required' : '', column.help, range));
}

function inBody(context: AssistContext, text: string, before: string, { line, position, input }: Spot): Completion[] {
  const cell = tableCell(context, text, position);
  const inCell = cell && columnValues(cell.column, cell.range, input);
  if (inCell !== null && inCell.length > 0) return inCell.map(inTable);
  const heading = /^(#{1,6})\s+(.*)$/u.exec(before);
  if (heading && context.kind) {
    const column = (heading[1]?.length ?? 0) + 2;
    const range = { line: position.line, column, endLine: position.line, endColumn: line.length + 1 };
    const missing = context.kind.fields.filter((field) => field.heading !== undefined && !hasHeading(text, field));
    return missing.map((field) => ({ ...plain(field.heading ?? '', field.help, range), kind: 'key' }));
  }
  return /(^|[\s(,])5\.[\d.-]*$/u.test(before) ? provisions(input, wordRange(line, position, /[\s(),]/u)) : [];
}

/** A bar would end the cell. */
function inTable(completion: Completion): Completion {
  return { ...completion, insert: completion.insert.replaceAll('|', '\\|') };
}

function hasHeading(text: string, field: RecordField): boolean {
  const wanted = (field.heading ?? '').toLowerCase();
  return text.split('\n').some(
    (line) =>
      line.startsWith('#') &&
      line
        .replace(/^#+\s*/u, '')
        .trim()
        .toLowerCase() === wanted,
  );
}

function kinds({ catalogue }: AssistInput, range: Range): Completion[] {
  return catalogue.records.map((kind) => ({ ...plain(kind.id, kind.about, range), detail: kind.title }));
}

function provisions({ catalogue }: AssistInput, range: Range): Completion[] {
  return placedProvisions(catalogue).map(({ provision }) => ({
    label: provision.id,
    kind: 'provision',
    detail: `${forceText(provision)} · ${rolesText(provision)}`,
    documentation: provision.summary,
    insert: provision.id,
    range,
  }));
}

function assets(kind: RecordKind, range: Range, input: AssistInput): Completion[] {
  return input.assets
    .filter((asset) => kind.assetKind === null || asset.kind === kind.assetKind)
    .map((asset) => ({
      label: asset.id,
      kind: 'asset',
      detail: asset.documented ? 'documented' : 'not documented',
      documentation: describe(asset),
      insert: asset.id,
      range,
    }));
}

function digests(name: string, range: Range, { assets: all }: AssistInput): Completion[] {
  if (name !== COVER_KEYS.digest && name !== COVER_KEYS.config) return [];
  return all.flatMap((asset) => {
    const digest = name === COVER_KEYS.digest ? asset.digest : (asset.configDigest ?? null);
    return digest === null ? [] : [plain(digest, asset.id, range)];
  });
}

/** Those who own other records first: they answer for something already. */
function people(range: Range, { records, people: others = [] }: AssistInput): Completion[] {
  const owners = [...new Set(records.flatMap((record) => record.owner ?? []))].sort(compareText);
  const found = new Map(others.map(({ name, where }) => [name, where]));
  for (const owner of owners) found.delete(owner);
  const all = [...owners.map((owner) => [owner, 'Owner of another record'] as const), ...found];
  return all.map(([name, where]) => ({ ...plain(name, where, range), kind: 'person', detail: where }));
}

function describe(asset: Asset): string {
  const [site] = asset.sites;
  return site ? `${site.path}:${site.line}` : '';
}

function plain(value: string, documentation: string, range: Range): Completion {
  return { label: value, kind: 'value', detail: '', documentation, insert: value, range };
}

function key(name: string, detail: string, documentation: string, range: Range): Completion {
  return { label: name, kind: 'key', detail, documentation, insert: `${name}: `, range };
}

/** The word around a position. */
function wordRange(line: string, { line: number, column }: Position, stop: RegExp): Range {
  let start = Math.min(column - 1, line.length);
  let end = start;
  while (start > 0 && !stop.test(line[start - 1] ?? ' ')) start -= 1;
  while (end < line.length && !stop.test(line[end] ?? ' ')) end += 1;
  return { line: number, column: start + 1, endLine: number, endColumn: end + 1 };
}

/** The key around a position, its colon and the space behind it too. */
function keyRange(line: string, position: Position): Range {
  const word = wordRange(line, position, /[\s:]/u);
  const colon = /^:[ \t]?/u.exec(line.slice(word.endColumn - 1));
  return { ...word, endColumn: word.endColumn + (colon?.[0].length ?? 0) };
}
