import type { AssetReference, TextReplacement } from '../model';
import { yamlText } from '../records/yaml-text';

/** One file with the asset ids in it. */
export interface ReferringFile {
  readonly path: string;
  readonly references?: readonly AssetReference[];
}

/** Writes the new id wherever an old one stands, all at once, in the quotes that are there. */
export function movedEdits(files: Iterable<ReferringFile>, moves: ReadonlyMap<string, string>): TextReplacement[] {
  const edits: TextReplacement[] = [];
  for (const { path, references = [] } of files) {
    for (const { asset, range, written } of references) {
      const next = moves.get(asset);
      if (next === undefined) continue;
      const text = inPlace(next, written);
      if (text !== null) edits.push({ path, range, text });
    }
  }
  return edits;
}

/** The id as it can stand between the quotes that are there; null where it cannot. */
function inPlace(id: string, written: AssetReference['written']): string | null {
  switch (written) {
    case 'plain':
      return yamlText(id);
    case 'double':
      return JSON.stringify(id).slice(1, -1);
    case 'single':
      return id.replaceAll("'", "''");
    case 'code':
      return id.includes('`') ? null : id;
  }
}
