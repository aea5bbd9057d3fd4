import type { Binding, Call, Import, Value } from '../../model';
import type { CodeIndex, Consulted } from './code-index';
import { ownerOf, type Placed, type SourceFile } from './source-file';

/** The name under which a value is kept: the innermost one that was gone through on the way to it. */
export interface Holder {
  readonly file: SourceFile;
  readonly binding: Binding;
}

/** What an expression may stand for, with the place where it is written; null holder where it stands inline. */
export interface Found<V extends Value = Value> extends Placed<V> {
  readonly holder: Holder | null;
}

/** A module, class, instance or function of the project: '' is the module itself. */
export interface Target {
  readonly file: SourceFile;
  readonly symbol: string;
}

/**
 * What a callee denotes: a path below a module (`openai`, [`OpenAI()`, `chat`]), null where no import leads there; and
 * the class or function of the project, if it is one.
 */
export interface Reference {
  readonly module: string | null;
  readonly path: readonly string[];
  readonly target: Target | null;
}

/** What the parts of the resolver ask of each other; bounded in depth and work, so that every question ends. */
export interface Resolving {
  readonly index: CodeIndex;
  readonly consulted: Consulted;
  expand(placed: Placed, holder?: Holder | null): Found[];
  references(placed: Placed): Reference[];
  /** What an import of the file brings in. */
  imported(file: SourceFile, fact: Import): readonly Reference[];
  /** Classes of the project that the file imports or defines: whose methods an untyped parameter may have. */
  classesIn(file: SourceFile): readonly Target[];
  /** All that a member of a module, class or instance of the project may hold. */
  member(target: Target, name: string): Found[];
}

export const RECEIVERS: ReadonlySet<string> = new Set(['self', 'this', 'cls']);

/** The class whose method `scope` is or lies in: the owner of the outermost function with a class around it. */
export function classAround(file: SourceFile, scope: string): string | null {
  for (let owner = ownerOf(scope); owner !== ''; owner = ownerOf(owner)) {
    if (file.returnsOf(owner).length === 0 && file.defines(owner)) return owner;
  }
  return file.defines(scope) && scope !== '' && file.membersOf(scope).some((member) => member.kind === 'member')
    ? scope
    : null;
}

/** The symbol of a function or class of the file that `name` means in `scope`, or null. */
export function definedAs(file: SourceFile, name: string, scope: string): string | null {
  for (let owner = scope; ; owner = ownerOf(owner)) {
    const symbol = owner === '' ? name : `${owner}.${name}`;
    if (file.defines(symbol)) return symbol;
    if (owner === '') return null;
  }
}

/** The callee as it is written, `client.chat.completions.create`; a segment that is called ends in `()`. */
export function writtenPath(value: Value, file: SourceFile): string[] {
  const path: string[] = [];
  let current: Value | undefined = value;
  let called = '';
  for (let step = 0; current && step < 64; step += 1) {
    if (current.kind === 'call') {
      const call: Call | undefined = file.callOf(current);
      called = '()';
      current = call?.callee;
    } else if (current.kind === 'member') {
      path.unshift(current.name + called);
      called = '';
      current = current.object;
    } else {
      if (current.kind === 'name') path.unshift(current.name + called);
      break;
    }
  }
  return path;
}

/** The callee as written, with what made the variable that it begins with in front: `make().b.f` for `b.f` after `b = make()`. */
export function madePath(call: Call, file: SourceFile): string[] {
  const path = writtenPath(call.callee, file);
  const [root = ''] = path;
  if (path.length < 2 || root.endsWith('()')) return path;
  const [made] = file.lookup(root, call.scope, call.range);
  return made?.value.kind === 'call' ? [...writtenPath(made.value, file), ...path] : path;
}

/** The last segment of a callee as written, '' where it has no name. */
export function calleeName(call: Call): string {
  return call.callee.kind === 'member' || call.callee.kind === 'name' ? call.callee.name : '';
}
