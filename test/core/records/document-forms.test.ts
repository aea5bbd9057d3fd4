import assert from 'node:assert/strict';
import type { DocumentationState } from '../../../src/core/model';
import { documentAssets } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';
import { asset } from './support';

const gpt = asset('model', 'gpt-4o');
const ear = asset('model', 'ear-small-nl.gguf');
const release = asset('model', 'tiny.en.pt');
const digits = asset('dataset', 'cifar10');
const crowd = asset('dataset', 'coco');
const rows = asset('dataset', 'raw.githubusercontent.com/orchard/LongSongs/main/train.json');
const songs = asset('dataset', 'data/songs.jsonl');
const bird = asset('model', 'assets/mobilebird.tflite');
const leaf = asset('model', 'leaflab_v3.tflite');
const rules = asset('dataset', 'lessons/03/docs');
const all = [gpt, ear, release, digits, crowd, songs, rows, bird, leaf, rules];

const cases: readonly (readonly [string, string, DocumentationState, string])[] = [
  [
    'a row of a table of AsciiDoc',
    gpt.id,
    'described',
    '== Models\n\n|===\n| Model | Used for\n\n| `gpt-4` | letters\n\n| `gpt-4o`\n| answers of the desk (OpenAI)\n|===\n',
  ],
  [
    'another row of that table',
    gpt.id,
    'mentioned',
    '|===\n| Model | Who\n\n| `gpt-4o` | Ada\n\n| `gpt-4` | used for answers, by OpenAI\n|===\n',
  ],
  [
    'a section of AsciiDoc',
    gpt.id,
    'described',
    '== Chat\n\n`gpt-4o` is what we ask.\n\n== Search\n\nUsed for letters, by Google.\n\n== gpt-4o\n\nIt is used for answers and is provided by OpenAI.\n',
  ],
  [
    'a file without its ending',
    ear.id,
    'described',
    '**Ear-small-nl** is used to hear Dutch. It was trained by Google.\n',
  ],
  [
    'where to fetch it from',
    ear.id,
    'described',
    '```sh\nwget https://nets.example/ear.gguf -O models/ear-small-nl.gguf\n```\n',
  ],
  [
    'a command that fetches nothing',
    ear.id,
    'mentioned',
    '```sh\n./hear --model ear-small-nl.gguf https://a.example\n```\n',
  ],
  ['a data set with its hyphen', digits.id, 'described', 'We train on CIFAR-10 (60,000 images).\n'],
  ['a data set in capitals', crowd.id, 'described', 'We evaluate on COCO, see https://crowd.example.\n'],
  [
    'rows by the repository they lie in',
    rows.id,
    'described',
    '| Name | Licence | Rows |\n|---|---|---|\n| LongSongs | MIT | 900 |\n',
  ],
  ['a word like it', crowd.id, 'none', 'Hot Coco is from Peru, 200 cups.\n'],
  ['a release by its size', release.id, 'described', '`tiny.en` is for English only (41 M parameters).\n'],
  ['a size that is no release', release.id, 'none', 'A tiny.en release is for English only.\n'],
  ['a sample and who wrote it', songs.id, 'described', '`songs.jsonl`: a small sample that students wrote.\n'],
  ['a word written as a name', bird.id, 'described', 'MobileBird, by Google, is used to tell birds apart.\n'],
  ['a word that is none', bird.id, 'none', 'The mobilebird, by Google, is used to tell birds apart.\n'],
  ['a version as people write it', leaf.id, 'described', 'LeafLab v3 by Google is used for leaves.\n'],
  ['why it was taken', gpt.id, 'described', 'Letters go to gpt-4o from GitHub because it is fast.\n'],
  ['a folder by its last two', rules.id, 'described', 'It reads `03/docs`: the handbook of an invented shop.\n'],
  ['a folder that is called like any other', rules.id, 'none', 'It reads `docs`: the handbook of an invented shop.\n'],
  [
    'what it comes with',
    ear.id,
    'described',
    'The labels are made in process with ear-small-nl, which comes as a Maven dependency.\n',
  ],
];

describe('forms of documents', () => {
  for (const [title, id, expected, text] of cases) {
    it(`${title}: ${expected}`, () => {
      const prose = [{ path: 'README.adoc', text, kind: 'readme' as const }];
      const found = documentAssets(all, [], prose, testCatalogue()).find((each) => each.id === id);
      assert.equal(found?.documentation.state, expected);
    });
  }
});
