import assert from 'node:assert/strict';
import { CodeResults } from '../../../../src/core/discover/code-results';
import { SignatureLibrary } from '../../../../src/core/discover/signatures/library';
import type { FileFacts, Sighting } from '../../../../src/core/model';
import { testCatalogue } from '../../../support/catalogue';
import { caseFiles, casesIn, factsOf, testLibrary } from '../support/cases';
import { extensionFor } from '../support/languages';
import { renamed } from './renames';

/** Seed 0 renames all that can be renamed, other seeds a choice of their own. */
const SEEDS = [0, 1, 2];

/** What is meant there is shown by a name and by nothing else: without it, nothing is left to find. */
const BY_NAME_ALONE: ReadonlySet<string> = new Set([
  'without any library a name and the manner of a prompt are not enough to be sure',
  'what is called a system prompt, and texts that say what their reader does',
  'texts that a function adds up',
  'texts in files of prompts',
  'a system text without a task',
  'a function that a pool of threads is given',
  'tables of models by their ids, and ids that a function chooses from',
  'tables of models by id, under names with capitals in a row',
  'addresses of data in tables, under names of data and on a hub',
  'weights by the short names of a release, and folders called after the model in them',
  'a type that holds prompts makes prompts of what it holds',
  'registries: providers in front of ids, lists to choose from, what a type may be',
  // Packages and crates are imported by the name of their folder, which is not renamed with it.
  'packages of the same repository, and crates of the same workspace',
]);

function choice(seed: number): (name: string) => boolean {
  return (name) => seed === 0 || hash(`${String(seed)}${name}`) % 3 > 0;
}

function hash(text: string): number {
  let sum = 2166136261;
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return sum;
}

/** What a sighting says apart from what authors call things. */
function told({ kind, name, path, line, use, signature, home }: Sighting, paths: ReadonlyMap<string, string>): string {
  const at = (old: string) => paths.get(old) ?? old;
  const called = kind === 'model' || kind === 'dataset' ? at(name) : '';
  return [kind, called, `${at(path)}:${String(line)}`, use, signature, home === undefined ? '' : at(home)].join(' ');
}

async function shown(files: ReadonlyMap<string, string>, library: SignatureLibrary): Promise<readonly Sighting[]> {
  const facts = new Map<string, FileFacts>();
  for (const [path, text] of files) facts.set(path, await factsOf(path, text));
  return new CodeResults(() => library).update(facts).sightings;
}

async function same(files: ReadonlyMap<string, string>, seed: number, library: SignatureLibrary): Promise<void> {
  const other = await renamed(files, { chosen: choice(seed) });
  const before = (await shown(files, library)).map((each) => told(each, other.paths)).sort();
  const after = (await shown(other.files, library)).map((each) => told(each, new Map())).sort();
  assert.deepEqual(after, before, [...other.files].map(([path, text]) => `--- ${path}\n${text}`).join('\n'));
}

describe('the same code under other names', () => {
  const library = testLibrary();
  for (const name of caseFiles()) {
    for (const { title, files } of casesIn(name)) {
      if (BY_NAME_ALONE.has(title)) continue;
      for (const seed of SEEDS) it(`${title} (${String(seed)})`, () => same(files, seed, library));
    }
  }
});

describe('the examples of signatures under other names', () => {
  const catalogue = testCatalogue();
  const library = new SignatureLibrary(catalogue.signatures, catalogue.families);
  for (const { rows } of catalogue.signatures) {
    for (const { id, examples, nearMisses } of rows) {
      [...examples, ...nearMisses].forEach(({ language, code }, at) => {
        it(`${id} ${String(at + 1)}`, () =>
          same(new Map([[`house.${extensionFor(language)}`, code]]), at % 2, library));
      });
    }
  }
});
