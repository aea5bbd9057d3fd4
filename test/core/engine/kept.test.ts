import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  createEngine,
  NEVER_CANCELLED,
  type FactsCache,
  type FileFacts,
  type Snapshot,
  type SnapshotCache,
} from '../../../src/core';
import { testCatalogue } from '../../support/catalogue';
import { testGrammars } from '../../support/grammars';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { memoryLogger } from '../../support/parts';

const NAMED = 'from lib.names import NAME\nimport openai\nopenai.chat.completions.create(model=NAME, messages=[])\n';
const WRAPPED = 'import openai\ndef ask(name):\n    openai.chat.completions.create(model=name, messages=[])\n';

/** What a file may say at one time or another; null where it is not there. */
const TEXTS: Readonly<Record<string, readonly (string | null)[]>> = {
  'use.py': [NAMED, 'x = 1\n', null],
  'lib/names.py': ['NAME = "gpt-4o"\n', 'NAME = "o3"\n', 'OTHER = 1\n', null],
  'lib/ask.py': [WRAPPED, 'def ask(name): pass\n', null],
  'call.py': ['from lib.ask import ask\nask("gpt-4.1")\n', 'from lib.ask import ask\nask(name="gpt-4")\n'],
  'lib.py': ['NAME = "gpt-3.5-turbo"\n', null],
  'prompt.py': ['SYSTEM_PROMPT = "You are a careful assistant. Answer briefly."\n', 'a = 2\n'],
  'README.md': ['# Shop\n\nUses gpt-4o by OpenAI to sort letters.\n', '# Shop\n'],
  'ai-baseline.yaml': ['exclude: [lib/]\n', null],
};

/** Keeps what is kept as text, as a file would. */
class TextCache implements FactsCache {
  #salt = '';
  readonly #kept = new Map<string, string>();
  #shown: () => unknown = () => null;
  #code = new Map<string, string>();

  open(salt: string): void {
    this.#salt = salt;
  }
  holds(path: string): boolean {
    return [...this.#kept.keys()].some((key) => key.startsWith(`${this.#salt} ${path} `));
  }
  get(path: string, hash: string): FileFacts | null {
    const text = this.#kept.get(`${this.#salt} ${path} ${hash}`);
    return text === undefined ? null : (JSON.parse(text) as FileFacts);
  }
  unchanged(): null {
    return null;
  }
  set(path: string, _stamp: string | null, facts: FileFacts): void {
    this.#kept.set(`${this.#salt} ${path} ${facts.hash ?? ''}`, JSON.stringify(facts));
  }
  code(): unknown {
    return JSON.parse(this.#code.get(this.#salt) ?? 'null');
  }
  keepCode(shown: () => unknown): void {
    this.#shown = shown;
  }
  save(): void {
    this.#code = new Map([[this.#salt, JSON.stringify(this.#shown())]]);
  }
}

/** Keeps one snapshot as text, as a file would. */
class TextSnapshot implements SnapshotCache {
  #kept: readonly [state: string, text: string] | null = null;
  found = 0;

  get isThere(): boolean {
    return this.#kept !== null;
  }
  find(state: string): Snapshot | null {
    if (this.#kept?.[0] !== state) return null;
    this.found += 1;
    return JSON.parse(this.#kept[1]) as Snapshot;
  }
  keep(state: string, snapshot: Snapshot): void {
    this.#kept = [state, JSON.stringify(snapshot)];
  }
}

/** Files have a stamp, as on a disk: another one whenever they are written to, also with the same text. */
class StampedWorkspace extends MemoryWorkspace {
  readonly #stamps = new Map<string, number>();
  #writes = 0;

  write(path: string, text: string | null): void {
    if (text === null) this.files.delete(path);
    else this.files.set(path, text);
    this.#stamps.set(path, (this.#writes += 1));
  }
  stamp(path: string): string | null {
    return this.files.has(path) ? String(this.#stamps.get(path) ?? 0) : null;
  }
}

const said = ({ stats: _stats, version: _version, ...rest }: Snapshot): string => JSON.stringify(rest);

interface Kept {
  readonly cache?: TextCache;
  readonly snapshots?: SnapshotCache;
  readonly today?: string;
  readonly configuration?: { readonly path: string; readonly text: string };
}

const scan = async (
  workspace: MemoryWorkspace,
  { cache, snapshots, configuration, today = '2026-11-24' }: Kept = {},
) => {
  const logger = memoryLogger();
  const engine = createEngine({
    ...{ workspace, grammars: testGrammars, catalogue: testCatalogue(), clock: { today: () => today }, logger },
    ...(cache ? { cache } : {}),
    ...(snapshots ? { snapshots } : {}),
    ...(configuration ? { configuration } : {}),
  });
  const snapshot = await engine.scan(NEVER_CANCELLED);
  cache?.save();
  assert.deepEqual(logger.lines, []);
  return said(snapshot);
};

describe('engine: what an earlier run kept', function () {
  // Each round scans four times.
  this.timeout(120_000);

  const edit = fc
    .constantFrom(...Object.keys(TEXTS))
    .chain((path) => fc.record({ path: fc.constant(path), text: fc.constantFrom(...(TEXTS[path] ?? [])) }));

  it('lets a scan say what one without it says, after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), async (rounds) => {
        const workspace = new StampedWorkspace({ 'use.py': NAMED, 'lib/names.py': 'NAME = "gpt-4o"\n' });
        const [cache, snapshots] = [new TextCache(), new TextSnapshot()];
        await scan(workspace, { cache, snapshots });
        for (const round of rounds) {
          for (const { path, text } of round) workspace.write(path, text);
          const fresh = await scan(workspace);
          assert.equal(await scan(workspace, { cache }), fresh);
          assert.equal(await scan(workspace, { cache, snapshots }), fresh);
          const { found } = snapshots;
          assert.equal(await scan(workspace, { cache, snapshots }), fresh);
          assert.equal(snapshots.found, found + 1, 'nothing changed, so nothing was worked out');
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is enough for who asks for the snapshot alone, as long as files, configuration and day are the same', async () => {
    const workspace = new StampedWorkspace({ 'use.py': NAMED, 'lib/names.py': 'NAME = "gpt-4o"\n' });
    const snapshots = new TextSnapshot();
    const first = await scan(workspace, { snapshots });
    workspace.reads.clear();
    assert.equal(await scan(workspace, { snapshots }), first);
    assert.deepEqual([...workspace.reads.keys()], ['ai-baseline.yaml']);
    const others: readonly (() => Kept)[] = [
      () => ({ today: '2026-11-25' }),
      () => ({ configuration: { path: 'a.yaml', text: 'exclud: [lib/]\n' } }),
      () => ({ configuration: { path: 'b.yaml', text: 'exclud: [lib/]\n' } }),
      () => (workspace.write('lib/names.py', 'NAME = "o3"\n'), {}),
      () => (workspace.write('ai-baseline.yaml', 'exclude: [lib/]\n'), {}),
      () => (workspace.write('lib/names.py', null), {}),
    ];
    for (const other of others) {
      const { found } = snapshots;
      const more = other();
      assert.equal(await scan(workspace, { ...more, snapshots }), await scan(workspace, more));
      assert.equal(snapshots.found, found);
    }
  });

  it('is not kept of a project with a file that was written a moment ago, nor of a run in which something broke down', async () => {
    class JustWritten extends MemoryWorkspace {
      stamp(path: string): string | null {
        return path === 'new.py' ? null : 'old';
      }
    }
    const snapshots = new TextSnapshot();
    await scan(new JustWritten({ 'use.py': NAMED, 'new.py': 'x = 1\n' }), { snapshots });
    assert.equal(snapshots.isThere, false);
    const logger = memoryLogger();
    const broken = createEngine({
      ...{ workspace: new StampedWorkspace({ 'use.py': NAMED }), snapshots, logger },
      ...{ catalogue: testCatalogue(), clock: { today: () => '2026-11-24' } },
      grammars: { load: () => Promise.reject(new Error('no grammar')) },
    });
    await broken.scan(NEVER_CANCELLED);
    assert.ok(logger.lines.length > 0);
    assert.equal(snapshots.isThere, false);
  });
});
