import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testCatalogue } from '../support/catalogue';
import { CHAT, CliProject, findingsOf } from './support';

describe('cli: what it writes', () => {
  const project = CliProject.perTest();
  const { put, read, run } = project;

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
      const none = await run(['accept', '--rule', 'stale-record', ...until]);
      assert.match(none.out, /^0 findings are/u);
      assert.match(none.err, /Nothing that was asked for is open\.\n$/u);
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
      for (const { id, file } of testCatalogue().records) {
        const { code, out, err } = await run(['new', id, 'support BOT']);
        assert.deepEqual([code, out], [2, ''], id);
        assert.match(err, /^There is an? .* already: ai-security\/\S+(?:\.|;) .*Nothing was written\.\n$/u);
        if (file === undefined) assert.match((await run(['new', id, 'support BOT', '--force'])).out, /-2\.\w+\n$/u);
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

  describe('where it cannot write', () => {
    const writers: readonly (readonly string[])[] = [
      ['init'],
      ['new', 'model-card', '--asset', 'gpt-4o'],
      ['accept', '--until', '2027-03-31', '--reason', 'x'],
    ];
    for (const argv of writers) {
      it(`${argv[0] ?? ''} says so in one sentence`, async () => {
        const outside = mkdtempSync(join(tmpdir(), 'ai-baseline-outside-'));
        symlinkSync(outside, join(project.root, 'ai-security'));
        const link = await run(argv);
        assert.equal(existsSync(join(outside, 'README.md')) || existsSync(join(outside, 'accepted.yaml')), false);
        rmSync(join(project.root, 'ai-security'));
        rmSync(outside, { recursive: true });
        put('ai-security', 'a file where the folder goes');
        const file = await run(argv);
        rmSync(join(project.root, 'ai-security'));
        symlinkSync('ai-security', join(project.root, 'ai-security'));
        const loop = await run(argv);
        for (const { code, err } of [link, file, loop]) {
          assert.equal(code, 2);
          assert.match(err, /^ai-security\/\S+ could not be written: [^\n]+\.\n$/);
        }
        assert.match(link.err, /a symbolic link on its path leads out of the project/);
        assert.match(loop.err, /leads back to itself/);
        assert.match(file.err, /a part of its path is not a folder/);
      });
    }
  });
});
