import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config';
import { assetsOf } from '../../../src/core/discover/assets';
import { weigh } from '../../../src/core/discover/evidence';
import type { FileUse } from '../../../src/core/discover/file-use';
import { fileSightings } from '../../../src/core/discover/files';
import type { FileFacts, Sighting } from '../../../src/core/model';
import { testCatalogue } from '../../support/catalogue';

const at = (line: number) => ({ line, column: 1, endLine: line, endColumn: 9 });

function inCode(
  path: string,
  line: number,
  kind: Sighting['kind'],
  name: string,
  more: Partial<Sighting> = {},
): Sighting {
  return {
    ...at(line),
    path,
    via: 'code',
    language: 'python',
    use: 'use',
    signature: 'x.y',
    provider: null,
    pin: 'not-applicable',
    confidence: 'high',
    kind,
    name,
    ...more,
  };
}

function read(path: string, line: number, target: string, as: FileUse['as'] = 'unknown'): FileUse {
  return { ...at(line), path, language: 'python', as, target };
}

interface Tree {
  readonly files: Record<string, string>;
  readonly code?: Sighting[];
  readonly uses?: FileUse[];
  readonly codeIsAi?: boolean;
}

function factsOf(files: Record<string, string>): Map<string, FileFacts> {
  return new Map(
    Object.entries(files).map(([path, text]) => {
      const hash = 'a'.repeat(64);
      const seen = fileSightings(path, { kind: 'text', text, hash, size: text.length }, testCatalogue().families);
      return [path, { path, hash, code: null, record: null, suppressions: [], ...seen }];
    }),
  );
}

function assets({ files, code = [], uses = [], codeIsAi = false }: Tree): string[] {
  const facts = factsOf(files);
  const own = [...facts.values()].flatMap(({ sightings }) => sightings);
  const all = weigh({
    fileSightings: own,
    codeSightings: code,
    fileUses: uses,
    files: facts,
    configuration: DEFAULT_CONFIGURATION,
    codeIsAi,
  });
  return assetsOf(all, DEFAULT_CONFIGURATION).map(
    ({ id, sites }) => `${id} @ ${sites.map(({ path, line }) => `${path}:${line}`).join(' ')}`,
  );
}

const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'c'.repeat(64)}\nsize 1\n`;
const CALL = inCode('src/a.py', 1, 'model', 'gpt-4o');
const PROMPT = 'You are a clerk. Answer in JSON only.\n';

const cases: [title: string, tree: Tree, expected: string[]][] = [
  [
    'a folder of documents that a function of the project takes in, where code works with models',
    {
      files: {
        'content/manuals/customs.md': '# Customs\n',
        'content/manuals/reefer.txt': 'Set the temperature.\n',
        'content/manuals/ship.png': 'x',
        'content/manuals/old/notes.md': '# Notes\n',
        'content/pages/about.md': '# About\n',
      },
      code: [CALL],
      uses: [read('src/a.py', 4, 'content/manuals', 'dataset'), read('src/web.py', 5, 'content/pages', 'dataset')],
    },
    [
      'dataset:content/manuals @ content/manuals/customs.md:1 content/manuals/reefer.txt:1 src/a.py:4',
      'model:gpt-4o @ src/a.py:1',
    ],
  ],
  [
    'files of prompts that the settings of an agent name, one by one and by a glob',
    {
      files: {
        'agent.json': JSON.stringify(
          {
            agent: { review: { prompt: '{file:./texts/review.txt}' }, plan: { prompt: 'texts/none.txt' } },
            instructions: ['rules/*.md', 'README.md'],
            description: 'texts/other.txt',
            apiKey: '{file:./texts/key.txt}',
          },
          null,
          1,
        ),
        'texts/review.txt': 'Find what is wrong.\n',
        'texts/other.txt': 'Find nothing.\n',
        'texts/key.txt': 'abc\n',
        'rules/style.md': '- Short names.\n',
        'rules/deep/more.md': '- Longer names.\n',
        'README.md': '# Desk\n',
      },
      code: [CALL],
    },
    [
      'model:gpt-4o @ src/a.py:1',
      'prompt:rules/style.md @ rules/style.md:1 agent.json:11',
      'prompt:texts/review.txt @ texts/review.txt:1 agent.json:4',
    ],
  ],
  [
    'a web library with a CSV in its tests and an AGENTS.md',
    {
      files: {
        'tests/sample.csv': 'text,label\n',
        'data/train.csv': 'text,label\n',
        'AGENTS.md': '# How to work here',
      },
      uses: [read('tests/t.js', 3, 'sample.csv')],
    },
    ['prompt:AGENTS.md @ AGENTS.md:1'],
  ],
  [
    'rows for training in a project that calls a model',
    { files: { 'data/train.csv': 'text,label\n' }, code: [CALL] },
    ['dataset:data/train.csv @ data/train.csv:1', 'model:gpt-4o @ src/a.py:1'],
  ],
  [
    'a text in a test that only looks like the name of a model',
    {
      files: { 'data/train.csv': 'text,label\n' },
      code: [
        inCode('tests/test_train.py', 3, 'model', 'gpt-4', { signature: 'model.named' }),
        inCode('tests/test_train.py', 8, 'prompt', 'prompt', { signature: 'prompt.named' }),
      ],
      uses: [read('tests/test_train.py', 9, '../data/train.csv')],
    },
    [],
  ],
  [
    'the same in a project that calls a model',
    { files: {}, code: [CALL, inCode('tests/test_a.py', 3, 'model', 'gpt-4', { signature: 'model.named' })] },
    ['model:gpt-4 @ tests/test_a.py:3', 'model:gpt-4o @ src/a.py:1'],
  ],
  [
    'a conversation that an evaluation names, and one that is not there',
    {
      files: {
        'conf/promptfooconfig.yaml': 'prompts:\n  - file://talk.json\n  - file://none.json\nproviders: [x]\n',
        'conf/talk.json': '[{"role": "user", "content": "Name {{x}}"}]\n',
      },
    },
    ['prompt:conf/talk.json @ conf/talk.json:1 conf/promptfooconfig.yaml:2'],
  ],
  [
    'a text that an action of a workflow is told, and one that settings name without models',
    {
      files: {
        '.github/workflows/a.yml':
          'jobs:\n  a:\n    steps:\n      - uses: openai/codex-action@v1\n        with:\n          prompt-file: notes/changelog.md\n',
        'notes/changelog.md': 'Short.\n',
        'conf/settings.yaml': 'prompt_file: a.txt\n',
        'conf/a.txt': 'Short.\n',
      },
    },
    ['prompt:notes/changelog.md @ notes/changelog.md:1 .github/workflows/a.yml:6'],
  ],
  [
    'rows for training in a project that imports such libraries',
    { files: { 'data/train.csv': 'text,label\n' }, codeIsAi: true },
    ['dataset:data/train.csv @ data/train.csv:1'],
  ],
  [
    'a plain table that code with a model reads',
    { files: { 'data/products.csv': 'id,price\n' }, code: [CALL], uses: [read('src/a.py', 5, '../data/products.csv')] },
    ['dataset:data/products.csv @ data/products.csv:1 src/a.py:5', 'model:gpt-4o @ src/a.py:1'],
  ],
  [
    'a plain table that other code reads',
    { files: { 'data/products.csv': 'id,price\n' }, code: [CALL], uses: [read('src/b.py', 5, '../data/products.csv')] },
    ['model:gpt-4o @ src/a.py:1'],
  ],
  [
    'weights loaded by a path',
    {
      files: { 'models/face/face.onnx': POINTER },
      code: [inCode('models/face/demo.py', 9, 'model', 'face.onnx', { written: 'face.onnx' })],
    },
    ['model:models/face/face.onnx @ models/face/face.onnx:1 models/face/demo.py:9'],
  ],
  [
    'weights that are the only ones of that name',
    {
      files: { 'models/face/face.onnx': POINTER },
      code: [inCode('tools/eval.py', 2, 'model', '../elsewhere/face/face.onnx')],
    },
    ['model:models/face/face.onnx @ models/face/face.onnx:1 tools/eval.py:2'],
  ],
  [
    'weights that exist twice',
    { files: { 'a/w.onnx': POINTER, 'b/w.onnx': POINTER }, code: [inCode('run.py', 2, 'model', 'w.onnx')] },
    ['model:a/w.onnx @ a/w.onnx:1', 'model:b/w.onnx @ b/w.onnx:1', 'model:w.onnx @ run.py:2'],
  ],
  [
    'weights that are not there, by several paths',
    { files: {}, code: [inCode('a.py', 1, 'model', 'out/ckpt.pt'), inCode('b.py', 2, 'model', 'ckpt.pt')] },
    ['model:out/ckpt.pt @ a.py:1 b.py:2'],
  ],
  [
    'a folder of the hub with its weights and its load',
    {
      files: { 'models/t/config.json': '{"model_type": "bert"}', 'models/t/model.safetensors': POINTER },
      code: [inCode('src/t.py', 4, 'model', '../models/t')],
    },
    ['model:models/t @ models/t/config.json:1 models/t/model.safetensors:1 src/t.py:4'],
  ],
  [
    'a hub id that looks like a folder',
    { files: { 'google/flan/readme.txt': 'x' }, code: [inCode('src/t.py', 4, 'model', 'google/flan')] },
    ['model:google/flan @ src/t.py:4'],
  ],
  [
    'a dataset by its address elsewhere, beside a file of that name',
    {
      files: { 'titanic.csv': 'title,tag\n' },
      code: [
        inCode('a.py', 7, 'dataset', 'example.org/public/titanic.csv', {
          written: 'https://example.org/public/titanic.csv',
          aliases: ['https://example.org/public/titanic.csv'],
        }),
        inCode('a.py', 8, 'dataset', 'titanic.csv'),
      ],
    },
    ['dataset:example.org/public/titanic.csv @ a.py:7', 'dataset:titanic.csv @ titanic.csv:1 a.py:8'],
  ],
  [
    'a dataset by its address in this repository',
    {
      files: { 'datasets/rows.csv': 'title,tag\n' },
      code: [
        inCode('n.ipynb', 7, 'dataset', 'rows.csv', {
          written: 'https://raw.githubusercontent.com/o/r/main/datasets/rows.csv',
        }),
      ],
    },
    ['dataset:datasets/rows.csv @ datasets/rows.csv:1 n.ipynb:7'],
  ],
  [
    'documents of a folder that code reads as a whole',
    {
      files: { 'data/manuals/a.md': '# A', 'data/manuals/b.md': '# B' },
      code: [inCode('data/load.py', 1, 'model', 'gpt-4o')],
      uses: [read('data/load.py', 3, './manuals')],
    },
    ['dataset:data/manuals @ data/manuals/a.md:1 data/load.py:3 data/manuals/b.md:1', 'model:gpt-4o @ data/load.py:1'],
  ],
  [
    'many files that differ in numbers',
    { files: Object.fromEntries([1, 2, 3].map((n) => [`data/train-${n}.jsonl`, '{"messages": []}'])), code: [CALL] },
    ['dataset:data @ data/train-1.jsonl:1 data/train-2.jsonl:1 data/train-3.jsonl:1', 'model:gpt-4o @ src/a.py:1'],
  ],
  [
    'a text that code reads as a prompt',
    { files: { 'texts/clerk.txt': PROMPT }, code: [CALL], uses: [read('src/a.py', 6, '../texts/clerk.txt', 'prompt')] },
    ['model:gpt-4o @ src/a.py:1', 'prompt:texts/clerk.txt @ texts/clerk.txt:1 src/a.py:6'],
  ],
  ['Markdown in a folder of prompts of a library for the terminal', { files: { 'src/prompts/select.md': PROMPT } }, []],
  [
    'a prompt in a folder and the code that reads it',
    {
      files: { 'prompts/clerk.txt': PROMPT },
      code: [CALL],
      uses: [read('src/a.py', 6, 'prompts/clerk.txt', 'prompt')],
    },
    ['model:gpt-4o @ src/a.py:1', 'prompt:prompts/clerk.txt @ prompts/clerk.txt:1 src/a.py:6'],
  ],
];

describe('evidence', () => {
  for (const [title, tree, expected] of cases) it(title, () => assert.deepEqual(assets(tree), expected));

  it('lets a model that lies in the project come from no provider, and be as exact as its bytes', () => {
    const files = factsOf({ 'models/triage/config.json': '{"model_type": "distilbert"}' });
    const code = inCode('src/a.py', 3, 'model', 'models/triage', { provider: 'Google', pin: 'none' });
    const all = weigh({
      fileSightings: [...files.values()].flatMap((facts) => facts.sightings),
      codeSightings: [code],
      fileUses: [],
      files,
      configuration: DEFAULT_CONFIGURATION,
      codeIsAi: true,
    });
    const [asset] = assetsOf(all, DEFAULT_CONFIGURATION);
    assert.deepEqual([asset?.id, asset?.suppliers, asset?.pin], ['model:models/triage', [], 'exact']);
  });
});
