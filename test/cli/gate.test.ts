import assert from 'node:assert/strict';
import { join } from 'node:path';
import { filesOf } from '../support/rule-cases';
import { CliProject } from './support';

const FIXTURES = join(__dirname, '../core/gate/fixtures');
const CHECKLIST = 'ai-security/releases/2.4.0.md';
const COMMON = ['--quiet', '--no-cache', '--date', '2026-11-24'];

describe('cli: gate', () => {
  const project = CliProject.perTest();
  const { put, read, run } = project;
  const lay = (name: string) => {
    // What every project of these tests begins with is no part of the release.
    put('src/chat.py', '');
    for (const [path, text] of Object.entries(filesOf(join(FIXTURES, name)))) put(path, text);
  };

  const cases: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    ['clean', [], 0, /^Go\nGate release: release 2\.4\.0, as of 2026-11-24, by the built-in policy\.\n/u],
    ['conditional', [], 0, /^Go with 1 condition, due 2026-12-12\n/u],
    ['blocked', [], 1, /^No go: 2 reasons\n.*Way out: /su],
    ['unreadable-claims', [], 2, /^Undecided: 1 thing could not be read\n/u],
    ['policy', ['--env', 'production'], 1, /for production: .* by the policy of ai-baseline\.yaml/u],
    ['design', ['--at', 'design'], 1, /There is no threat model/u],
    ['blocked', [CHECKLIST], 1, /^No go: 2 reasons\n/u],
    ['clean', ['src/answer.py'], 2, /src\/answer\.py cannot be read as a release checklist/u],
  ];
  for (const [name, args, code, expected] of cases) {
    it(`exits with ${String(code)} for ${[name, ...args].join(' ')}`, async () => {
      lay(name);
      const result = await run(['gate', ...args, ...COMMON]);
      assert.match(result.out, expected);
      assert.equal(result.code, code);
    });
  }

  it('decides on a project inside another one by its own checklists, from wherever it is asked', async () => {
    lay('clean');
    for (const [path, text] of Object.entries(filesOf(join(FIXTURES, 'blocked')))) put(`apps/desk/${path}`, text);
    put('apps/desk/ai-baseline.yaml', '');
    const whole = await run(['gate', ...COMMON]);
    assert.equal(whole.code, 2);
    assert.match(whole.out, /apps\/desk\/ was not looked at: a project of its own: scan it by itself\./u);
    assert.match(whole.out, /Way out: Decide on it by itself, exclude it, or name it under "unread"/u);
    put('ai-baseline.yaml', 'gate:\n  release:\n    unread: [apps/**]\n');
    const first = async (argv: readonly string[], below = '') =>
      (await run(['gate', ...argv, ...COMMON], { cwd: join(project.root, below) })).out.split('\n')[0];
    const inner = `apps/desk/${CHECKLIST}`;
    assert.deepEqual([await first([]), await first([CHECKLIST])], ['Go', 'Go']);
    for (const asked of [['apps/desk'], [inner], ['apps/desk/src']])
      assert.equal(await first(asked), 'No go: 2 reasons', asked[0]);
    assert.deepEqual(
      [await first([], 'apps/desk'), await first([CHECKLIST], 'apps/desk'), await first([], 'apps/desk/src')],
      Array<string>(3).fill('No go: 2 reasons'),
    );
    assert.equal(await first([`../../${CHECKLIST}`], 'apps/desk'), 'Go');
  });

  it('gives the same as data', async () => {
    lay('blocked');
    const { out, code } = await run(['gate', '--format', 'json', ...COMMON]);
    const data = JSON.parse(out) as {
      schema: string;
      outcome: string;
      line: string;
      reasons: unknown[];
      digest: string;
    };
    assert.deepEqual(
      [data.schema, data.outcome, data.line, data.reasons.length],
      ['ai-baseline-gate/1', 'no-go', 'No go: 2 reasons', 2],
    );
    assert.match(data.digest, /^text1:sha256:[0-9a-f]{64}$/u);
    assert.equal(code, 1);
  });

  it('never writes over the checklist that it decides on', async () => {
    lay('clean');
    const before = read(CHECKLIST);
    for (const named of [[], [CHECKLIST]]) {
      const { code, err } = await run(['gate', ...named, '--output', CHECKLIST, ...COMMON]);
      assert.deepEqual([code, read(CHECKLIST)], [2, before]);
      assert.match(err, /is what is read here: name another file/u);
    }
  });

  it('records a decision only with a name, and says where', async () => {
    lay('clean');
    const before = read(CHECKLIST);
    const refused = await run(['gate', '--record', ...COMMON]);
    assert.deepEqual([refused.code, read(CHECKLIST)], [2, before]);
    assert.match(refused.err, /needs --approver/u);
    const done = await run(['gate', '--record', '--approver', 'Jane Doe, CISO', ...COMMON]);
    assert.equal(done.code, 0);
    assert.match(
      read(CHECKLIST),
      /## Decision log\n\n- 2026-11-24 · go · Jane Doe, CISO · text1:sha256:[0-9a-f]{64}\n$/u,
    );
  });

  it('records the same decision once, and another one below it', async () => {
    lay('clean');
    const argv = ['gate', '--record', '--approver', 'Jane Doe', ...COMMON];
    assert.match((await run(argv)).err, /^The decision stands in ai-security\/releases\/2\.4\.0\.md\.\n$/u);
    const once = read(CHECKLIST);
    const again = await run(argv);
    assert.deepEqual([again.code, read(CHECKLIST)], [0, once]);
    assert.match(again.err, /^The decision stands in ai-security\/releases\/2\.4\.0\.md already\.\n$/u);
    await run(['gate', '--record', '--approver', 'Kim', ...COMMON]);
    assert.match(read(CHECKLIST), /· Jane Doe · \S+\n- 2026-11-24 · go · Kim · \S+\n$/u);
  });

  it('names each provision once, and the command that begins a way out', async () => {
    const { out } = await run(['gate', ...COMMON]);
    assert.match(out, /asset\s+inventory \(5\.2\.1-1\) and an audit trail \(5\.1\.2-3\)\.\n {3}src\/chat/u);
    assert.match(out, /\n {3}ai-baseline new release-checklist "…"\n/u);
    assert.match(out, /\n {3}ai-baseline new model-card --asset model:gpt-4o\n/u);
    assert.match(out, /\n\nTo accept findings until a day: ai-baseline accept --rule … /u);
    const { out: markdown } = await run(['gate', '--format', 'markdown', ...COMMON]);
    assert.match(markdown, /\* `ai-baseline new model-card --asset model:gpt-4o`\n/u);
  });

  it('says so where the release is not there', async () => {
    const result = await run(['gate', 'nowhere.md', ...COMMON]);
    assert.deepEqual([result.code, result.err], [2, 'nowhere.md is not there.\n']);
  });
});
