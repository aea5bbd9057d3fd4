import type { AssetKind, Sighting } from '../model';
import type { Evidence } from './evidence-input';
import { joinedToFiles } from './evidence-join';
import { promptFilesNamed } from './files/config-prompt-files';
import { projectFilesOf } from './project-files';
import { foldersOfLikeFiles } from './like-files';
import { readByCode } from './evidence-uses';
import { remembering } from './remembered';
import { createScopes, isTestPath } from './scope';

/**
 * All that is seen, weighed together: weak sightings stay only with support, a path in code becomes the file it means,
 * and folders of like files become one dataset each.
 */
export function weigh(all: Evidence): Sighting[] {
  const { uses: named, others } = promptFilesNamed(all.fileSightings);
  const evidence = named.length === 0 ? all : { ...all, fileSightings: others, fileUses: [...all.fileUses, ...named] };
  const project = projectFilesOf(evidence.files);
  const isAi = showsAi(evidence);
  const seen = isAi ? evidence.codeSightings : evidence.codeSightings.filter((sighting) => !isSample(sighting));
  const code = joinedToFiles(seen, evidence.fileSightings, project);
  const uses = readByCode({ ...evidence, codeSightings: seen }, project, isAi);
  const supported = supportedPaths(code, uses.sites);
  const files = evidence.fileSightings.flatMap((sighting) => {
    const folder = uses.folders.get(sighting.path);
    if (folder !== undefined && sighting.kind === 'dataset') return strong(inFolder(sighting, folder));
    return confirmed(sighting, supported, isAi);
  });
  const joined = joinedToFiles(files, evidence.fileSightings, project);
  const names = new Set(joined.map(({ kind, name }) => `${kind}:${name}`));
  const sites = uses.sites.filter(({ kind, name }) => names.has(`${kind}:${name}`));
  return foldersOfLikeFiles([...joined, ...code, ...uses.made, ...sites]);
}

/** Names (paths) of assets, by their kind. */
type Supported = ReadonlyMap<AssetKind, ReadonlySet<string>>;

/** Those that code names or reads. */
function supportedPaths(code: readonly Sighting[], uses: readonly Sighting[]): Supported {
  const byKind = new Map<AssetKind, Set<string>>();
  for (const sightings of [code, uses])
    for (const { kind, name } of sightings) {
      const names = byKind.get(kind);
      if (names) names.add(name);
      else byKind.set(kind, new Set([name]));
    }
  return byKind;
}

function confirmed(sighting: Sighting, supported: Supported, isAi: boolean): Sighting[] {
  const { needs, kind, path, name } = sighting;
  if (needs === undefined) return [sighting];
  const names = supported.get(kind);
  if (names?.has(path) || names?.has(name)) return strong(sighting);
  return needs === 'ai' && isAi ? strong(sighting) : [];
}

/** The sighting without its condition. */
const strong = remembering(({ needs: _, ...sighting }: Sighting): Sighting[] => [
  { ...sighting, confidence: sighting.confidence === 'low' ? 'medium' : sighting.confidence },
]);

/** A document of a folder that is read as a whole. */
const inFolder = (sighting: Sighting, folder: string): Sighting => namedIn(sighting)(folder);
const namedIn = remembering((sighting: Sighting) => {
  const byFolder = new Map<string, Sighting>();
  return (folder: string): Sighting => {
    const known = byFolder.get(folder) ?? { ...sighting, name: folder };
    byFolder.set(folder, known);
    return known;
  };
});

/**
 * The project works with models: by its code, or by what its files are. Instructions for the developers' own tools are no
 * sign, nor are texts that only their place makes prompts.
 */
function showsAi({ fileSightings, codeSightings, configuration, codeIsAi }: Evidence): boolean {
  if (codeIsAi || codeSightings.some((each) => (each.kind === 'model' || each.kind === 'prompt') && !isSample(each)))
    return true;
  const scopeOf = createScopes(configuration);
  return fileSightings.some((sighting) => {
    if (
      sighting.needs !== undefined ||
      (sighting.kind !== 'model' && sighting.kind !== 'prompt') ||
      BY_PLACE.has(sighting.signature)
    )
      return false;
    const scope = scopeOf(sighting.path);
    return scope !== 'development' && scope !== 'test';
  });
}

/** What in a test only looks like the name of a model or like a prompt: any text may stand there. */
function isSample({ signature, path }: Sighting): boolean {
  return (signature === 'model.named' || signature === 'prompt.named') && isTestPath(path);
}

const BY_PLACE: ReadonlySet<string> = new Set(['file.prompt-folder', 'file.prompt-name', 'file.prompt']);
