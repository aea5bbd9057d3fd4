import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config';
import { bestScope, createScopes } from '../../../src/core/discover/scope';
import type { Scope } from '../../../src/core/model';

const expected: Record<string, Scope> = {
  'src/chat.py': 'product',
  'app.py': 'product',
  'notebooks/train.ipynb': 'product',
  'src/latest/contest.py': 'product',
  'tests/test_chat.py': 'test',
  'pkg/chat_test.go': 'test',
  'web/title.spec.ts': 'test',
  'src/__tests__/x.ts': 'test',
  'src/test/java/JudgeTest.java': 'test',
  'src/Desk/ClerkTest.php': 'test',
  'examples/chat/main.py': 'example',
  'docs/workshop/basic.prompty': 'example',
  'chat-example/main.go': 'example',
  'AGENTS.md': 'development',
  'services/api/CLAUDE.md': 'development',
  '.github/workflows/eval.yaml': 'development',
  '.cursor/rules/style.mdc': 'development',
  'skills/pdf/SKILL.md': 'development',
  'tests/fixtures/.cursorrules': 'test',
};

describe('scopes', () => {
  const scopeOf = createScopes(DEFAULT_CONFIGURATION);
  for (const [path, scope] of Object.entries(expected)) {
    it(`${path} is ${scope}`, () => assert.equal(scopeOf(path), scope));
  }

  it('are those of the configuration where it speaks', () => {
    const told = createScopes({
      ...DEFAULT_CONFIGURATION,
      scopes: { product: ['skills/**', 'docs/live'], test: ['lab'] },
    });
    assert.deepEqual(['skills/pdf/SKILL.md', 'docs/live/a.py', 'docs/b.py', 'x/lab/c.py'].map(told), [
      'product',
      'product',
      'example',
      'test',
    ]);
  });

  it('take the best of several', () => {
    assert.equal(bestScope(['test', 'example', 'development']), 'example');
    assert.equal(bestScope(['development', 'product']), 'product');
  });
});
