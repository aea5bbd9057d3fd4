import type { Hole, Range, TextValue, Value } from '../../model';
import { unwrap, type Lowering } from './typescript-context';
import { childOf, type Syntax } from './parse-tree';

/** A piece of a text while it is put together: literal text, or what fills a hole. */
export type Part = string | Hole;

/** Literal pieces and `{0}`, `{1}` … for the holes between them. */
export function assemble(parts: readonly Part[], range: Range): TextValue {
  const holes: Hole[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
    } else {
      text += `{${holes.length}}`;
      holes.push(part);
    }
  }
  return { kind: 'text', text, holes, range };
}

const ESCAPE =
  /\\(?:u\{([0-9a-fA-F]{1,8})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\n\r\u2028\u2029])|([0-3]?[0-7]{1,2})|([\s\S]))/g;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' };

/** What the inside of a string or template literal says: its escapes decoded. A broken escape stands for itself. */
export function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (all: string, braced?: string, four?: string, two?: string, ...rest: unknown[]) => {
    const [lineBreak, octal, letter] = rest as (string | undefined)[];
    const hex = braced ?? four ?? two;
    if (hex !== undefined) return character(parseInt(hex, 16), all);
    if (lineBreak !== undefined) return '';
    if (octal !== undefined) return character(parseInt(octal, 8), all);
    return letter === undefined ? all : (LETTERS[letter] ?? letter);
  });
}

function character(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** What an attribute's text says: it knows HTML's entities and no escapes. */
export function decodeEntities(raw: string): string {
  return raw.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,6}));/g,
    (all: string, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return character(parseInt(hex, 16), all);
      if (decimal !== undefined) return character(parseInt(decimal, 10), all);
      return ENTITIES[name ?? ''] ?? all;
    },
  );
}

/** The inside of a literal, without its marks; the closing one may be missing in half-typed code. */
export function insideOf(cx: Lowering, node: Syntax): string {
  const source = cx.source(node);
  const closed = source.length > 1 && source.endsWith(source.charAt(0));
  return source.slice(1, closed ? -1 : undefined);
}

/** The text of a string literal, or of a template literal without holes; null for anything else. */
export function literalText(cx: Lowering, node: Syntax): string | null {
  const inner = unwrap(node);
  if (inner.type === 'string') return decodeEscapes(insideOf(cx, inner));
  if (inner.type !== 'template_string' || inner.children.some((child) => child.type === 'template_substitution'))
    return null;
  return assemble(templateParts(cx, inner), cx.range(inner)).text;
}

/** What `node`, the key of a property, says; null where it is computed. */
export function keyOf(cx: Lowering, node: Syntax): string | null {
  const text = literalText(cx, node);
  if (text !== null) return text;
  return node.type === 'computed_property_name' ? null : cx.source(node);
}

/** The pieces of a template literal. Line ends are LF in it, whatever they are in the file. */
export function templateParts(cx: Lowering, node: Syntax): Part[] {
  const parts: Part[] = [];
  const piece = (from: number, to: number): void => {
    if (to > from) parts.push(decodeEscapes(cx.text.slice(from, to).replace(/\r\n?/g, '\n')));
  };
  let from = node.start + 1;
  for (const child of node.children) {
    if (child.type !== 'template_substitution') continue;
    piece(from, child.start);
    from = child.end;
    const inside = child.children[0];
    if (inside) parts.push(hole(cx, inside));
  }
  const closed = node.end - 1 >= from && cx.text.charAt(node.end - 1) === '`';
  piece(from, closed ? node.end - 1 : node.end);
  return parts;
}

function hole(cx: Lowering, node: Syntax): Hole {
  return { source: cx.source(node), value: cx.lower(node) };
}

/** `a + b + c` as one text: literals stand in it, everything else fills a hole. Unknown where it is plainly a sum. */
export function concatenation(cx: Lowering, node: Syntax): Value {
  const range = cx.range(node);
  const operands = plusOperands(cx, node);
  const isSum = !operands.some(isLiteralText) && operands.some((operand) => operand.type === 'number');
  const parts = operands.flatMap((operand) => operandParts(cx, operand));
  return isSum ? { kind: 'unknown', range } : assemble(parts, range);
}

/** The pieces that `x += node` adds to the text x; null where nothing shows that it is one. */
export function addedParts(cx: Lowering, node: Syntax): Part[] | null {
  const operands = plusOperands(cx, node);
  const parts = operands.flatMap((operand) => operandParts(cx, operand));
  return operands.some(isLiteralText) ? parts : null;
}

function isLiteralText(node: Syntax): boolean {
  return node.type === 'string' || node.type === 'template_string';
}

/** The pieces that one operand adds to a text. */
function operandParts(cx: Lowering, operand: Syntax): Part[] {
  if (operand.type === 'string') return [decodeEscapes(insideOf(cx, operand))];
  if (operand.type === 'template_string') return templateParts(cx, operand);
  if (operand.type === 'number') return [cx.source(operand)];
  return [hole(cx, operand)];
}

/** The operands of a chain of `+`, parenthesised ones too. Chains lean to the left and may be long: not recursive. */
function plusOperands(cx: Lowering, node: Syntax): Syntax[] {
  const operands: Syntax[] = [];
  const open: Syntax[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const inner = unwrap(next);
    const left = childOf(inner, 'left');
    const right = childOf(inner, 'right');
    if (isPlus(cx, inner) && left && right) open.push(right, left);
    else operands.push(inner);
  }
  return operands;
}

export function isPlus(cx: Lowering, node: Syntax): boolean {
  return node.type === 'binary_expression' && operatorOf(cx, node) === '+';
}

export function operatorOf(cx: Lowering, node: Syntax): string {
  const operator = childOf(node, 'operator');
  return operator ? cx.source(operator) : '';
}
