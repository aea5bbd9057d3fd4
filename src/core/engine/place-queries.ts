import type { Engine } from '../engine';
import type { Lens, Snapshot } from '../model';
import { definitionAt, foldsIn, lensesOf, linksIn, outlineOf, referencesAt } from '../navigate';
import type { Cancellation } from '../ports';
import type { Project } from './project';

type TextOf = (path: string, cancel: Cancellation) => Promise<string | null>;

/** Where things lead and how records are laid out: reads, never changes. */
export function createPlaceQueries(
  project: Project,
  textOf: TextOf,
): Pick<Engine, 'definition' | 'references' | 'links' | 'lenses' | 'outline' | 'folds'> {
  const input = () => ({
    snapshot: project.snapshot,
    catalogue: project.catalogue,
    configuration: project.configuration,
  });
  const lenses = lensesBySnapshot(project, () => lensesOf(input()));
  return {
    async definition(path, position, cancel) {
      const text = await textOf(path, cancel);
      return text === null ? null : definitionAt(path, text, position, input());
    },
    async references(path, position, { declaration }, cancel) {
      const text = await textOf(path, cancel);
      if (text === null) return [];
      return referencesAt(path, text, position, { ...input(), files: project.files(), declaration });
    },
    async links(path, cancel) {
      const text = await textOf(path, cancel);
      return text === null ? [] : linksIn(path, text, { ...input(), holds: (each) => project.holds(each) });
    },
    lenses: (path) => lenses().get(path) ?? [],
    async outline(path, cancel) {
      const text = await textOf(path, cancel);
      return text === null ? [] : outlineOf(path, text, input());
    },
    async folds(path, cancel) {
      const text = await textOf(path, cancel);
      return text === null ? null : foldsIn(path, text, input());
    },
  };
}

type Lenses = ReadonlyMap<string, readonly Lens[]>;

/** Editors ask at every change of every open file: worked out once per snapshot. */
function lensesBySnapshot(project: Project, work: () => Lenses): () => Lenses {
  const memory: { snapshot: Snapshot | null; lenses: Lenses } = { snapshot: null, lenses: new Map() };
  return () => {
    if (memory.snapshot !== project.snapshot) {
      memory.lenses = work();
      memory.snapshot = project.snapshot;
    }
    return memory.lenses;
  };
}
