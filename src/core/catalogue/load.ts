import type * as z from 'zod';
import { checkTogether } from './cross-checks';
import type { LoadedFiles } from './cross-checks';
import type { Loaded } from './yaml-file';
import { catalogueSchema } from './index';
import type { Catalogue } from './index';
import { frameworkSchema } from './frameworks';
import { principleSchema } from './principles';
import { recordKindSchema } from './records';
import { settingsFileSchema } from './call-settings';
import { familiesFileSchema, signatureFileSchema } from './signatures';
import { atlasFileSchema, attackPathSchema, capabilitiesFileSchema, owaspFileSchema } from './threats';
import type { ThreatCatalogue } from './threats';
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
  const loaded = nothingLoaded();
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
    else if (path.startsWith('frameworks/')) take(file, frameworkSchema, loaded.frameworks);
    else if (path === 'threats/_atlas.yaml') take(file, atlasFileSchema, loaded.threats.atlas);
    else if (path === 'threats/_owasp.yaml') take(file, owaspFileSchema, loaded.threats.owasp);
    else if (path === 'threats/_capabilities.yaml') take(file, capabilitiesFileSchema, loaded.threats.capabilities);
    else if (path.startsWith('threats/')) take(file, attackPathSchema, loaded.threats.paths);
    else problems.push(file.problem([], 'the catalogue has no such folder: principles, signatures, records, frameworks or threats'));
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

function nothingLoaded(): LoadedFiles {
  const threats = { atlas: [], owasp: [], capabilities: [], paths: [] };
  return { principles: [], signatures: [], families: [], settings: [], records: [], frameworks: [], threats };
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
    frameworks: data(loaded.frameworks).sort((left, right) => byCodeUnit(left.id, right.id)),
    threats: assembleThreats(loaded.threats),
  };
}

const NO_IDS = { licence: '', attribution: '', note: '', title: '', url: '', release: '' };

function assembleThreats({ atlas, owasp, capabilities, paths }: LoadedFiles['threats']): ThreatCatalogue {
  return {
    paths: paths.map(({ data }) => data).sort((left, right) => byCodeUnit(left.id, right.id)),
    capabilities: capabilities.flatMap(({ data }) => data.capabilities),
    atlas: atlas[0]?.data ?? { ...NO_IDS, tactics: {}, techniques: {}, mitigations: {}, replaced: [], renamed: [] },
    owasp: owasp[0]?.data ?? { licence: '', attribution: '', lists: [], successors: {}, published: {} },
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
