import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CliIo } from '../../src/cli/io';
import { runCli } from '../../src/cli/run-cli';
import { testCatalogue } from '../support/catalogue';
import { testGrammars } from '../support/grammars';

const CHAT = 'from openai import OpenAI\n\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n';

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('cli', () => {
  let root = '';
  let cache = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ai-baseline-cli-'));
    cache = mkdtempSync(join(tmpdir(), 'ai-baseline-cache-'));
    put('src/chat.py', CHAT);
  });
  afterEach(() => [root, cache].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const read = (path: string) => readFileSync(join(root, path), 'utf8');

  async function run(argv: readonly string[], more: Partial<CliIo> & { readonly tty?: boolean } = {}): Promise<Result> {
    const [out, err]: [string[], string[]] = [[], []];
    const stream = (lines: string[]) => ({ write: (text: string) => void lines.push(text), isTTY: more.tty ?? false });
    const code = await runCli(argv, {
      stdout: stream(out),
      stderr: stream(err),
      cwd: root,
      env: { SOURCE_DATE_EPOCH: '1795500000' },
      cancel: { cancelled: false },
      version: '1.2.3',
      catalogue: testCatalogue(),
      grammars: testGrammars,
      cacheFolder: cache,
      stamp: 'test',
      ...more,
    });
    return { code, out: out.join(''), err: err.join('') };
  }

  const findingsOf = ({ out }: Result) =>
    (JSON.parse(out) as { findings: { rule: string; path: string }[] }).findings.map((each) => each.rule);

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
      rmSync(join(root, 'src'), { recursive: true });
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
      const failed = await run(['scan', '--output', join(root, 'src')]);
      assert.equal(failed.code, 2);
      assert.match(failed.err, /^The report could not be written/);
    });

    it('reads the whole project from a folder inside it, and shows that folder only', async () => {
      put('ai-baseline.yaml', '');
      put('lib/chat.py', CHAT.replace('gpt-4o', 'gpt-4.1'));
      assert.deepEqual(findingsOf(await run(['scan', 'src', '--format', 'json'])), ['undocumented-model']);
      assert.deepEqual(findingsOf(await run(['scan', '--format', 'json'])).length, 2);
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

  describe('accept', () => {
    const accepted = 'ai-security/accepted.yaml';
    const until = ['--until', '2027-03-31', '--reason', 'after the audit'];

    it('writes what is found into the baseline, so that only new findings count', async () => {
      const { code, out } = await run(['accept', ...until]);
      assert.deepEqual([code, out], [0, `1 finding is accepted until 2027-03-31.\n${accepted}\n`]);
      assert.equal((await run(['scan'])).code, 0);
      assert.match((await run(['scan'])).out, /1 accepted until 31 Mar/u);
      assert.deepEqual((JSON.parse((await run(['scan', '--format', 'json'])).out) as { accepted: unknown }).accepted, [
        { until: '2027-03-31', findings: 1 },
      ]);
      put('src/b.py', CHAT.replace('gpt-4o', 'gpt-4.1'));
      assert.equal((await run(['scan'])).code, 1);
      assert.equal((await run(['scan', '--date', '2027-04-01'])).code, 1);
    });

    it('keeps every byte of what is there, and takes out what is settled only with --prune', async () => {
      const before =
        '\uFEFF# ours\r\naccepted:\r\n  - finding: gone\r\n    reason: of Ada\r\n    until: 2027-01-01\r\n';
      put(accepted, before);
      assert.equal((await run(['accept', ...until])).code, 0);
      assert.ok(read(accepted).startsWith(before), read(accepted));
      assert.match(read(accepted), /finding: "undocumented-model\|model:gpt-4o"\r\n/u);
      assert.equal((await run(['accept', '--prune', ...until])).code, 0);
      assert.ok(!read(accepted).includes('of Ada'));
    });

    it('does nothing without an end that lies ahead, or where the file cannot be read', async () => {
      assert.equal((await run(['accept', '--until', '2027-03-31'])).code, 2);
      for (const day of ['2026-01-01', 'soon', '2027-02-30']) {
        assert.equal((await run(['accept', '--reason', 'x', '--until', day])).code, 2, day);
      }
      put(accepted, 'accepted: [');
      assert.equal((await run(['accept', ...until])).code, 2);
      assert.equal(read(accepted), 'accepted: [');
    });

    it('accepts what lies in a folder, and what is of a rule', async () => {
      put('ai-baseline.yaml', '');
      put('lib/b.py', CHAT.replace('gpt-4o', 'gpt-4.1'));
      assert.match((await run(['accept', '--rule', 'stale-record', ...until])).out, /^0 findings are/u);
      assert.match((await run(['accept', 'lib', ...until])).out, /^1 finding is/u);
      assert.deepEqual(findingsOf(await run(['scan', '--format', 'json'])).length, 2);
      assert.match((await run(['scan'])).out, /1 warning; 1 accepted/u);
    });
  });

  describe('new', () => {
    it('writes a record for an asset, which is a draft from then on', async () => {
      const made = await run(['new', 'model-card', '--asset', 'model:gpt-4o']);
      assert.deepEqual(made, { code: 0, out: 'ai-security/models/gpt-4o.md\n', err: '' });
      assert.match(read('ai-security/models/gpt-4o.md'), /^---\nrecord: model-card\n/);
      const scan = await run(['scan', '--format', 'json']);
      assert.equal(scan.code, 0);
      assert.deepEqual(findingsOf(scan), ['incomplete-record']);
    });

    it('takes over what a README says of the asset, and says so', async () => {
      put('README.md', '# App\n\nWe use gpt-4o by OpenAI to answer customers, under the OpenAI terms of service.\n');
      const made = await run(['new', 'model-card', '--asset', 'model:gpt-4o']);
      assert.deepEqual([made.code, made.out], [0, 'ai-security/models/gpt-4o.md\n']);
      assert.match(made.err, /^It points to README\.md and takes over what is said there\./);
      assert.match(read('ai-security/models/gpt-4o.md'), /^---\nrecord: model-card\nadopted-from: README\.md\n/);
    });

    it('refuses where there is a record, and overwrites nothing', async () => {
      await run(['new', 'model-card', '--asset', 'gpt-4o']);
      const before = read('ai-security/models/gpt-4o.md');
      const again = await run(['new', 'model-card', '--asset', 'gpt-4o']);
      assert.equal(again.code, 2);
      assert.match(again.err, /has a record already: ai-security\/models\/gpt-4o\.md\. --force makes another\.\n$/);
      const forced = await run(['new', 'model-card', '--asset', 'gpt-4o', '--force']);
      assert.deepEqual([forced.code, forced.out], [0, 'ai-security/models/gpt-4o-2.md\n']);
      assert.equal(read('ai-security/models/gpt-4o.md'), before);
    });

    it('writes other papers about an asset that has a record', async () => {
      await run(['new', 'model-card', '--asset', 'gpt-4o']);
      const { code, out } = await run(['new', 'supplier-assessment', '--asset', 'gpt-4o']);
      assert.deepEqual([code, out], [0, 'ai-security/suppliers/openai.yaml\n']);
      assert.match(read('ai-security/suppliers/openai.yaml'), /^supplier: OpenAI\n(.|\n)*asset: model:gpt-4o$/mu);
    });

    it('writes the one system profile without a title, and never a second or over it', async () => {
      assert.equal((await run(['new', 'system-profile'])).out, 'ai-security/system.yaml\n');
      const before = read('ai-security/system.yaml');
      for (const more of [[], ['Bot'], ['--force']]) {
        const again = await run(['new', 'system-profile', ...more]);
        assert.equal(again.code, 2);
        assert.match(again.err, /^There is a system profile already/);
      }
      assert.equal(read('ai-security/system.yaml'), before);
    });

    it('gives two records of different kinds and one name ids of their own', async () => {
      await run(['new', 'model-card', 'Bot']);
      await run(['new', 'prompt-record', 'Bot']);
      await run(['new', 'dataset-card', 'bot']);
      assert.deepEqual(
        findingsOf(await run(['scan', '--format', 'json'])).filter((rule) => rule === 'duplicate-record'),
        [],
      );
    });

    it('writes every kind of record by a title', async () => {
      for (const { id } of testCatalogue().records) {
        const { code, out } = await run(['new', id, 'Support bot']);
        assert.equal(code, 0, id);
        assert.match(read(out.trim()), /record: /);
      }
      assert.deepEqual(
        findingsOf(await run(['scan', '--format', 'json'])).filter((rule) => rule.startsWith('invalid')),
        [],
      );
    });

    const refusals: readonly (readonly [string[], RegExp])[] = [
      [['poem'], /^There is no record "poem"\. There are dataset-card, disposal-record/],
      [['model-card'], /^Give the model card a title/],
      [['model-card', '--asset', 'model:none'], /^Nothing here is called model:none/],
      [
        ['prompt-record', '--asset', 'model:gpt-4o'],
        /^model:gpt-4o is no prompt, which a prompt-record is about: write a model-card about it\.\n$/,
      ],
      [['prompt-record', '--force', '--asset', 'gpt-4o'], /write a model-card about it\.\n$/],
    ];
    for (const [argv, message] of refusals) {
      it(`new ${argv.join(' ')}`, async () => {
        const { code, err } = await run(['new', ...argv]);
        assert.equal(code, 2);
        assert.match(err, message);
      });
    }
  });

  describe('explain and catalogue', () => {
    it('explains provisions and rules', async () => {
      assert.match((await run(['explain', '5.2.4-3'])).out, /5\.2\.4-3/);
      assert.match((await run(['explain', 'undocumented-model'])).out, /^undocumented-model \(warning\)/);
      assert.match((await run(['explain', '5.4.1'])).out, /ambiguous/);
      const unknown = await run(['explain', 'undocumented-modle']);
      assert.equal(unknown.code, 2);
      assert.match(unknown.err, /Did you mean undocumented-model/);
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

  describe('where it cannot write', () => {
    const writers: readonly (readonly string[])[] = [
      ['init'],
      ['new', 'model-card', '--asset', 'gpt-4o'],
      ['accept', '--until', '2027-03-31', '--reason', 'x'],
    ];
    for (const argv of writers) {
      it(`${argv[0] ?? ''} says so in one sentence`, async () => {
        const outside = mkdtempSync(join(tmpdir(), 'ai-baseline-outside-'));
        symlinkSync(outside, join(root, 'ai-security'));
        const link = await run(argv);
        assert.equal(existsSync(join(outside, 'README.md')) || existsSync(join(outside, 'accepted.yaml')), false);
        rmSync(join(root, 'ai-security'));
        rmSync(outside, { recursive: true });
        put('ai-security', 'a file where the folder goes');
        const file = await run(argv);
        for (const { code, err } of [link, file]) {
          assert.equal(code, 2);
          assert.match(err, /^ai-security\/\S+ could not be written: [^\n]+\.\n$/);
        }
        assert.match(link.err, /a symbolic link on its path leads out of the project/);
        assert.match(file.err, /a part of its path is not a folder/);
      });
    }
  });

  describe('what it says of itself', () => {
    it('prints its help with the exit codes, and its version', async () => {
      for (const argv of [['--help'], ['scan', '--help'], ['help', 'new']]) {
        const { code, out } = await run(argv);
        assert.equal(code, 0);
        assert.match(out, /Exit codes:\n {2}0 {2}clean\n {2}1 .*\n {2}2 /);
      }
      assert.deepEqual(await run(['--version']), { code: 0, out: '1.2.3\n', err: '' });
    });

    const mistakes: readonly (readonly [string[], RegExp])[] = [
      [['scna'], /unknown command 'scna'/],
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
