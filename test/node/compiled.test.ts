import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(__filename);

describe('node: programs that were compiled before', function () {
  this.timeout(60_000);
  const root = mkdtempSync(join(tmpdir(), 'ai-baseline-compiled-'));
  const program = join(root, 'program.js');
  const folder = join(root, 'cache');
  const kept = join(folder, 'program-part.code');
  after(() => rmSync(root, { recursive: true, force: true }));

  /** Runs the program in a process of its own, as the command line does; gives what it printed and its exit code. */
  function run(source: string, where = folder): { said: string; code: number | null } {
    writeFileSync(program, source);
    const start = `require(${JSON.stringify(require.resolve('tsx/cjs'))});
      require(${JSON.stringify(join(__dirname, '../../src/node/compiled.ts'))})
        .runCompiled(${JSON.stringify({ file: program, folder: where, part: 'part' })});`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', start], { encoding: 'utf8' });
    return { said: stdout + stderr, code: status };
  }

  const says = (word: string) => `console.log(${JSON.stringify(word)}, require('node:path').basename(__filename));`;

  it('run the same with and without what was kept, and keep it for this user alone', () => {
    assert.deepEqual(run(says('one')), { said: 'one program.js\n', code: 0 });
    assert.equal(statSync(kept).mode & 0o077, 0);
    const { ino } = statSync(kept);
    assert.deepEqual(run(says('one')), { said: 'one program.js\n', code: 0 });
    assert.equal(statSync(kept).ino, ino, 'what was kept was taken');
    assert.deepEqual(readdirSync(folder), ['program-part.code']);
  });

  it('are compiled anew when they have changed, although they are as long', () => {
    assert.equal(run(says('two')).said, 'two program.js\n');
    assert.equal(run(says('six')).said, 'six program.js\n');
  });

  it('are compiled anew where what was kept is broken, cut off, or may be written by others', () => {
    run(says('one'));
    const whole = readFileSync(kept);
    const broken = Buffer.from(whole);
    broken.fill(7, 60, 200);
    for (const bytes of [broken, whole.subarray(0, 100), Buffer.alloc(0)]) {
      writeFileSync(kept, bytes);
      assert.deepEqual(run(says('one')), { said: 'one program.js\n', code: 0 });
      assert.ok(readFileSync(kept).length > 100, 'it was kept anew');
    }
    if (process.platform === 'win32') return;
    chmodSync(kept, 0o666);
    assert.equal(run(says('one')).said, 'one program.js\n');
    assert.equal(statSync(kept).mode & 0o022, 0);
  });

  it('run where nothing can be kept, and keep nothing of a run that failed', () => {
    const place = join(root, 'a-file');
    writeFileSync(place, '');
    assert.deepEqual(run(says('one'), join(place, 'cache')), { said: 'one program.js\n', code: 0 });
    const fresh = join(root, 'fresh');
    assert.equal(run('process.exitCode = 2;', fresh).code, 2);
    assert.throws(() => readdirSync(fresh));
  });
});
