import assert from 'node:assert/strict';
import { inFolder, jsonReport, textReport } from '../../../src/core';
import type { Style } from '../../../src/core';
import { asset, at, finding, record, site, snapshot } from '../../support/parts';

const suppressed = {
  by: 'comment' as const,
  reason: 'goes in December',
  until: '2026-12-31',
  path: 'src/chat.py',
  line: 2,
};
const draft = asset('model:b', { documentation: { state: 'draft', by: ['r.md'] } });
const recorded = asset('dataset:d.csv', { documented: true, documentation: { state: 'recorded', by: ['r.md'] } });
const full = snapshot({
  assets: [asset('model:gpt-4o'), draft, recorded, asset('prompt:AGENTS.md', { scope: 'development' })],
  findings: [
    finding(),
    finding({ line: 12, severity: 'error', cell: 2, cellLine: 4, message: 'Something else.' }),
    finding({ path: 'src/old.py', suppressed }),
    finding({ path: 'tests/t.py', scope: 'test', severity: 'info' }),
  ],
  coverage: {
    read: 1201,
    ignored: { gitignore: 12, config: 0, default: 3400 },
    skipped: [
      { path: 'big.py', reason: 'larger than 2 MB' },
      { path: 'closed.py', reason: 'no permission to read it' },
      { path: 'junk.py', reason: 'not text, although its name says so' },
      { path: 'vendor/lib/', reason: 'a Git repository of its own' },
    ],
  },
});

describe('report: text', () => {
  it('groups findings by file, sums up by kind, and says what was looked at', () => {
    assert.equal(
      textReport(full),
      `src/chat.py
  3:1            warning  Model gpt-4o has no record.  undocumented-model
  12:1 cell 2:4  error    Something else.  undocumented-model

          documented  draft  undocumented
Models             0      1             1
Datasets           1      0             0
Developers' own tools: 1 prompt (information only)

1 error, 1 warning; 1 suppressed; 1 outside the product, for information (--all shows them).

Of 1,204 files 3 could not be read:
  big.py: larger than 2 MB
  closed.py: no permission to read it
  junk.py: not text, although its name says so
Folders that were not entered:
  vendor/lib/: a Git repository of its own
Left out: 12 by .gitignore, 3,400 by default (dependencies, build output).
`,
    );
  });

  it('shows what is suppressed, why and until when, where all is asked for', () => {
    const text = textReport(full, { all: true });
    assert.match(text, /src\/old\.py\n.*\[suppressed: goes in December, until 2026-12-31\]/);
    assert.match(text, /tests\/t\.py\n/);
    assert.doesNotMatch(text, /--all/);
  });

  it('says so where there is no AI, or none in the product', () => {
    const read = { ...snapshot().coverage, read: 1 };
    assert.match(
      textReport(snapshot({ coverage: read })),
      /^No AI assets found\.\n\nNothing to report\.\n\n1 file read\.\n$/,
    );
    assert.match(
      textReport(snapshot({ assets: [asset('prompt:AGENTS.md', { scope: 'development' })] })),
      /^No AI assets found in the product itself\.\nDevelopers' own tools: 1 prompt/,
    );
  });

  it('counts agents, tools and the like beside what has to be documented', () => {
    const parts = [asset('agent:Librarian'), asset('vector-index:a'), asset('vector-index:b')];
    assert.match(
      textReport(snapshot({ assets: [asset('model:a'), ...parts] })),
      /Models +0 +0 +1\nBeside them: 1 agent, 2 vector indexes\.\n/,
    );
    assert.match(textReport(snapshot({ assets: parts })), /^Found: 1 agent, 2 vector indexes\.\n/);
  });

  it('gives every coloured piece to the style, and without one has no escape in it', () => {
    const tones = new Set<string>();
    const style: Style = (tone, text) => {
      tones.add(tone);
      return text;
    };
    assert.equal(textReport(full, { style }), textReport(full));
    assert.deepEqual([...tones].sort(), ['dim', 'error', 'path', 'strong', 'warning']);
  });

  it('lets nothing of the repository steer the terminal', () => {
    const evil = '\u001B]0;owned\u0007\u202E\r\n';
    const text = textReport(
      snapshot({
        assets: [asset('model:a')],
        findings: [finding({ path: evil, message: evil })],
        coverage: { ...snapshot().coverage, skipped: [{ path: evil, reason: evil }] },
      }),
    );
    assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
  });

  it('shows at most ten of what was skipped', () => {
    const skipped = Array.from({ length: 14 }, (_value, index) => ({ path: `f${index}.py`, reason: 'broken' }));
    assert.match(textReport(snapshot({ coverage: { ...snapshot().coverage, skipped } })), /f9\.py.*\n {2}and 4 more\n/);
  });
});

describe('report: json', () => {
  const parsed = JSON.parse(jsonReport(full)) as Record<string, unknown> & {
    assets: Record<string, unknown>[];
    findings: Record<string, unknown>[];
  };

  it('has the keys of the contract, in its order', () => {
    assert.deepEqual(Object.keys(parsed), [
      ...[
        'schema',
        'asOf',
        'standard',
        'assets',
        'findings',
        'records',
        'profile',
        'claims',
        'provisions',
        'coverage',
        'accepted',
        'stats',
      ],
    ]);
    assert.equal(parsed['schema'], 'ai-baseline/1');
    assert.deepEqual(parsed['standard'], { id: 'ETSI EN 304 223', version: 'V2.1.1' });
    const [first] = parsed.assets;
    for (const key of [
      'id',
      'kind',
      'name',
      'aliases',
      'scope',
      'confidence',
      'documented',
      'documentation',
      'records',
    ]) {
      assert.ok(first && key in first, key);
    }
    for (const key of ['suppliers', 'pin', 'digest', 'configDigest', 'dependsOn', 'systems', 'sites'])
      assert.ok(first && key in first, key);
    assert.deepEqual(first?.['sites'], [
      {
        ...{ path: 'src/chat.py', line: 3, column: 1, endLine: 3, endColumn: 2 },
        ...{ via: 'code', language: 'python', use: 'use', signature: 'openai.chat', provider: 'OpenAI', pin: 'alias' },
      },
    ]);
  });

  it('says settings and address of a site where they are known, and their digest', () => {
    const told = site('a.py', 1, { endpoint: 'openrouter.ai', settings: { temperature: '0.2' } });
    const assets = [asset('model:a', { configDigest: 'text1:sha256:0', dependsOn: ['dataset:b'], sites: [told] })];
    const [first] = (JSON.parse(jsonReport(snapshot({ assets }))) as typeof parsed).assets;
    assert.deepEqual(first?.['sites'], [told]);
    assert.deepEqual([first['configDigest'], first['dependsOn']], ['text1:sha256:0', ['dataset:b']]);
  });

  it('keeps suppressed findings with who, why and until when, and cells beside lines', () => {
    assert.deepEqual(parsed.findings[2]?.['suppressed'], suppressed);
    assert.equal(parsed.findings[0]?.['suppressed'], null);
    assert.equal(parsed.findings[1]?.['cell'], 2);
    assert.equal(parsed.findings[1]['cellLine'], 4);
  });

  it('names only required fields that are open', () => {
    const open = [true, false].map((required) => ({
      ...{ field: required ? 'owner' : 'access', label: '', required, provisions: [], help: '', range: at(3) },
    }));
    const json = JSON.parse(jsonReport(snapshot({ records: [record('r.md', { open })] }))) as { records: unknown[] };
    assert.deepEqual(json.records, [
      {
        ...{ path: 'r.md', kind: 'model-card', id: null, owner: null, reviewed: null, reviewBy: null },
        ...{ covers: [], fields: 9, open: ['owner'] },
      },
    ]);
  });
});

describe('report: a folder of the project', () => {
  it('shows what has a place in it, and the coverage of all', () => {
    const whole = snapshot({
      assets: [
        asset('model:a', { sites: [site('lib/x.py'), site('src/x.py')] }),
        asset('model:b', { sites: [site('lib/x.py')] }),
      ],
      findings: [finding({ path: 'src/a.py' }), finding({ path: 'srcs/a.py' })],
      coverage: { ...snapshot().coverage, read: 7 },
    });
    const part = inFolder(whole, 'src/');
    assert.deepEqual(
      part.assets.map((each) => each.id),
      ['model:a'],
    );
    assert.deepEqual(
      part.findings.map((each) => each.path),
      ['src/a.py'],
    );
    assert.equal(part.coverage.read, 7);
    assert.equal(inFolder(whole, ''), whole);
  });
});
