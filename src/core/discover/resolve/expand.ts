import type { Binding, Value } from '../../model';
import { resultOf } from './call-results';
import { allEntries, entriesNamed, optionDefault } from './entries';
import { importedFrom, inPackage, reachable } from './packages';
import { calleeName, type Found, type Holder, type Resolving, type Target } from './resolving';
import { scopeOf, type Placed, type SourceFile } from './source-file';

const FAN_OUT = 32;

/**
 * All that `placed` may hold: texts, lists, maps, functions, calls that make something, and `unknown` for parameters
 * without a default (their holder says which). References are followed, so names and members do not come out.
 */
export function expandValue(resolving: Resolving, placed: Placed, holder: Holder | null): Found[] {
  const { value } = placed;
  switch (value.kind) {
    case 'name':
      return ofName(resolving, placed as Placed<Value & { kind: 'name' }>);
    case 'member':
      return ofMember(resolving, placed as Placed<Value & { kind: 'member' }>);
    case 'index':
      return ofIndex(resolving, placed as Placed<Value & { kind: 'index' }>);
    case 'either':
      return value.options
        .slice(0, FAN_OUT)
        .flatMap((option) => resolving.expand({ ...placed, value: option }, holder));
    case 'call':
      return resultOf(resolving, placed as Placed<Value & { kind: 'call' }>, holder);
    default:
      return [{ ...placed, holder }];
  }
}

/** What `name` may hold as a member of a module, class or instance of the project. */
export function membersNamed(resolving: Resolving, { file, symbol }: Target, name: string): Found[] {
  const bindings = file.bindingsOf(symbol === '' ? name : `${symbol}.${name}`);
  if (bindings.length > 0) return ofBindings(resolving, file, bindings);
  return symbol === '' ? ofImports(resolving, file, name) : [];
}

function ofName(resolving: Resolving, { value, file, scope }: Placed<Value & { kind: 'name' }>): Found[] {
  const bindings = file.lookup(value.name, scope, value.range);
  if (bindings.length > 0) return ofBindings(resolving, file, bindings);
  const imported = ofImports(resolving, file, value.name);
  if (imported.length > 0 || file.importsOf(value.name).length > 0) return imported;
  return ofTargets(resolving, reachable(resolving, file, value.name, scope));
}

/** What the bindings of these symbols hold. */
function ofTargets(resolving: Resolving, targets: readonly Target[]): Found[] {
  return targets.flatMap(({ file, symbol }) => ofBindings(resolving, file, file.bindingsOf(symbol)));
}

function ofBindings(resolving: Resolving, file: SourceFile, bindings: readonly Binding[]): Found[] {
  return bindings
    .slice(-FAN_OUT)
    .flatMap((binding) => resolving.expand({ value: binding.value, file, scope: scopeOf(binding) }, { file, binding }));
}

function ofImports(resolving: Resolving, file: SourceFile, name: string): Found[] {
  const { index, consulted } = resolving;
  const imports = file.importsOf(name);
  const named = imports.flatMap((fact) => {
    if (fact.name === null || fact.name === '*') return [];
    const own = index.module(file, fact.module, consulted);
    if (own) return resolving.member({ file: own, symbol: '' }, fact.name);
    return ofTargets(resolving, importedFrom(resolving, file, fact));
  });
  if (named.length > 0 || imports.length > 0) return named;
  return file.wildcards.slice(0, FAN_OUT).flatMap((module) => {
    const own = index.module(file, module, consulted);
    return own ? resolving.member({ file: own, symbol: '' }, name) : [];
  });
}

function ofMember(resolving: Resolving, placed: Placed<Value & { kind: 'member' }>): Found[] {
  const { object, name } = placed.value;
  const inside = { ...placed, value: object };
  const owned = resolving.references(inside).flatMap(({ target, module, path }) => {
    if (target) return resolving.member(target, name);
    const own = module !== null && path.length === 0 ? inPackage(resolving, placed.file, module, name) : [];
    return ofTargets(resolving, own);
  });
  const held = resolving.expand(inside).flatMap((found) => entriesNamed(resolving, found, name));
  const own = owned.filter(({ value }) => value.kind !== 'unknown');
  if (own.length + held.length > 0) return [...held, ...own];
  return [...settingNamed(resolving, placed), ...owned];
}

/** What a function is given as its settings: `args`, `cfg`, `model_args`. */
const SETTINGS = /(?:^|_)(?:args?|opts?|options|config|cfg|conf|flags|params|hparams|settings)$/i;

function isWritten(file: SourceFile, value: Value): boolean {
  const call = value.kind === 'call' ? file.callOf(value) : undefined;
  return value.kind === 'text' || (call !== undefined && /^[fF]ield$/.test(calleeName(call)));
}

/** The option or field of that name that the same file defines, where nothing says which object it is. */
function settingNamed(resolving: Resolving, placed: Placed<Value & { kind: 'member' }>): Found[] {
  const { value, file } = placed;
  const { object, name } = value;
  const holder = object.kind === 'name' || object.kind === 'member' ? object.name : '';
  if (file.facts.language !== 'python' || !(SETTINGS.test(holder) || isParsed({ ...placed, value: object }))) return [];
  const options = holder === 'hparams' ? ofConstructors(resolving, file, name) : optionDefault(resolving, file, name);
  if (options.length > 0) return options;
  // Only what is written there: what is copied from other settings would lead round in circles.
  const fields = file.facts.bindings.filter(
    (binding) => binding.kind === 'member' && binding.name === name && isWritten(file, binding.value),
  );
  const own = ofBindings(resolving, file, fields).filter((found) => found.value.kind !== 'unknown');
  return own.length > 0 ? own : fieldOfClass(resolving, file, name);
}

/** `self.hparams.path` of Lightning: what a constructor is given under that name. */
function ofConstructors(resolving: Resolving, file: SourceFile, name: string): Found[] {
  const given = file.facts.bindings.filter(
    ({ kind, symbol }) => kind === 'parameter' && symbol.endsWith(`.__init__.${name}`),
  );
  return ofBindings(resolving, file, given);
}

/** One of the objects that a parser made of the command line: `model_args, = parser.parse_args_into_dataclasses()`. */
function isParsed({ value, file, scope }: Placed): boolean {
  if (value.kind !== 'name') return false;
  return file.lookup(value.name, scope, value.range).some((binding) => {
    const given = binding.value.kind === 'member' ? binding.value.object : binding.value;
    const call = given.kind === 'call' ? file.callOf(given) : undefined;
    return call !== undefined && /^parse_(?:args_into_dataclasses|yaml_file|json_file|dict)$/.test(calleeName(call));
  });
}

/** The field of that name of the only class with one, among those that the file imports: settings have files of their own. */
function fieldOfClass(resolving: Resolving, file: SourceFile, name: string): Found[] {
  const fields = resolving.classesIn(file).flatMap((owner) => {
    const bindings = owner.file
      .bindingsOf(`${owner.symbol}.${name}`)
      .filter((binding) => isWritten(owner.file, binding.value));
    return bindings.length > 0 ? [ofBindings(resolving, owner.file, bindings)] : [];
  });
  return fields.length === 1 ? (fields[0] ?? []).filter((found) => found.value.kind !== 'unknown') : [];
}

function ofIndex(resolving: Resolving, placed: Placed<Value & { kind: 'index' }>): Found[] {
  const { object, key } = placed.value;
  const keys = resolving
    .expand({ ...placed, value: key })
    .flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
  return resolving.expand({ ...placed, value: object }).flatMap((found) => {
    // Of a list that a parameter holds: whoever calls the function says what is in it.
    if (key.kind === 'unknown' && isParameter(found)) return [found];
    // Each item of a listing is one of the files that it lists.
    if (key.kind === 'unknown' && isListing(found)) return [found];
    const known = keys.flatMap((name) => entriesNamed(resolving, found, name));
    return known.length > 0 ? known : allEntries(resolving, found);
  });
}

/** `data/plates/*.xlsx`, as a call of `glob` gives it back. */
function isListing({ value }: Found): boolean {
  return value.kind === 'text' && value.text.includes('*') && /^[^\s'"<>|]{3,300}$/.test(value.text);
}

function isParameter({ value, holder }: Found): boolean {
  return value.kind === 'unknown' && holder?.binding.kind === 'parameter';
}
