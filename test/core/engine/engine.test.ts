import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createEngine, NEVER_CANCELLED } from '../../../src/core';
import type { Selection, Snapshot } from '../../../src/core';
import { testCatalogue } from '../../support/catalogue';
import { testGrammars } from '../../support/grammars';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { memoryLogger } from '../../support/parts';
import { engineOver } from '../../support/rule-cases';

const CHAT = (model: string) =>
  `from openai import OpenAI\n\nOpenAI().chat.completions.create(model="${model}", messages=[])\n`;
const CARD = (model: string) => `---\nrecord: model-card\ncovers:\n  - asset: model:${model}\n---\n\n# ${model}\n`;

/** What the snapshot says, without how it came to be. How many files are ignored is counted when files are listed. */
const content = ({ version: _version, stats: _stats, coverage, ...rest }: Snapshot) => ({
  ...rest,
  coverage: { read: coverage.read, skipped: coverage.skipped },
});
const fresh = async (workspace: MemoryWorkspace) => content(await engineOver(workspace).scan(NEVER_CANCELLED));
const ids = (snapshot: Snapshot) => snapshot.assets.map((asset) => asset.id);

describe('engine: scan and update', () => {
  it('is empty before the first scan', () => {
    const { snapshot } = engineOver(new MemoryWorkspace());
    assert.equal(snapshot.version, 0);
    assert.deepEqual(snapshot.assets, []);
  });

  it('reads everything once, reports progress, and tells its listeners', async () => {
    const workspace = new MemoryWorkspace({ 'a.py': CHAT('gpt-4o'), 'b.txt': 'nothing' });
    const engine = engineOver(workspace);
    const told: number[] = [];
    const progress: string[] = [];
    engine.onDidChange((snapshot) => told.push(snapshot.version));
    const snapshot = await engine.scan(NEVER_CANCELLED, ({ done, total }) => progress.push(`${done}/${total}`));
    assert.deepEqual(ids(snapshot), ['model:gpt-4o']);
    assert.deepEqual(progress, ['1/2', '2/2']);
    assert.deepEqual(told, [1]);
    assert.equal(workspace.reads.get('a.py'), 1);
    assert.deepEqual({ ...snapshot.stats, ms: 0 }, { files: 2, parsed: 2, cached: 0, ms: 0 });
    assert.equal(snapshot.coverage.read, 2);
  });

  it('does not look again at what has not changed, and stays silent where nothing follows', async () => {
    const engine = engineOver(new MemoryWorkspace({ 'a.py': CHAT('gpt-4o') }));
    const first = await engine.scan(NEVER_CANCELLED);
    let told = 0;
    const listening = engine.onDidChange(() => (told += 1));
    const second = await engine.scan(NEVER_CANCELLED);
    assert.equal(second.version, first.version);
    assert.deepEqual({ ...second.stats, ms: 0 }, { files: 1, parsed: 0, cached: 1, ms: 0 });
    listening.dispose();
    assert.equal(told, 0);
  });

  it('updates one file without listing or reading the others', async () => {
    const workspace = new MemoryWorkspace({ 'a.py': CHAT('gpt-4o'), 'b.py': CHAT('gpt-4.1') });
    const engine = engineOver(workspace);
    await engine.scan(NEVER_CANCELLED);
    workspace.files.set('a.py', CHAT('gpt-4o-mini'));
    const snapshot = await engine.update(['a.py'], NEVER_CANCELLED);
    assert.deepEqual(ids(snapshot), ['model:gpt-4.1', 'model:gpt-4o-mini']);
    assert.equal(workspace.lists, 1);
    assert.equal(workspace.reads.get('b.py'), 1);
    assert.equal(snapshot.version, 2);
  });

  it('turns a warning into a draft when its record appears, and back when it goes', async () => {
    const workspace = new MemoryWorkspace({ 'a.py': CHAT('gpt-4o') });
    const engine = engineOver(workspace);
    const states = (snapshot: Snapshot) => snapshot.findings.map((finding) => finding.rule);
    assert.deepEqual(states(await engine.scan(NEVER_CANCELLED)), ['undocumented-model']);
    workspace.files.set('ai-security/models/gpt-4o.md', CARD('gpt-4o'));
    const drafted = await engine.update(['ai-security/models/gpt-4o.md'], NEVER_CANCELLED);
    assert.deepEqual(states(drafted), ['incomplete-record']);
    workspace.files.delete('ai-security/models/gpt-4o.md');
    assert.deepEqual(states(await engine.update(['ai-security/models/gpt-4o.md'], NEVER_CANCELLED)), [
      'undocumented-model',
    ]);
  });

  it('leaves ignored files alone when they change, and looks again when the rules for ignoring change', async () => {
    const workspace = new MemoryWorkspace({
      'a.py': CHAT('gpt-4o'),
      'private/b.py': CHAT('gpt-4.1'),
      '.gitignore': 'private/\n',
    });
    const engine = engineOver(workspace);
    assert.deepEqual(ids(await engine.scan(NEVER_CANCELLED)), ['model:gpt-4o']);
    await engine.update(['private/b.py', 'private/new.py'], NEVER_CANCELLED);
    assert.equal(workspace.lists, 1);
    workspace.files.set('.gitignore', '\n');
    assert.deepEqual(ids(await engine.update(['.gitignore'], NEVER_CANCELLED)), ['model:gpt-4.1', 'model:gpt-4o']);
  });

  it('has no ear for paths that are none of the project', async () => {
    const workspace = new MemoryWorkspace({ 'a.py': CHAT('gpt-4o') });
    const engine = engineOver(workspace);
    const before = await engine.scan(NEVER_CANCELLED);
    const after = await engine.update(
      ['', '/etc/passwd', '../b.py', './a.py', 'x/../../c.py', 'd//e.py'],
      NEVER_CANCELLED,
    );
    assert.equal(after.version, before.version);
    assert.equal(workspace.lists, 1);
    assert.deepEqual([...workspace.reads.keys()].sort(), ['a.py', 'ai-baseline.yaml']);
  });

  it('notices folders that come and go as a whole', async () => {
    const workspace = new MemoryWorkspace({ 'a.py': CHAT('gpt-4o'), 'old/b.py': CHAT('gpt-4.1') });
    const engine = engineOver(workspace);
    await engine.scan(NEVER_CANCELLED);
    workspace.files.delete('old/b.py');
    workspace.files.set('new/b.py', CHAT('o3'));
    assert.deepEqual(ids(await engine.update(['old', 'new'], NEVER_CANCELLED)), ['model:gpt-4o', 'model:o3']);
  });

  it('reads everything anew under a new configuration', async () => {
    const workspace = new MemoryWorkspace({ 'src/a.py': CHAT('gpt-4o'), 'lib/b.py': CHAT('gpt-4.1') });
    const engine = engineOver(workspace);
    await engine.scan(NEVER_CANCELLED);
    workspace.files.set('ai-baseline.yaml', 'exclude: [lib/]\n');
    assert.deepEqual(ids(await engine.update(['ai-baseline.yaml'], NEVER_CANCELLED)), ['model:gpt-4o']);
    assert.equal(engine.configuration.path, 'ai-baseline.yaml');
    workspace.files.delete('ai-baseline.yaml');
    assert.equal(ids(await engine.update(['ai-baseline.yaml'], NEVER_CANCELLED)).length, 2);
  });

  it('leaves nested projects to themselves', async () => {
    const workspace = new MemoryWorkspace({
      'a.py': CHAT('gpt-4o'),
      'apps/shop/ai-baseline.yaml': '',
      'apps/shop/b.py': CHAT('gpt-4.1'),
      'apps/blog/ai-security/models/x.md': CARD('gpt-4.1'),
      'apps/blog/c.py': CHAT('gpt-4.1'),
    });
    const snapshot = await engineOver(workspace).scan(NEVER_CANCELLED);
    assert.deepEqual(ids(snapshot), ['model:gpt-4o']);
    assert.deepEqual(snapshot.coverage.skipped, [
      { path: 'apps/blog/', reason: 'a project of its own: scan it by itself' },
      { path: 'apps/shop/', reason: 'a project of its own: scan it by itself' },
    ]);
  });

  it('keeps its snapshot when cancelled, and makes up for it next time', async () => {
    const workspace = new MemoryWorkspace({ 'a.py': CHAT('gpt-4o') });
    const engine = engineOver(workspace);
    const before = await engine.scan(NEVER_CANCELLED);
    workspace.files.set('a.py', CHAT('gpt-4.1'));
    assert.equal(await engine.update(['a.py'], { cancelled: true }), before);
    assert.deepEqual(ids(await engine.update([], NEVER_CANCELLED)), ['model:gpt-4.1']);
  });
});

describe('engine: what is broken costs itself only', () => {
  it('names what cannot be read', async () => {
    const workspace = new MemoryWorkspace({ 'a.py': CHAT('gpt-4o'), 'b.py': { unreadable: 'larger than 2 MB' } });
    const { coverage, assets } = await engineOver(workspace).scan(NEVER_CANCELLED);
    assert.deepEqual(coverage.skipped, [{ path: 'b.py', reason: 'larger than 2 MB' }]);
    assert.equal(coverage.read, 1);
    assert.equal(assets.length, 1);
  });

  it('names a file whose reader crashed, logs why, and reads the rest', async () => {
    const logger = memoryLogger();
    const engine = createEngine({
      workspace: new MemoryWorkspace({ 'a.py': CHAT('gpt-4o'), 'b.ts': 'import OpenAI from "openai";\n', 'c.txt': '' }),
      grammars: {
        load: (name) => (name === 'typescript' ? Promise.reject(new Error('no grammar')) : testGrammars.load(name)),
      },
      catalogue: testCatalogue(),
      clock: { today: () => '2026-11-24' },
      logger,
    });
    const snapshot = await engine.scan(NEVER_CANCELLED);
    assert.deepEqual(ids(snapshot), ['model:gpt-4o']);
    assert.deepEqual(snapshot.coverage.skipped, [{ path: 'b.ts', reason: 'could not be analysed (the log says why)' }]);
    assert.deepEqual(logger.lines, ['error b.ts could not be analysed.']);
  });

  it('lets a listener that crashes cost nobody else anything', async () => {
    const engine = engineOver(new MemoryWorkspace({ 'a.py': CHAT('gpt-4o') }));
    let told = 0;
    engine.onDidChange(() => {
      throw new Error('a bug in a door');
    });
    engine.onDidChange(() => (told += 1));
    assert.equal((await engine.scan(NEVER_CANCELLED)).assets.length, 1);
    assert.equal(told, 1);
    assert.deepEqual(engine.log, ['error A listener to changes failed.']);
  });

  it('rejects where the folder itself cannot be listed, and answers again when it can', async () => {
    class Absent extends MemoryWorkspace {
      absent = true;
      override list(selection: Selection) {
        return this.absent ? Promise.reject(new Error('no such folder')) : super.list(selection);
      }
    }
    const workspace = new Absent({ 'a.py': CHAT('gpt-4o') });
    const engine = engineOver(workspace);
    await assert.rejects(engine.scan(NEVER_CANCELLED), /no such folder/);
    workspace.absent = false;
    assert.equal((await engine.update([], NEVER_CANCELLED)).assets.length, 1);
  });

  const hostile: Readonly<Record<string, string | Uint8Array>> = {
    'brackets.py': `openai = ${'['.repeat(20_000)}`,
    'line.ts': `const prompt = "${'You are '.repeat(100_000)}";`,
    'half.py': 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-',
    'bomb.yaml': `a: &a [x]\n${Array.from({ length: 30 }, (_v, n) => `b${n}: &b${n} [*${n ? `b${n - 1}` : 'a'}, *${n ? `b${n - 1}` : 'a'}]`).join('\n')}\nmodel: gpt-4o\n`,
    'deep.json': `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
    'broken.ipynb': '{"cells": [{"cell_type": "code", "source": ["import openai',
    'card.md': `---\n${'? '.repeat(5_000)}\n---\n`,
    'ai-security/models/a.md': `---\nrecord: [${'['.repeat(3_000)}\n---\n`,
    'ai-baseline.yaml': `include: ${'['.repeat(3_000)}\n`,
    '.gitignore': `${'*'.repeat(500)}a\n[z-a]\n!\n\\\n`,
    'weights.gguf': new Uint8Array(64),
    'names/\u001B[31m\u202Ered.py': CHAT('gpt-4o'),
    '__proto__.py': CHAT('constructor'),
  };
  for (const [path, text] of Object.entries(hostile)) {
    it(`survives ${JSON.stringify(path.slice(0, 30))} next to a healthy file`, async () => {
      const workspace = new MemoryWorkspace({ 'healthy.py': CHAT('gpt-4o'), [path]: text });
      const engine = engineOver(workspace);
      const snapshot = await engine.scan(NEVER_CANCELLED);
      assert.ok(ids(snapshot).includes('model:gpt-4o'));
      assert.deepEqual(engine.log, []);
    });
  }
});

describe('engine: the same tree, the same answer', () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    'src/chat.py': [
      CHAT('gpt-4o'),
      CHAT('gpt-4.1'),
      'from models import MODEL\nimport openai\nopenai.chat.completions.create(model=MODEL, messages=[])\n',
    ],
    'src/models.py': ['MODEL = "gpt-4o-mini"\n', 'MODEL = "o3"\n', ''],
    'src/prompts.ts': [
      'export const SYSTEM_PROMPT = `You are a helpful assistant. Answer briefly.`;\n',
      'export {};\n',
    ],
    'ai-security/models/a.md': [CARD('gpt-4o'), CARD('o3'), 'no record'],
    'README.md': ['# Shop\n\nUses gpt-4o.\n', '# Shop\n'],
    'prompts/triage.txt': ['You are a triage assistant. Sort tickets.\n'],
    'ai-baseline.yaml': ['severities:\n  undocumented-model: error\n', 'exclude: [src/models.py]\n'],
    '.gitignore': ['prompts/\n', '\n'],
    'apps/x/ai-baseline.yaml': ['# nested\n'],
    'apps/x/y.py': [CHAT('gpt-4')],
  };
  const edit = fc
    .constantFrom(...Object.keys(texts))
    .chain((path) => fc.record({ path: fc.constant(path), text: fc.option(fc.constantFrom(...(texts[path] ?? []))) }));

  it('after any edits says what a new engine says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), async (rounds) => {
        const workspace = new MemoryWorkspace({ 'src/chat.py': CHAT('gpt-4o') });
        const engine = engineOver(workspace);
        await engine.scan(NEVER_CANCELLED);
        for (const round of rounds) {
          for (const { path, text } of round) {
            if (text === null) workspace.files.delete(path);
            else workspace.files.set(path, text);
          }
          const updated = await engine.update(
            round.map(({ path }) => path),
            NEVER_CANCELLED,
          );
          assert.deepEqual(content(updated), await fresh(workspace));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('whatever order the files come in', async () => {
    const files = Object.fromEntries(Object.entries(texts).map(([path, [text]]) => [path, text ?? '']));
    const backwards = Object.fromEntries(Object.entries(files).reverse());
    assert.equal(
      JSON.stringify(await fresh(new MemoryWorkspace(files))),
      JSON.stringify(await fresh(new MemoryWorkspace(backwards))),
    );
  });
});
