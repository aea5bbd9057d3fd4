import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodeResults } from '../../../src/core/discover/code-results';
import type { Binding, Call, CodeFacts, FileFacts, Import, Range, Value } from '../../../src/core/model';
import { factsOf, lineOf, sightingsOf, testLibrary } from './support/cases';

const range: fc.Arbitrary<Range> = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 3 }))
  .map(([line, column, more]) => ({ line, column, endLine: line + more, endColumn: column + 4 }));
const word = fc.constantFrom(
  'a',
  'b',
  'self',
  'client',
  'prompt',
  'model',
  'create',
  'messages',
  'openai',
  'get',
  'join',
);
const scope = fc.constantFrom('', 'a', 'a.b', 'b', 'b.a.client');
const text = fc.constantFrom('gpt-4o', 'You are {0} a {1} clerk. Answer only with {0}.', '{0}', 'model', '', '{7}');

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('name' as const), name: word, range }),
    fc.record({ kind: fc.constant('call' as const), call: fc.integer({ min: 0, max: 6 }), range }),
    fc.record({ kind: fc.constant('literal' as const), value: fc.constantFrom(1, true, null), range }),
    fc.record({
      kind: fc.constant('text' as const),
      text,
      holes: fc.array(fc.record({ source: word, value: tie('value') }), { maxLength: 2 }),
      range,
    }),
    fc.record({ kind: fc.constant('member' as const), object: tie('value'), name: word, range }),
    fc.record({ kind: fc.constant('index' as const), object: tie('value'), key: tie('value'), range }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(tie('value'), { maxLength: 3 }), range }),
    fc.record({ kind: fc.constant('either' as const), options: fc.array(tie('value'), { maxLength: 3 }), range }),
    fc.record({ kind: fc.constant('function' as const), returns: fc.array(tie('value'), { maxLength: 2 }), range }),
    fc.record({
      kind: fc.constant('map' as const),
      entries: fc.array(fc.record({ key: fc.option(word), value: tie('value'), range }), { maxLength: 3 }),
      range,
    }),
  ),
}));

const binding: fc.Arbitrary<Binding> = fc
  .record({
    name: word,
    scope,
    kind: fc.constantFrom('variable' as const, 'parameter' as const, 'member' as const, 'return' as const),
    value,
    range,
  })
  .map(({ scope: owner, ...rest }) => ({ ...rest, symbol: owner === '' ? rest.name : `${owner}.${rest.name}` }));
const call: fc.Arbitrary<Call> = fc.record({
  callee: value,
  args: fc.array(fc.record({ name: fc.option(word), value }), { maxLength: 3 }),
  scope,
  form: fc.constantFrom('call' as const, 'new' as const, 'decorator' as const),
  range,
});
const imported: fc.Arbitrary<Import> = fc.record({
  module: fc.constantFrom('openai', 'x', 'y', '.', '..', './x', './y', '@/x', 'a.b', ''),
  name: fc.option(fc.constantFrom('a', 'b', '*', 'default')),
  local: fc.constantFrom('a', 'b', '*', 'client', 'a.b'),
  range,
});
const code: fc.Arbitrary<CodeFacts> = fc.record({
  language: fc.constantFrom('python', 'typescript', 'java', 'go', 'csharp', 'rust'),
  imports: fc.array(imported, { maxLength: 4 }),
  bindings: fc.array(binding, { maxLength: 8 }),
  calls: fc.array(call, { maxLength: 6 }),
  comments: fc.constant([]),
  hasErrors: fc.boolean(),
});

function fileOf(path: string, facts: CodeFacts): FileFacts {
  return { path, hash: null, code: facts, sightings: [], record: null, prose: null, suppressions: [] };
}

describe('resolving', () => {
  it('ends, and never throws, on any facts whatever', () => {
    const library = testLibrary();
    fc.assert(
      fc.property(code, code, (first, second) => {
        const files = new Map([fileOf('x.py', first), fileOf('y.ts', second)].map((file) => [file.path, file]));
        for (const sighting of new CodeResults(() => library).update(files).sightings)
          assert.ok(files.has(sighting.path));
      }),
      { numRuns: 300 },
    );
  });

  it('does not go deep into a long chain of names', async () => {
    const names = Array.from({ length: 3000 }, (_, at) => `v${String(at + 1)} = v${String(at)}`);
    const source = ['import openai', 'v0 = "acme-chat-7b"', ...names, 'openai.chat.completions.create(model=v3000)'];
    assert.deepEqual((await sightingsOf(new Map([['a.py', source.join('\n')]]))).map(lineOf), []);
  });
});

describe('after a change', () => {
  const main = 'import openai\nfrom settings import MODEL\nopenai.chat.completions.create(model=MODEL)\n';
  const other = 'import openai\nopenai.chat.completions.create(model="gpt-4")\n';

  async function results(...states: Record<string, string>[]): Promise<string[][]> {
    const code = new CodeResults(testLibrary);
    const known = new Map<string, FileFacts>();
    const all: string[][] = [];
    for (const state of states) {
      const files = new Map<string, FileFacts>();
      for (const [path, source] of Object.entries(state)) {
        const key = `${path}\n${source}`;
        const facts = known.get(key) ?? (await factsOf(path, source));
        known.set(key, facts);
        files.set(path, facts);
      }
      all.push(code.update(files).sightings.map(lineOf));
    }
    return all;
  }

  it('a file that another one reads from is followed', async () => {
    const [before, after] = await results(
      { 'main.py': main, 'settings.py': 'MODEL = "gpt-4o"' },
      { 'main.py': main, 'settings.py': 'MODEL = "gpt-4o-mini"' },
    );
    assert.ok(before?.includes('model gpt-4o main.py:3:38 use openai.chat'));
    assert.ok(after?.includes('model gpt-4o-mini main.py:3:38 use openai.chat'));
  });

  it('a file that was looked for and comes is seen, and forgotten when it goes', async () => {
    const [without, withIt, gone] = await results(
      { 'main.py': main },
      { 'main.py': main, 'settings.py': 'MODEL = "gpt-4o"' },
      { 'main.py': main },
    );
    assert.deepEqual(without, []);
    assert.equal(withIt?.length, 2);
    assert.deepEqual(gone, []);
  });

  it('a name is seen when a file of its package brings it, and forgotten with it', async () => {
    const desk = 'package desk\nimport "example.com/acme/models"\nvar a = models.New(models.WithModel(fast))\n';
    const [without, withIt, changed, gone] = await results(
      { 'desk/desk.go': desk, 'desk/other.go': 'package desk\n' },
      { 'desk/desk.go': desk, 'desk/other.go': 'package desk\nconst fast = "gpt-4o"\n' },
      {
        'desk/desk.go': desk,
        'desk/other.go': 'package desk\n',
        'desk/new.go': 'package desk\nconst fast = "o3-mini"\n',
      },
      { 'desk/desk.go': desk, 'desk/other.go': 'package desk\n' },
    );
    assert.deepEqual(without, []);
    assert.ok(withIt?.includes('model gpt-4o desk/desk.go:3:37 use acme.model'));
    assert.ok(changed?.includes('model o3-mini desk/desk.go:3:37 use acme.model'));
    assert.deepEqual(gone, []);
  });

  it('what does not look at the changed file stays as it was', async () => {
    const library = testLibrary();
    const code = new CodeResults(() => library);
    const stable = await factsOf('other.py', other);
    const first = code.update(
      new Map([
        ['other.py', stable],
        ['a.py', await factsOf('a.py', 'x = 1')],
      ]),
    );
    const second = code.update(
      new Map([
        ['other.py', stable],
        ['a.py', await factsOf('a.py', 'x = 2')],
      ]),
    );
    assert.equal(second.sightings[0], first.sightings[0]);
  });

  it('is what a fresh look gives', async () => {
    const states = [
      { 'main.py': main, 'other.py': other },
      { 'main.py': main, 'settings.py': 'MODEL = "o3-mini"' },
    ];
    const fresh = await sightingsOf(new Map(Object.entries(states[1] ?? {})));
    assert.deepEqual((await results(...states)).at(-1), fresh.map(lineOf));
  });
});
