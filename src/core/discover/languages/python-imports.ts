import { childOf, type Syntax } from './parse-tree';
import type { Python } from './python-context';

/**
 * `import a.b`, `import a.b as c`. Without an alias only the first part of the module becomes a name: `import a.b` gives
 * module `a`, local `a`, and beside it module `a.b`, local `a.b`, which says what was imported but is no name.
 */
export function visitImport(py: Python, node: Syntax): void {
  for (const item of node.children) {
    const { name, alias } = named(py, item);
    if (name === '') continue;
    const range = py.range(item);
    const [root = name] = name.split('.');
    if (alias === null && root !== name) py.facts.addImport({ module: root, name: null, local: root, range });
    py.facts.addImport({ module: name, name: null, local: alias ?? name, range });
  }
}

/** `from .a import b as c`, `from a import *`. */
export function visitImportFrom(py: Python, node: Syntax): void {
  const from = childOf(node, 'module_name');
  const module = from ? py.source(from).replace(/\s/gu, '') : '__future__';
  for (const item of node.children) {
    if (item.type === 'wildcard_import') py.facts.addImport({ module, name: '*', local: '*', range: py.range(item) });
    if (item.field !== 'name') continue;
    const { name, alias } = named(py, item);
    if (name !== '') py.facts.addImport({ module, name, local: alias ?? name, range: py.range(item) });
  }
}

function named(py: Python, item: Syntax): { name: string; alias: string | null } {
  if (item.type !== 'aliased_import') return { name: py.source(item).replace(/\s/gu, ''), alias: null };
  const name = childOf(item, 'name');
  const alias = childOf(item, 'alias');
  return { name: name ? py.source(name).replace(/\s/gu, '') : '', alias: alias ? py.source(alias) : null };
}
