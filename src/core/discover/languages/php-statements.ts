import { anyOf } from './operators';
import { childOf, type Syntax } from './parse-tree';
import {
  attribute,
  constants,
  enumCase,
  functionDeclaration,
  looseParameters,
  property,
  traits,
  typeDeclaration,
  variableOf,
} from './php-declarations';
import { takeApart } from './php-expressions';
import { program, useDeclaration } from './php-names';
import type { Visit } from './walk';

const namespace: Visit = (walk, node) => {
  walk.visitAll([childOf(node, 'body')]);
};

/** `foreach ($list as $key => $item)`. */
const foreach: Visit = (walk, node) => {
  const body = childOf(node, 'body');
  const [list, target] = node.children.filter((child) => child !== body);
  if (!list) return;
  const item = plain(target?.type === 'pair' ? target.children.at(-1) : target);
  const range = walk.span(node.start, target?.end ?? list.end);
  const value = anyOf(walk, list);
  if (item?.type === 'variable_name') walk.bind('variable', variableOf(walk, item), value, range);
  else if (item?.type === 'list_literal') takeApart(walk, item, value);
  walk.visitAll([body]);
};

function plain(node: Syntax | undefined): Syntax | undefined {
  return node?.type === 'by_ref' ? node.children[0] : node;
}

/** `else if` hangs below `else`, level by level; a long chain is walked as the list that it is. */
const branches: Visit = (walk, node) => {
  let at: Syntax | undefined = node;
  while (at?.type === 'if_statement') {
    const last: Syntax | undefined = at.children.at(-1);
    const otherwise: Syntax | undefined = last?.type === 'else_clause' ? last : undefined;
    walk.visitAll(otherwise ? at.children.slice(0, -1) : at.children);
    at = otherwise?.children.at(-1);
  }
  if (at) walk.visit(at);
};

/** What a file gives back where another one reads it goes by the name `default`. */
const returns: Visit = (walk, node) => {
  const [value] = node.children;
  if (!value) return;
  const isOfFile = walk.facts.scope === '' && walk.owner === '' && !walk.inFunction;
  const lowered = walk.lower(value, isOfFile ? 'default' : null);
  if (isOfFile) walk.bind('variable', 'default', lowered, walk.range(node));
  else walk.addReturn(lowered, walk.range(node));
};

const staticVariable: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  const value = childOf(node, 'value');
  if (name && value) walk.bind('variable', variableOf(walk, name), walk.lower(value), walk.range(node));
};

export const phpStatements: ReadonlyMap<string, Visit> = new Map<string, Visit>([
  ['program', program],
  ['ERROR', program],
  ['namespace_definition', namespace],
  ['namespace_use_declaration', useDeclaration],
  ['class_declaration', typeDeclaration],
  ['interface_declaration', typeDeclaration],
  ['trait_declaration', typeDeclaration],
  ['enum_declaration', typeDeclaration],
  ['use_declaration', traits],
  ['attribute', attribute],
  ['function_definition', functionDeclaration],
  ['method_declaration', functionDeclaration],
  ['formal_parameters', looseParameters],
  ['property_declaration', property],
  ['const_declaration', constants],
  ['enum_case', enumCase],
  ['foreach_statement', foreach],
  ['if_statement', branches],
  ['return_statement', returns],
  ['static_variable_declaration', staticVariable],
]);
