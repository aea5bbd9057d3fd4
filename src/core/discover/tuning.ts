import { compareText, type Call, type Sighting } from '../model';
import { calleeName } from './resolve/resolving';
import type { SourceFile } from './resolve/source-file';
import { textsOf } from './resolve/texts';
import type { CallReader } from './signatures/requests';

const MOST_NAMES = 8;

/**
 * The models that a script makes: what it loads and then saves under another name is what that one is made of, and so are
 * the datasets it loads.
 */
export function withWhatBecomes(
  sightings: readonly Sighting[],
  reader: CallReader,
  file: SourceFile,
): readonly Sighting[] {
  if (!reader.analysis.isAi(file) || !sightings.some(({ kind }) => kind === 'model')) return sightings;
  const names = [...new Set(file.facts.calls.flatMap((call) => savedBy(reader, file, call)))].sort(compareText);
  if (names.length === 0 || names.length > MOST_NAMES) return sightings;
  return sightings.map((sighting) => {
    const isSource = sighting.path === file.path && (sighting.kind === 'model' || sighting.kind === 'dataset');
    const becomes = names.filter((name) => name !== sighting.name && name !== sighting.written);
    if (!isSource || becomes.length === 0) return sighting;
    return { ...sighting, context: { at: `${file.path}:`, ...sighting.context, becomes } };
  });
}

/** The names under which a call saves a model. */
function savedBy(reader: CallReader, file: SourceFile, call: Call): string[] {
  const { terms } = reader.analysis.library;
  const places = terms.savesAt(calleeName(call));
  if (places.length === 0) return [];
  return call.args.flatMap(({ name, value }, at) => {
    if (!places.includes(name ?? String(at))) return [];
    const texts = textsOf(reader.resolving, { value, file, scope: call.scope });
    return texts.flatMap(({ text, holes }) => (holes.length === 0 && text !== '' ? [text] : []));
  });
}
