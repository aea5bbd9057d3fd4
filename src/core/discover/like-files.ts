import type { Sighting } from '../model';
import { remembering } from './remembered';

/** So many files that differ in numbers only are one dataset, not as many. */
const MANY = 3;

/** Datasets whose files differ only in their numbers, under the name of their folder. */
export function foldersOfLikeFiles(sightings: readonly Sighting[]): Sighting[] {
  const members = new Map<string, Set<string>>();
  for (const sighting of sightings) {
    const family = familyOf(sighting);
    if (family !== null) members.set(family, (members.get(family) ?? new Set()).add(sighting.name));
  }
  const moved = new Map<string, string>();
  for (const names of members.values()) {
    if (names.size < MANY) continue;
    for (const name of names) moved.set(name, folderOf(name));
  }
  if (moved.size === 0) return [...sightings];
  return sightings.map((sighting) => {
    const folder = sighting.kind === 'dataset' ? moved.get(sighting.name) : undefined;
    return folder === undefined ? sighting : inItsFolder(sighting);
  });
}

/** `data/part-00001.jsonl` → `data/part-#.jsonl`; null where the name has no number or no folder. */
function familyOf({ kind, via, name, signature }: Sighting): string | null {
  // Descriptions of data stand for one set each, whatever they are called.
  if (kind !== 'dataset' || via !== 'file' || signature === 'file.yolo-data' || signature === 'file.dvc') return null;
  const slash = name.lastIndexOf('/');
  if (slash < 0) return null;
  const base = name.slice(slash + 1);
  const plain = base.replace(/\d+/gu, '#');
  return plain === base ? null : `${name.slice(0, slash)}/${plain}`;
}

const inItsFolder = remembering((sighting: Sighting): Sighting => ({ ...sighting, name: folderOf(sighting.name) }));

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/'));
}
