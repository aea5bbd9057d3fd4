import assert from 'node:assert/strict';
import { NEVER_CANCELLED, type Selection, type Workspace } from '../../src/core';
import { overlayWorkspace } from '../../src/server/overlay';

const takeAll: Selection = {
  decide: (path) => (path.startsWith('out/') ? 'gitignore' : 'take'),
  addIgnoreFile: () => undefined,
  addAttributesFile: () => undefined,
};

const disk: Workspace = {
  list: () =>
    Promise.resolve({
      files: ['b.py'],
      ignored: { gitignore: 0, config: 0, default: 0 },
      skipped: [],
    }),
  read: (path) =>
    Promise.resolve(
      path === 'b.py'
        ? { kind: 'text', text: 'x = 1\r\ny = 2\n', hash: 'disk', size: 13 }
        : { kind: 'skipped', reason: 'it is not there' },
    ),
};

function over(texts: Record<string, string>) {
  return overlayWorkspace(disk, { text: (path) => texts[path] ?? null, paths: () => Object.keys(texts) });
}

describe('open buffers over the disk', () => {
  const read = async (texts: Record<string, string>, path: string) => over(texts).read(path, NEVER_CANCELLED);

  it('count where they differ', async () => {
    const content = await read({ 'b.py': 'x = 2\n' }, 'b.py');
    assert.equal(content.kind === 'text' && content.text, 'x = 2\n');
    assert.match(content.kind === 'text' ? content.hash : '', /^[0-9a-f]{64}$/u);
  });

  it('are the file where they say the same, whatever the line ends', async () => {
    const content = await read({ 'b.py': 'x = 1\ny = 2\n' }, 'b.py');
    assert.equal(content.kind === 'text' && content.hash, 'disk');
  });

  it('are files before they are saved, unless the project leaves them out', async () => {
    const listing = await over({ 'a.py': 'x', 'out/c.py': 'x' }).list(takeAll, NEVER_CANCELLED);
    assert.deepEqual(listing.files, ['a.py', 'b.py']);
    assert.equal((await read({ 'a.py': 'x' }, 'a.py')).kind, 'text');
  });

  it('are too large when the file would be', async () => {
    assert.equal((await read({ 'a.py': 'x'.repeat(2 * 1024 * 1024 + 1) }, 'a.py')).kind, 'skipped');
  });
});
