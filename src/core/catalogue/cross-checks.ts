import type { Catalogue, FamiliesFile, SettingsFile } from './index';
import { plainName } from './call-settings';
import { checkObservations } from './cross-check-observations';
import { checkThreats } from './cross-check-threats';
import type { LoadedThreats } from './cross-check-threats';
import type { CatalogueProblem, Loaded, YamlFile } from './yaml-file';

/** Every file that was read, by part of the catalogue, in the order of their paths. */
export interface LoadedFiles {
  readonly principles: Loaded<Catalogue['principles'][number]>[];
  readonly signatures: Loaded<Catalogue['signatures'][number]>[];
  readonly families: Loaded<FamiliesFile>[];
  readonly settings: Loaded<SettingsFile>[];
  readonly records: Loaded<Catalogue['records'][number]>[];
  readonly frameworks: Loaded<Catalogue['frameworks'][number]>[];
  readonly threats: LoadedThreats;
}

/** What no single file can know of itself: ids that are used twice, and ids that name nothing. */
export function checkTogether(loaded: LoadedFiles): CatalogueProblem[] {
  const provisions = provisionIds(loaded);
  return [
    ...checkPrinciples(loaded),
    ...checkSignatures(loaded),
    ...checkSettings(loaded),
    ...checkRecords(loaded, provisions),
    ...checkFrameworks(loaded, provisions),
    ...checkObservations(loaded.principles, loaded.records),
    ...checkThreats(loaded.threats, (id) => provisions.has(id)),
  ];
}

/** Remembers who used an id first. */
class Ids {
  private readonly owners = new Map<string, string>();

  constructor(private readonly what: string) {}

  /** The problem where the id was used before; null the first time. */
  add(id: string, file: YamlFile, steps: readonly PropertyKey[]): CatalogueProblem[] {
    const owner = this.owners.get(id);
    if (owner !== undefined) return [file.problem(steps, `${this.what} ${id} is already defined in catalogue/${owner}`)];
    this.owners.set(id, file.path);
    return [];
  }
}

function* checkPrinciples({ principles }: LoadedFiles): Iterable<CatalogueProblem> {
  const numbers = new Ids('principle');
  const clauses = new Ids('clause');
  const ids = new Ids('provision');
  const ukNumbers = new Ids('UK number');
  for (const { file, data } of principles) {
    yield* numbers.add(String(data.number), file, ['number']);
    yield* clauses.add(data.clause, file, ['clause']);
    if (!data.clause.startsWith(`${data.phaseClause}.`)) {
      yield file.problem(['phaseClause'], `clause ${data.clause} does not belong to phase ${data.phaseClause}`);
    }
    const own = new Set(data.provisions.map((provision) => provision.id));
    for (const [index, { id, uk, parent, condition }] of data.provisions.entries()) {
      const at = (key: string) => ['provisions', index, key];
      yield* ids.add(id, file, at('id'));
      yield* ukNumbers.add(uk, file, at('uk'));
      if (!id.startsWith(`${data.clause}-`)) yield file.problem(at('id'), `${id} does not belong to clause ${data.clause}`);
      const expected = /^(.*-\d+)\.\d+$/u.exec(id)?.[1] ?? null;
      if (parent !== expected) yield file.problem(at('parent'), `the parent of ${id} is ${expected ?? 'null'}`);
      else if (parent !== null && !own.has(parent)) yield file.problem(at('parent'), `there is no provision ${parent}`);
      if (condition !== null && !/^(if|when|where) /u.test(condition)) {
        yield file.problem(at('condition'), 'a condition begins with if, when or where');
      }
    }
  }
}

function* checkSignatures({ signatures }: LoadedFiles): Iterable<CatalogueProblem> {
  const libraries = new Ids('library');
  const rows = new Ids('row');
  for (const { file, data } of signatures) {
    yield* libraries.add(data.id, file, ['id']);
    for (const [index, row] of data.rows.entries()) yield* rows.add(row.id, file, ['rows', index, 'id']);
  }
}

/** A name that two settings claim would be read as one of them only. */
function* checkSettings({ settings }: LoadedFiles): Iterable<CatalogueProblem> {
  const names = new Ids('setting');
  for (const { file, data } of settings) {
    for (const [index, { name, also }] of data.settings.entries()) {
      for (const each of [name, ...also]) yield* names.add(plainName(each), file, ['settings', index]);
    }
  }
}

function provisionIds({ principles }: LoadedFiles): Set<string> {
  return new Set(principles.flatMap(({ data }) => data.provisions.map((provision) => provision.id)));
}

function* checkRecords({ records }: LoadedFiles, known: ReadonlySet<string>): Iterable<CatalogueProblem> {
  const kinds = new Ids('record kind');
  for (const { file, data } of records) {
    yield* kinds.add(data.id, file, ['id']);
    const unknown = (ids: readonly string[], steps: readonly PropertyKey[]) =>
      ids
        .map((id, index) => (known.has(id) ? null : file.problem([...steps, index], `there is no provision ${id}`)))
        .filter((problem) => problem !== null);
    yield* unknown(data.provisions, ['provisions']);
    for (const [index, field] of data.fields.entries()) {
      yield* unknown(field.provisions, ['fields', index, 'provisions']);
      for (const [item, { provisions }] of (field.items ?? []).entries()) {
        yield* unknown(provisions, ['fields', index, 'items', item, 'provisions']);
      }
    }
  }
}

/** Every item is one of the framework's own, and every provision is one of the principle that it is named at. */
function* checkFrameworks({ frameworks, principles }: LoadedFiles, known: ReadonlySet<string>): Iterable<CatalogueProblem> {
  const ids = new Ids('framework');
  const clauses = new Map(principles.map(({ data }) => [data.number, data.clause]));
  for (const { file, data } of frameworks) {
    yield* ids.add(data.id, file, ['id']);
    const items = new Set(data.items.map((item) => item.id));
    for (const [index, link] of data.links.entries()) {
      const at = (key: string) => ['links', index, key];
      if (!items.has(link.item)) yield file.problem(at('item'), `${link.item} is not among the items of ${data.id}`);
      const clause = clauses.get(link.principle) ?? '';
      const strange = link.provisions.find((id) => !known.has(id) || !id.startsWith(`${clause}-`));
      if (strange !== undefined) {
        yield file.problem(at('provisions'), `principle ${String(link.principle)} has no provision ${strange}`);
      }
    }
  }
}
