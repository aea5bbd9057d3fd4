import { compareText, type Sighting, type Site } from '../model';
import { textDigest } from './digest';

/**
 * The digest of an asset: that of its file, of its text in code, or, for several files, of the list of theirs. Null where
 * it is hosted elsewhere or a part is not known. `sightings` begin with the primary one.
 */
export function digestOf(sightings: readonly Sighting[]): string | null {
  const files = new Map(
    sightings.filter(({ via, path }) => via === 'file' && path !== '').map(({ path, digest }) => [path, digest]),
  );
  if (files.size > 1) {
    const lines = [...files].map(([path, digest]) => (digest === undefined ? null : `${digest} ${path}`));
    return lines.some((line) => line === null) ? null : textDigest(lines.map(String).sort(compareText).join('\n'));
  }
  const told = sightings.find(({ digest }) => digest !== undefined)?.digest;
  if (told !== undefined) return told;
  const text = sightings.find((sighting) => sighting.kind === 'prompt' && sighting.text !== undefined)?.text;
  return text === undefined ? null : textDigest(text);
}

/** The digest of the settings that an asset is used with at all its sites; null where none is written. */
export function configDigestOf(sites: readonly Site[]): string | null {
  const lines = sites.flatMap(({ settings }) => (settings ? [JSON.stringify(Object.entries(settings))] : []));
  return lines.length === 0 ? null : textDigest([...new Set(lines)].sort(compareText).join('\n'));
}
