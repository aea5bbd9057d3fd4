import assert from 'node:assert/strict';
import { chmodSync, existsSync, lstatSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rules } from '../../src/core';
import { CHAT, CliProject, findingsOf } from './support';
import type { Result } from './support';

describe('cli', () => {
  const project = CliProject.perTest();
  const { put, read, run } = project;

  describe('scan', () => {
    it('prints findings, a table and the coverage, and exits with 1', async () => {
      const { code, out, err } = await run(['scan']);
      assert.equal(code, 1);
      assert.match(out, /^src\/chat\.py\n {2}3:\d+ {2}warning {2}Model gpt-4o has no record\. EN 304 223 requires/);
      assert.match(out, /Models +0 +0 +1\n/);
      assert.match(out, /1 file read\.\n$/);
      assert.equal(err, '');
      assert.equal(out.includes('\u001B'), false);
    });

    const thresholds: readonly (readonly [string, number])[] = [
      ['error', 0],
      ['warning', 1],
      ['info', 1],
      ['never', 0],
    ];
    for (const [threshold, expected] of thresholds) {
      it(`--fail-on ${threshold} exits with ${expected}`, async () =>
        assert.equal((await run(['scan', '--fail-on', threshold])).code, expected));
    }

    it('exits with 0 where there is nothing, and where all is suppressed or outside the product', async () => {
      rmSync(join(project.root, 'src'), { recursive: true });
      put('readme.txt', 'hello');
      assert.equal((await run(['scan', '--fail-on', 'info'])).code, 0);
      put('tests/test_chat.py', CHAT);
      assert.equal((await run(['scan', '--fail-on', 'info'])).code, 0);
      put('src/chat.py', CHAT.replace('[])', '[])  # ai-baseline-ignore undocumented-model -- goes in May'));
      const { code, out } = await run(['scan', '--fail-on', 'info', '--all']);
      assert.match(out, /suppressed: goes in May/);
      assert.equal(code, 0);
    });

    it('prints JSON, the same bytes each time but for stats, with or without cache', async () => {
      const plain = (result: Result) => result.out.replace(/"stats": \{[^}]*\}/u, '');
      const first = await run(['scan', '--format', 'json']);
      const second = await run(['scan', '--format', 'json']);
      const third = await run(['scan', '--format', 'json', '--no-cache']);
      assert.equal(plain(first), plain(second));
      assert.equal(plain(first), plain(third));
      const document = JSON.parse(second.out) as { schema: string; asOf: string; stats: { cached: number } };
      assert.equal(document.schema, 'ai-baseline/1');
      assert.equal(document.asOf, '2026-11-24');
      assert.equal(document.stats.cached, 1);
    });

    it('takes --date over SOURCE_DATE_EPOCH, and says what is no day', async () => {
      const { out } = await run(['scan', '--format', 'json', '--date', '2027-01-31']);
      assert.equal((JSON.parse(out) as { asOf: string }).asOf, '2027-01-31');
      const wrong = await run(['scan', '--date', 'soon']);
      assert.deepEqual([wrong.code, wrong.err], [2, '--date is not a day: write YYYY-MM-DD.\n']);
      assert.equal((await run(['scan'], { env: { SOURCE_DATE_EPOCH: 'x' } })).code, 2);
    });

    it('writes to a file', async () => {
      const { out } = await run(['scan', '--format', 'json', '--output', 'report.json']);
      assert.equal(out, '');
      assert.equal((JSON.parse(read('report.json')) as { schema: string }).schema, 'ai-baseline/1');
      const failed = await run(['scan', '--output', join(project.root, 'src')]);
      assert.equal(failed.code, 2);
      assert.match(failed.err, /^The report could not be written/);
    });

    it('says in plain words that a folder is missing, and takes - for the terminal', async () => {
      const missing = await run(['scan', '--output', '/nope/x.txt']);
      const said = 'The report could not be written to /nope/x.txt: its folder does not exist.\n';
      assert.deepEqual(missing, { code: 2, out: '', err: said });
      assert.equal((await run(['scan', '--output', '-'])).out, (await run(['scan'])).out);
      assert.equal(existsSync(join(project.root, '-')), false);
    });

    it('writes through a link, to a device or a file, and never puts a file in its place', async () => {
      put('real.txt', '');
      for (const target of ['/dev/null', join(project.root, 'real.txt')]) {
        const link = join(project.root, basename(target).replace('real', 'link'));
        symlinkSync(target, link);
        assert.equal((await run(['scan', '--output', link])).code, 1);
        assert.equal(lstatSync(link).isSymbolicLink(), true);
      }
      assert.match(read('real.txt'), /gpt-4o/);
      assert.equal(statSync('/dev/null').isFile(), false);
    });

    it('shows no progress where the terminal cannot move its cursor', async () => {
      assert.match((await run(['scan'], { tty: true, env: {} })).err, /Reading/);
      assert.equal((await run(['scan'], { tty: true, env: { TERM: 'dumb' } })).err, '');
    });

    it('reads the whole project from a folder inside it, and shows that folder only', async () => {
      put('ai-baseline.yaml', '');
      put('lib/chat.py', CHAT.replace('gpt-4o', 'gpt-4.1'));
      assert.deepEqual(findingsOf(await run(['scan', 'src', '--format', 'json'])), ['undocumented-model']);
      assert.deepEqual(findingsOf(await run(['scan', '--format', 'json'])).length, 2);
    });

    it('says of a folder that may not be read that it may not', async function () {
      // Root may read everything; Windows has other permissions.
      if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
      chmodSync(join(project.root, 'src'), 0);
      const { code, out, err } = await run(['scan', 'src']);
      chmodSync(join(project.root, 'src'), 0o700);
      assert.deepEqual([code, out, err], [2, '', 'src could not be read: no permission to read it.\n']);
    });

    it('takes another configuration', async () => {
      put('ci/strict.yaml', 'exclude: [src/]\nexlude: x\n');
      const { out, code } = await run(['scan', '--config', 'ci/strict.yaml']);
      assert.match(out, /^ci\/strict\.yaml\n.*invalid-configuration\n/);
      assert.equal(code, 1);
      assert.equal((await run(['scan', '--config', 'missing.yaml'])).code, 2);
    });

    it('colours on a terminal, as NO_COLOR and FORCE_COLOR say', async () => {
      const coloured = async (env: Record<string, string>, tty: boolean) =>
        (await run(['scan', '--quiet'], { env, tty })).out.includes('\u001B');
      assert.equal(await coloured({}, true), true);
      assert.equal(await coloured({ NO_COLOR: '1' }, true), false);
      assert.equal(await coloured({ TERM: 'dumb' }, true), false);
      assert.equal(await coloured({ FORCE_COLOR: '1' }, false), true);
      assert.equal(await coloured({ FORCE_COLOR: '0' }, true), false);
    });

    it('stops when interrupted', async () => {
      const { code, out } = await run(['scan'], { cancel: { cancelled: true } });
      assert.deepEqual([code, out], [130, '']);
    });
  });

  describe('explain and catalogue', () => {
    it('explains provisions and rules', async () => {
      assert.match((await run(['explain', '5.2.4-3'])).out, /5\.2\.4-3/);
      assert.match((await run(['explain', 'undocumented-model'])).out, /^undocumented-model \(warning\)/);
      assert.match((await run(['explain', '5.4.1'])).out, /ambiguous/);
      const unknown = await run(['explain', 'undocumented-modle']);
      assert.equal(unknown.code, 2);
      assert.match(unknown.err, /Did you mean undocumented-model/);
      assert.match((await run(['explain', 'nonsense'])).err, /"ai-baseline catalogue" lists/);
    });

    it('explains rules in plain text, without the marks of Markdown', async () => {
      for (const { id } of rules) {
        const { out } = await run(['explain', id]);
        assert.doesNotMatch(out, /[`]|\*\*|\*[A-Za-z][^*\n]*\*/, id);
      }
      assert.match((await run(['explain', 'undocumented-model'])).out, /\nWhy\. [A-Z]/);
    });

    it('prints the catalogue as text and as JSON', async () => {
      assert.match((await run(['catalogue'])).out, /5\.1\.1-1/);
      const { out } = await run(['catalogue', '--format', 'json']);
      const { principles } = JSON.parse(out) as { principles: { provisions: unknown[] }[] };
      assert.equal(principles.length, 13);
      assert.equal(principles.flatMap((principle) => principle.provisions).length, 72);
      assert.equal((await run(['catalogue', '--format', 'json', '--output', 'c.json'])).out, '');
      assert.equal(read('c.json'), out);
    });
  });

  it('init writes a configuration that changes nothing and asks nothing, and never overwrites', async () => {
    const before = findingsOf(await run(['scan', '--format', 'json']));
    const first = await run(['init']);
    assert.equal(first.out, 'Wrote ai-baseline.yaml.\nWrote ai-security/README.md.\n');
    assert.deepEqual(findingsOf(await run(['scan', '--format', 'json'])), before);
    put('ai-baseline.yaml', 'exclude: [x/]\n');
    const second = await run(['init']);
    assert.match(second.out, /^ai-baseline\.yaml exists already and was left as it is\.\n/);
    assert.equal(read('ai-baseline.yaml'), 'exclude: [x/]\n');
  });

  describe('what it says of itself', () => {
    it('prints its help with the exit codes, and its version', async () => {
      for (const argv of [['--help'], ['scan', '--help'], ['help', 'scan']]) {
        const { code, out } = await run(argv);
        assert.equal(code, 0);
        assert.match(out, /Exit codes:\n {2}0 {2}(?:done, and )?clean\n {2}1 .*\n {2}2 /);
      }
      assert.deepEqual(await run(['--version']), { code: 0, out: '1.2.3\n', err: '' });
    });

    it('speaks of no threshold in the help of commands that have none', async () => {
      const names = ['new', 'init', 'explain', 'catalogue', 'accept', 'claim', 'import'];
      const below = ['import', 'export'].map((name) => ['threat-model', name]);
      for (const name of [...names.map((each) => [each]), ...below]) {
        const { code, out } = await run([...name, '--help']);
        assert.equal(code, 0);
        assert.match(out, /Exit codes:\n {2}0 {2}/);
        assert.doesNotMatch(out, /--fail-on|threshold/);
      }
    });

    it('starts the language server as a process of its own, and ends as it does', async () => {
      assert.match((await run(['lsp', '--stdio'])).err, /^The language server is missing/);
      put('server.js', 'process.exit(process.argv[2] === "--stdio" ? 7 : 1);\n');
      assert.equal((await run(['lsp', '--stdio'])).code, 7);
    });

    const mistakes: readonly (readonly [string[], RegExp])[] = [
      [['scna'], /unknown command 'scna'/],
      [['publish', '--help'], /unknown command 'publish'/],
      [['help', 'publish'], /unknown command 'publish'/],
      [['scan', ''], /^The name of the folder is empty/],
      [['init', ''], /^The name of the folder is empty/],
      [['scan', '--output', ''], /^--output needs the name of a file/],
      [['scan', '--format', 'xml'], /Allowed choices are text, json/],
      [['scan', '--fail-on', 'fatal'], /Allowed choices are error, warning, info, never/],
      [['scan', 'no-such-folder'], /^no-such-folder is not a folder\.\n$/],
      [['scan', 'src/chat.py'], /is not a folder/],
      [['init', 'nowhere'], /is not a folder/],
    ];
    for (const [argv, message] of mistakes) {
      it(`exits with 2 and one sentence for ${argv.join(' ')}`, async () => {
        const { code, out, err } = await run(argv);
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, message);
      });
    }
  });
});
