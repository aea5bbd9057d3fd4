import { childOf, type Syntax } from './parse-tree';
import type { Visit, Walk } from './walk';

type Item = readonly [item: Syntax, prefix: readonly string[]];

/** `use a::{b::C as D, e::{self, *}}`: one import for each name, with dots in the module: `a.b`. */
export const importUse: Visit = (walk, node) => {
  const argument = childOf(node, 'argument');
  const open: Item[] = argument ? [[argument, []]] : [];
  for (let next = open.pop(); next; next = open.pop()) open.push(...importItem(walk, next).reverse());
};

/** Adds what one item names; gives the items inside it. */
function importItem(walk: Walk, [item, prefix]: Item): Item[] {
  const path = childOf(item, 'path');
  const inside = path ? [...prefix, ...partsOf(walk, path)] : prefix;
  switch (item.type) {
    case 'scoped_use_list':
      return (childOf(item, 'list')?.children ?? []).map((child) => [child, inside]);
    case 'use_list':
      return item.children.map((child) => [child, prefix]);
    case 'use_wildcard':
      addImport(walk, item, [...prefix, ...item.children.flatMap((child) => partsOf(walk, child)), '*'], '*');
      return [];
    case 'use_as_clause': {
      const alias = childOf(item, 'alias');
      if (alias) addImport(walk, item, inside, walk.source(alias));
      return [];
    }
    default: {
      const parts = item.type === 'self' ? prefix : [...prefix, ...partsOf(walk, item)];
      addImport(walk, item, parts, parts.at(-1) ?? '');
      return [];
    }
  }
}

function addImport(walk: Walk, node: Syntax, parts: readonly string[], local: string): void {
  const last = parts.at(-1);
  if (last === undefined || local === '' || local === '_') return;
  const module = parts.slice(0, -1).join('.');
  const range = walk.range(node);
  if (module === '') walk.facts.addImport({ module: last, name: null, local, range });
  else walk.facts.addImport({ module, name: last, local, range });
}

function partsOf(walk: Walk, node: Syntax): string[] {
  return walk
    .source(node)
    .split('::')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
