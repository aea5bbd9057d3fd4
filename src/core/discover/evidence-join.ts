import type { Sighting } from '../model';
import { isWeightsPath } from './signatures/model-names';
import { looksLikeDataFile } from './signatures/paths';
import type { ProjectFiles } from './project-files';
import { remembering } from './remembered';

/** Sightings whose name is a path, under the name of the file or folder of the project that it means. */
export function joinedToFiles(
  sightings: readonly Sighting[],
  files: readonly Sighting[],
  project: ProjectFiles,
): Sighting[] {
  const folders = new Set(
    files
      .filter(({ kind, signature }) => kind === 'model' && signature === 'file.model-folder')
      .map(({ name }) => name),
  );
  return sightings.map(joinersOf(project)(folders));
}

/** Joins single sightings; what is joined stays the same as long as the folders that are models do. */
const joinersOf = remembering((project: ProjectFiles) => {
  const last: { key: string; join: ((sighting: Sighting) => Sighting) | null } = { key: '', join: null };
  return (folders: ReadonlySet<string>) => {
    const key = [...folders].join('\n');
    if (last.join === null || last.key !== key) {
      last.key = key;
      last.join = remembering((sighting: Sighting) => joined(sighting, folders, project));
    }
    return last.join;
  };
});

function joined(sighting: Sighting, folders: ReadonlySet<string>, project: ProjectFiles): Sighting {
  if (sighting.kind !== 'model' && sighting.kind !== 'dataset') return sighting;
  const meant = sighting.via === 'file' ? null : pathMeant(sighting, project);
  const path = sighting.via === 'file' ? sighting.name : (meant ?? withoutDots(sighting.name));
  const folder = sighting.kind === 'model' ? modelFolderOf(path, folders) : null;
  const named = renamed(sighting, folder ?? path);
  // What lies in the project comes from no provider and moves with the project only.
  return meant !== null && sighting.kind === 'model' ? { ...named, provider: null, pin: 'not-applicable' } : named;
}

function pathMeant(sighting: Sighting, project: ProjectFiles): string | null {
  const candidates = [sighting.written, sighting.name, ...(sighting.aliases ?? [])];
  for (const candidate of candidates) {
    if (candidate === undefined || !mayBePath(sighting, candidate)) continue;
    const found = project.find(candidate, sighting.path);
    if (found !== null && (project.hasFile(found) ? found !== sighting.path : mayBeFolder(candidate))) return found;
  }
  return null;
}

function mayBePath({ kind }: Sighting, text: string): boolean {
  return (
    text.includes('/') || text.includes('\\') || (kind === 'model' ? isWeightsPath(text) : looksLikeDataFile(text))
  );
}

/** A folder has to be written as one: a hub's id has a slash too. */
function mayBeFolder(text: string): boolean {
  return (
    /^\.{0,2}\/|[*]|\/$/.test(text) ||
    text.split('/').length !== 2 ||
    /^(?:data|datasets?|models?|weights|checkpoints?|knowledge|corpus|docs?|documents|content|src|assets|resources|input|tests?|testdata|fixtures|evals?|examples?)\//i.test(
      text,
    )
  );
}

/** Weights in a folder that is a model are part of it. */
function modelFolderOf(path: string, folders: ReadonlySet<string>): string | null {
  const slash = path.lastIndexOf('/');
  const folder = slash < 0 ? '' : path.slice(0, slash);
  return folders.has(folder) && isWeightsPath(path) ? folder : null;
}

function withoutDots(name: string): string {
  return /^\.{1,2}\//.test(name) && !name.includes('://') ? name.replace(/^(?:\.{1,2}\/)+/, '') : name;
}

function renamed(sighting: Sighting, name: string): Sighting {
  if (name === sighting.name || name === '') return sighting;
  const aliases =
    sighting.via === 'file' ? (sighting.aliases ?? []) : [...new Set([...(sighting.aliases ?? []), sighting.name])];
  return { ...sighting, name, ...(aliases.length > 0 ? { aliases } : {}) };
}
