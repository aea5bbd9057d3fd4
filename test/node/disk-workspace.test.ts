import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createSelection, DEFAULT_CONFIGURATION } from '../../src/core/config';
import type { Listing } from '../../src/core/ports';
import { NEVER_CANCELLED } from '../../src/core/ports';
import { createDiskWorkspace } from '../../src/node/disk-workspace';

describe('node: the files of a folder on disk', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ai-baseline-disk-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const list = (): Promise<Listing> =>
    createDiskWorkspace(root).list(createSelection(DEFAULT_CONFIGURATION), NEVER_CANCELLED);
  const read = (path: string) => createDiskWorkspace(root).read(path, NEVER_CANCELLED);
  const paths = (listing: Listing) => [...listing.files].sort();
  const skipped = (listing: Listing) => Object.fromEntries(listing.skipped.map((entry) => [entry.path, entry.reason]));

  it('lists files and honours .gitignore and .gitattributes on the way down', async () => {
    put('a.py', 'x = 1\n');
    put('sub/b.py', 'y = 2\n');
    put('sub/.gitignore', 'secret.txt\n');
    put('sub/secret.txt', 'no');
    put('.gitattributes', 'gen/** linguist-generated\n');
    put('gen/c.py', 'z = 3\n');
    const listing = await list();
    assert.deepEqual(
      paths(listing).filter((path) => path.endsWith('.py') || path.endsWith('.txt')),
      ['a.py', 'sub/b.py'],
    );
    assert.ok(listing.ignored.gitignore >= 1);
  });

  it('says of a name that is no UTF-8 that it cannot be read', async function () {
    // Other systems do not take such a name at all.
    if (process.platform !== 'linux') this.skip();
    const name = Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.py')]);
    writeFileSync(name, 'x = 1\n');
    try {
      assert.ok((await list()).files.includes('caf\uFFFD.py'));
      assert.deepEqual(await read('caf\uFFFD.py'), { kind: 'skipped', reason: 'its name cannot be read as UTF-8' });
    } finally {
      unlinkSync(name);
    }
  });

  it('does not follow links, and names those that lead out, back or nowhere', async () => {
    put('real/a.py', 'x = 1\n');
    symlinkSync('.', join(root, 'real/loop'));
    symlinkSync(tmpdir(), join(root, 'out'));
    symlinkSync('missing', join(root, 'nowhere'));
    symlinkSync('real/a.py', join(root, 'twin.py'));
    symlinkSync('self', join(root, 'self'));
    const listing = await list();
    assert.deepEqual(paths(listing), ['real/a.py']);
    assert.deepEqual(skipped(listing), {
      'real/loop': 'a symbolic link that leads back to a folder above it',
      out: 'a symbolic link that leaves the folder',
      nowhere: 'a symbolic link that leads nowhere',
      self: 'a symbolic link that leads back to itself',
    });
  });

  it('never reads outside the folder, whatever a link says by now', async () => {
    symlinkSync('/etc', join(root, 'conf'));
    assert.deepEqual(await read('conf/passwd'), { kind: 'skipped', reason: 'a symbolic link that leaves the folder' });
  });

  it('does not enter a Git repository of its own, be it a folder or a work tree', async () => {
    put('vendor/lib/.git/HEAD', 'ref: x');
    put('vendor/lib/a.py', 'x = 1');
    put('sub/.git', 'gitdir: elsewhere');
    put('sub/b.py', 'x = 1');
    put('.git/config', 'own');
    const listing = await list();
    assert.deepEqual(paths(listing), []);
    assert.equal(skipped(listing)['sub/'], 'a Git repository of its own');
  });

  it('names pipes and does not wait for them', async () => {
    execFileSync('mkfifo', [join(root, 'pipe.py')]);
    assert.deepEqual(skipped(await list()), { 'pipe.py': 'not a regular file' });
    assert.deepEqual(await read('pipe.py'), { kind: 'skipped', reason: 'not a regular file' });
  });

  it('names folders and files it may not read', async function () {
    put('closed/a.py', 'x = 1');
    put('b.py', 'x = 1');
    chmodSync(join(root, 'closed'), 0o000);
    chmodSync(join(root, 'b.py'), 0o000);
    try {
      // The superuser may read everything: there is nothing to see then.
      if (process.getuid?.() === 0) this.skip();
      assert.deepEqual(skipped(await list()), { 'closed/': 'no permission to read it' });
      assert.deepEqual(await read('b.py'), { kind: 'skipped', reason: 'no permission to read it' });
    } finally {
      chmodSync(join(root, 'closed'), 0o700);
    }
  });

  const texts: readonly (readonly [string, Uint8Array, string])[] = [
    ['UTF-8', Buffer.from('prompt = "héllo"\n'), 'prompt = "héllo"\n'],
    ['UTF-8 with BOM', Buffer.from('\uFEFFx = 1\n'), 'x = 1\n'],
    ['UTF-16 LE with BOM', Buffer.from('\uFEFFx = "ü"\n', 'utf16le'), 'x = "ü"\n'],
    ['UTF-16 BE with BOM', Buffer.from('\uFEFFx = 1\n', 'utf16le').swap16(), 'x = 1\n'],
    ['Latin-1', Buffer.from('# caf\u00e9\n', 'latin1'), '# café\n'],
    ['empty', Buffer.alloc(0), ''],
  ];
  for (const [name, bytes, text] of texts) {
    it(`decodes ${name}`, async () => {
      put('a.py', bytes);
      const content = await read('a.py');
      assert.equal(content.kind, 'text');
      assert.equal(content.kind === 'text' && content.text, text);
    });
  }

  it('hashes what is read: the same bytes, the same hash, text or not', async () => {
    put('a.txt', 'abc');
    put('b.bin', Buffer.concat([Buffer.from('abc'), Buffer.alloc(200_000)]));
    const text = await read('a.txt');
    const binary = await read('b.bin');
    assert.equal(text.kind === 'text' && text.hash, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.equal(binary.kind, 'binary');
    assert.equal(binary.kind === 'binary' && binary.hash?.length, 64);
    assert.equal(binary.kind === 'binary' && binary.head.length, 65536);
  });

  it('skips source that is binary or larger than 2 MB, and takes large data as bytes', async () => {
    put('junk.py', Buffer.from([0, 1, 2, 3]));
    put('noise.ts', Buffer.from(Array.from({ length: 4096 }, (_value, index) => (index * 37) % 31)));
    put('big.py', 'x = 1\n'.repeat(400_000));
    put('data.csv', 'a,b\n'.repeat(600_000));
    assert.deepEqual(await read('junk.py'), { kind: 'skipped', reason: 'not text, although its name says so' });
    assert.deepEqual(await read('noise.ts'), { kind: 'skipped', reason: 'not text, although its name says so' });
    assert.deepEqual(await read('big.py'), { kind: 'skipped', reason: 'larger than 2 MB' });
    assert.equal((await read('data.csv')).kind, 'binary');
  });

  const SCRIPT = 'function t(e,n){return e[n]?{k:e.k,v:n}:t(e.p,n+1)};';
  const PROMPT = 'You help the people of a small library, and say so where you do not know. ';
  const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4';
  const scripts: readonly (readonly [string, string, string, string])[] = [
    ['what a bundler packed', 'index.B7x.js', `/*! licence */\n${SCRIPT.repeat(400)}\n`, 'minified'],
    ['several packed lines', 'chunk.mjs', `${SCRIPT.repeat(40)}\n`.repeat(10), 'minified'],
    ['small ones', 'small.js', SCRIPT.repeat(100), 'read'],
    ['lines that people write', 'plain.js', `${SCRIPT}\n`.repeat(400), 'read'],
    ['a long text', 'prompt.js', `export const PROMPT = "${PROMPT.repeat(300)}";\n`, 'read'],
    ['a picture', 'icon.js', `export const ICON = "data:image/png;base64,${PICTURE.repeat(300)}";\n`, 'read'],
    ['other languages', 'table.py', `TABLE = [${'[1,2,3],'.repeat(3000)}]\n`, 'read'],
  ];
  for (const [name, path, text, expected] of scripts) {
    it(`scripts: ${name} (${expected})`, async () => {
      put(path, text);
      const content = await read(path);
      assert.equal(content.kind === 'skipped' ? content.reason : 'read', expected);
    });
  }

  it('says of a file that is gone that it does not exist', async () => {
    assert.deepEqual(await read('gone.py'), { kind: 'skipped', reason: 'does not exist' });
    put('folder/a.py', '');
    assert.equal((await read('folder')).kind, 'skipped');
  });
});
