import type { Sighting } from '../../model';
import { readModelName } from '../signatures/model-names';
import { linesOf, pairAt } from './line-pairs';
import { named, wholeFile, type Detector } from './scanned-file';

/** BAML: functions with a `prompt #"…"#`, and the models of its clients. */
export const baml: Detector = (file) => {
  if (file.text === null || file.extension !== 'baml' || file.text.length > 512 * 1024) return [];
  const found: Sighting[] = [];
  if (/\bprompt\s+#+"/u.test(file.text))
    found.push(wholeFile(file, { kind: 'prompt', name: file.path, signature: 'file.baml', confidence: 'high' }));
  for (const { line, number } of linesOf(file.text)) {
    const parts = /^(\s*(?:model|client)\s+)("[^"]+")/u.exec(line);
    const written = parts?.[2]?.slice(1, -1) ?? '';
    const read = written === '' ? null : readModelName(written, 'router', file.families);
    if (!parts || !read) continue;
    const { range } = pairAt([], written, number, parts[1]?.length ?? 0, written.length + 2);
    found.push(
      named(file, range, {
        kind: 'model',
        name: read.name,
        written,
        signature: 'config.baml',
        provider: read.provider,
        pin: read.pin,
        confidence: 'high',
      }),
    );
  }
  return found;
};
