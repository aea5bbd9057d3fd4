import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { headCommit } from '../../src/node/git-head';

const [A, B] = ['a'.repeat(40), 'b'.repeat(40)];

interface Case {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  readonly from?: string;
  readonly commit: string | null;
}

const cases: readonly Case[] = [
  { what: 'no repository', files: { 'a.txt': 'x' }, commit: null },
  { what: 'a branch', files: { '.git/HEAD': 'ref: refs/heads/main\n', '.git/refs/heads/main': `${A}\n` }, commit: A },
  {
    what: 'a branch with slashes, from a folder below',
    files: { '.git/HEAD': 'ref: refs/heads/feat/x-1\n', '.git/refs/heads/feat/x-1': A, 'src/deep/a.py': '' },
    from: 'src/deep',
    commit: A,
  },
  { what: 'no branch', files: { '.git/HEAD': `${B}\n` }, commit: B },
  {
    what: 'packed branches, of which a loose one is newer',
    files: {
      '.git/HEAD': 'ref: refs/heads/main',
      '.git/packed-refs': `# pack-refs with: peeled\n${B} refs/heads/other\n${B} refs/heads/main\n`,
      '.git/refs/heads/main': A,
    },
    commit: A,
  },
  {
    what: 'a packed branch alone',
    files: { '.git/HEAD': 'ref: refs/heads/main', '.git/packed-refs': `${A} refs/heads/main2\n${B} refs/heads/main\n` },
    commit: B,
  },
  {
    what: 'a work tree elsewhere',
    files: {
      'tree/.git': 'gitdir: ../main/.git/worktrees/tree\n',
      'main/.git/worktrees/tree/HEAD': 'ref: refs/heads/topic\n',
      'main/.git/worktrees/tree/commondir': '../..\n',
      'main/.git/refs/heads/topic': A,
    },
    from: 'tree',
    commit: A,
  },
  { what: 'a branch without a commit', files: { '.git/HEAD': 'ref: refs/heads/main\n' }, commit: null },
  {
    what: 'a reference that leaves the repository',
    files: { '.git/HEAD': 'ref: refs/../../secret', secret: A },
    commit: null,
  },
  { what: 'a head that is none', files: { '.git/HEAD': '<script>' }, commit: null },
];

describe('the commit that is checked out', () => {
  for (const { what, files, from = '', commit } of cases) {
    it(`is ${commit === null ? 'not known' : 'known'} for ${what}`, async () => {
      const root = mkdtempSync(join(tmpdir(), 'ai-baseline-git-'));
      try {
        for (const [path, text] of Object.entries(files)) {
          mkdirSync(dirname(join(root, path)), { recursive: true });
          writeFileSync(join(root, path), text);
        }
        assert.equal(await headCommit(join(root, from)), commit);
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    });
  }
});
