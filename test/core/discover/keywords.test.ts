import assert from 'node:assert/strict';
import { createWordFilter } from '../../../src/core/discover/languages';
import { interestingWords } from '../../../src/core/discover/signatures/keywords';
import { testCatalogue } from '../../support/catalogue';

const filter = createWordFilter({ words: interestingWords(testCatalogue()) });
const worthParsing = (text: string) => filter(text) !== null;

describe('words that make a file worth parsing', () => {
  const cases: [title: string, text: string, worth: boolean][] = [
    ['a library', 'from openai import OpenAI', true],
    ['a short module name, imported', "import { streamText } from 'ai';", true],
    ['a short module name inside other words', 'const main = () => said(again);', false],
    ['a model id', 'X = "claude-3-haiku-20240307"', true],
    ['a prompt', 'text = "You are a clerk."', true],
    ['a suppression', '// ai-baseline-ignore undocumented-model -- x', true],
    ['a long text that others import', 'RULES = """\nLook it up.\n"""\n', true],
    ['the same in a template literal', 'export const rules = `\nLook it up.\n`;\n', true],
    ['what reads files for others', 'import json\ndef rows(path):\n  return json.load(open(path))\n', true],
    ['plain code', 'export function add(a: number, b: number) {\n  return a + b;\n}\n', false],
  ];
  for (const [title, text, worth] of cases) it(title, () => assert.equal(worthParsing(text), worth));

  it('every example of a signature holds one', () => {
    for (const file of testCatalogue().signatures) {
      for (const row of file.rows)
        for (const { code } of row.examples) assert.ok(worthParsing(code), `${row.id}:\n${code}`);
    }
  });
});
