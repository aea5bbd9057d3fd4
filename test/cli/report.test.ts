import assert from 'node:assert/strict';
import { REPORT_FORMATS } from '../../src/core';
import { CliProject } from './support';

const COMMIT = 'c'.repeat(40);

describe('cli report', () => {
  const { put, read, run } = CliProject.perTest();

  for (const format of Object.keys(REPORT_FORMATS)) {
    it(`writes ${format}, the same bytes each time, and exits with 0`, async () => {
      const first = await run(['report', '--format', format, '--quiet']);
      const second = await run(['report', '--format', format, '--quiet', '--no-cache']);
      assert.deepEqual([first.code, first.err], [0, '']);
      assert.ok(first.out.length > 0);
      assert.equal(first.out, second.out);
    });
  }

  it('writes Markdown where no format is named, to a file where one is', async () => {
    const { code, out } = await run(['report', '--output', 'report.md', '--date', '2027-01-31']);
    assert.deepEqual([code, out], [0, '']);
    assert.match(
      read('report.md'),
      /^# AI life cycle of the project\n\nClaims made by .* As of 2027-01-31; 1 file read\.\n/u,
    );
    assert.match(read('report.md'), /Model gpt-4o has no record\./u);
  });

  it('names the commit that is checked out, another one, or none', async () => {
    put('.git/HEAD', 'ref: refs/heads/main\n');
    put('.git/refs/heads/main', `${COMMIT}\n`);
    assert.match((await run(['report'])).out, /As of 2026-11-24, commit cccccccccccc; 1 file read/u);
    assert.match((await run(['report', '--commit', 'v1.2'])).out, /, commit v1\.2; /u);
    assert.match((await run(['report', '--commit', 'none'])).out, /As of 2026-11-24; /u);
    assert.equal((await run(['report', '--commit', 'a b'])).code, 2);
  });

  it('takes a name, and links where there is an address for the files', async () => {
    const { out } = await run(['report', '--name', 'Shop', '--link-base', 'https://example.org/shop/blob/main']);
    assert.match(out, /^# AI life cycle of Shop\n/u);
    assert.match(out, /\[`src\/chat\.py:3`\]\(https:\/\/example\.org\/shop\/blob\/main\/src\/chat\.py#L3\)/u);
    const wrong = await run(['report', '--link-base', 'javascript:alert(1)']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /^--link-base is no address/u);
  });

  it('looks at a folder alone where one is named, and says so', async () => {
    put('other/chat.py', 'x = 1\n');
    put('ai-baseline.yaml', '');
    const { out } = await run(['report', 'other']);
    assert.match(out, /Nothing open/u);
    assert.match(out, /Only what concerns other\/ is shown\./u);
    assert.doesNotMatch((await run(['report'])).out, /Only what concerns/u);
  });

  it('says what formats there are where one is not known', async () => {
    const { code, err } = await run(['report', '--format', 'pdf']);
    assert.equal(code, 2);
    assert.match(err, /Allowed choices are markdown, html, statement, csv/u);
  });

  it('scan writes the same SARIF, with the exit code of a scan', async () => {
    const scanned = await run(['scan', '--format', 'sarif']);
    assert.equal(scanned.code, 1);
    assert.equal(scanned.out, (await run(['report', '--format', 'sarif'])).out);
    const log = JSON.parse(scanned.out) as { runs: { results: { ruleId: string }[] }[] };
    assert.deepEqual(
      log.runs[0]?.results.map(({ ruleId }) => ruleId),
      ['undocumented-model'],
    );
  });
});
