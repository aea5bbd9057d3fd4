import assert from 'node:assert/strict';
import type { CodeFacts, Range, Value } from '../../src/core/model';

/** Fails unless every place in `facts` lies in `code`, and every call that is spoken of is there. */
export function assertWellFormed(facts: CodeFacts, code: string): void {
  const lines = code.split('\n').map((line) => line.length);
  for (const { range } of [...facts.imports, ...facts.bindings, ...facts.calls, ...facts.comments])
    assert.ok(liesIn(range, lines), `${JSON.stringify(range)} in ${JSON.stringify(code)}`);
  const open: Value[] = [
    ...facts.bindings.map(({ value }) => value),
    ...facts.calls.flatMap(({ callee, args }) => [callee, ...args.map(({ value }) => value)]),
  ];
  for (let value = open.pop(); value; value = open.pop()) {
    assert.ok(liesIn(value.range, lines), `${JSON.stringify(value)} in ${JSON.stringify(code)}`);
    if (value.kind === 'map')
      for (const { range } of value.entries) assert.ok(liesIn(range, lines), JSON.stringify(range));
    if (value.kind === 'call') assert.ok(facts.calls[value.call], `call ${String(value.call)} is not there`);
    open.push(...partsOf(value));
  }
}

function liesIn(range: Range, lines: readonly number[]): boolean {
  const within = (line: number, column: number): boolean => column >= 1 && column - 1 <= (lines[line - 1] ?? -1);
  const forward = range.endLine > range.line || (range.endLine === range.line && range.endColumn >= range.column);
  return forward && within(range.line, range.column) && within(range.endLine, range.endColumn);
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return value.holes.map((hole) => hole.value);
    case 'member':
      return [value.object];
    case 'index':
      return [value.object, value.key];
    case 'list':
      return value.items;
    case 'map':
      return value.entries.map((entry) => entry.value);
    case 'either':
      return value.options;
    case 'function':
      return value.returns;
    default:
      return [];
  }
}
