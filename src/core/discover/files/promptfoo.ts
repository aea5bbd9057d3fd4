import { joinPath } from '../resolve/code-index';
import { configPairs } from './config-sources';
import type { ConfigPair } from './pairs';
import { named, type Detector, type ScannedFile } from './scanned-file';

/** A configuration of promptfoo, by its name or by what it is made of. */
export function isPromptfooFile(file: ScannedFile, pairs: readonly ConfigPair[]): boolean {
  if (!/^(?:ya?ml|json)$/u.test(file.extension)) return false;
  if (/^promptfooconfig[\w.-]*$/u.test(file.stem)) return true;
  const tops = new Set(pairs.map(({ keys }) => keys[0]));
  return tops.has('prompts') && tops.has('providers') && tops.has('tests');
}

/** The files of test cases that a promptfoo configuration names: evaluation sets. */
export const promptfooTests: Detector = (file) => {
  const pairs = /^(?:ya?ml|json)$/u.test(file.extension) ? configPairs(file) : null;
  if (!pairs || !isPromptfooFile(file, pairs)) return [];
  return pairs.flatMap(({ keys, value, range }) => {
    if (keys[0] !== 'tests' || keys.length > 2 || !/^(?:file:\/\/)?[\w.*/-]+\.(?:csv|jsonl?|ya?ml|xlsx)$/u.test(value))
      return [];
    const name = joinPath(file.folder, value.replace(/^file:\/\//u, ''));
    return [
      named(file, range, {
        kind: 'dataset',
        name,
        written: value,
        signature: 'config.promptfoo-tests',
        confidence: 'high',
      }),
    ];
  });
};
