import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../src/node/clock';
import { writeErrorWords } from '../../src/node/error-words';
import { createLogger } from '../../src/node/logger';
import { projectRoot } from '../../src/node/project-root';
import { OutsideError, TakenError, writeFileAtomically } from '../../src/node/write-file';

describe('node: small parts', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ai-baseline-parts-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  describe('words for errors', () => {
    const failure = (code: string) => Object.assign(new Error(`${code}: open '/x'`), { code, syscall: 'open' });
    for (const code of ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOENT', 'EXYZ']) {
      it(`${code} on writing is said without the call`, () =>
        assert.match(writeErrorWords(failure(code)) ?? '', /^(?!.*open)\w/));
    }
    it('has none for what does not come from the file system', () =>
      assert.equal(writeErrorWords(new TypeError('x is not a function')), null));
  });

  describe('clock', () => {
    const cases: readonly (readonly [string | undefined, string | undefined, string | null])[] = [
      ['2026-02-28', undefined, '2026-02-28'],
      ['2026-02-30', undefined, null],
      ['26-2-3', undefined, null],
      ['2026-02-28', '0', '2026-02-28'],
      [undefined, '86400', '1970-01-02'],
      [undefined, 'soon', null],
      [undefined, '99999999999999999', null],
      [undefined, '', new Date().toISOString().slice(0, 10)],
    ];
    for (const [date, epoch, expected] of cases) {
      it(`${date ?? 'no date'}, ${epoch ?? 'no epoch'}`, () =>
        assert.equal(createClock(date, epoch)?.today() ?? null, expected));
    }
  });

  it('finds the project of a folder, no further up than its repository', () => {
    mkdirSync(join(root, 'repo/.git'), { recursive: true });
    mkdirSync(join(root, 'repo/apps/shop/src'), { recursive: true });
    writeFileSync(join(root, 'ai-baseline.yaml'), '');
    assert.equal(projectRoot(join(root, 'repo/apps/shop/src')), join(root, 'repo/apps/shop/src'));
    mkdirSync(join(root, 'repo/apps/ai-security'));
    assert.equal(projectRoot(join(root, 'repo/apps/shop/src')), join(root, 'repo/apps'));
    writeFileSync(join(root, 'repo/apps/shop/ai-baseline.yaml'), '');
    assert.equal(projectRoot(join(root, 'repo/apps/shop/src')), join(root, 'repo/apps/shop'));
  });

  describe('writing', () => {
    const write = (path: string, overwrite = false) => writeFileAtomically(root, path, 'new', { overwrite });

    it('makes folders and leaves nothing behind', async () => {
      await write('a/b/c.md');
      assert.equal(readFileSync(join(root, 'a/b/c.md'), 'utf8'), 'new');
      assert.deepEqual(readdirSync(join(root, 'a/b')), ['c.md']);
    });

    it('never overwrites, unless told to', async () => {
      writeFileSync(join(root, 'a.md'), 'old');
      await assert.rejects(write('a.md'), TakenError);
      assert.equal(readFileSync(join(root, 'a.md'), 'utf8'), 'old');
      await write('a.md', true);
      assert.equal(readFileSync(join(root, 'a.md'), 'utf8'), 'new');
      assert.deepEqual(readdirSync(root), ['a.md']);
    });

    it('never leaves the folder, by name or by link', async () => {
      const outside = mkdtempSync(join(tmpdir(), 'ai-baseline-outside-'));
      symlinkSync(outside, join(root, 'link'));
      for (const path of ['../a.md', 'x/../../a.md', '/tmp/a.md', 'link/a.md', 'link/b/a.md']) {
        await assert.rejects(write(path), OutsideError, path);
      }
      assert.deepEqual(readdirSync(outside), []);
      rmSync(outside, { recursive: true });
    });

    it('does not write through a link that has the name', async () => {
      symlinkSync(join(root, 'elsewhere.md'), join(root, 'a.md'));
      await assert.rejects(write('a.md'), TakenError);
      assert.equal(existsSync(join(root, 'elsewhere.md')), false);
    });
  });

  it('logs warnings and errors with their stack, the rest on request', () => {
    const lines: string[] = [];
    const say = (verbose: boolean) => {
      const logger = createLogger((line) => lines.push(line), verbose);
      logger.info('quiet');
      logger.warn('careful');
      logger.error('broken', new Error('cause'));
      logger.error('broken', 'plain');
    };
    say(false);
    assert.equal(lines.length, 3);
    assert.match(lines[1] ?? '', /^broken\nError: cause\n\s+at /);
    assert.equal(lines[2], 'broken\nplain');
    say(true);
    assert.equal(lines[3], 'quiet');
  });
});
