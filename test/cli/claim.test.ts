import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CliProject } from './support';

describe('cli: claims', () => {
  const project = CliProject.perTest();
  const { put, read, run } = project;

  it('writes what is claimed and what shows it, and reads it back', async () => {
    put('docs/assets.md', '# Assets\n\n## Reviews\n');
    const first = await run([
      'claim',
      '5.2.2-5',
      '5.1.1-1',
      '--support',
      'yes',
      '--owner',
      'Ann',
      '--evidence',
      'docs/assets.md#Reviews',
      'https://x.example.org',
      'SEC-1',
      '--kind',
      'procedure',
      '--date',
      '2026-11-24',
      '--quiet',
    ]);
    assert.deepEqual(first, { code: 0, out: 'ai-security/claims.yaml\n', err: '' });
    const text = read('ai-security/claims.yaml');
    assert.match(text, /standard: EN 304 223 V2\.1\.1\nclaims:\n {2}- provision: 5\.1\.1-1\n/u);
    assert.match(text, /path: docs\/assets\.md#Reviews\n {8}date: 2026-11-24\n {8}digest: text1:sha256:/u);
    const { out } = await run(['scan', '--format', 'json', '--no-cache', '--date', '2026-11-24']);
    const { provisions, claims } = JSON.parse(out) as {
      claims: { provisions: number; notAssessed: number };
      provisions: { id: string; status: string; evidence: { state: string }[]; claims: { owner: string }[] }[];
    };
    const found = provisions.find(({ id }) => id === '5.2.2-5');
    assert.deepEqual([claims.provisions, claims.notAssessed], [2, 70]);
    assert.deepEqual([found?.status, found?.claims[0]?.owner], ['claimed-with-evidence', 'Ann']);
    assert.deepEqual(
      found?.evidence.map(({ state }) => state),
      ['current', 'outside', 'outside'],
    );
    const report = await run(['scan', '--no-cache', '--date', '2026-11-24']);
    assert.match(
      report.out,
      /Claims made by the project itself for 2 of 72 provisions of EN 304 223 V2\.1\.1; 70 not assessed\./u,
    );
  });

  const refused: readonly (readonly [readonly string[], RegExp])[] = [
    [['5.9.9-1', '--support', 'yes'], /^There is no provision 5\.9\.9-1/u],
    [['5.1.1-1'], /^Nothing is claimed/u],
    [['5.1.1-1', '--support', 'yes', '--due', 'soon'], /^Nothing was written/u],
    [['5.1.1-1', '--evidence', '../secrets.md'], /^Nothing was written/u],
    [
      ['5.1.1-1', '--support', 'yes', '--evidence', 'docs/nope.md'],
      /^There is no docs\/nope\.md: .* Nothing was written/u,
    ],
    [['5.1.1-1', '--not-applicable', ' '], /^Nothing was written/u],
    [['5.1.1-1', '--not-applicable', 'none', '--support', 'yes'], /^Say --support or --not-applicable/u],
  ];
  for (const [argv, message] of refused) {
    it(`refuses ${argv.join(' ')}`, async () => {
      const { code, err } = await run(['claim', ...argv, '--quiet']);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.equal(existsSync(join(project.root, 'ai-security')), false);
    });
  }

  it('takes a file for a file and another name for a ticket, and says that a heading is not there', async () => {
    put('LICENSE', 'MIT\n');
    put('docs/assets.md', '# Assets\n');
    const argv = ['claim', '5.1.1-1', '--support', 'yes', '--quiet', '--evidence'];
    assert.deepEqual(await run([...argv, 'LICENSE', 'SEC-1', 'https://x.example.org/a']), {
      code: 0,
      out: 'ai-security/claims.yaml\n',
      err: '',
    });
    assert.match(read('ai-security/claims.yaml'), /- path: LICENSE\n[^]*- ticket: SEC-1\n[^]*- url: https:/u);
    const { code, err } = await run([...argv, 'docs/assets.md#Reviews']);
    assert.deepEqual([code, err], [0, 'Look at docs/assets.md#Reviews again: it has no heading Reviews.\n']);
  });

  it('init writes the roles and whether the system is in use, as said or as answered', async () => {
    const said = await run(['init', '--role', 'developer', 'operator', '--deployed', 'no']);
    assert.match(
      said.out,
      /Wrote ai-security\/system\.yaml\.\nResearch that is never deployed lies outside EN 304 223/u,
    );
    assert.match(read('ai-security/system.yaml'), /^roles: \[Developer, System Operator\]$/mu);
    assert.match(read('ai-security/system.yaml'), /^ {4}deployed: no$/mu);
    assert.match((await run(['init', '--role', 'custodian'])).out, /already; it was left as it is/u);
  });

  it('init asks in a terminal, and leaves open what is not answered', async () => {
    const answers = ['custodian, nonsense', ''];
    await run(['init'], { ask: () => Promise.resolve(answers.shift() ?? '') });
    assert.match(read('ai-security/system.yaml'), /^roles: \[Data Custodian\]$/mu);
    assert.match(read('ai-security/system.yaml'), /^ {4}deployed: ""$/mu);
  });
});
