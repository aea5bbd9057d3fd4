import type { Engine, EngineOptions } from '../engine';
import type { Project } from './project';

export type Queries = Pick<Engine, 'fixesAt' | 'document' | 'newRecord' | 'ignore' | 'hover' | 'complete'>;

/** What doors ask about places: answered from the snapshot, by core/fix and core/records. */
export function createQueries(_options: EngineOptions, _project: Project): Queries {
  return {
    fixesAt: () => [],
    document: () => ({ creations: [], replacements: [] }),
    newRecord: () => ({ creations: [], replacements: [] }),
    ignore: () => Promise.resolve(null),
    hover: () => Promise.resolve(null),
    complete: () => Promise.resolve([]),
  };
}
