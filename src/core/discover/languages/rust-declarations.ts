import type { Value } from '../../model';
import { defaultIn } from './annotation-defaults';
import { anyOf } from './operators';
import { childOf, type Syntax } from './parse-tree';
import { importUse } from './rust-imports';
import { itemsOf } from './rust-tokens';
import type { Visit, Walk } from './walk';

const PLAIN = /^(?:String|str|Vec|HashMap|BTreeMap|Result|Self|PathBuf|Path|[A-Z])$/;
const BOXES = /^(?:Option|Arc|Rc|Box|Mutex|RwLock|Cow)$/;

/** What a field or parameter holds: an instance of its type, where that could be a crate's or our own. */
function instanceOf(walk: Walk, type: Syntax | undefined, at: Syntax): Value {
  let inner = type;
  for (let step = 0; inner && step < 8; step += 1) {
    if (inner.type === 'reference_type') inner = childOf(inner, 'type');
    else if (inner.type === 'generic_type') {
      const outer = childOf(inner, 'type');
      const name = outer ? walk.source(outer) : '';
      inner = BOXES.test(name)
        ? childOf(inner, 'type_arguments')?.children.at(-1)
        : PLAIN.test(name)
          ? undefined
          : outer;
    } else break;
  }
  if (!inner || !/^(?:scoped_)?type_identifier$/.test(inner.type) || PLAIN.test(walk.source(inner)))
    return walk.unknown(at);
  return walk.lower(inner);
}

const constItem: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  const value = childOf(node, 'value');
  if (!name || !value) return;
  const isMember = walk.owner !== '' && walk.facts.scope === walk.owner;
  const own = walk.source(name);
  walk.bind(isMember ? 'member' : 'variable', own, walk.lower(value, own), walk.range(node));
};

const letDeclaration: Visit = (walk, node) => {
  const pattern = childOf(node, 'pattern');
  const value = childOf(node, 'value');
  const hint = pattern?.type === 'identifier' ? walk.source(pattern) : null;
  const held = value ? walk.lower(value, hint) : instanceOf(walk, childOf(node, 'type'), node);
  if (pattern) bindPattern(walk, pattern, held, walk.range(node));
  walk.visitAll([childOf(node, 'alternative')]);
};

/** `if let Some(x) = value`. */
const letCondition: Visit = (walk, node) => {
  const pattern = childOf(node, 'pattern');
  const value = childOf(node, 'value');
  if (pattern && value) bindPattern(walk, pattern, walk.lower(value), walk.range(node));
};

/** Binds the names of a pattern. `Some(x)` and `Ok(x)` hold what they are matched with. */
export function bindPattern(walk: Walk, pattern: Syntax, value: Value, range: Value['range']): void {
  const unknown: Value = { kind: 'unknown', range };
  const open: (readonly [Syntax, Value])[] = [[pattern, value]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, held] = next;
    const type = childOf(node, 'type');
    const inner = node.children.filter((child) => child !== type && child.field !== 'condition');
    if (node.type === 'identifier') {
      // A constant or variant that is compared with.
      if (/^[a-z_]/.test(walk.source(node))) walk.bind('variable', walk.source(node), held, range);
    } else if (node.type === 'tuple_pattern')
      open.push(...inner.map((child, at) => [child, partOf(held, at)] as const).reverse());
    else if (/^(?:match_pattern|ref_pattern|mut_pattern|reference_pattern)$/.test(node.type))
      for (const child of inner) open.push([child, held]);
    else if (node.type === 'tuple_struct_pattern') {
      const same = type !== undefined && /^(?:Some|Ok)$/.test(walk.source(type));
      for (const child of inner) open.push([child, same ? held : unknown]);
    } else if (node.type.endsWith('pattern')) for (const child of inner) open.push([child, unknown]);
  }
}

function partOf(value: Value, at: number): Value {
  const { range } = value;
  if (value.kind === 'list') return value.items[at] ?? { kind: 'unknown', range };
  return value.kind === 'unknown' ? value : { kind: 'member', object: value, name: String(at), range };
}

const functionItem: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  const body = childOf(node, 'body');
  walk.withinFunction(name ? walk.source(name) : null, () => {
    bindParameters(walk, childOf(node, 'parameters'));
    if (!body) return;
    const value = walk.lower(body);
    const last = body.children.at(-1);
    if (value.kind !== 'unknown' && last) walk.addReturn(value, walk.range(last));
  });
};

/** Parameters of a named function are its own; those of a closure are names of the function around it. */
export function bindParameters(walk: Walk, parameters: Syntax | undefined): void {
  const kind = walk.inNamedFunction ? 'parameter' : 'variable';
  for (const parameter of parameters?.children ?? []) {
    const pattern = parameter.type === 'parameter' ? childOf(parameter, 'pattern') : parameter;
    const range = walk.range(parameter);
    if (pattern?.type === 'identifier')
      walk.bind(kind, walk.source(pattern), instanceOf(walk, childOf(parameter, 'type'), parameter), range);
    else if (pattern?.type.endsWith('pattern') === true) bindPattern(walk, pattern, walk.unknown(parameter), range);
  }
}

const implItem: Visit = (walk, node) => {
  const type = childOf(node, 'type') ?? childOf(node, 'name');
  const name = type ? /^\w+/.exec(walk.source(type).replace(/^.*::/, ''))?.[0] : undefined;
  walk.withinType(name ?? null, () => {
    walk.visitAll([childOf(node, 'body')]);
  });
};

/** A struct is known by its fields. */
const structItem: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  if (!name) return;
  walk.withinType(walk.source(name), () => {
    bindFields(walk, childOf(node, 'body'));
  });
};

function bindFields(walk: Walk, body: Syntax | undefined): void {
  let fallback: Value | null = null;
  for (const field of body?.children ?? []) {
    const own = childOf(field, 'name');
    const [inner] = field.children;
    if (field.type === 'attribute_item' && inner) {
      const given = recordAttribute(walk, inner);
      fallback ??= given;
    } else if (field.type === 'field_declaration' && own) {
      const value = fallback ?? instanceOf(walk, childOf(field, 'type'), field);
      walk.bind('member', walk.source(own), value, walk.range(field));
      fallback = null;
    }
  }
}

/** A variant is what it is written as (`#[serde(rename = "x")]`), and known by its fields: subcommands have options. */
const enumItem: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  if (!name) return;
  walk.withinType(walk.source(name), () => {
    let written: Value | null = null;
    for (const variant of childOf(node, 'body')?.children ?? []) {
      const own = childOf(variant, 'name');
      const [inner] = variant.children;
      if (variant.type === 'attribute_item' && inner) written ??= writtenAs(walk, inner);
      if (variant.type !== 'enum_variant' || !own) continue;
      if (written) walk.bind('member', walk.source(own), written, walk.range(variant));
      written = null;
      walk.withinType(walk.source(own), () => {
        bindFields(walk, childOf(variant, 'body'));
      });
    }
  });
};

const NAMES_VARIANT = /^(?:rename|serialize|to_string|name)$/;

/** The text that stands for a variant: `#[serde(rename = "x")]`, `#[strum(serialize = "x")]`, `#[value(name = "x")]`. */
function writtenAs(walk: Walk, node: Syntax): Value | null {
  const [callee] = node.children;
  const args = childOf(node, 'arguments');
  if (!callee || !args || !/^(?:serde|strum|value|clap)$/.test(walk.source(callee))) return null;
  for (const item of itemsOf(walk, args)) {
    const left = childOf(item, 'left');
    const right = childOf(item, 'right');
    if (!left || !right || !NAMES_VARIANT.test(walk.source(left))) continue;
    const value = walk.lower(right);
    if (value.kind === 'text') return value;
  }
  return null;
}

/** `mod x { … }`; `mod x;` is another file, known here by that name. */
const modItem: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  if (name && !childOf(node, 'body')) {
    const local = walk.source(name);
    walk.facts.addImport({ module: `self.${local}`, name: null, local, range: walk.range(node) });
    return;
  }
  walk.within(name ? walk.source(name) : null, () => {
    walk.visitAll([childOf(node, 'body')]);
  });
};

/** `#[name(…)]`, `#[name = "…"]`; gives the value that it sets where nothing else does. */
function recordAttribute(walk: Walk, node: Syntax): Value | null {
  const [callee] = node.children;
  const args = childOf(node, 'arguments');
  const value = childOf(node, 'value');
  if (!callee) return null;
  const isPlain = /^(?:derive|cfg|allow|deny|warn|test|serde|doc|inline|must_use)$/.test(walk.source(callee));
  if (isPlain) return null;
  const recorded = walk.facts.call('annotation', walk.range(node), () => ({
    callee: walk.lower(callee),
    args: [
      ...(value ? [{ name: null, value: walk.lower(value) }] : []),
      ...(args ? itemsOf(walk, args) : []).map((item) => {
        const left = childOf(item, 'left');
        const right = childOf(item, 'right');
        if (item.type !== 'assignment_expression' || !left || !right) return { name: null, value: walk.lower(item) };
        return { name: walk.source(left), value: walk.lower(right) };
      }),
    ],
  }));
  return recorded.kind === 'call' ? defaultIn(walk.facts.callAt(recorded.call)) : null;
}

const attribute: Visit = (walk, node) => {
  recordAttribute(walk, node);
};

const assignment: Visit = (walk, node) => {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  if (!left || !right) return;
  const value = walk.lower(right);
  const target = walk.unwrap(left);
  if (target.type === 'identifier') walk.assign(walk.source(target), value, walk.range(node));
  else walk.assignMember(walk.lower(target), value, walk.range(node));
};

const loop: Visit = (walk, node) => {
  const pattern = childOf(node, 'pattern');
  const value = childOf(node, 'value');
  if (pattern && value) bindPattern(walk, pattern, anyOf(walk, value), walk.span(node.start, value.end));
  walk.visitAll([childOf(node, 'body')]);
};

const returns: Visit = (walk, node) => {
  const [value] = node.children;
  if (value) walk.addReturn(walk.lower(value), walk.range(node));
};

const nothing: Visit = () => undefined;

export const rustStatements: ReadonlyMap<string, Visit> = new Map<string, Visit>([
  ['use_declaration', importUse],
  ['extern_crate_declaration', nothing],
  ['const_item', constItem],
  ['static_item', constItem],
  ['let_declaration', letDeclaration],
  ['let_condition', letCondition],
  ['function_item', functionItem],
  ['impl_item', implItem],
  ['trait_item', implItem],
  ['struct_item', structItem],
  ['enum_item', enumItem],
  ['mod_item', modItem],
  ['macro_definition', nothing],
  ['type_item', nothing],
  ['attribute', attribute],
  ['assignment_expression', assignment],
  ['for_expression', loop],
  ['return_expression', returns],
]);
