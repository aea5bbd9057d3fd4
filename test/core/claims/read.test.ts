import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readClaims, readProfile, withSystems } from '../../../src/core/claims';
import { followPath, followUrl, linesIn } from '../../../src/core/claims/evidence-target';
import { asset, site } from '../../support/parts';

const EDITION = { id: 'ETSI EN 304 223', version: 'V2.1.1' };
const read = (text: string) => readClaims('ai-security/claims.yaml', text, EDITION);
const textAt = (text: string, { line, column, endColumn }: { line: number; column: number; endColumn: number }) =>
  (text.split('\n')[line - 1] ?? '').slice(column - 1, endColumn - 1);

describe('claims: reading', () => {
  const whole = `standard: "EN 304 223 V2.1.1"
claims:
  - provision: 5.2.1-1
    systems: [shop, batch]
    support: Partly # for now
    detail: |
      Most of it
    owner: [Ann, Bob]
    due: 2026-12-31
    evidence:
      - kind: policy
        path: ./docs//a.md#Rules
        lines: 3-9
        date: 2026-01-02
        valid-until: 2027-01-02
        digest: "text1:sha256:${'a'.repeat(64)}"
`;

  it('keeps what is said, with its places', () => {
    const { claims, problems, edition } = read(whole);
    assert.deepEqual(problems, []);
    assert.equal(edition, 'ours');
    const [claim] = claims;
    assert.ok(claim);
    const { provision, applies, support, detail, owner, due } = claim;
    assert.deepEqual(
      [provision, applies, support, detail, owner, due?.date],
      ['5.2.1-1', true, 'partly', 'Most of it', 'Ann', '2026-12-31'],
    );
    assert.equal(textAt(whole, claim.range), '5.2.1-1');
    assert.equal(textAt(whole, claim.supportRange), 'Partly');
    assert.deepEqual(
      claim.systems.map(({ range }) => textAt(whole, range)),
      ['shop', 'batch'],
    );
    const [evidence] = claim.evidence;
    assert.deepEqual(evidence?.target, { in: 'tree', path: 'docs/a.md', heading: 'Rules', lines: { from: 3, to: 9 } });
    assert.equal(textAt(whole, evidence.range), './docs//a.md#Rules');
    assert.equal(evidence.validUntil?.date, '2027-01-02');
  });

  const editions: readonly (readonly [string, string])[] = [
    ['EN 304 223 V2.1.1', 'ours'],
    ['ETSI EN 304 223 V2.1.1 (2025-12)', 'ours'],
    ['EN 304 223 2.1.1', 'ours'],
    ['EN 304 223 V2.1.10', 'other'],
    ['EN 304 223 V12.1.1', 'other'],
    ['EN 304 223', 'other'],
    ['TS 104 223 V1.1.1', 'other'],
    ['', 'unsaid'],
  ];
  for (const [text, edition] of editions) {
    it(`tells the edition of "${text}": ${edition}`, () => {
      assert.equal(read(`standard: ${text}\nclaims:\n  - { provision: 5.1.1-1, support: no }\n`).edition, edition);
    });
  }

  it('never throws, and keeps its places inside the text', () => {
    const piece = fc.constantFrom(
      'claims:',
      ' - ',
      'provision: ',
      '5.2.1-1',
      '\n',
      '    ',
      'support: yes',
      'evidence:',
      '[',
      '{',
      '}',
      '"',
      '&a',
      '*a',
      'path: ..',
      'standard: EN',
      ': ',
      '|\n',
      '\u2028',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const lines = text.split('\n').length;
        for (const file of [text, `claims:\n  - ${text}`]) {
          const { claims, problems } = read(file);
          for (const { range } of [...claims, ...problems]) assert.ok(range.line >= 1 && range.endLine <= lines + 1);
          readProfile('ai-security/system.yaml', file);
        }
      }),
    );
  });

  it('ends with very long lists', () => {
    const { claims, problems } = read(`claims:\n${'  - provision: 5.1.1-1\n'.repeat(5000)}`);
    assert.equal(claims.length, 2000);
    assert.ok(problems.length <= 400);
  });
});

describe('claims: where evidence lies', () => {
  const good = ['docs/a.md', './docs/a.md', 'docs/', 'a b.md#Some heading', 'docs/a.md#L10-L20'];
  const bad = [
    '',
    '..',
    '../a.md',
    'docs/../a.md',
    '/etc/passwd',
    '~/a',
    'C:\\a',
    'c:/a',
    'docs\\a.md',
    '*.md',
    'https://x.org',
    '.',
  ];
  for (const path of good) it(`follows ${path}`, () => assert.equal(followPath(path, null).target?.in, 'tree'));
  for (const path of bad)
    it(`refuses ${JSON.stringify(path)}`, () => assert.equal(followPath(path, null).target, null));

  const urls = ['https://x.org', 'http://localhost:8080/a?b#c', 'https://wiki.example.org/a(b)', 'https://[::1]/x'];
  const none = [
    'x.org',
    'https://',
    'https:///a',
    'ftp://x.org',
    'https://user:pass@x.org',
    'javascript:alert(1)',
    'https://x org',
    'https://-x',
  ];
  for (const url of urls) it(`takes ${url}`, () => assert.equal(followUrl(url).target?.in, 'web'));
  for (const url of none) it(`does not take ${url}`, () => assert.equal(followUrl(url).target, null));

  it('reads lines', () => {
    assert.deepEqual(
      [linesIn('3'), linesIn('3-9'), linesIn('L3-L9'), linesIn('9-3'), linesIn('x')],
      [{ from: 3, to: 3 }, { from: 3, to: 9 }, { from: 3, to: 9 }, null, null],
    );
  });

  it('never leads out of the project', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '.', 'a', '/', '\\', '%2e', '#', ' '), { maxLength: 8 }), (parts) => {
        const { target } = followPath(parts.join(''), null);
        if (target?.in === 'tree') assert.ok(!target.path.startsWith('/') && !target.path.split('/').includes('..'));
      }),
    );
  });
});

describe('systems', () => {
  const page = (systems: string) =>
    readProfile('ai-security/system.yaml', `roles: developer, System Operators\nsystems:\n${systems}`);
  const assets = [
    asset('model:a', { sites: [site('shop/a.py')] }),
    asset('prompt:AGENTS.md', { scope: 'development', sites: [site('AGENTS.md')] }),
    asset('model:t', { scope: 'test', sites: [site('shop/test_a.py')] }),
  ];
  const brief = (systems: string) =>
    withSystems(assets, page(systems)).map((each) => `${each.id} ${each.scope} ${each.systems.join()}`);

  it('hold the assets of their paths, and those that they list, which then count', () => {
    assert.deepEqual(page('').roles, ['Developer', 'System Operator']);
    assert.deepEqual(
      brief('  - { id: shop, paths: [shop/] }\n  - { id: tools, paths: [none/], assets: ["prompt:AGENTS.md"] }\n'),
      ['model:a product shop', 'prompt:AGENTS.md product tools', 'model:t test '],
    );
    assert.deepEqual(brief('  - id: all\n'), ['model:a product all', 'prompt:AGENTS.md development ', 'model:t test ']);
    assert.deepEqual(brief('  - id: ""\n'), ['model:a product ', 'prompt:AGENTS.md development ', 'model:t test ']);
  });
});
