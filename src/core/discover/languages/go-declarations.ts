import type { Value } from '../../model';
import { anyOf } from './operators';
import { childOf, type Syntax } from './parse-tree';
import { bindParameters, instanceOf } from './go-types';
import { decodeEscapes } from './escapes';
import type { Visit, Walk } from './walk';

/** `import alias "path"`. Without an alias the name is that of the package, which its path only suggests. */
const importSpec: Visit = (walk, node) => {
  const path = childOf(node, 'path');
  const alias = childOf(node, 'name');
  if (!path) return;
  const module = decodeEscapes(walk.source(path).slice(1, -1));
  const local = alias ? walk.source(alias) : packageOf(module);
  const range = walk.range(node);
  if (local === '.') walk.facts.addImport({ module, name: '*', local: '*', range });
  else walk.facts.addImport({ module, name: null, local, range });
};

/** `github.com/x/go-openai/v2` → `openai`, `x/anthropic-sdk-go` → `anthropic`, `gopkg.in/yaml.v3` → `yaml`. */
function packageOf(module: string): string {
  const parts = module.split('/').filter((part) => !/^v\d+$/.test(part));
  const last = (parts.at(-1) ?? module).replace(/\.v\d+$/, '');
  const bare = last
    .replace(/^go[-.]/, '')
    .replace(/[-.]go$/, '')
    .replace(/-sdk$/, '');
  return bare.slice(bare.lastIndexOf('-') + 1);
}

/** `var a, b = x, y` and constants; a variable that a `go:embed` comment fills is read from that file. */
const spec: Visit = (walk, node) => {
  const names = node.children.filter((child) => child.field === 'name' && child.type === 'identifier');
  const values = childOf(node, 'value')?.children ?? [];
  const type = childOf(node, 'type');
  if (values.length === 0) {
    const [name] = names;
    const embedded = name && node.type === 'var_spec' ? embed(walk, node) : null;
    if (name && embedded) walk.bind('variable', walk.source(name), embedded, walk.range(node));
    else if (name && type?.type === 'struct_type') bindFields(walk, walk.source(name), type);
    else if (type && node.type === 'var_spec')
      for (const one of names) walk.bind('variable', walk.source(one), instanceOf(walk, type, node), walk.range(node));
    return;
  }
  bindEach(walk, names, values, node);
};

/** The file that the comment above names, as a call of `embed`. */
function embed(walk: Walk, node: Syntax): Value | null {
  const before = walk.text.slice(Math.max(0, node.start - 1000), node.start).split('\n');
  // The line of the variable itself: `var`.
  before.pop();
  for (let line = before.pop(); line !== undefined; line = before.pop()) {
    const path = /^\s*\/\/go:embed\s+"?([^\s"]+)/.exec(line)?.[1];
    const range = walk.range(node);
    if (path !== undefined) {
      return walk.facts.call('call', range, () => ({
        callee: { kind: 'name', name: 'embed', range },
        args: [{ name: null, value: { kind: 'text', text: path, holes: [], range } }],
      }));
    }
    if (!/^\s*\/\//.test(line)) return null;
  }
  return null;
}

/** Each name its value; of a call that gives several, the first name has the result, the others say whether it is there. */
function bindEach(walk: Walk, targets: readonly Syntax[], values: readonly Syntax[], node: Syntax): void {
  const range = walk.range(node);
  const lowered = values.map((value, at) => walk.lower(value, hintFor(walk, targets[at])));
  targets.forEach((target, at) => {
    const value = lowered[at] ?? walk.unknown(node);
    if (target.type === 'identifier') walk.bind('variable', walk.source(target), value, range);
  });
}

function hintFor(walk: Walk, target: Syntax | undefined): string | null {
  return target?.type === 'identifier' ? walk.source(target) : null;
}

const shortDeclaration: Visit = (walk, node) => {
  bindEach(walk, childOf(node, 'left')?.children ?? [], childOf(node, 'right')?.children ?? [], node);
};

const assignment: Visit = (walk, node) => {
  const targets = childOf(node, 'left')?.children ?? [];
  const values = childOf(node, 'right')?.children ?? [];
  const operator = childOf(node, 'operator');
  const lowered = values.map((value, at) => walk.lower(value, hintFor(walk, targets[at])));
  if (operator && walk.source(operator) !== '=') return;
  targets.forEach((target, at) => {
    const value = lowered[at] ?? walk.unknown(node);
    if (target.type === 'identifier') walk.assign(walk.source(target), value, walk.range(node));
    else walk.assignMember(walk.lower(target), value, walk.range(node));
  });
};

const functionDeclaration: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  const receiver = childOf(node, 'receiver')?.children[0];
  const type = receiver && childOf(receiver, 'type');
  const self = receiver && childOf(receiver, 'name');
  const owner = type ? /^\*?\s*(\w+)/.exec(walk.source(type))?.[1] : undefined;
  const outer = walk.receiver;
  const body = (): void => {
    walk.withinFunction(name ? walk.source(name) : null, () => {
      bindParameters(walk, childOf(node, 'parameters'));
      walk.visitAll([childOf(node, 'body')]);
    });
  };
  walk.receiver = self ? walk.source(self) : null;
  if (owner === undefined) body();
  else walk.withinType(owner, body);
  walk.receiver = outer;
};

/** A struct is known by its fields. */
const typeSpec: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  const type = childOf(node, 'type');
  if (!name || type?.type !== 'struct_type') return;
  bindFields(walk, walk.source(name), type);
};

function bindFields(walk: Walk, owner: string, struct: Syntax): void {
  walk.withinType(owner, () => {
    for (const field of struct.children.flatMap((list) => list.children)) {
      const value = taggedDefault(walk, field) ?? instanceOf(walk, childOf(field, 'type'), field);
      for (const child of field.children)
        if (child.field === 'name' && child.type === 'field_identifier')
          walk.bind('member', walk.source(child), value, walk.range(field));
    }
  });
}

/** `Model string `default:"gpt-4o"``: what settings and command lines that are read into a struct begin with. */
function taggedDefault(walk: Walk, field: Syntax): Value | null {
  const tag = childOf(field, 'tag');
  const written =
    tag && /(?:^|[\s`])(?:default|envDefault|env-default):"((?:[^"\\]|\\.)+)"/.exec(walk.source(tag))?.[1];
  return tag && written ? { kind: 'text', text: decodeEscapes(written), holes: [], range: walk.range(tag) } : null;
}

const range: Visit = (walk, node) => {
  const left = childOf(node, 'left')?.children ?? [];
  const right = childOf(node, 'right');
  if (!right) return;
  const value = anyOf(walk, right);
  left.forEach((target, at) => {
    if (target.type === 'identifier')
      walk.bind('variable', walk.source(target), at === 1 ? value : walk.unknown(target), walk.range(node));
  });
};

const returns: Visit = (walk, node) => {
  const values = node.children.flatMap((child) => (child.type === 'expression_list' ? child.children : [child]));
  const lowered = values.map((value) => walk.lower(value));
  const [first] = lowered;
  // `return "", err` and `return nil, err` say that there is nothing to give.
  const nothing = first?.kind === 'text' ? first.text === '' : first?.kind === 'literal' && first.value === null;
  if (first && !(nothing && lowered.length > 1)) walk.addReturn(first, walk.range(node));
};

const nothing: Visit = () => undefined;

export const goStatements: ReadonlyMap<string, Visit> = new Map<string, Visit>([
  ['package_clause', nothing],
  ['import_spec', importSpec],
  ['var_spec', spec],
  ['const_spec', spec],
  ['short_var_declaration', shortDeclaration],
  ['assignment_statement', assignment],
  ['function_declaration', functionDeclaration],
  ['method_declaration', functionDeclaration],
  ['type_spec', typeSpec],
  ['type_alias', nothing],
  ['range_clause', range],
  ['return_statement', returns],
]);
