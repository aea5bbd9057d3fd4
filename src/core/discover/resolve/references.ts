import type { Import } from '../../model';
import { importedFrom, inPackage, reachable, sharedUsings } from './packages';
import { classAround, definedAs, RECEIVERS, type Reference, type Resolving, type Target } from './resolving';
import { scopeOf, type Placed, type SourceFile } from './source-file';
import type { Value } from '../../model';

/** How many meanings of one name are followed. */
const FAN_OUT = 6;
const MOST_WILDCARDS = 40;

/** What `placed` denotes: paths below the modules that are imported, classes and functions of the project. */
export function referencesOf(resolving: Resolving, placed: Placed): Reference[] {
  const { value } = placed;
  switch (value.kind) {
    case 'name':
      return ofName(resolving, placed as Placed<Value & { kind: 'name' }>);
    case 'member':
      return ofMember(resolving, placed as Placed<Value & { kind: 'member' }>);
    case 'call':
      return ofCall(resolving, placed as Placed<Value & { kind: 'call' }>);
    case 'either':
      return value.options.slice(0, FAN_OUT).flatMap((option) => resolving.references({ ...placed, value: option }));
    case 'index':
      if (value.object.kind === 'member' && value.object.name === '__dict__')
        return ofAttribute(resolving, { ...placed, value: value.object.object }, { ...placed, value: value.key });
      return resolving
        .expand(placed)
        .slice(0, FAN_OUT)
        .flatMap((found) => (found.value.kind === 'index' ? [] : resolving.references(found)));
    default:
      return [];
  }
}

function ofName(resolving: Resolving, placed: Placed<Value & { kind: 'name' }>): Reference[] {
  const { value, file, scope } = placed;
  if (RECEIVERS.has(value.name)) {
    const symbol = classAround(file, scope);
    if (symbol !== null) return [{ module: null, path: [value.name], target: { file, symbol } }];
  }
  const bindings = file.lookup(value.name, scope, value.range).slice(-FAN_OUT);
  const bound = bindings.flatMap((binding) =>
    resolving.references({ value: binding.value, file, scope: scopeOf(binding) }),
  );
  const imported = file.importsOf(value.name).flatMap((fact) => resolving.imported(file, fact));
  if (bound.length + imported.length > 0) return [...bound, ...imported];
  const symbol = definedAs(file, value.name, scope);
  if (symbol !== null) return [{ module: null, path: [value.name], target: { file, symbol } }];
  return bindings.length > 0 ? [{ module: null, path: [value.name], target: null }] : ofUnbound(resolving, placed);
}

/** A name nothing here binds: part of a dotted import, from a wildcard import, or built in. */
function ofUnbound(resolving: Resolving, { value, file, scope }: Placed<Value & { kind: 'name' }>): Reference[] {
  const own = reachable(resolving, file, value.name, scope);
  const found: Reference[] = own.flatMap((target) => ofTarget(resolving, target, value.name));
  if (file.facts.imports.some((fact) => fact.name === null && fact.local.startsWith(`${value.name}.`))) {
    const own = resolving.index.module(file, value.name, resolving.consulted);
    found.push({ module: value.name, path: [], target: own ? { file: own, symbol: '' } : null });
  }
  // Libraries of Ruby are their own top-level names, there for everybody; in PHP a class needs no import by its whole name.
  if (/^(?:ruby|php)$/.test(file.facts.language) && /^[A-Z]/.test(value.name))
    found.push({ module: value.name, path: [], target: null });
  for (const module of [...file.wildcards, ...sharedUsings(resolving, file)].slice(0, MOST_WILDCARDS)) {
    const own = resolving.index.module(file, module, resolving.consulted);
    const inside = own ? resolving.references({ value, file: own, scope: '' }).filter(leadsSomewhere) : [];
    found.push(...inside, { module, path: [value.name], target: null });
  }
  return found.length > 0 ? found : [{ module: null, path: [value.name], target: null }];
}

/** A symbol of another file: itself, and what it holds. */
function ofTarget(resolving: Resolving, target: Target, name: string): Reference[] {
  const held = target.file
    .bindingsOf(target.symbol)
    .slice(0, FAN_OUT)
    .flatMap((binding) => resolving.references({ value: binding.value, file: target.file, scope: scopeOf(binding) }));
  return target.file.defines(target.symbol) ? [...held, { module: null, path: [name], target }] : held;
}

/** What an import brings in: of a library, of the project, or both. */
export function ofImport(resolving: Resolving, file: SourceFile, fact: Import): Reference[] {
  const { index, consulted } = resolving;
  const own = index.module(file, fact.module, consulted);
  if (fact.name === null || fact.name === '*') {
    // `import a.b` binds `a`: what follows is spelt out at the use. `gocv.io/x/gocv` is an address.
    const whole = fact.name === null && fact.module.startsWith(`${fact.local}.`) && !fact.module.includes('/');
    const module = whole ? fact.local : fact.module;
    const target = whole ? index.module(file, module, consulted) : own;
    return [{ module, path: [], target: target ? { file: target, symbol: '' } : null }];
  }
  const library: Reference = { module: fact.module, path: [fact.name], target: null };
  if (own) {
    const inside = resolving.references({ value: nameValue(fact), file: own, scope: '' }).filter(leadsSomewhere);
    if (inside.length > 0) return [library, ...inside];
  }
  const packaged = importedFrom(resolving, file, fact).flatMap((found) => ofTarget(resolving, found, fact.local));
  if (packaged.length > 0) return [library, ...packaged];
  const separator = fact.module.endsWith('.') ? '' : '.';
  const submodule =
    file.facts.language === 'python' ? index.module(file, fact.module + separator + fact.name, consulted) : null;
  return submodule
    ? [library, { module: null, path: [fact.name], target: { file: submodule, symbol: '' } }]
    : [library];
}

function ofMember(resolving: Resolving, placed: Placed<Value & { kind: 'member' }>): Reference[] {
  const { value, file, scope } = placed;
  const { object, name } = value;
  const found = resolving
    .references({ ...placed, value: object })
    .flatMap((reference) => step(resolving, file, reference, name));
  if (object.kind !== 'name' || found.some(leadsSomewhere)) return found;
  const bindings = file.lookup(object.name, scope, object.range);
  if (!bindings.some((binding) => binding.kind === 'parameter' && binding.value.kind === 'unknown')) return found;
  return [...found, ...methodsNamed(resolving, file, name)];
}

/** The one method of that name among the classes that the file knows: what a parameter of unknown type may have. */
function methodsNamed(resolving: Resolving, file: SourceFile, name: string): Reference[] {
  const owners = resolving.classesIn(file).filter((target) => target.file.defines(`${target.symbol}.${name}`));
  const [only] = owners;
  if (owners.length !== 1 || !only) return [];
  return [{ module: null, path: [name], target: { file: only.file, symbol: `${only.symbol}.${name}` } }];
}

const MOST_CLASSES = 40;

/** Classes of the project that the file imports or defines at its top level. */
export function classesKnownTo(resolving: Resolving, file: SourceFile): Target[] {
  const own = file.classes().map((symbol) => ({ file, symbol }));
  const imported = file.facts.imports.slice(0, 200).flatMap((fact) => {
    if (fact.name === null || fact.name === '*') return [];
    const home = resolving.index.module(file, fact.module, resolving.consulted);
    return home?.classes().includes(fact.name) ? [{ file: home, symbol: fact.name }] : [];
  });
  return [...own, ...imported].slice(0, MOST_CLASSES);
}

/** The reference to `name` below another one. */
function step(resolving: Resolving, file: SourceFile, reference: Reference, name: string): Reference[] {
  const { module, path, target } = reference;
  const further: Reference = { module, path: [...path, name], target: null };
  if (!target && module !== null && path.length === 0) {
    const own = inPackage(resolving, file, module, name);
    return [further, ...own.flatMap((found) => ofTarget(resolving, found, name))];
  }
  if (!target) return [further];
  return [further, ...inTarget(resolving, target, name)];
}

function inTarget(resolving: Resolving, { file, symbol }: Target, name: string): Reference[] {
  if (symbol === '') {
    const value: Value = {
      kind: 'name',
      name,
      range: { line: Number.MAX_SAFE_INTEGER, column: 1, endLine: Number.MAX_SAFE_INTEGER, endColumn: 1 },
    };
    return resolving.references({ value, file, scope: '' }).filter(leadsSomewhere);
  }
  const inner = `${symbol}.${name}`;
  const held = file
    .bindingsOf(inner)
    .slice(0, FAN_OUT)
    .flatMap((binding) => resolving.references({ value: binding.value, file, scope: scopeOf(binding) }));
  return file.defines(inner) ? [...held, { module: null, path: [name], target: { file, symbol: inner } }] : held;
}

/** `getattr(models, args.arch)`, `models.__dict__[args.arch]`: what is called by a name that stands elsewhere. */
function ofAttribute(resolving: Resolving, object: Placed, key: Placed): Reference[] {
  const names = resolving
    .expand(key)
    .flatMap(({ value }) => (value.kind === 'text' && /^\w+$/.test(value.text) ? [value.text] : []));
  const owners = names.length === 0 ? [] : resolving.references(object);
  return names
    .slice(0, FAN_OUT)
    .flatMap((name) => owners.flatMap((owner) => step(resolving, object.file, owner, name)));
}

function ofCall(resolving: Resolving, placed: Placed<Value & { kind: 'call' }>): Reference[] {
  const call = placed.file.callOf(placed.value);
  if (!call) return [];
  const [object, key] = call.args;
  if (object && key && call.callee.kind === 'name' && call.callee.name === 'getattr')
    return ofAttribute(resolving, { ...placed, value: object.value }, { ...placed, value: key.value });
  return resolving.references({ ...placed, value: call.callee, scope: call.scope }).flatMap((reference) => {
    const last = reference.path.at(-1);
    const path = last === undefined ? [] : [...reference.path.slice(0, -1), `${last}()`];
    const { target } = reference;
    if (!target) return [{ module: reference.module, path, target }];
    const returns = target.file.returnsOf(target.symbol).slice(0, FAN_OUT);
    if (returns.length === 0) return [{ module: reference.module, path, target }];
    const made = returns.flatMap((binding) =>
      resolving.references({ value: binding.value, file: target.file, scope: scopeOf(binding) }),
    );
    return [{ module: reference.module, path, target: null }, ...made];
  });
}

/** An import's own name as a value, read at the end of the other file, where everything is bound. */
function nameValue(fact: Import): Value {
  const line = Number.MAX_SAFE_INTEGER;
  return { kind: 'name', name: fact.name ?? fact.local, range: { line, column: 1, endLine: line, endColumn: 1 } };
}

function leadsSomewhere(reference: Reference): boolean {
  return reference.module !== null || reference.target !== null;
}
