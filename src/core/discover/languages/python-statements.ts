import type { TextValue, Value } from '../../model';
import { childOf, type Syntax } from './parse-tree';
import { unknown, type Frame, type Python } from './python-context';
import { lastPart, recordCall, visitLoop } from './python-expressions';
import { visitImport, visitImportFrom } from './python-imports';
import { bindTarget } from './python-targets';
import { sumOf, textParts, type Term } from './python-texts';
import { stringParts, textOf } from './python-strings';

type Visit = (py: Python, node: Syntax) => void;

const nothing: Visit = () => undefined;

const VISIT: ReadonlyMap<string, Visit> = new Map<string, Visit>([
  ['import_statement', visitImport],
  ['import_from_statement', visitImportFrom],
  ['future_import_statement', visitImportFrom],
  ['expression_statement', visitExpressionStatement],
  ['assignment', visitAssignment],
  ['augmented_assignment', visitAugmented],
  ['return_statement', visitReturn],
  ['for_statement', visitFor],
  ['with_item', visitWithItem],
  ['decorated_definition', visitDecorated],
  ['function_definition', visitFunction],
  ['class_definition', visitClass],
  ['global_statement', visitGlobal],
  ['nonlocal_statement', nothing],
  ['delete_statement', nothing],
  ['type_alias_statement', nothing],
  ['case_pattern', nothing],
  ['ERROR', visitError],
]);

/** The visitor of a statement; undefined where it is walked child by child. */
export function statementVisitor(node: Syntax): Visit | undefined {
  return VISIT.get(node.type);
}

/** Docstrings and other texts that nobody uses are not looked at. */
function visitExpressionStatement(py: Python, node: Syntax): void {
  for (const child of node.children) {
    if (child.type !== 'string' || child.children.some((part) => part.type === 'interpolation')) py.visit(child);
  }
}

/** `a = b = value`, `a: type = value`, `a, b = x, y`; a member that only has a type is a member of unknown value. */
function visitAssignment(py: Python, node: Syntax): void {
  const targets: Syntax[] = [];
  let last: Syntax | undefined = node;
  while (last?.type === 'assignment') {
    const left = childOf(last, 'left');
    const type = childOf(last, 'type');
    if (left) targets.push(left);
    if (type) py.value(type);
    last = childOf(last, 'right');
  }
  const range = py.range(node);
  if (!last && py.frame.kind !== 'class') return;
  const value = last ? py.value(last) : unknown(range);
  for (const target of targets) bindTarget(py, target, value, range);
}

/** `text += "more"`, `messages += [...]`: the value that the name had, and what is added. */
function visitAugmented(py: Python, node: Syntax): void {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  const operator = childOf(node, 'operator');
  if (!left || !right) return;
  const before: Term = { text: null, value: py.value(left), source: py.source(left) };
  const text = textParts(py, right);
  const added: Term = text
    ? { text, value: textOf(text), source: '' }
    : { text: null, value: py.value(right), source: py.source(right) };
  // A target with calls in it has been lowered above; once more would record them twice.
  if (!operator || py.source(operator) !== '+=') return;
  if (!/^[\w.]+$/u.test(before.source)) {
    // `templates["task"] += "…"`: what is added goes by the word that speaks of it.
    const name = /\w*(?:prompt|template|instruction|system)\w*/iu.exec(before.source)?.[0];
    if (name !== undefined && text) py.facts.bind('variable', name, added.value, py.range(node));
    return;
  }
  const value = sumOf([before, added], py.range(node));
  if (value.kind !== 'unknown') bindTarget(py, left, value, py.range(node));
}

function visitReturn(py: Python, node: Syntax): void {
  const [returned] = node.children;
  const range = py.range(node);
  const value = returned ? py.value(returned) : null;
  if (value && py.frame.kind === 'function') py.facts.bind('return', lastPart(py.frame.symbol), value, range);
}

function visitFor(py: Python, node: Syntax): void {
  visitLoop(py, node);
  for (const child of node.children) if (child.field !== 'left' && child.field !== 'right') py.visit(child);
}

/** `with open(path) as f`. */
function visitWithItem(py: Python, node: Syntax): void {
  for (const item of node.children) {
    const alias = childOf(item, 'alias');
    const opened = item.children.find((child) => child.field !== 'alias');
    if (item.type !== 'as_pattern' || !alias || !opened) py.value(item);
    else bindTarget(py, alias, py.value(opened), py.range(item));
  }
}

function visitDecorated(py: Python, node: Syntax): void {
  const definition = childOf(node, 'definition');
  const names: string[] = [];
  const first = py.facts.callCount;
  for (const decorator of node.children) {
    const [expression] = decorator.children;
    if (decorator.type !== 'decorator' || !expression) continue;
    names.push(py.source(expression));
    if (expression.type === 'call') recordCall(py, expression, 'decorator');
    else py.facts.call('decorator', py.range(expression), () => ({ callee: py.value(expression), args: [] }));
  }
  if (definition) py.facts.decorate(first, nameOf(py, definition), docstringOf(py, definition));
  if (definition?.type === 'function_definition') visitFunction(py, definition, names.includes('staticmethod'));
  else if (definition) py.visit(definition);
}

function visitFunction(py: Python, node: Syntax, isStatic = false): void {
  const name = nameOf(py, node);
  const parameters = childOf(node, 'parameters')?.children ?? [];
  const frame = functionFrame(py, name, isStatic ? undefined : parameters[0]);
  const values = parameters.map((parameter) => parameterValue(py, parameter));
  const returned = childOf(node, 'return_type');
  if (returned) py.value(returned);
  inside(py, name, frame, () => {
    parameters.forEach((parameter, index) => bindParameter(py, parameter, values[index]));
    const body = childOf(node, 'body');
    if (body) py.visit(body);
  });
}

function functionFrame(py: Python, name: string, first: Syntax | undefined): Frame {
  const outer = py.frame;
  const self =
    outer.kind === 'class' && first?.type === 'identifier' ? { name: py.source(first), owner: outer.symbol } : null;
  return {
    kind: 'function',
    symbol: qualified(outer, name),
    self: outer.kind === 'class' ? self : outer.self,
    globals: new Set(),
  };
}

/** Defaults and types are read where the function is defined. */
function parameterValue(py: Python, parameter: Syntax): Value {
  const type = childOf(parameter, 'type');
  const fallback = childOf(parameter, 'value');
  if (type) py.value(type);
  return fallback ? py.value(fallback) : unknown(py.range(parameter));
}

/** The instance (`self`) is no parameter: callers do not give it. */
function bindParameter(py: Python, parameter: Syntax, value: Value | undefined): void {
  const name = childOf(parameter, 'name') ?? (parameter.type === 'identifier' ? parameter : parameter.children[0]);
  if (
    name?.type !== 'identifier' ||
    !parameter.type.match(/^(identifier|typed_parameter|(typed_)?default_parameter)$/u)
  )
    return;
  const text = py.source(name);
  const isSelf =
    py.frame.self?.name === text &&
    py.frame.symbol.startsWith(`${py.frame.self.owner}.`) &&
    parameter.type === 'identifier';
  if (text === '' || isSelf) return;
  py.facts.bind('parameter', text, value ?? unknown(py.range(parameter)), py.range(parameter));
}

/** Bases that say nothing of what a class is for. */
const PLAIN_BASE = /^(?:object|ABC|abc\.ABC|Exception|Enum|enum\.Enum|Protocol|TypedDict|NamedTuple)$/u;
/** Collections that libraries bring are classes in capitals or with a number: `MNIST`, `CIFAR10`, `SPEECHCOMMANDS`. */
const COLLECTION =
  /(?:^|\.)(?:[A-Z]{3}\w*|[A-Z][a-zA-Z]*\d\w*|ImageNet|Coco\w+|Cityscapes|CelebA|Places365|ImageFolder)$/u;
const LONGEST_DOCSTRING = 16 * 1024;

/** The text that a function or class begins with. */
function docstringOf(py: Python, definition: Syntax): TextValue | undefined {
  const [statement] = childOf(definition, 'body')?.children ?? [];
  const [text] = statement?.type === 'expression_statement' ? statement.children : [];
  if (text?.type !== 'string' || text.end - text.start > LONGEST_DOCSTRING) return undefined;
  return text.children.some((part) => part.type === 'interpolation') ? undefined : textOf(stringParts(py, text));
}

/** Of a class with a docstring any base may say what that is for. */
function isTelling(base: string, documented: boolean): boolean {
  return !PLAIN_BASE.test(base) && (documented || COLLECTION.test(base));
}

function visitClass(py: Python, node: Syntax): void {
  const name = nameOf(py, node);
  const docstring = docstringOf(py, node);
  const first = py.facts.callCount;
  for (const base of childOf(node, 'superclasses')?.children ?? []) {
    const value = base.type === 'keyword_argument' ? childOf(base, 'value') : base;
    if (/^(?:identifier|attribute)$/u.test(base.type) && isTelling(py.source(base), docstring !== undefined))
      py.facts.call('base', py.range(base), () => ({ callee: py.value(base), args: [] }));
    else if (value) py.value(value);
  }
  py.facts.decorate(first, name, docstring);
  inside(py, name, { kind: 'class', symbol: qualified(py.frame, name), self: null, globals: new Set() }, () => {
    const body = childOf(node, 'body');
    if (body) py.visit(body);
  });
}

/**
 * Half-typed code: the parser gives up on a stretch and lists what it holds. Assignments that stand on lines of their own
 * at module level are still there to be seen, so that what they name does not vanish while somebody types above them.
 */
function visitError(py: Python, node: Syntax): void {
  let before: Syntax | undefined;
  for (const child of node.children) {
    const value = before?.type === 'identifier' && isWholeLine(py, before, child) ? py.value(child) : null;
    if (before && value) bindTarget(py, before, value, py.range({ ...before, end: child.end }));
    else py.visit(child);
    before = child;
  }
}

function isWholeLine(py: Python, target: Syntax, value: Syntax): boolean {
  const between = py.source({ ...target, start: target.end, end: value.start });
  const after = py.source({ ...value, start: value.end, end: value.end + 1 });
  return py.range(target).column === 1 && /^[ \t]*=[ \t]*$/u.test(between) && /^[\r\n]?$/u.test(after);
}

function visitGlobal(py: Python, node: Syntax): void {
  for (const name of node.children) py.frame.globals.add(py.source(name));
}

function nameOf(py: Python, node: Syntax): string {
  const name = childOf(node, 'name');
  return (name && py.source(name)) || '<missing>';
}

function qualified(frame: Frame, name: string): string {
  return frame.symbol === '' ? name : `${frame.symbol}.${name}`;
}

function inside(py: Python, name: string, frame: Frame, body: () => void): void {
  const outer = py.frame;
  py.frame = frame;
  try {
    py.facts.within(name, body);
  } finally {
    py.frame = outer;
  }
}
