import assert from 'node:assert/strict';
import { CodeParser } from '../../src/core/discover/languages/index';
import type { CodeFacts } from '../../src/core/model';
import { packCode, unpackCode } from '../../src/core/model/packed-code';
import { testGrammars } from './grammars';

/** One case of a fixture of languages: code, and the facts it becomes in the notation of `facts-text.ts`. */
export interface FactsCase {
  readonly extension: string;
  readonly title: string;
  readonly code: string;
  readonly expected: string;
}

/** `=== ts: title`, code, `---`, facts; as many as there are. */
export function factsCases(text: string): FactsCase[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [, extension = '', title = '', code = '', expected = ''] =
        /^(\w+): (.*)\n([^]*?)^---\n([^]*)$/m.exec(block) ?? [];
      return { extension, title, code, expected };
    });
}

/** The facts of a file of that extension; fails where no adapter reads it, or packing would lose something. */
export async function factsOf(extension: string, code: string): Promise<CodeFacts> {
  const facts = await CodeParser.create(testGrammars).parse(`file.${extension}`, code);
  assert.ok(facts, `no adapter for .${extension}`);
  assert.deepEqual(unpackCode(packCode(facts)), facts, 'packing loses nothing');
  return facts;
}
