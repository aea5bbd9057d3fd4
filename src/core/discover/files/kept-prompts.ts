import type { PromptRole } from '../../catalogue';
import type { Sighting } from '../../model';
import { textDigest } from '../digest';
import { classify } from '../prompts/classify';
import { named, type ScannedFile } from './scanned-file';

/** A text that a file which works with models keeps under a name. */
interface KeptText {
  readonly name: string;
  readonly text: string;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** What the text is for sure, whatever it is called; null where its name and its words have to say it. */
  readonly place: PromptRole | null;
}

/** The text as a prompt; none where it is no prompt. */
export function keptPrompt(file: ScannedFile, signature: string, kept: KeptText): readonly Sighting[] {
  const { name, text, start, end, place } = kept;
  const confidence = classify(text, text, { place, identifier: name, ai: 'file', asks: false });
  if (confidence === null) return [];
  const seen = named(file, file.lines.range(start, end), { kind: 'prompt', name, signature, confidence });
  return [{ ...seen, use: 'definition', symbol: name, text, digest: textDigest(text) }];
}
