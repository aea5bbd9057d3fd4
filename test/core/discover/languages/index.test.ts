import assert from 'node:assert/strict';
import { CodeParser } from '../../../../src/core/discover/languages';
import { testGrammars } from '../../../support/grammars';

describe('the code parser', () => {
  const parser = CodeParser.create(testGrammars);
  const languages: Record<string, string | null> = {
    'src/a.py': 'python',
    'src/a.PYI': 'python',
    'notes.ipynb': 'python',
    'a.ts': 'typescript',
    'a.d.mts': 'typescript',
    'a.tsx': 'typescript',
    'a.js': 'javascript',
    'a.cjs': 'javascript',
    'a.jsx': 'javascript',
    'a.py/readme': null,
    Makefile: null,
    'a.java': 'java',
    'a.go': 'go',
    'a.cs': 'csharp',
    'a.rs': 'rust',
    'a.txt': null,
  };
  for (const [path, language] of Object.entries(languages)) {
    it(`reads ${path} as ${language ?? 'nothing'}`, async () => {
      assert.equal(parser.languageOf(path), language);
      const text = path.endsWith('.ipynb') ? '{"cells": []}' : 'x = f(1)\n';
      assert.equal((await parser.parse(path, text))?.language ?? null, language);
    });
  }

  it('reads many files at once with one loading of each grammar', async () => {
    const loaded: string[] = [];
    const counting = CodeParser.create({
      load: (name) => {
        loaded.push(name);
        return testGrammars.load(name);
      },
    });
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => counting.parse(`${index}.py`, 'x = 1')));
    assert.ok(all.every((facts) => facts?.bindings.length === 1));
    assert.deepEqual(
      loaded.filter((name) => name === 'python'),
      ['python'],
    );
  });

  it('tries a grammar again after it could not be loaded', async () => {
    let fails = true;
    const flaky = CodeParser.create({
      load: (name) => (fails && name === 'python' ? Promise.reject(new Error('offline')) : testGrammars.load(name)),
    });
    await assert.rejects(flaky.parse('a.py', ''), /offline/);
    fails = false;
    assert.ok(await flaky.parse('a.py', ''));
  });

  it('gives no facts, but says so, where a text is too long to be code', async () => {
    const facts = await parser.parse('a.py', 'x = 1\n'.repeat(1_000_000));
    assert.deepEqual([facts?.hasErrors, facts?.bindings.length], [true, 0]);
  });
});
