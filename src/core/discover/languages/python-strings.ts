import type { Hole, Range, TextValue } from '../../model';
import { childOf, type Syntax } from './parse-tree';
import type { Python } from './python-context';

/** A text in the making: literal stretches and holes, in order. */
export interface Parts {
  readonly parts: readonly (string | Hole)[];
  readonly range: Range;
}

/** `{0}`, `{1}` … for the holes, in order. */
export function textOf({ parts, range }: Parts): TextValue {
  const holes: Hole[] = [];
  const text = parts.map((part) => (typeof part === 'string' ? part : `{${holes.push(part) - 1}}`)).join('');
  return { kind: 'text', text, holes, range };
}

/** The parts of a `string` or of a `concatenated_string`. */
export function stringParts(py: Python, node: Syntax): Parts {
  const strings = node.type === 'string' ? [node] : node.children.filter((child) => child.type === 'string');
  return { parts: strings.flatMap((string) => partsOfOne(py, string)), range: py.range(node) };
}

function partsOfOne(py: Python, node: Syntax): (string | Hole)[] {
  const opening = node.children.find((child) => child.type === 'string_start');
  const closing = node.children.find((child) => child.type === 'string_end');
  const prefix = opening ? py.source(opening).toLowerCase() : '';
  const style = { raw: prefix.includes('r'), braces: /[ft]/u.test(prefix), bytes: prefix.includes('b') };
  const parts: (string | Hole)[] = [];
  let from = opening?.end ?? node.start;
  const literal = (to: number) => {
    if (to > from) parts.push(decode(py.source({ ...node, start: from, end: to }), style));
  };
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    literal(child.start);
    parts.push(...interpolation(py, child));
    from = child.end;
  }
  literal(closing?.start ?? node.end);
  return parts;
}

/** `{expression!r:>10}`; `{expression=}` writes the expression's own text first. */
function interpolation(py: Python, node: Syntax): (string | Hole)[] {
  const expression = childOf(node, 'expression');
  if (expression === undefined) return [{ source: '', value: { kind: 'unknown', range: py.range(node) } }];
  const hole = { source: py.source(expression).trim(), value: py.value(expression) };
  const specifier = childOf(node, 'format_specifier');
  for (const nested of specifier?.children ?? []) {
    const width = childOf(nested, 'expression');
    if (width) py.value(width);
  }
  const rest = py.source({ ...node, start: expression.end, end: Math.min(node.end, specifier?.start ?? node.end) });
  const equals = /^\s*=\s*/u.exec(rest);
  return equals ? [py.source({ ...node, start: node.start + 1, end: expression.end }) + equals[0], hole] : [hole];
}

interface Style {
  readonly raw: boolean;
  /** `{{` and `}}` stand for one brace. */
  readonly braces: boolean;
  readonly bytes: boolean;
}

const ESCAPE =
  /\r\n|\{\{|\}\}|\\(?:\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^{}\n]{1,100}\}|[0-7]{1,3}|[\s\S])/gu;

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\r\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Decodes the inside of a literal as Python does; names of characters (`\N{…}`) stay as they are written. */
function decode(source: string, style: Style): string {
  return source.replace(ESCAPE, (match) => {
    if (match === '\r\n') return '\n';
    if (match === '{{' || match === '}}') return style.braces ? match.slice(1) : match;
    return style.raw ? match.replace('\r\n', '\n') : decodeEscape(match, style.bytes);
  });
}

function decodeEscape(match: string, bytes: boolean): string {
  const rest = match.slice(1);
  const simple = SIMPLE[rest];
  if (simple !== undefined) return simple;
  if (/^[0-7]/u.test(rest)) return String.fromCharCode(parseInt(rest, 8));
  if (rest.length === 1 || rest.startsWith('N')) return match;
  if (rest.startsWith('x')) return String.fromCharCode(parseInt(rest.slice(1), 16));
  if (bytes) return match;
  const code = parseInt(rest.slice(1), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : match;
}
