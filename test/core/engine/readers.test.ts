import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createEngine, createFileReader, NEVER_CANCELLED } from '../../../src/core';
import type { Readers, Snapshot } from '../../../src/core';
import { testCatalogue } from '../../support/catalogue';
import { testGrammars } from '../../support/grammars';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { memoryLogger } from '../../support/parts';

const FILES: Readonly<Record<string, string>> = {
  'ai-baseline.yaml': 'exclude: [old/]\n',
  'lib/names.py': 'NAME = "gpt-4o"\n',
  'use.py': 'from lib.names import NAME\nimport openai\nopenai.chat.completions.create(model=NAME, messages=[])\n',
  'prompt.py': 'import openai\nSYSTEM_PROMPT = "You are a careful assistant. Answer briefly."\n',
  'weights/model.safetensors': '\u0000\u0001',
  'ai-security/models/gpt-4o.md': '---\nrecord: model\nid: model:gpt-4o\n---\n# gpt-4o\n',
  ...Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`src/part-${at}.py`, `x = ${at}\n`])),
};

/** What becomes of each file that the helper takes: told, or lost because the helper breaks down. */
interface Plan {
  readonly share: number;
  readonly lost: number;
}

/** A helper in the same thread that takes some files in turn with the one who asks, and never tells of some of them. */
function helper(workspace: MemoryWorkspace, { share, lost }: Plan): { readers: Readers; told: string[] } {
  const told: string[] = [];
  return {
    told,
    readers: {
      worthFrom: 64,
      begin({ configured, paths, stamps, onRead }) {
        const read = createFileReader({
          ...{ workspace, grammars: testGrammars, catalogue: testCatalogue(), configured, stamps },
        });
        const left = [...paths];
        const own = left.splice(0, share);
        const work = async () => {
          for (const path of own.slice(0, Math.max(0, own.length - lost))) {
            onRead(path, await read(path));
            told.push(path);
          }
        };
        return { take: () => left.splice(0, 8), stop: () => left.splice(0), done: work() };
      },
    },
  };
}

async function scan(workspace: MemoryWorkspace, readers?: Readers): Promise<Snapshot> {
  const logger = memoryLogger();
  const engine = createEngine({
    ...{ workspace, grammars: testGrammars, catalogue: testCatalogue(), clock: { today: () => '2026-11-25' }, logger },
    ...(readers ? { readers } : {}),
  });
  const snapshot = await engine.scan(NEVER_CANCELLED);
  assert.deepEqual(logger.lines, []);
  return snapshot;
}

describe('engine: who helps to read', () => {
  it('changes nothing, whoever reads which file, and whoever breaks down', async () => {
    const { stats, ...alone } = await scan(new MemoryWorkspace(FILES));
    assert.ok(alone.assets.length >= 3);
    await fc.assert(
      fc.asyncProperty(fc.record({ share: fc.nat(120), lost: fc.nat(40) }), async (plan) => {
        const workspace = new MemoryWorkspace(FILES);
        const { readers, told } = helper(workspace, plan);
        const together = await scan(workspace, readers);
        assert.deepEqual({ ...together, stats }, { ...alone, stats });
        assert.deepEqual(together.stats.parsed, stats.parsed);
        const own = Math.min(plan.share, together.stats.files);
        assert.equal(told.length, Math.max(0, own - plan.lost));
      }),
      { numRuns: 40 },
    );
  });

  it('is not asked for a few files, nor for those that are known', async () => {
    const few = new MemoryWorkspace({ 'use.py': FILES['use.py'] ?? '' });
    const helped = helper(few, { share: 9, lost: 0 });
    await scan(few, helped.readers);
    assert.deepEqual(helped.told, []);

    const many = new MemoryWorkspace(FILES);
    const once = helper(many, { share: 200, lost: 0 });
    const engine = createEngine({
      ...{ workspace: many, grammars: testGrammars, catalogue: testCatalogue(), clock: { today: () => '2026-11-25' } },
      ...{ logger: memoryLogger(), readers: once.readers },
    });
    await engine.scan(NEVER_CANCELLED);
    const first = once.told.length;
    assert.ok(first > 64);
    await engine.scan(NEVER_CANCELLED);
    assert.equal(once.told.length, first);
  });

  it('leaves the snapshot as it was when the work is cancelled on the way', async () => {
    const workspace = new MemoryWorkspace(FILES);
    const cancel = { cancelled: false };
    const { readers } = helper(workspace, { share: 40, lost: 0 });
    const engine = createEngine({
      ...{ workspace, grammars: testGrammars, catalogue: testCatalogue(), clock: { today: () => '2026-11-25' } },
      ...{ logger: memoryLogger(), readers },
    });
    await engine.scan(cancel, ({ done }) => void (cancel.cancelled ||= done > 20));
    assert.equal(engine.snapshot.version, 0);
    await engine.scan(NEVER_CANCELLED);
    assert.ok(engine.snapshot.assets.length >= 3);
  });
});
