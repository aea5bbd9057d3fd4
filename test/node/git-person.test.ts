import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitPerson } from '../../src/node/git-person';

describe('node: who works in a folder', () => {
  it('is who Git says, and nobody where it says nothing', async () => {
    const root = mkdtempSync(join(tmpdir(), 'ai-baseline-person-'));
    try {
      execFileSync('git', ['init', '--quiet', root]);
      execFileSync('git', ['-C', root, 'config', 'user.name', 'Ada  Lovelace']);
      assert.equal(await gitPerson(root), 'Ada Lovelace');
      execFileSync('git', ['-C', root, 'config', 'user.name', '  ']);
      assert.equal(await gitPerson(root), null);
      assert.equal(await gitPerson(join(root, 'gone')), null);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
