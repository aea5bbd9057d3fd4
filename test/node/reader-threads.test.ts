import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createEngine, NEVER_CANCELLED } from '../../src/core';
import type { Readers, Snapshot } from '../../src/core';
import { createDiskWorkspace } from '../../src/node/disk-workspace';
import { createGrammars } from '../../src/node/grammars';
import { ReaderThreads } from '../../src/node/reader-threads';
import { embeddedCatalogue } from '../../src/node/catalogue';
import { memoryLogger } from '../support/parts';

const require = createRequire(__filename);
const PROGRAM = `require(${JSON.stringify(require.resolve('tsx/cjs'))});
require(${JSON.stringify(join(__dirname, '../../src/node/reader-thread.ts'))});`;

const said = ({ stats: _stats, ...rest }: Snapshot) => rest;

/** Programs of threads that end badly, by how. */
const BROKEN: Readonly<Record<string, string>> = {
  'that does not start': 'throw new Error("no");',
  'that dies with its first job': `require('node:worker_threads').parentPort.on('message', () => process.exit(3));`,
  'that takes files and dies': `require('node:worker_threads').parentPort.on('message', ({ next }) => {
    Atomics.add(new Int32Array(next), 0, 48);
    throw new Error('out of memory');
  });`,
};

describe('node: threads that read files', function () {
  this.timeout(60_000);
  const root = mkdtempSync(join(tmpdir(), 'ai-baseline-threads-'));
  const programs = mkdtempSync(join(tmpdir(), 'ai-baseline-programs-'));

  before(() => {
    const grammars = dirname(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm'));
    symlinkSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), join(programs, 'tree-sitter.wasm'));
    symlinkSync(join(grammars, 'tree-sitter-python.wasm'), join(programs, 'tree-sitter-python.wasm'));
    mkdirSync(join(root, 'src'));
    for (let at = 0; at < 150; at += 1) {
      const call = `import openai\nopenai.chat.completions.create(model="gpt-4o-${at}", messages=[])\n`;
      writeFileSync(join(root, 'src', `part-${at}.py`), at % 5 === 0 ? call : `x = ${at}\n`);
    }
    writeFileSync(join(root, 'README.md'), '# Shop\n\nUses gpt-4o-5 by OpenAI to sort letters.\n');
    writeFileSync(join(root, 'broken.py'), Buffer.from([0, 1, 2, 255]));
    writeFileSync(join(root, 'ai-baseline.yaml'), 'exclude: [src/part-7.py]\n');
  });
  after(() => [root, programs].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  async function scan(program: string | null): Promise<Omit<Snapshot, 'stats'>> {
    const logger = memoryLogger();
    if (program !== null) writeFileSync(join(programs, 'reader.js'), program);
    const threads = program === null ? null : new ReaderThreads(programs, root);
    // All of it is theirs: this thread is fast enough to leave them nothing.
    const readers: Readers | null = threads && {
      worthFrom: 1,
      begin: (job) => ({ ...threads.begin(job), take: () => [] }),
    };
    const engine = createEngine({
      ...{ workspace: createDiskWorkspace(root), grammars: createGrammars(programs), catalogue: embeddedCatalogue() },
      ...{ clock: { today: () => '2026-11-25' }, logger },
      ...(readers ? { readers } : {}),
    });
    const snapshot = said(await engine.scan(NEVER_CANCELLED));
    assert.deepEqual(logger.lines, []);
    return snapshot;
  }

  it('say what one thread says', async () => {
    const alone = await scan(null);
    assert.ok(alone.assets.length >= 30);
    assert.deepEqual(await scan(PROGRAM), alone);
  });

  for (const [how, program] of Object.entries(BROKEN)) {
    it(`leave what is theirs to the first one: a thread ${how}`, async () => {
      assert.deepEqual(await scan(program), await scan(null));
    });
  }
});
