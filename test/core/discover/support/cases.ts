import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parse } from 'yaml';
import { signatureFileSchema } from '../../../../src/core/catalogue';
import { CodeResults, type CodeShows } from '../../../../src/core/discover/code-results';
import type { FileUse } from '../../../../src/core/discover/file-use';
import { CodeParser } from '../../../../src/core/discover/languages';
import { SignatureLibrary } from '../../../../src/core/discover/signatures/library';
import type { FileFacts, Sighting } from '../../../../src/core/model';
import { testCatalogue } from '../../../support/catalogue';
import { testGrammars } from '../../../support/grammars';

const FIXTURES = join(__dirname, '../fixtures');

/** Files of a small project, and the sightings that are expected in it, one a line. */
export interface DiscoverCase {
  readonly title: string;
  readonly files: ReadonlyMap<string, string>;
  readonly expected: readonly string[];
}

/** `=== title`, then `--- path` before each file and `--- expect` before the expected lines. */
export function casesIn(name: string): DiscoverCase[] {
  return readCases(readFileSync(join(FIXTURES, 'cases', name), 'utf8'));
}

export function readCases(text: string): DiscoverCase[] {
  return text
    .split(/^=== /mu)
    .slice(1)
    .map((block) => {
      const [head = '', ...parts] = block.split(/^--- /mu);
      const pieces = parts.map(
        (part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)] as const,
      );
      const expected = pieces.find(([path]) => path === 'expect')?.[1] ?? '';
      return {
        title: head.trim(),
        files: new Map(pieces.filter(([path]) => path !== 'expect')),
        expected: expected.split('\n').filter((line) => line.trim() !== ''),
      };
    });
}

export function caseFiles(): string[] {
  return readdirSync(join(FIXTURES, 'cases')).sort();
}

export function testLibrary(): SignatureLibrary {
  const rows = z.array(signatureFileSchema).parse(parse(readFileSync(join(FIXTURES, 'library.yaml'), 'utf8')));
  return new SignatureLibrary(rows, testCatalogue().families);
}

export async function factsOf(path: string, text: string): Promise<FileFacts> {
  const code = await CodeParser.create(testGrammars).parse(path, text);
  return { path, hash: null, code, sightings: [], record: null, prose: null, suppressions: [] };
}

export async function sightingsOf(files: ReadonlyMap<string, string>): Promise<readonly Sighting[]> {
  return (await shownBy(files)).sightings;
}

export async function usesOf(files: ReadonlyMap<string, string>): Promise<readonly FileUse[]> {
  return (await shownBy(files)).uses;
}

async function shownBy(files: ReadonlyMap<string, string>): Promise<CodeShows> {
  const facts = new Map<string, FileFacts>();
  for (const [path, text] of files) facts.set(path, await factsOf(path, text));
  return new CodeResults(testLibrary).update(facts);
}

/** `model gpt-4o a.py:3:8 use openai.chat`; pins, confidences and providers only where they are not the usual ones. */
export function lineOf(sighting: Sighting): string {
  const { kind, name, path, line, column, use, signature, home } = sighting;
  return [
    kind,
    name,
    `${path}:${line}:${column}`,
    use,
    signature,
    ...(home === undefined || home === path ? [] : [`of ${home}`]),
  ].join(' ');
}
