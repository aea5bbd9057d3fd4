import type { Value } from '../../model';
import { childOf, type Syntax } from './parse-tree';
import type { Lowering, StatementHandler } from './typescript-context';
import { keyOf } from './typescript-text';

const MOST = 100;

/** `type Size = 'small' | 'large'`: the texts that a value of the type can be, as a list. Other types say nothing of values. */
const typeAlias: StatementHandler = (cx, node) => {
  const name = childOf(node, 'name');
  const texts = textsOf(cx, childOf(node, 'value'));
  if (name && texts) cx.bind('variable', cx.source(name), texts, cx.range(node));
};

/** `interface Settings { size: 'small' | 'large' }`. */
const interfaceDeclaration: StatementHandler = (cx, node) => {
  const name = childOf(node, 'name');
  const members = (childOf(node, 'body')?.children ?? []).flatMap((member) => {
    const own = member.type === 'property_signature' ? childOf(member, 'name') : undefined;
    const texts = own ? textsOf(cx, childOf(member, 'type')?.children[0]) : null;
    const key = own && texts ? keyOf(cx, own) : null;
    return texts && key !== null ? [{ key, texts, member }] : [];
  });
  if (members.length === 0) return;
  cx.withinClass(name ? cx.source(name) : null, () => {
    for (const { key, texts, member } of members) cx.bind('member', key, texts, cx.range(member));
  });
};

/** The texts of a union of nothing but texts, two at least; null for any other type. */
function textsOf(cx: Lowering, type: Syntax | undefined): Value | null {
  if (type?.type !== 'union_type') return null;
  const items: Value[] = [];
  const open: Syntax[] = [type];
  for (let next = open.pop(); next; next = open.pop()) {
    const [inner] = next.children;
    if (next.type === 'union_type') open.push(...[...next.children].reverse());
    else if (next.type === 'literal_type' && inner?.type === 'string' && items.length < MOST)
      items.push(cx.lower(inner));
    else if (!isAnyText(cx, next)) return null;
  }
  return items.length < 2 ? null : { kind: 'list', items, range: cx.range(type) };
}

/** `(string & {})`: other texts may come too. */
function isAnyText(cx: Lowering, node: Syntax): boolean {
  return /^\(?\s*string\s*(?:&\s*\{\s*\}|&\s*Record<never, never>)?\s*\)?$/.test(cx.source(node));
}

export const typeStatements: readonly (readonly [string, StatementHandler])[] = [
  ['type_alias_declaration', typeAlias],
  ['interface_declaration', interfaceDeclaration],
];
