import type { Position, Range } from '../model';
import { yamlText } from './yaml-text';

/** The value at a position of a line of YAML, as it is being typed. */
export interface ValuePlace {
  readonly range: Range;
  /** The quote it stands in; null where it stands in none. */
  readonly quote: '"' | "'" | null;
}

const BEFORE_VALUE = /^\s*(?:-\s+)*(?:["']?[A-Za-z][\w.-]*["']?[ \t]*:(?:\s+|$))?/u;

/** The value around a position: what stands in quotes, between the commas of a list in brackets, or behind the key. */
export function valuePlace(line: string, { line: number, column }: Position): ValuePlace {
  const caret = Math.min(column - 1, line.length);
  const inBrackets = /^\s*\[/u.test(line.slice(keyLength(line, caret), caret));
  let start = valueStart(line, caret, inBrackets);
  const first = line[start];
  const quote = (first === '"' || first === "'") && start < caret ? first : null;
  if (quote !== null) start += 1;
  const end = quote === null ? plainEnd(line, caret, inBrackets) : indexOrEnd(line, line.indexOf(quote, caret));
  return { range: { line: number, column: start + 1, endLine: number, endColumn: end + 1 }, quote };
}

function keyLength(line: string, caret: number): number {
  return Math.min(BEFORE_VALUE.exec(line)?.[0].length ?? 0, caret);
}

function valueStart(line: string, caret: number, inBrackets: boolean): number {
  const separator = Math.max(line.lastIndexOf(',', caret - 1), line.lastIndexOf('[', caret - 1));
  let start = inBrackets ? separator + 1 : keyLength(line, caret);
  while (start < caret && line[start] === ' ') start += 1;
  return start;
}

/** The end of a value without quotes, and without the spaces behind it. */
function plainEnd(line: string, caret: number, inBrackets: boolean): number {
  const stop = line.slice(caret).search(inBrackets ? /[,\]]/u : /\s#|\r/u);
  const end = stop < 0 ? line.length : caret + stop;
  return Math.max(line.slice(0, end).trimEnd().length, caret);
}

function indexOrEnd(line: string, index: number): number {
  return index < 0 ? line.length : index;
}

/** A value as it has to be written there. */
export function writtenAt({ quote }: ValuePlace, value: string): string {
  if (quote === "'") return value.replaceAll("'", "''");
  return quote === '"' ? JSON.stringify(value).slice(1, -1) : yamlText(value);
}
