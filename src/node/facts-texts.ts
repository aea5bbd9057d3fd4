import type { FileFacts } from '../core';
import { packedCode, withPackedCode } from '../core';

/** Facts as JSON: everything but the code, and the code. Both are '' for a file that says nothing but path and hash. */
export type FactsTexts = readonly [rest: string, code: string];

export function textsOf(facts: FileFacts): FactsTexts {
  const code = packedCode(facts);
  // The code is read by nobody here: only its text goes on.
  const rest = code === null ? facts : withoutCode(facts);
  const text = JSON.stringify(rest);
  return code === null && text === JSON.stringify(silent(facts.path, facts.hash)) ? ['', ''] : [text, code ?? ''];
}

/** The facts again; `code` gives the text of the code where that is not ''. Throws where the texts are no JSON. */
export function factsOf(path: string, hash: string | null, rest: string, code: (() => string) | null): FileFacts {
  if (rest === '') return silent(path, hash);
  const facts = JSON.parse(rest) as FileFacts;
  return code === null ? facts : withPackedCode(facts, code);
}

function withoutCode(facts: FileFacts): Partial<FileFacts> {
  const names = Object.keys(facts).filter((name) => name !== 'code');
  return Object.fromEntries(names.map((name) => [name, facts[name as keyof FileFacts]]));
}

function silent(path: string, hash: string | null): FileFacts {
  return { path, hash, code: null, sightings: [], record: null, prose: null, suppressions: [] };
}
