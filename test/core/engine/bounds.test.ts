import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, NEVER_CANCELLED, type Snapshot } from '../../../src/core';
import { createDiskWorkspace } from '../../../src/node/disk-workspace';
import { testCatalogue } from '../../support/catalogue';
import { testGrammars } from '../../support/grammars';
import { memoryLogger } from '../../support/parts';

const MB = 1024 * 1024;
const HEALTHY = 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n';
const CODE_CELL = { cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source: [HEALTHY] };
const NOTEBOOK = { metadata: {}, nbformat: 4, nbformat_minor: 5 };

/** Files as they should not be: what is done with each, and why it is left out, if it is. */
const BAD: readonly (readonly [path: string, make: () => string | Uint8Array, reason: string | null])[] = [
  ['bundle.js', () => `const openai="x";${'function a(b){return b[0]+"prompt"};'.repeat(8_000)}`, 'minified'],
  ['packed.js', () => `const openai="x";${'a(b,c);'.repeat(400_000)}`, 'larger than 2 MB'],
  [
    'huge.ipynb',
    () => JSON.stringify({ ...NOTEBOOK, cells: [CODE_CELL, { ...CODE_CELL, outputs: ['x'.repeat(10 * MB)] }] }),
    'larger than 2 MB',
  ],
  ['lines.jsonl', () => '{"prompt":"p","completion":"c"}\n'.repeat(1_000_000), null],
  ['deep.py', () => `import openai\nx = ${'('.repeat(100_000)}`, null],
  ['deep.ts', () => `import OpenAI from 'openai';\nconst x = ${'{a:['.repeat(50_000)}`, null],
  ['deep.json', () => `{"model":${'['.repeat(200_000)}`, null],
  ['deep.yaml', () => `model: ${'[{a: '.repeat(20_000)}`, null],
  ['half.py', () => 'import openai\nopenai.chat.completions.create(model="gpt-', null],
  ['latin.py', () => Buffer.from('# caf\xe9\nimport openai\n', 'latin1'), null],
  ['wide.py', () => Buffer.from('\uFEFFimport openai\n', 'utf16le'), null],
  ['binary.py', () => new Uint8Array(5000), 'not text, although its name says so'],
  ['words.md', () => `# gpt-4o\n\n${'gpt-4o is used for it. '.repeat(60_000)}`, null],
];

/** More files than are kept at hand at a time. */
const FILES = 270;

/** Functions that call those of other files, and put their results together with themselves. */
function partOf(at: number): string {
  const others = Array.from({ length: 10 }, (_, step) => (at + step * 23 + 1) % FILES);
  const imports = others.map((other) => `from part_${other} import make_${other}`);
  const steps = others.map((other) => `    x = make_${other}(x.expand(y)).subs(x).simplify(make_${other}(y))`);
  return ['import torch', ...imports, '', `def make_${at}(x, y=None):`, ...steps, '    return x', ''].join('\n');
}

describe('engine: bounds of what one file can cost', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ai-baseline-bounds-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const scan = async (): Promise<Snapshot> => {
    const logger = memoryLogger();
    const workspace = createDiskWorkspace(root);
    const clock = { today: () => '2026-11-24' };
    const engine = createEngine({
      ...{ workspace, grammars: testGrammars, catalogue: testCatalogue(), clock, logger },
    });
    const snapshot = await engine.scan(NEVER_CANCELLED);
    assert.deepEqual(logger.lines, []);
    return snapshot;
  };

  for (const [path, make, reason] of BAD) {
    it(`${path}: ${reason ?? 'is read'}, and all else is found`, async function () {
      this.timeout(60_000);
      writeFileSync(join(root, 'healthy.py'), HEALTHY);
      writeFileSync(join(root, path), make());
      const { assets, coverage } = await scan();
      assert.ok(assets.some(({ id }) => id === 'model:gpt-4o'));
      assert.deepEqual(coverage.skipped, reason === null ? [] : [{ path, reason }]);
      assert.equal(coverage.read, reason === null ? 2 : 1);
    });
  }

  it('looks at each function once, however many others call it, and keeps the lines of what computes with itself short', async function () {
    this.timeout(60_000);
    for (let at = 0; at < FILES; at++) writeFileSync(join(root, `part_${at}.py`), partOf(at));
    writeFileSync(join(root, 'healthy.py'), HEALTHY);
    const { assets } = await scan();
    assert.deepEqual(
      assets.map(({ id }) => id),
      ['model:gpt-4o'],
    );
  });

  it('goes round no ring of links', async () => {
    mkdirSync(join(root, 'a/b'), { recursive: true });
    writeFileSync(join(root, 'a/healthy.py'), HEALTHY);
    symlinkSync('..', join(root, 'a/b/up'));
    symlinkSync('../b', join(root, 'a/b/self'));
    const { assets, coverage } = await scan();
    assert.equal(assets.length, 1);
    assert.deepEqual(
      coverage.skipped.map(({ path }) => path),
      ['a/b/self', 'a/b/up'],
    );
  });
});
