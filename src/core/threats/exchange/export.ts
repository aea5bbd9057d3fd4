import type { Catalogue } from '../../catalogue';
import type { ThreatModel } from '../../model';
import { readThreatModel } from '../read-threat-model';
import { Notes } from './notes';
import { toDragon } from './to-dragon';
import { toLibrary } from './to-library';
import { toMarkdown } from './to-markdown';
import { toOtm } from './to-otm';

/** Formats that a threat model can be written in, with what they are called and what their files end in. */
export const THREAT_MODEL_FORMATS = {
  'threat-dragon': { name: 'OWASP Threat Dragon 2', ending: '.threat-dragon.json' },
  otm: { name: 'Open Threat Model 0.2.0', ending: '.otm.json' },
  tmlib: { name: 'OWASP Threat Model Library', ending: '.tmlib.json' },
  markdown: { name: 'Markdown with a diagram in Mermaid', ending: '.md' },
} as const;
export type ThreatModelFormat = keyof typeof THREAT_MODEL_FORMATS;

export interface ExportedThreatModel {
  readonly text: string;
  /** What has no place in that format, and what it asks for that is not said here; a line for each kind. */
  readonly left: readonly string[];
}

/** A threat model in the format of another tool. Null where `text` cannot be read as one. */
export function exportThreatModel(
  file: { readonly path: string; readonly text: string },
  format: ThreatModelFormat,
  catalogue: Catalogue,
): ExportedThreatModel | null {
  const model = isThreatModel(file.text) ? readThreatModel(file.path, file.text, catalogue) : null;
  if (model === null) return null;
  const notes = new Notes();
  const text = written(model, format, notes);
  return { text, left: notes.lines() };
}

/** A record says what it is at its top. */
function isThreatModel(text: string): boolean {
  return /^(?:\uFEFF)?record:[ \t]*["']?threat-model\b/mu.test(text.slice(0, 20_000));
}

function written(model: ThreatModel, format: ThreatModelFormat, notes: Notes): string {
  if (format === 'markdown') return toMarkdown(model, notes);
  const json = { 'threat-dragon': toDragon, otm: toOtm, tmlib: toLibrary }[format](model, notes);
  return `${JSON.stringify(json, null, 2)}\n`;
}
