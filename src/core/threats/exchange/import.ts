import type { Catalogue } from '../../catalogue';
import { readThreatModel } from '../read-threat-model';
import { detectFormat, formatNames } from './detect';
import { Fields } from './fields';
import { Notes } from './notes';
import type { ExchangeProblem } from './notes';
import { readDragon } from './read-dragon';
import { readLibrary } from './read-library';
import { readOtm } from './read-otm';
import type { Sketch } from './sketch';
import { openSource } from './source';
import type { Source } from './source';
import { writeYaml } from './write-yaml';

/** What came of a threat model of another tool. */
export interface ImportedThreatModel {
  /** What the file is, in words such as `OWASP Threat Dragon 2`; null where that cannot be told. */
  readonly format: string | null;
  /** What the system is called; with `text` the threat model for this project. Null where nothing could be made of the file. */
  readonly system: string | null;
  readonly text: string | null;
  /** What is wrong in the file, at its place there; what could be read is in `text` all the same. */
  readonly problems: readonly ExchangeProblem[];
  /** What has no place in a threat model here, in short; all of it stands as comments at the end of `text`. */
  readonly left: readonly string[];
}

/**
 * Makes a threat model of a file of OWASP Threat Dragon 1 or 2, Open Threat Model (JSON or YAML) or the OWASP Threat Model
 * Library; which of them it is shows in what it holds. Never throws.
 */
export function importThreatModel(text: string, catalogue: Catalogue): ImportedThreatModel {
  const source = openSource(text);
  const nothing = { format: null, system: null, text: null, left: [] };
  if ('refused' in source) return { ...nothing, problems: [{ at: '/', line: source.line, message: source.refused }] };
  const notes = new Notes();
  const top = Fields.of(source.value, notes);
  const found = top === null ? null : detectFormat(top);
  if (top === null || found === null) {
    if (top !== null) notes.wrong([], `This is no threat model that can be read here: ${formatNames()} can`);
    return { ...nothing, problems: placed(notes, source) };
  }
  if (found.format === null) {
    notes.wrong([], found.words);
    return { ...nothing, format: found.name, problems: placed(notes, source) };
  }
  const sketch = { dragon: readDragon, otm: readOtm, library: readLibrary }[found.format](top);
  if (sketch === null) return { ...nothing, format: found.name, problems: placed(notes, source), left: notes.lines() };
  return { ...written(sketch, found.name, notes, catalogue), problems: placed(notes, source) };
}

function written(
  sketch: Sketch,
  name: string,
  notes: Notes,
  catalogue: Catalogue,
): Omit<ImportedThreatModel, 'problems'> {
  const text = writeYaml(sketch, name, notes);
  // A text that cannot be read back is of no use to anybody: such a model is too large.
  const isRead = readThreatModel('', text, catalogue) !== null;
  if (!isRead) notes.wrong([], 'This model is too large for one file: make several of it there first');
  return { format: name, system: sketch.system, text: isRead ? text : null, left: notes.lines() };
}

function placed({ problems }: Notes, { lineOf }: Source): ExchangeProblem[] {
  return problems.map(({ path, message }) => ({ at: `/${path.join('/')}`, line: lineOf(path), message }));
}
