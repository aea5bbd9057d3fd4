import type { Engine } from '../engine';
import { papersOfRenames, renameFilesEdits } from '../fix';
import { renamableAt, renameEdits } from '../navigate';
import type { Cancellation } from '../ports';
import type { Project } from './project';

type TextOf = (path: string, cancel: Cancellation) => Promise<string | null>;

/** Other names for what papers speak of, written wherever papers name it. */
export function createRenameQueries(
  project: Project,
  textOf: TextOf,
): Pick<Engine, 'renamable' | 'rename' | 'renameFiles'> {
  const input = () => ({
    snapshot: project.snapshot,
    catalogue: project.catalogue,
    configuration: project.configuration,
  });
  const textsOf = async (paths: readonly string[], cancel: Cancellation) => {
    const texts = new Map<string, string>();
    for (const path of paths) {
      const text = await textOf(path, cancel);
      if (text !== null) texts.set(path, text);
    }
    return texts;
  };
  return {
    async renamable(path, position, cancel) {
      const text = await textOf(path, cancel);
      return text === null ? null : renamableAt(path, text, position, input());
    },
    async rename(path, position, name, cancel) {
      const text = await textOf(path, cancel);
      const found = text === null ? null : renamableAt(path, text, position, input());
      if (!found) return null;
      const papers = found.what === 'asset' ? [] : project.snapshot.records.map((record) => record.path);
      const texts = await textsOf(papers, cancel);
      const replacements = renameEdits(found, name, { path, files: project.files().values(), texts });
      return replacements && !cancel.cancelled ? { creations: [], replacements } : null;
    },
    async renameFiles(renames, cancel) {
      const { records } = project.snapshot;
      const texts = await textsOf(papersOfRenames(renames, records), cancel);
      const textIn = (path: string) => texts.get(path) ?? null;
      const replacements = renameFilesEdits(renames, { records, files: project.files(), textOf: textIn });
      return cancel.cancelled ? { creations: [], replacements: [] } : { creations: [], replacements };
    },
  };
}
