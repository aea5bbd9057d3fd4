import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createEngine, NEVER_CANCELLED, type FactsCache, type FileFacts, type Snapshot } from '../../../src/core';
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

const said = ({ stats: _stats, version: _version, ...rest }: Snapshot): string => JSON.stringify(rest);

const scan = async (workspace: MemoryWorkspace, cache?: TextCache): Promise<string> => {
  const logger = memoryLogger();
  const engine = createEngine({
    ...{ workspace, grammars: testGrammars, catalogue: testCatalogue(), clock: { today: () => '2026-11-24' }, logger },
    ...(cache ? { cache } : {}),
  });
  const snapshot = await engine.scan(NEVER_CANCELLED);
  cache?.save();
  assert.deepEqual(logger.lines, []);
  return said(snapshot);
};

describe('engine: what an earlier run kept', () => {
  const edit = fc
    .constantFrom(...Object.keys(TEXTS))
    .chain((path) => fc.record({ path: fc.constant(path), text: fc.constantFrom(...(TEXTS[path] ?? [])) }));

  it('lets a scan say what one without it says, after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
        const workspace = new MemoryWorkspace({ 'use.py': NAMED, 'lib/names.py': 'NAME = "gpt-4o"\n' });
        const cache = new TextCache();
        await scan(workspace, cache);
        for (const round of rounds) {
          for (const { path, text } of round) {
            if (text === null) workspace.files.delete(path);
            else workspace.files.set(path, text);
          }
          assert.equal(await scan(workspace, cache), await scan(workspace));
        }
      }),
      { numRuns: 15 },
    );
  });
});
