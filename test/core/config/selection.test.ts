import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSelection, DEFAULT_CONFIGURATION, projectOf, projectsIn } from '../../../src/core/config';
import type { SelectionDecision } from '../../../src/core/ports';

interface Case {
  readonly title: string;
  readonly include?: string[];
  readonly exclude?: string[];
  readonly ignore?: Record<string, string>;
  readonly attributes?: Record<string, string>;
  readonly expect: Record<string, SelectionDecision>;
}

const cases: Case[] = [
  {
    title: 'other people’s code, caches and lock files are left out by default',
    expect: {
      'src/a.py': 'take',
      'node_modules/': 'default',
      'web/node_modules/x/prompt.txt': 'default',
      'package-lock.json': 'default',
      'static/app.min.js': 'default',
      '.github/prompts/x.prompt.md': 'take',
      '.claude/commands/x.md': 'take',
      'third_party/Pinecone/rag.ipynb': 'take',
    },
  },
  {
    title: 'results of builds are left out, source folders of the same name are not',
    expect: {
      'dist/': 'default',
      'dist/index.js': 'default',
      'packages/web/build/app.js': 'default',
      'src/build/index.ts': 'take',
      'docs/src/1-build/a.py': 'take',
      'data/target.csv': 'take',
    },
  },
  {
    title: '.gitignore holds for its own folder, negation and nested files as in Git',
    ignore: { '': '*.log\n/secret\ntmp/\n!tmp/keep.txt\n*.csv\n', data: '!train.csv\nraw/\n' },
    expect: {
      'a.log': 'gitignore',
      'deep/b.log': 'gitignore',
      secret: 'gitignore',
      'deep/secret': 'take',
      'tmp/': 'gitignore',
      'tmp/keep.txt': 'gitignore',
      'x.csv': 'gitignore',
      'data/train.csv': 'take',
      'data/test.csv': 'gitignore',
      'data/raw/': 'gitignore',
      'raw/x.py': 'take',
      'A.LOG': 'take',
    },
  },
  {
    title: 'include wins over the defaults and .gitignore, exclude over all',
    include: ['vendor/prompts/**', 'out/model.pt', 'runs/best.pt'],
    exclude: ['vendor/prompts/old', '*.generated.py'],
    ignore: { '': 'runs/\n' },
    expect: {
      'vendor/': 'take',
      'vendor/other/': 'default',
      'vendor/other/x.txt': 'default',
      'vendor/prompts/': 'take',
      'vendor/prompts/a.txt': 'take',
      'vendor/prompts/old/': 'config',
      'vendor/prompts/old/b.txt': 'config',
      'out/': 'take',
      'runs/': 'take',
      'runs/best.pt': 'take',
      'runs/last.pt': 'gitignore',
      'out/model.pt': 'take',
      'out/other.pt': 'default',
      'src/x.generated.py': 'config',
    },
  },
  {
    title: 'an included folder takes in all that it holds, its own caches aside',
    include: ['build/'],
    expect: { 'build/': 'take', 'build/model.onnx': 'take', 'build/a/b.py': 'take', 'dist/a.py': 'default' },
  },
  {
    title: 'vendored and generated files of .gitattributes are left out, corrections of language statistics are not',
    attributes: {
      '': '*.ipynb linguist-generated\nthird/** linguist-vendored\napi/*.py linguist-generated=true\napi/own.py -linguist-generated\n',
    },
    expect: { 'a.ipynb': 'take', 'third/x.py': 'default', 'api/x.py': 'default', 'api/own.py': 'take' },
  },
];

describe('selection', () => {
  for (const { title, include = [], exclude = [], ignore = {}, attributes = {}, expect } of cases) {
    it(title, () => {
      const selection = createSelection({ ...DEFAULT_CONFIGURATION, include, exclude });
      for (const [folder, text] of Object.entries(ignore)) selection.addIgnoreFile(folder, text);
      for (const [folder, text] of Object.entries(attributes)) selection.addAttributesFile(folder, text);
      const decided = Object.fromEntries(Object.keys(expect).map((path) => [path, selection.decide(path)]));
      assert.deepEqual(decided, expect);
    });
  }

  const part = fc.constantFrom(
    'a',
    'b',
    'src',
    'node_modules',
    'dist',
    'x.py',
    'y.csv',
    '.env',
    'ü ö',
    '(chat)',
    '[id]',
  );
  const somePath = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
  const lines = fc.array(
    fc.oneof(part, fc.string({ maxLength: 8 }), fc.constantFrom('*.py', '!x.py', 'a/', '/b', '**/src')),
    { maxLength: 5 },
  );

  it('never takes a file whose folder it leaves out, and never throws', () => {
    fc.assert(
      fc.property(somePath, lines, lines, (path, rules, globs) => {
        const selection = createSelection({ ...DEFAULT_CONFIGURATION, exclude: globs });
        selection.addIgnoreFile('', rules.join('\n'));
        const parts = path.split('/');
        const above = parts.slice(0, -1).map((_, at) => selection.decide(`${parts.slice(0, at + 1).join('/')}/`));
        return above.every((decision) => decision === 'take') || selection.decide(path) !== 'take';
      }),
    );
  });

  it('answers a path that include names with take, whatever else says', () => {
    fc.assert(
      fc.property(somePath, lines, (path, rules) => {
        fc.pre(!/[()[\]]/u.test(path));
        const selection = createSelection({ ...DEFAULT_CONFIGURATION, include: [`/${path}`] });
        selection.addIgnoreFile('', rules.join('\n'));
        const parts = path.split('/');
        const folders = parts.slice(0, -1).map((_, at) => `${parts.slice(0, at + 1).join('/')}/`);
        return [...folders, path].every((each) => selection.decide(each) === 'take');
      }),
    );
  });
});

describe('projects', () => {
  it('are the folders with ai-baseline.yaml or ai-security, and the root', () => {
    const projects = projectsIn([
      'a.py',
      'services/chat/ai-baseline.yaml',
      'libs/rag/ai-security/system.yaml',
      'libs/rag/x.py',
      'ai-security',
    ]);
    assert.deepEqual(projects, ['', 'libs/rag', 'services/chat']);
    assert.equal(projectOf('libs/rag/x.py', projects), 'libs/rag');
    assert.equal(projectOf('libs/ragged/x.py', projects), '');
    assert.equal(projectOf('services/chat/deep/y.py', projects), 'services/chat');
  });
});
