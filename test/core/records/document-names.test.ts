import assert from 'node:assert/strict';
import type { DocumentationState } from '../../../src/core/model';
import { documentAssets } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';
import { asset, site } from './support';

const query = asset('prompt', 'query', { sites: [site('ask.py')] });
const letters = promptFile('prompts/letters/system.md');
const notes = promptFile('prompts/notes/system.md');
const train = asset('dataset', 'data/faq/train.jsonl', { sites: [site('data/faq/train.jsonl', { via: 'file' })] });
const BARE = 'It drafts replies (`system.md`). Tested in German and English only.\n';

function promptFile(path: string): ReturnType<typeof asset> {
  return asset('prompt', path, { sites: [site(path, { via: 'file' })] });
}

const cases: readonly (readonly [string, string, DocumentationState, string, string])[] = [
  ['a variable called like a word', query.id, 'none', 'README.md', 'Each query was written by us for 25 questions.\n'],
  ['that variable, marked', query.id, 'described', 'README.md', '`query` is used to answer letters; English only.\n'],
  ['a file by its bare name, beside it', letters.id, 'described', 'prompts/letters/README.md', BARE],
  ['a file of that name elsewhere', notes.id, 'none', 'prompts/letters/README.md', BARE],
  [
    'a link to a file beside it',
    letters.id,
    'described',
    'prompts/letters/README.md',
    '[The prompt](./system.md) drafts replies; it was written with their consent.\n',
  ],
  [
    'what makes it, and who checked',
    train.id,
    'described',
    'README.md',
    'The script writes `data/faq/train.jsonl`; it was signed off by the desk.\n',
  ],
];

describe('names that documents use for assets', () => {
  for (const [title, id, expected, path, text] of cases) {
    it(`${title}: ${expected}`, () => {
      const documents = [{ path, text, kind: 'readme' as const }];
      const found = documentAssets([query, letters, notes, train], [], documents, testCatalogue());
      assert.equal(found.find((each) => each.id === id)?.documentation.state, expected);
    });
  }
});
