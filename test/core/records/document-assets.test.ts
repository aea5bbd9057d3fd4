import assert from 'node:assert/strict';
import type { AssetRecord, DocumentationState, ProseDocument } from '../../../src/core/model';
import { documentAssets } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';
import { asset, read, site } from './support';

const gpt = asset('model', 'gpt-4o', { aliases: ['openai/gpt-4o'] });
const bge = asset('model', 'BAAI/bge-small-en-v1.5');
const weights = asset('model', 'models/mood/mood.onnx', { sites: [site('models/mood/mood.onnx', { via: 'file' })] });
const train = asset('dataset', 'data/faq/train.jsonl', { sites: [site('data/faq/train.jsonl', { via: 'file' })] });
const titanic = asset('dataset', 'Titanic');
const triage = asset('prompt', 'prompts/triage.md', { sites: [site('prompts/triage.md', { via: 'file' })] });
const beside = asset('dataset', 'data/faq/held.jsonl', { sites: [site('data/faq/held.jsonl', { via: 'file' })] });
const archive = asset('dataset', 'files.example/birds-1.2.tar.gz');
const unpacked = asset('dataset', 'data/birds-1.2');
const bucket = asset('dataset', 'orchard/mails/train');
const grading = asset('prompt', 'grading/prompts/grading.md', {
  sites: [site('grading/prompts/grading.md', { via: 'file' })],
});
const sonnet = asset('model', 'claude-3-5-sonnet-20241022');
const skill = asset('prompt', 'skills/timetable/SKILL.md', {
  sites: [site('skills/timetable/SKILL.md', { via: 'file' })],
});
const all = [gpt, bge, weights, train, titanic, triage, beside, archive, unpacked, bucket, grading, sonnet, skill];

function state(id: string, prose: readonly ProseDocument[], records: readonly AssetRecord[] = []): DocumentationState {
  const found = documentAssets(all, records, prose, testCatalogue()).find((each) => each.id === id);
  assert.ok(found);
  assert.equal(found.documented, found.documentation.state === 'described' || found.documentation.state === 'recorded');
  return found.documentation.state;
}

function prose(text: string, path = 'README.md', kind: ProseDocument['kind'] = 'readme'): ProseDocument {
  return { path, text, kind };
}

const cases: readonly (readonly [string, string, DocumentationState, ProseDocument])[] = [
  ['a name alone', gpt.id, 'mentioned', prose('Set the model to `gpt-4o`.\n')],
  ['a name in code', gpt.id, 'mentioned', prose('```python\nmodel="gpt-4o"  # used for chat, by OpenAI\n```\n')],
  ['another case', gpt.id, 'mentioned', prose('Needs GPT-4o.\n')],
  ['an alias', gpt.id, 'mentioned', prose('Needs openai/gpt-4o.\n')],
  ['a longer name', gpt.id, 'none', prose('Needs gpt-4o-mini, my-gpt-4o, gpt-4o.1 or gpt-4os.\n')],
  ['a smaller model', gpt.id, 'none', prose('GPT-4o mini, provided by OpenAI, is used to answer customers.\n')],
  ['what it costs and stands in for', gpt.id, 'described', prose('gpt-4o is the fallback; it costs twice as much.\n')],
  ['who uses it', gpt.id, 'described', prose('Slow, so only the triage workflow uses gpt-4o (2 USD a day).\n')],
  ['who agreed', triage.id, 'described', prose('Agreed with the desk: do not change `triage` without them.\n')],
  [
    'a copy',
    train.id,
    'described',
    prose('`data/faq/train.jsonl` is a copy of the register; upload it again with make.\n'),
  ],
  [
    'a skill by its folder',
    skill.id,
    'described',
    prose('`timetable` was adapted from the guide of the city, CC BY 3.0.\n'),
  ],
  ['a word like that folder', skill.id, 'none', prose('The timetable was adapted from the guide, CC BY 3.0.\n')],
  ['one fact', gpt.id, 'mentioned', prose('gpt-4o is used to answer customers.\n')],
  ['two facts', gpt.id, 'described', prose('gpt-4o, provided by OpenAI, is used to answer customers.\n')],
  [
    'a name as people say it',
    sonnet.id,
    'described',
    prose('Letters are written with Claude 3.5 Sonnet, provided by Anthropic.\n'),
  ],
  ['another model of the family', sonnet.id, 'none', prose('We used Claude 3.5 Sonnets and Claude 3 Sonnet once.\n')],
  [
    'how data came about and what may not be done with it',
    train.id,
    'described',
    prose('`data/faq/train.jsonl`: collected between May and June, names were replaced. Do not use it elsewhere.\n'),
  ],
  [
    'who checked it, and how much there is',
    train.id,
    'described',
    prose('`data/faq/train.jsonl` has 60 questions with their answers, checked by the people at the desk.\n'),
  ],
  [
    'what it goes with, and who made it',
    triage.id,
    'described',
    prose('The house style is `prompts/triage.md`. The editors wrote it, and it is sent along with every letter.\n'),
  ],
  [
    'two facts in two places',
    gpt.id,
    'described',
    prose('gpt-4o is used to answer.\n\n- gpt-4o: its licence forbids resale\n'),
  ],
  [
    'facts about something else',
    gpt.id,
    'mentioned',
    prose('We call gpt-4o.\n\nPandas is used to download data, under the MIT licence.\n'),
  ],
  [
    'the base of what a card is about',
    bge.id,
    'mentioned',
    prose(
      '---\nlicense: mit\nbase_model: BAAI/bge-small-en-v1.5\n---\n# Search\n\nUsed to find articles.\n',
      'models/mood/README.md',
      'card',
    ),
  ],
  [
    'the data of what a card is about, in a list',
    titanic.id,
    'mentioned',
    prose(
      '---\nlicense: mit\ndatasets:\n  - other\n  - Titanic\n---\n# Search\n\nUsed to find articles.\n',
      'models/mood/README.md',
      'card',
    ),
  ],
  [
    'a link with a licence',
    bge.id,
    'described',
    prose('[bge-small-en-v1.5](https://huggingface.co/BAAI/bge-small-en-v1.5), MIT licence.\n'),
  ],
  [
    'a row of a table',
    gpt.id,
    'described',
    prose(
      '| model | licence | context window |\n|---|---|---|\n| gpt-4o | proprietary | 128k |\n| other | MIT | 8k |\n',
    ),
  ],
  [
    'a section of its own',
    gpt.id,
    'described',
    prose('# Models\n\n## gpt-4o\n\nPublished by OpenAI.\n\nIt is used for triage.\n\n## Other\n\nNothing.\n'),
  ],
  ['a passive that tells what for', gpt.id, 'described', prose('Replies are written by OpenAI (`gpt-4o`).\n')],
  [
    'who looks after it and how it was tested',
    triage.id,
    'described',
    prose('- **triage**: prompt for the front desk. Tested against 40 letters before each change.\n'),
  ],
  ['a marked name', triage.id, 'mentioned', prose('Change `triage` only in pairs.\n')],
  [
    'a marked name of a folder',
    grading.id,
    'none',
    prose('- `grading`: prompts for letters. Tested against 40 letters.\n'),
  ],
  ['the same word in a sentence', triage.id, 'none', prose('Triage is used by us for letters, made by OpenAI.\n')],
  [
    'an ordinary word in another case',
    titanic.id,
    'none',
    prose('A titanic amount of data, collected by us, is used for tests.\n'),
  ],
  [
    'a file in its folder',
    weights.id,
    'described',
    prose('# Mood\n\nTrained on 4,000 letters. Download from https://example.org/mood.onnx\n', 'models/mood/README.md'),
  ],
  [
    'the folder of a dataset',
    train.id,
    'described',
    prose('# faq\n\nQuestions collected by the help desk, 900 rows.\n', 'data/faq/README.md'),
  ],
  [
    'the folder of something else',
    train.id,
    'none',
    prose('# Scripts\n\nDownload tools, under the MIT licence.\n', 'data/README.md'),
  ],
  [
    'a card about it',
    bge.id,
    'described',
    prose('---\nlicense: mit\nbase_model: BAAI/bge-small-en-v1.5\n---\n\nEmbeds.\n', 'docs/MODEL_CARD.md', 'card'),
  ],
  [
    'a list of some of the data beside it, about one on it',
    train.id,
    'described',
    prose('`train.jsonl`: 900 rows, written by the help desk.\n', 'data/faq/README.md'),
  ],
  [
    'a list of some of the data beside it, about one that is not on it',
    beside.id,
    'none',
    prose('`train.jsonl`: 900 rows, written by the help desk.\n', 'data/faq/README.md'),
  ],
  [
    'one name of an archive and its folder',
    archive.id,
    'described',
    prose('| Set | Hours | Licence |\n|---|---|---|\n| birds-1.2 | 24 | CC0 |\n'),
  ],
  ['an ordinary word at the end of a path', bucket.id, 'none', prose('To train it, run `make`. MIT licence.\n')],
  [
    'a licence by its letters and what it is a version of',
    titanic.id,
    'described',
    prose('`Titanic` is a cleaned version of the passenger list, MIT.\n'),
  ],
  ['where it is from and how many', titanic.id, 'described', prose('`Titanic` has 800 tickets, from Kaggle.\n')],
  [
    'how good it is and how it is made anew',
    weights.id,
    'described',
    prose('Saved as `models/mood/mood.onnx`. AUC is .84; it is retrained each month.\n'),
  ],
  [
    'what a prompt decides and what it is not for',
    triage.id,
    'described',
    prose('`prompts/triage.md` decides who takes the case. It does not handle Dutch.\n'),
  ],
  ['a date and a delay', gpt.id, 'mentioned', prose('We call gpt-4o from May on, with 30 seconds between calls.\n')],
  [
    'its own header',
    triage.id,
    'none',
    prose('---\nname: prompts/triage.md\n---\nUsed for triage, provided by us.\n', 'prompts/triage.md', 'prose'),
  ],
  [
    'a prompt that names a model',
    gpt.id,
    'none',
    prose('gpt-4o by OpenAI is used to answer.\n', 'prompts/triage.md', 'prose'),
  ],
];

const COMPLETE = `---
record: model-card
covers: [model:gpt-4o]
owner: Jane
provider: OpenAI
version: 2024-08-06
licence: terms
reviewed: 2026-11-24
---
## Purpose
Answers.
## Limitations
Old.
## Guardrails
A person.
`;

describe('documentation of assets', () => {
  for (const [name, id, expected, document] of cases) {
    it(`${name}: ${expected}`, () => assert.equal(state(id, [document]), expected));
  }

  const records: readonly (readonly [string, string, string, DocumentationState])[] = [
    ['a complete record', gpt.id, COMPLETE, 'recorded'],
    ['one with a field open', gpt.id, COMPLETE.replace('Jane', 'TODO'), 'draft'],
    ['one with a mistake', gpt.id, COMPLETE.replace('owner:', 'provisoins: x\nowner:'), 'draft'],
    ['one about an alias', gpt.id, COMPLETE.replace('model:gpt-4o', 'model:openai/gpt-4o'), 'recorded'],
    ['one with a glob', gpt.id, COMPLETE.replace('model:gpt-4o', '"model:gpt-*"'), 'recorded'],
    ['one about another', bge.id, COMPLETE, 'none'],
    ['one of another kind', gpt.id, COMPLETE.replace('model-card', 'dataset-card'), 'none'],
    ['a release', gpt.id, COMPLETE.replace('model-card', 'release-checklist'), 'none'],
  ];
  for (const [name, id, text, expected] of records) {
    it(`${name}: ${expected}`, () => {
      const record = read('ai-security/models/x.md', text);
      assert.ok(record);
      assert.equal(state(id, [], [record]), expected);
    });
  }

  it('names the papers, the telling ones first', () => {
    const draft = read('ai-security/models/x.md', COMPLETE.replace('Jane', ''));
    assert.ok(draft);
    const documents = [prose('gpt-4o\n', 'a.md'), prose('gpt-4o by OpenAI is used to answer.\n', 'z.md')];
    const [found] = documentAssets(all, [draft], documents, testCatalogue());
    assert.deepEqual(found?.documentation, { state: 'described', by: ['ai-security/models/x.md', 'z.md', 'a.md'] });
    assert.deepEqual(found.records, ['ai-security/models/x.md']);
  });

  it('a record is no second paper about what it covers', () => {
    const record = read('ai-security/models/x.md', COMPLETE.replace('Jane', ''));
    assert.ok(record);
    assert.equal(state(gpt.id, [prose('gpt-4o by OpenAI is used to answer.\n', record.path)], [record]), 'draft');
  });

  it('reads long documents about many assets once', () => {
    const many = Array.from({ length: 300 }, (_, number) => asset('model', `org/model-${number}b`));
    const text = many
      .map(({ name }) => `We looked at ${name} and then at gpt.\n`)
      .join('')
      .repeat(20);
    const documents = Array.from({ length: 40 }, (_, number) => prose(text, `docs/${number}.md`, 'prose'));
    const found = documentAssets(many, [], documents, testCatalogue());
    assert.ok(found.every((each) => each.documentation.state === 'mentioned' && each.documentation.by.length === 40));
  });
});
