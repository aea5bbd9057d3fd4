import type { FileFacts, Sighting } from '../model';
import type { FileUse } from './file-use';
import { joinedToFiles } from './evidence-join';
import { ProjectFiles } from './project-files';
import { foldersOfLikeFiles } from './like-files';
import { readByCode } from './evidence-uses';
import { createScopes } from './scope';
import type { Configuration } from '../config/configuration';

export interface Evidence {
  readonly fileSightings: readonly Sighting[];
  readonly codeSightings: readonly Sighting[];
  readonly fileUses: readonly FileUse[];
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly configuration: Configuration;
}

/**
 * All that is seen, weighed together: weak sightings stay only with support, a path in code becomes the file it means,
 * and folders of like files become one dataset each.
 */
export function weigh(evidence: Evidence): Sighting[] {
  const project = new ProjectFiles(evidence.files.keys());
  const code = joinedToFiles(evidence.codeSightings, evidence.fileSightings, project);
  const isAi = showsAi(evidence);
  const uses = readByCode(evidence, project, isAi);
  const supported = supportedPaths(code, uses.sites);
  const files = evidence.fileSightings.flatMap((sighting) => confirmed(sighting, supported, isAi));
  const joined = joinedToFiles(files, evidence.fileSightings, project);
  const named = new Set(joined.map(({ kind, name }) => `${kind}:${name}`));
  const sites = uses.sites.filter(({ kind, name }) => named.has(`${kind}:${name}`));
  return foldersOfLikeFiles([...joined, ...code, ...uses.made, ...sites]);
}

/** Names (paths) of assets that code names or reads. */
function supportedPaths(code: readonly Sighting[], uses: readonly Sighting[]): ReadonlySet<string> {
  return new Set([...code, ...uses].map(({ kind, name }) => `${kind}:${name}`));
}

function confirmed(sighting: Sighting, supported: ReadonlySet<string>, isAi: boolean): Sighting[] {
  const { needs, ...strong } = sighting;
  if (needs === undefined) return [sighting];
  const used = supported.has(`${sighting.kind}:${sighting.path}`) || supported.has(`${sighting.kind}:${sighting.name}`);
  if (used) return [{ ...strong, confidence: strong.confidence === 'low' ? 'medium' : strong.confidence }];
  return needs === 'ai' && isAi ? [strong] : [];
}

/** The project works with models: by its code, or by what its files are. Instructions for the developers' own tools are no sign. */
function showsAi({ fileSightings, codeSightings, configuration }: Evidence): boolean {
  if (codeSightings.some(({ kind }) => kind !== 'dataset')) return true;
  const scopeOf = createScopes(configuration);
  return fileSightings.some(
    ({ needs, kind, path }) =>
      needs === undefined && kind !== 'dataset' && scopeOf(path) !== 'development' && scopeOf(path) !== 'test',
  );
}
