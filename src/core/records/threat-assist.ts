import type { HoverText, Position } from '../model';
import { threatHover } from '../threats/assist-hover';
import type { ThreatAssist } from '../threats/assist-values';
import { readThreatModel } from '../threats/read-threat-model';
import { parentKeys } from './assist-context';
import type { AssistContext, AssistInput } from './assist-context';
import { flowRow } from './flow-row';
import { rowHover } from './row-hover';
import { wordAt } from './words-at';
import { yamlLine } from './yaml-line';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}._:-]*/gu;

/** What assistance in a threat model draws on: the file as it stands, and the catalogue of threats. */
export function threatAssist({ path, text }: AssistContext, { catalogue }: AssistInput): ThreatAssist {
  return { catalogue: catalogue.threats, model: readThreatModel(path, text, catalogue) };
}

/** Explains an id or a word in a value of a threat model. */
export function threatWord(
  context: AssistContext,
  line: string,
  position: Position,
  input: AssistInput,
): HoverText | null {
  if (context.kind?.id !== 'threat-model') return null;
  const found = wordAt(line, position, WORD);
  const key = keyAt(line, position);
  if (found === null || key === null) return null;
  const names = [...parentKeys(context, position.line), ...key];
  const about = rowHover(context, line, position)?.markdown ?? null;
  const markdown = threatHover({ word: found.word, names, line: position.line, about }, threatAssist(context, input));
  return markdown === null ? null : { markdown, range: found.range };
}

/** The keys of the line that a value at the position belongs to; null where a key stands there. */
function keyAt(line: string, position: Position): string[] | null {
  const flow = flowRow(line, position);
  if (flow !== null) {
    const owner = flow.owner === null ? [] : [flow.owner];
    return flow.in === 'value' && flow.key !== null ? [...owner, flow.key] : null;
  }
  const { key, valueColumn } = yamlLine(line);
  if (key === null) return [];
  return position.column >= valueColumn ? [key] : null;
}
