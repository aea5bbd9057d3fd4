import { joinPath } from '../resolve/code-index';
import { configPairs } from './config-sources';
import { named, type Detector } from './scanned-file';

/** The files of test cases that a promptfoo configuration names: evaluation sets. */
export const promptfooTests: Detector = (file) => {
  if (!/^promptfooconfig[\w.-]*$/u.test(file.stem) || !/^(?:ya?ml|json)$/u.test(file.extension)) return [];
  return (configPairs(file) ?? []).flatMap(({ keys, value, range }) => {
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
