import type { z } from 'zod';
import { checkTogether } from './cross-checks';
import type { Loaded, LoadedFiles } from './cross-checks';
import { catalogueSchema } from './index';
import type { Catalogue } from './index';
import { principleSchema } from './principles';
import { recordKindSchema } from './records';
import { settingsFileSchema } from './call-settings';
import { familiesFileSchema, signatureFileSchema } from './signatures';
import { YamlFile } from './yaml-file';
import type { CatalogueProblem } from './yaml-file';

export type { CatalogueProblem } from './yaml-file';

const STANDARD = {
  id: 'ETSI EN 304 223',
  version: 'V2.1.1',
  title: 'Securing Artificial Intelligence (SAI); Baseline Cyber Security Requirements for AI Models and Systems',
};

/**
 * Makes the catalogue of YAML texts, keyed by their path inside `catalogue/` (`principles/08-document.yaml`,
 * `signatures/openai.yaml`, `records/model-card.yaml`). Everything is sorted, so that the same files give the same
 * bytes. Gives either the catalogue or all that is wrong, each with its place.
 */
export function compileCatalogue(
  files: ReadonlyMap<string, string>,
): { catalogue: Catalogue } | { problems: CatalogueProblem[] } {
  const problems: CatalogueProblem[] = [];
  const loaded: LoadedFiles = { principles: [], signatures: [], families: [], settings: [], records: [] };
  const take = <T extends z.ZodType>(file: YamlFile, schema: T, into: Loaded<z.output<T>>[]) => {
    const result = file.read(schema);
    if ('problems' in result) problems.push(...result.problems);
    else into.push({ file, data: result.data });
  };
  for (const [path, text] of [...files].sort(([left], [right]) => byCodeUnit(left, right))) {
    const file = new YamlFile(path, text);
    if (path === 'signatures/_families.yaml') take(file, familiesFileSchema, loaded.families);
    else if (path === 'signatures/_settings.yaml') take(file, settingsFileSchema, loaded.settings);
    else if (path.startsWith('signatures/')) take(file, signatureFileSchema, loaded.signatures);
    else if (path.startsWith('principles/')) take(file, principleSchema, loaded.principles);
    else if (path.startsWith('records/')) take(file, recordKindSchema, loaded.records);
    else problems.push(file.problem([], 'the catalogue has no such folder: principles, signatures or records'));
  }
  // Cross-checks of files that could not be read would only repeat the same trouble in other words.
  if (problems.length === 0) problems.push(...checkTogether(loaded));
  return problems.length > 0 ? { problems } : { catalogue: assemble(loaded) };
}

/** The catalogue from the JSON that `scripts/generate.ts` wrote. Throws a ZodError where it is something else. */
export function readCatalogue(json: unknown): Catalogue {
  return catalogueSchema.parse(json);
}

/** `catalogue/principles/08-document.yaml:12:5 provisions[0].force: …` */
export function problemText(problem: CatalogueProblem): string {
  return `catalogue/${problem.path}:${String(problem.line)}:${String(problem.column)} ${problem.message}`;
}

function assemble(loaded: LoadedFiles): Catalogue {
  const data = <T>(files: readonly Loaded<T>[]) => files.map((entry) => entry.data);
  return {
    standard: STANDARD,
    principles: data(loaded.principles)
      .sort((left, right) => left.number - right.number)
      .map((principle) => ({
        ...principle,
        provisions: [...principle.provisions].sort((left, right) => byNumbers(left.id, right.id)),
      })),
    signatures: data(loaded.signatures).sort((left, right) => byCodeUnit(left.id, right.id)),
    families: loaded.families[0]?.data ?? { families: [], routers: [], placeholders: [] },
    settings: loaded.settings[0]?.data ?? { settings: [], containers: [], addresses: [], hosts: [], saves: [] },
    records: data(loaded.records).sort((left, right) => byCodeUnit(left.id, right.id)),
  };
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `5.1.1-1` before `5.1.1-1.1` before `5.1.1-2` before `5.1.1-10`. */
function byNumbers(left: string, right: string): number {
  const [a, b] = [left.split(/[.-]/u).map(Number), right.split(/[.-]/u).map(Number)];
  for (const [index, part] of a.entries()) {
    const difference = part - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
