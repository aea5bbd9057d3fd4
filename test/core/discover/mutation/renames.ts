import { CodeParser } from '../../../../src/core/discover/languages';
import type { Syntax } from '../../../../src/core/discover/languages/parse-tree';
import type { CodeFacts } from '../../../../src/core/model';
import { testGrammars } from '../../../support/grammars';
import { identifiersIn, syntaxOf, typesIn, type Identifier } from './identifiers';
import { ProjectPaths } from './project-paths';

/** A project whose author called things otherwise. Lines stay where they are. */
export interface Renamed {
  readonly files: ReadonlyMap<string, string>;
  /** Old path → new path. */
  readonly paths: ReadonlyMap<string, string>;
  /** Old name → new name, of what is declared in code. */
  readonly names: ReadonlyMap<string, string>;
}

interface RenameOptions {
  /** Says of a name whether it gets another one: all, or a seeded choice. */
  readonly chosen: (name: string) => boolean;
  readonly isGiven?: (part: string) => boolean;
  readonly otherPaths?: readonly string[];
  /** False leaves the names in code. */
  readonly namesToo?: boolean;
}

interface Source {
  readonly path: string;
  readonly text: string;
  readonly root: Syntax;
  readonly facts: CodeFacts;
}

/** Names that a language gives a meaning. */
const GIVEN = /^(?:__\w+__|this|self|cls|super|constructor|main|init|default|value|it|\d.*|)$/;

/** The project under other names: files, folders, variables, parameters, functions, classes and their members. */
export async function renamed(project: ReadonlyMap<string, string>, options: RenameOptions): Promise<Renamed> {
  const sources = await sourcesOf(project);
  const all = [...project.keys(), ...(options.otherPaths ?? [])];
  const { names, taken, identifiers } = namesIn(sources, new ProjectPaths(all, (part) => part), options);
  const stems = new Map<string, string>();
  const newPart = (part: string): string => {
    const name = names.get(part) ?? (taken.has(part) || !options.chosen(part) ? part : undefined);
    if (name !== undefined) return name;
    const made = stems.get(part) ?? `q${String(stems.size + 1)}`;
    stems.set(part, made);
    return made;
  };
  const paths = new ProjectPaths(all, newPart, options.isGiven);
  const files = new Map<string, string>();
  for (const [path, text] of project) {
    const edits = (identifiers.get(path) ?? []).flatMap(({ name, start, end, fixed, short }) => {
      const made = fixed ? undefined : names.get(name);
      return made === undefined ? [] : [{ start, end, text: short ? `${name}: ${made}` : made }];
    });
    files.set(paths.of(path), applied(text, [...edits, ...pathEdits(text, paths)]));
  }
  return { files, names, paths: new Map(all.map((path) => [path, paths.of(path)])) };
}

interface Names {
  readonly names: ReadonlyMap<string, string>;
  /** Names that mean something in code, renamed or not: a path may not call them otherwise. */
  readonly taken: ReadonlySet<string>;
  readonly identifiers: ReadonlyMap<string, readonly Identifier[]>;
}

/** The names that the project itself gives, and that nobody else speaks of. */
function namesIn(sources: readonly Source[], own: ProjectPaths, { chosen, namesToo }: RenameOptions): Names {
  const imports = sources.flatMap(({ facts }) => facts.imports);
  const modules = new Set(
    imports
      .filter(({ module }) => isOwn(own, module))
      .flatMap(({ module, local }) => [local, ...segments(module)])
      .filter((name) => own.parts.has(name)),
  );
  const types = new Set(sources.flatMap(({ root, text }) => typesIn(root, text)));
  const owned = new Set([...modules, ...types]);
  const identifiers = new Map(sources.map(({ path, root, text }) => [path, identifiersIn(root, text, owned)] as const));
  const fixed = new Set([
    ...[...identifiers.values()].flat().flatMap((each) => (each.fixed ? [each.name] : [])),
    ...imports
      .filter(({ module }) => !isOwn(own, module))
      .flatMap(({ module, name, local }) => [name ?? '', local, ...segments(module)]),
    ...sources.flatMap(({ path, text }) => (path.endsWith('.rs') ? captured(text) : [])),
  ]);
  const taken = new Set([...sources.flatMap(({ facts }) => declaredIn(facts)), ...owned]);
  const names = new Map<string, string>();
  for (const name of namesToo === false ? [] : taken)
    if (!GIVEN.test(name) && !fixed.has(name) && chosen(name)) names.set(name, madeName(name, names.size + 1));
  return { names, taken, identifiers };
}

/** Names inside the texts of Rust's formats: `"{name}"`. */
function captured(text: string): string[] {
  return [...text.matchAll(/\{(\w+)(?::[^}"]*)?\}/g)].map(([, name = '']) => name);
}

async function sourcesOf(project: ReadonlyMap<string, string>): Promise<Source[]> {
  const sources: Source[] = [];
  for (const [path, text] of project) {
    const root = await syntaxOf(path, text);
    const facts = root && (await CodeParser.create(testGrammars).parse(path, text));
    if (root && facts) sources.push({ path, text, root, facts });
  }
  return sources;
}

function declaredIn({ bindings, calls }: CodeFacts): string[] {
  return [
    ...bindings.flatMap(({ name, symbol }) => [name, ...symbol.split('.')]),
    ...calls.flatMap(({ scope }) => scope.split('.')),
  ];
}

function segments(module: string): string[] {
  return module.split(/[./:]+/).filter((part) => part !== '');
}

/** A relative module, or one whose path is that of a file or folder of the project. */
function isOwn(paths: ProjectPaths, module: string): boolean {
  if (/^[.~]|^@\//.test(module)) return true;
  const parts = segments(module).filter((part) => !/^(?:crate|self|super)$/.test(part));
  const known = paths.known(parts);
  return known === parts.length || known > 1;
}

/** Keeps what the case of letters says: `zz1`, `Zz1`, `ZZ1`. */
function madeName(name: string, number: number): string {
  const start = /^[A-Z][A-Z\d_]*$/.test(name) && name.length > 1 ? 'ZZ' : /^[A-Z]/.test(name) ? 'Zz' : 'zz';
  return `${start}${String(number)}`;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Parts of paths in texts and imports: `./prompts/a.txt`, `app.prompts`, and `"prompts"` alone beside a join of paths. */
function pathEdits(text: string, paths: ProjectPaths): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(/[\w@~.-]+(?:\/[\w@~.-]+)*/g)) {
    const start = match.index;
    const [written] = match;
    const alone = /["'`]/.test(text[start - 1] ?? '') && text[start - 1] === text[start + written.length];
    const dotted = !written.includes('/') && isImport(text, start);
    const parts = written.split(dotted ? /(\.)/ : /(\/)/);
    const names = parts.filter((part) => !/^(?:\/|\.{1,2}|[@~]|)$/.test(part));
    const known = paths.known(names);
    const enough =
      known > 1 ||
      (known === 1 &&
        (dotted ||
          /^[.@~]/.test(written) ||
          (/\.\w+$/.test(written) && known === names.length) ||
          (alone && isJoined(text, start))));
    if (!enough) continue;
    let left = known;
    const made = parts
      .reverse()
      .map((part) => (names.includes(part) && left-- > 0 ? paths.part(part) : part))
      .reverse();
    edits.push({ start, end: start + written.length, text: made.join('') });
  }
  return edits;
}

/** A part of a path among others: `base / "data"`, `join(here, "data")`. */
function isJoined(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at - 1);
  return /\/ $|(?:\bjoin|Path|joinpath|resolve|dirname|Combine|of|get)\([^)]*$/.test(line);
}

function isImport(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /^\s*(?:from|import|package|import static)\s+$/.test(line) || /^\s*from \.*$/.test(line);
}

function applied(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  let made = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at) continue;
    made += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return made + text.slice(at);
}
