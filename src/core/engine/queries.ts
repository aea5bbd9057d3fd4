import type { Engine, EngineOptions } from '../engine';
import type { Asset, FileCreation } from '../model';
import { scaffold, scaffoldAll } from '../records';
import type { ScaffoldInput } from '../records';
import type { Project } from './project';

export type Queries = Pick<Engine, 'fixesAt' | 'document' | 'newRecord' | 'ignore' | 'hover' | 'complete'>;

/** What doors ask about places and papers: answered from what is known, by core/fix and core/records. */
export function createQueries(options: EngineOptions, project: Project): Queries {
  const about = (): Omit<ScaffoldInput, 'assets' | 'title'> => ({
    all: project.snapshot.assets,
    today: options.clock.today(),
    taken: (path) => project.holds(path),
    catalogue: options.catalogue,
    configuration: project.configuration,
  });
  return {
    fixesAt: () => [],
    document: (ids) => edit(scaffoldAll(assetsOf(project, ids), about())),
    newRecord(kind, title, ids) {
      const file = scaffold(kind, { ...about(), assets: assetsOf(project, ids), title: title.trim() || null });
      return edit(file ? [file] : []);
    },
    ignore: () => Promise.resolve(null),
    hover: () => Promise.resolve(null),
    complete: () => Promise.resolve([]),
  };
}

function assetsOf(project: Project, ids: readonly string[]): Asset[] {
  const wanted = new Set(ids);
  return project.snapshot.assets.filter((asset) => wanted.has(asset.id));
}

function edit(creations: readonly FileCreation[]) {
  return { creations, replacements: [] };
}
