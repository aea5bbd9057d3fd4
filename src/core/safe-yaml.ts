import { parseDocument } from 'yaml';
import type { Document } from 'yaml';

/** How deep a text may nest. Beyond some hundreds the parser exhausts the stack, which can end the whole process. */
const MAX_DEPTH = 100;
const MAX_LENGTH = 512 * 1024;

/** Why a text was not parsed, at an offset into it. */
export interface YamlRefusal {
  readonly message: string;
  readonly offset: number;
}

/**
 * Parses YAML of strangers: refuses what is too long or too deep, never throws, never prints. Keys are not compared (that
 * takes quadratic time) and aliases stay what they are: whoever reads the document looks at its nodes and not at `toJS()`.
 */
export function parseYaml(text: string): Document.Parsed | YamlRefusal {
  if (text.length > MAX_LENGTH) return { message: 'This YAML is too long to be read', offset: 0 };
  const deep = tooDeepAt(text);
  if (deep !== null) return { message: 'This YAML nests too deep to be read', offset: deep };
  try {
    return parseDocument(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  } catch {
    return { message: 'This YAML cannot be read', offset: 0 };
  }
}

/** The offset at which a text may nest deeper than the limit, counted without regard to quotes; null if nowhere. */
function tooDeepAt(text: string): number | null {
  const indents: number[] = [];
  let brackets = 0;
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const start = afterSpaces(text, at, stop);
    if (start < stop) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= start - at) indents.pop();
      indents.push(start - at);
    }
    const blocks = indents.length + leadingMarks(text, start);
    for (let index = start; index < stop; index += 1) {
      const mark = text[index];
      if (mark === '[' || mark === '{') brackets += 1;
      else if ((mark === ']' || mark === '}') && brackets > 0) brackets -= 1;
      if (blocks + brackets > MAX_DEPTH) return index;
    }
    at = stop + 1;
  }
  return null;
}

function afterSpaces(text: string, from: number, stop: number): number {
  let at = from;
  while (at < stop && text[at] === ' ') at += 1;
  return at;
}

/** `- - - x` opens one level with each mark. */
function leadingMarks(text: string, from: number): number {
  let marks = 0;
  for (let at = from; /^[-?:]\s/u.test(text.slice(at, at + 2)); at = afterSpaces(text, at + 1, text.length)) marks += 1;
  return marks;
}
