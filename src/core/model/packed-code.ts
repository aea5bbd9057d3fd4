import type { Argument, Binding, Call, CodeFacts, Comment, Hole, Import, MapEntry, TextValue, Value } from './code';
import type { Range } from './position';

/**
 * Code facts as JSON without the names of their parts: a quarter of the size of the same as objects, and a project holds
 * those of thousands of files. Each thing is a row, its range at the end; what is absent is null.
 */
type Json = string | number | boolean | null | readonly Json[];
type Row = readonly Json[];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Kinds of values by their number in a row. To add one, put it at the end. */
const KINDS = [
  'text',
  'literal',
  'name',
  'member',
  'index',
  'call',
  'list',
  'map',
  'either',
  'function',
  'unknown',
] as const;
const BINDINGS = ['variable', 'parameter', 'member', 'return'] as const;
const FORMS = ['call', 'new', 'decorator', 'annotation', 'base'] as const;

export function packCode({ language, imports, bindings, calls, comments, hasErrors }: CodeFacts): string {
  const rows: Row = [
    language,
    hasErrors,
    imports.map(({ module, name, local, range }) => [module, name, local, ...rangeRow(range)]),
    bindings.map(({ symbol, name, kind, value, scope, range }) => [
      ...[symbol, name, BINDINGS.indexOf(kind), valueRow(value), scope ?? null, ...rangeRow(range)],
    ]),
    calls.map(callRow),
    comments.map(({ text, range }) => [text, ...rangeRow(range)]),
  ];
  return JSON.stringify(rows);
}

/** The facts again, equal to those that were packed. Throws where the text was not made by `packCode`. */
export function unpackCode(json: string): CodeFacts {
  const [language, hasErrors, imports, bindings, calls, comments] = JSON.parse(json) as [
    string,
    boolean,
    ...(readonly Row[])[],
  ];
  return {
    language,
    imports: (imports ?? []).map(importOf),
    bindings: (bindings ?? []).map(bindingOf),
    calls: (calls ?? []).map(callOf),
    comments: (comments ?? []).map((row): Comment => ({ text: row[0] as string, range: rangeAt(row, 1) })),
    hasErrors,
  };
}

function callRow({ callee, args, scope, form, decorates, docstring, range }: Call): Row {
  return [
    valueRow(callee),
    args.map(({ name, value, spread }) => [name, valueRow(value), spread ?? null]),
    scope,
    FORMS.indexOf(form),
    decorates ?? null,
    docstring ? valueRow(docstring) : null,
    ...rangeRow(range),
  ];
}

function valueRow(value: Value): Row {
  return [KINDS.indexOf(value.kind), ...partsOf(value), ...rangeRow(value.range)];
}

function partsOf(value: Value): Row {
  switch (value.kind) {
    case 'text':
      return [value.text, value.holes.map(({ source, value: inside }) => [source, valueRow(inside)])];
    case 'literal':
      return [value.value];
    case 'name':
      return [value.name];
    case 'member':
      return [valueRow(value.object), value.name];
    case 'index':
      return [valueRow(value.object), valueRow(value.key)];
    case 'call':
      return [value.call];
    case 'list':
      return [value.items.map(valueRow)];
    case 'map':
      return [value.entries.map(entryRow)];
    case 'either':
      return [value.options.map(valueRow)];
    case 'function':
      return [value.returns.map(valueRow)];
    case 'unknown':
      return [];
  }
}

function entryRow({ key, value, spread, range }: MapEntry): Row {
  return [key, valueRow(value), spread ?? null, ...rangeRow(range)];
}

/** Always the end of a row: it is longer in a notebook. */
function rangeRow({ line, column, endLine, endColumn, cell, cellLine }: Range): number[] {
  const place = [line, column, endLine, endColumn];
  return cell === undefined || cellLine === undefined ? place : [...place, cell, cellLine];
}

function importOf(row: Row): Import {
  return {
    module: row[0] as string,
    name: row[1] as string | null,
    local: row[2] as string,
    range: rangeAt(row, 3),
  };
}

function bindingOf(row: Row): Binding {
  const binding: Mutable<Binding> = {
    symbol: row[0] as string,
    name: row[1] as string,
    kind: BINDINGS[row[2] as number] ?? 'variable',
    value: valueOf(row[3] as Row),
    range: rangeAt(row, 5),
  };
  if (row[4] !== null) binding.scope = row[4] as string;
  return binding;
}

function callOf(row: Row): Call {
  const call: Mutable<Call> = {
    callee: valueOf(row[0] as Row),
    args: (row[1] as readonly Row[]).map(argumentOf),
    scope: row[2] as string,
    form: FORMS[row[3] as number] ?? 'call',
    range: rangeAt(row, 6),
  };
  if (row[4] !== null) call.decorates = row[4] as string;
  if (row[5] !== null) call.docstring = valueOf(row[5] as Row) as TextValue;
  return call;
}

function argumentOf(row: Row): Argument {
  const argument: Mutable<Argument> = { name: row[0] as string | null, value: valueOf(row[1] as Row) };
  if (row[2] !== null) argument.spread = row[2] as boolean;
  return argument;
}

function valueOf(row: Row): Value {
  const kind = KINDS[row[0] as number] ?? 'unknown';
  const [, first, second] = row;
  switch (kind) {
    case 'text':
      return { kind, text: first as string, holes: (second as readonly Row[]).map(holeOf), range: rangeAt(row, 3) };
    case 'literal':
      return { kind, value: first as number | boolean | null, range: rangeAt(row, 2) };
    case 'name':
      return { kind, name: first as string, range: rangeAt(row, 2) };
    case 'member':
      return { kind, object: valueOf(first as Row), name: second as string, range: rangeAt(row, 3) };
    case 'index':
      return { kind, object: valueOf(first as Row), key: valueOf(second as Row), range: rangeAt(row, 3) };
    case 'call':
      return { kind, call: first as number, range: rangeAt(row, 2) };
    case 'list':
      return { kind, items: valuesOf(first), range: rangeAt(row, 2) };
    case 'map':
      return { kind, entries: (first as readonly Row[]).map(entryOf), range: rangeAt(row, 2) };
    case 'either':
      return { kind, options: valuesOf(first), range: rangeAt(row, 2) };
    case 'function':
      return { kind, returns: valuesOf(first), range: rangeAt(row, 2) };
    case 'unknown':
      return { kind, range: rangeAt(row, 1) };
  }
}

function valuesOf(rows: Json | undefined): Value[] {
  return (rows as readonly Row[]).map(valueOf);
}

function holeOf(row: Row): Hole {
  return { source: row[0] as string, value: valueOf(row[1] as Row) };
}

function entryOf(row: Row): MapEntry {
  const entry: Mutable<MapEntry> = {
    key: row[0] as string | null,
    value: valueOf(row[1] as Row),
    range: rangeAt(row, 3),
  };
  if (row[2] !== null) entry.spread = row[2] as boolean;
  return entry;
}

function rangeAt(row: Row, at: number): Range {
  const range: Mutable<Range> = {
    line: row[at] as number,
    column: row[at + 1] as number,
    endLine: row[at + 2] as number,
    endColumn: row[at + 3] as number,
  };
  if (row.length === at + 4) return range;
  range.cell = row[at + 4] as number;
  range.cellLine = row[at + 5] as number;
  return range;
}
