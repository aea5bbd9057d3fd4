import { Language, Parser } from 'web-tree-sitter';
import { TreeSitter } from '../../../../src/core/discover/languages/parse-runtime';
import { copyTree, type Syntax } from '../../../../src/core/discover/languages/parse-tree';
import { testGrammars } from '../../../support/grammars';

/** A name in code. A `fixed` one belongs to somebody else: a member of a library's object, a keyword, a key of a map. */
export interface Identifier {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly fixed: boolean;
  /** `{ a }` for `{ a: a }`: under another name it has to be written out. */
  readonly short: boolean;
}

const GRAMMARS: Readonly<Record<string, string>> = {
  py: 'python',
  ts: 'typescript',
  tsx: 'tsx',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  java: 'java',
  kt: 'kotlin',
  go: 'go',
  cs: 'c-sharp',
  rs: 'rust',
  rb: 'ruby',
  php: 'php',
};

const NAMES =
  /^(?:(?:type_|field_|property_|package_|simple_|shorthand_field_)?identifier|shorthand_property_identifier(?:_pattern)?|constant|name)$/;
/** What holds a name of an object or a scope, with the field (or place) of the object in it. */
const MEMBERS: Readonly<Record<string, string>> = {
  attribute: 'object',
  member_expression: 'object',
  nested_identifier: 'object',
  field_access: 'object',
  method_invocation: 'object',
  method_reference: '0',
  scoped_type_identifier: 'path',
  selector_expression: 'operand',
  qualified_type: 'package',
  member_access_expression: 'expression',
  conditional_access_expression: '0',
  member_binding_expression: '-1',
  qualified_name: 'qualifier',
  field_expression: 'value',
  scoped_identifier: 'path',
  navigation_expression: '0',
  call: 'receiver',
  scope_resolution: 'scope',
  member_call_expression: 'object',
  nullsafe_member_expression: 'object',
  scoped_call_expression: 'scope',
  class_constant_access_expression: '0',
  scoped_property_access_expression: 'scope',
};
/** Fields in which a name is a key or keyword. */
const KEYS: ReadonlySet<string> = new Set([
  'keyword_argument name',
  'pair key',
  'pair_pattern key',
  'element_value_pair key',
  'argument name',
  'attribute_argument name',
  'field_initializer field',
  'field_initializer name',
  'property_signature name',
  'method_signature name',
  'annotation name',
  'marker_annotation name',
]);
const KEY_HOLDERS: ReadonlySet<string> = new Set(['jsx_attribute', 'shorthand_field_initializer', 'name_colon']);
const TYPES =
  /^(?:class|interface|enum|record|struct|object|protocol|abstract_class|type_alias)_(?:definition|declaration|item)$|^(?:type_spec|trait_item|class|module)$/;

const languages = new Map<string, Promise<Language>>();

function languageOf(grammar: string): Promise<Language> {
  const known = languages.get(grammar);
  if (known) return known;
  const loading = TreeSitter.ready(testGrammars).then(async () => Language.load(await testGrammars.load(grammar)));
  languages.set(grammar, loading);
  return loading;
}

/** The syntax of a file of code; null for any other file. */
export async function syntaxOf(path: string, text: string): Promise<Syntax | null> {
  const grammar = GRAMMARS[path.slice(path.lastIndexOf('.') + 1)];
  if (grammar === undefined) return null;
  const language = await languageOf(grammar);
  const parser = new Parser();
  parser.setLanguage(language);
  const tree = parser.parse(text);
  const root = tree ? copyTree(tree.rootNode).root : null;
  tree?.delete();
  parser.delete();
  return root;
}

/** Names of the classes and other types that a file declares. */
export function typesIn(root: Syntax, text: string): string[] {
  const own = TYPES.test(root.type) ? root.children.find((child) => child.field === 'name') : undefined;
  const kotlin = /^(?:class|object)_declaration$/.test(root.type)
    ? root.children.find((child) => child.type === 'identifier' || child.type === 'type_identifier')
    : undefined;
  const name = own ?? kotlin;
  return [
    ...(name ? [text.slice(name.start, name.end)] : []),
    ...root.children.flatMap((child) => typesIn(child, text)),
  ];
}

/** Every name of a file. `owned` are the names whose members are the project's own: its classes and modules. */
export function identifiersIn(root: Syntax, text: string, owned: ReadonlySet<string>): Identifier[] {
  const found: Identifier[] = [];
  const isOwn = (object: Syntax | undefined): boolean => {
    const source = object ? text.slice(object.start, object.end) : '';
    return (
      /^(?:self|this|cls|crate|super|Self|\$this)$/.test(source) ||
      owned.has(source) ||
      owned.has(source.split(/[.:]+/).at(-1) ?? '')
    );
  };
  const walk = (node: Syntax, above: readonly Syntax[]): void => {
    if (NAMES.test(node.type) && node.children.length === 0 && node.end > node.start) {
      const name = text.slice(node.start, node.end);
      const [parent, grand] = above;
      const fixed =
        isKey(node, parent, grand) ||
        (isMemberName(node, parent) && !isOwn(objectOf(parent))) ||
        (text[node.start - 1] === '.' && above.some(({ type }) => type === 'token_tree'));
      found.push({ name, start: node.start, end: node.end, fixed, short: node.type.startsWith('shorthand_property') });
    }
    for (const child of node.children) walk(child, [node, ...above.slice(0, 3)]);
  };
  walk(root, []);
  return found;
}

function isMemberName(node: Syntax, parent: Syntax | undefined): boolean {
  if (!parent || MEMBERS[parent.type] === undefined) return false;
  const object = objectOf(parent);
  if (object === node) return false;
  return parent.type === 'call' || parent.type === 'method_invocation'
    ? object !== undefined && (node.field === 'name' || node.field === 'method')
    : !(parent.type === 'navigation_expression' && parent.children[0] === node);
}

function objectOf(parent: Syntax | undefined): Syntax | undefined {
  const field = parent && MEMBERS[parent.type];
  if (!parent || field === undefined) return undefined;
  if (/^\d$/.test(field)) return parent.children[Number(field)];
  return parent.children.find((child) => child.field === field);
}

function isKey(node: Syntax, parent: Syntax | undefined, grand: Syntax | undefined): boolean {
  if (!parent) return false;
  if (KEYS.has(`${parent.type} ${node.field ?? ''}`) || KEY_HOLDERS.has(parent.type)) return true;
  const place = `${parent.type} ${node.field ?? ''} ${grand?.type ?? ''}`;
  if (place === 'method_definition name object' || place === 'assignment_expression left initializer_expression')
    return true;
  if (parent.type === 'literal_element' && grand?.type === 'keyed_element') return grand.children[0] === parent;
  return parent.type === 'value_argument' && parent.children.length > 1 && parent.children[0] === node;
}
