import { FILE_START, type AssetKind, type FileFacts, type Sighting } from '../model';
import type { Evidence } from './evidence';
import type { FileUse } from './file-use';
import type { ProjectFiles } from './project-files';

export interface Uses {
  /** Places where code reads files, under the name of the asset that the file is, or may be. */
  readonly sites: readonly Sighting[];
  /** Files that nothing but their use shows to be a prompt or dataset. */
  readonly made: readonly Sighting[];
}

/** What the places where code reads files say about these files. */
export function readByCode({ fileUses, fileSightings, files }: Evidence, project: ProjectFiles): Uses {
  const byPath = denotedBy(fileSightings);
  const sites: Sighting[] = [];
  const made = new Map<string, Sighting>();
  for (const use of fileUses) {
    const path = project.find(use.target, use.path);
    if (path === null || path === use.path) continue;
    const denoted = byPath.get(path)?.find(({ kind }) => use.as === 'unknown' || use.as === kind);
    if (denoted) sites.push(siteOf(use, denoted.kind, denoted.name));
    else if (use.as !== 'unknown' && !byPath.has(path)) {
      const facts = files.get(path);
      if (facts && !made.has(path)) made.set(path, fileOf(facts, use.as));
      if (facts || project.hasFolder(path)) sites.push(siteOf(use, use.as, path));
    }
  }
  const isKnown = ({ name }: Sighting) => byPath.has(name);
  return { sites: sites.filter(isKnown), made: [...made.values(), ...sites.filter((site) => !isKnown(site))] };
}

/** What files denote, by their path and by their name (a folder's name has many: the first few do). */
function denotedBy(fileSightings: readonly Sighting[]): ReadonlyMap<string, readonly Sighting[]> {
  const byPath = new Map<string, Sighting[]>();
  for (const sighting of fileSightings) {
    if (sighting.via !== 'file') continue;
    for (const key of new Set([sighting.path, sighting.name])) {
      const list = byPath.get(key);
      if (!list) byPath.set(key, [sighting]);
      else if (list.length < MOST) list.push(sighting);
    }
  }
  return byPath;
}

const MOST = 8;

function siteOf(use: FileUse, kind: AssetKind, name: string): Sighting {
  const { line, column, endLine, endColumn, cell, cellLine } = use;
  return {
    line, column, endLine, endColumn,
    ...(cell === undefined ? {} : { cell }),
    ...(cellLine === undefined ? {} : { cellLine }),
    path: use.path, via: 'code', language: use.language, use: 'use', signature: 'file.read', provider: null, pin: 'not-applicable', confidence: 'medium', kind, name, written: use.target,
  }; // prettier-ignore
}

function fileOf(facts: FileFacts, kind: AssetKind): Sighting {
  return {
    ...FILE_START,
    path: facts.path,
    via: 'file',
    language: null,
    use: 'definition',
    signature: 'file.read',
    provider: null,
    pin: 'not-applicable',
    confidence: 'medium',
    kind,
    name: facts.path,
    ...(facts.hash === null ? {} : { digest: `sha256:${facts.hash}` }),
  };
}
