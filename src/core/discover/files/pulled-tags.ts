import type { Sighting } from '../../model';
import { TAG_KEY } from './command-pairs';
import { lastKey, type ConfigPair } from './pairs';
import { named, type ScannedFile } from './scanned-file';

const WORD = /^[a-z]{4,30}$/u;
/** What follows `ollama pull` in a sentence, not in a command. */
const SAID =
  /^(?:this|that|your|with|from|into|then|first|again|models?|command|manually|local|locally|images?|names?|here|when|failed|error|inside|directly|before|after|once|will|does|needs?|takes|which|everything)$/u;

/**
 * `ollama pull moondream`, and the lists of Ollama's chart: what a command itself is given is a tag, though it be a plain
 * word. Tags with a size, and words that are families of models, tell by themselves.
 */
export function pulledTag(file: ScannedFile, pair: ConfigPair): Sighting | null {
  const { value, keys, item, range } = pair;
  const isPulled =
    (keys.length === 1 && keys[0] === TAG_KEY) ||
    (item && /^(?:pull|run)$/u.test(lastKey(pair)) && keys.includes('ollama'));
  if (!isPulled || !WORD.test(value) || SAID.test(value) || file.families.lookOf(value) !== null) return null;
  return named(file, range, {
    kind: 'model',
    name: value,
    written: value,
    signature: 'config.command',
    pin: 'none',
    confidence: 'medium',
  });
}
