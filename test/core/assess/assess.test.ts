import assert from 'node:assert/strict';
import { assess } from '../../../src/core/assess';
import type { AssessInput } from '../../../src/core/assess';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config';
import type { Configuration } from '../../../src/core/config';
import { rules } from '../../../src/core/rules';
import type { Rule } from '../../../src/core/rules';
import { testCatalogue } from '../../support/catalogue';
import { asset, at, facts, memoryLogger, record, site } from '../../support/parts';

const configuration = (more: Partial<Configuration>): Configuration => ({
  ...DEFAULT_CONFIGURATION,
  path: 'ai-baseline.yaml',
  ...more,
});

const input = (more: Partial<AssessInput> = {}): AssessInput => ({
  catalogue: testCatalogue(),
  configuration: DEFAULT_CONFIGURATION,
  assets: [asset('model:gpt-4o')],
  records: [],
  drift: [],
  files: new Map([['src/chat.py', facts('src/chat.py')]]),
  threatModels: [],
  profile: null,
  claims: null,
  coverage: { read: 1, ignored: { gitignore: 0, config: 0, default: 0 }, skipped: [] },
  today: '2026-11-24',
  logger: memoryLogger(),
  ...more,
});

const comment = (line: number, until: string | null = null, reason = 'goes in December') => ({
  rules: ['undocumented-model'],
  until,
  reason,
  line,
  range: at(line),
});
const withComment = (...comments: ReturnType<typeof comment>[]) =>
  input({ files: new Map([['src/chat.py', facts('src/chat.py', comments)]]) });
const brief = (assessed: AssessInput) =>
  assess(assessed).findings.map((each) => `${each.rule} ${each.severity}${each.suppressed ? ' suppressed' : ''}`);
const statusOf = (assessed: AssessInput, id: string) => assess(assessed).provisions.find((each) => each.id === id);

describe('assess: suppressions', () => {
  const cases: readonly (readonly [string, AssessInput, readonly string[]])[] = [
    ['nothing', input(), ['undocumented-model warning']],
    ['a comment at its line', withComment(comment(3)), ['undocumented-model warning suppressed']],
    ['a comment at another line', withComment(comment(4)), ['undocumented-model warning', 'unused-suppression info']],
    ['a comment until today', withComment(comment(3, '2026-11-24')), ['undocumented-model warning suppressed']],
    [
      'a comment until yesterday',
      withComment(comment(3, '2026-11-23')),
      ['expired-suppression info', 'undocumented-model warning'],
    ],
    [
      'a comment until no date at all',
      withComment(comment(3, 'tomorrow')),
      ['suppression-without-reason warning', 'undocumented-model warning'],
    ],
    [
      'a comment without reason',
      withComment(comment(3, null, ' ')),
      ['suppression-without-reason warning', 'undocumented-model warning'],
    ],
    [
      'a path',
      input({
        configuration: configuration({
          suppressions: [{ rules: ['undocumented-model'], paths: ['src/'], reason: 'old', until: null, range: at(2) }],
        }),
      }),
      ['undocumented-model warning suppressed'],
    ],
    [
      'a path of elsewhere',
      input({
        configuration: configuration({
          suppressions: [{ rules: ['undocumented-model'], paths: ['lib/'], reason: 'old', until: null, range: at(2) }],
        }),
      }),
      ['unused-suppression info', 'undocumented-model warning'],
    ],
  ];
  for (const [name, given, expected] of cases) it(name, () => assert.deepEqual(brief(given), expected));

  it('keeps who, why and until when', () => {
    const [only] = assess(withComment(comment(3, '2027-01-01'))).findings;
    assert.deepEqual(only?.suppressed, {
      by: 'comment',
      reason: 'goes in December',
      until: '2027-01-01',
      path: 'src/chat.py',
      line: 3,
    });
  });
});

describe('assess: severities, order and fingerprints', () => {
  const severities = (severity: 'error' | 'warning' | 'info' | 'off', more: Partial<AssessInput> = {}) =>
    brief(input({ configuration: configuration({ severities: { 'undocumented-model': severity } }), ...more }));

  it('takes the severity of the configuration, and off for nothing', () => {
    assert.deepEqual(severities('error'), ['undocumented-model error']);
    assert.deepEqual(severities('off'), []);
  });

  it('leaves what is outside the product information, whatever the configuration says', () => {
    assert.deepEqual(severities('error', { assets: [asset('model:gpt-4o', { scope: 'test' })] }), [
      'undocumented-model info',
    ]);
  });

  it('asks nothing of drafts and of what is documented', () => {
    const draft = asset('model:a', { documentation: { state: 'draft', by: ['r.md'] } });
    const recorded = asset('model:b', { documented: true, documentation: { state: 'recorded', by: ['r.md'] } });
    assert.deepEqual(brief(input({ assets: [draft, recorded] })), []);
  });

  it('sorts by path and place by code unit, and gives equals different fingerprints', () => {
    const problem = { message: 'no such key', range: at(4) };
    const { findings } = assess(
      input({
        assets: [
          asset('model:b', { sites: [site('src/é.py')] }),
          asset('model:a', { sites: [site('src/z.py', 9)] }),
          asset('model:c', { sites: [site('src/z.py', 10)] }),
        ],
        records: [record('B.md', { problems: [problem] })],
        configuration: configuration({ problems: [problem, problem] }),
      }),
    );
    assert.deepEqual(
      findings.map((each) => each.path),
      ['B.md', 'ai-baseline.yaml', 'ai-baseline.yaml', 'src/z.py', 'src/z.py', 'src/é.py'],
    );
    assert.equal(new Set(findings.map((each) => each.fingerprint)).size, findings.length);
  });

  it('tells one cause in a record once, and five causes at most', () => {
    const problems = [...'aabcdefg'].map((message, order) => ({ message, range: at(order + 1) }));
    const { findings } = assess(input({ assets: [], records: [record('r.md', { problems })] }));
    assert.deepEqual(
      findings.map(({ line, message }) => `${line} ${message}`),
      ['1 a (and 1 more like it)', '3 b', '4 c', '5 d', '6 e (and 2 more in this record)'],
    );
    assert.equal(findings[0]?.fingerprint, 'invalid-record|r.md|a');
  });

  it('gives the same fingerprint when only the place moves', () => {
    const moved = asset('model:gpt-4o', { sites: [site('src/chat.py', 40)] });
    assert.equal(assess(input()).findings[0]?.fingerprint, assess(input({ assets: [moved] })).findings[0]?.fingerprint);
  });

  it('makes hostile names harmless and short', () => {
    const [only] = assess(input({ assets: [asset(`model:${'x\u001B[31m\n\u202E'.repeat(500)}`)] })).findings;
    assert.match(only?.message ?? '', /^Model [^\p{Cc}\p{Cf}]+$/u);
    assert.ok((only?.message.length ?? 0) < 500);
  });

  it('lets a rule that crashes cost its own findings only', () => {
    const logger = memoryLogger();
    const broken: Rule = {
      id: 'broken',
      title: 'Always crashes',
      severity: 'error',
      provisions: [],
      explanation: '',
      *check() {
        yield { path: 'a', range: at(1), message: 'before' };
        throw new Error('a bug');
      },
    };
    const { findings } = assess(input({ logger }), [broken, ...rules]);
    assert.deepEqual(
      findings.map((each) => each.rule),
      ['undocumented-model'],
    );
    assert.deepEqual(logger.lines, ['error Rule broken failed; its findings are missing.']);
  });
});

describe('assess: provisions', () => {
  it('has a line for each of the 72, in the order of the standard', () => {
    const { provisions } = assess(input());
    assert.equal(provisions.length, 72);
    assert.equal(provisions[0]?.id, '5.1.1-1');
    assert.ok(provisions.every((each) => each.status === 'not-assessed'));
  });

  it('counts unsuppressed findings of the product', () => {
    assert.equal(statusOf(input(), '5.2.1-1')?.findings, 1);
    assert.equal(statusOf(withComment(comment(3)), '5.2.1-1')?.findings, 0);
    assert.equal(statusOf(input({ assets: [asset('model:a', { scope: 'example' })] }), '5.2.1-1')?.findings, 0);
  });

  const recorded = asset('model:b', { documented: true, documentation: { state: 'recorded', by: ['r.md'] } });
  const draft = asset('model:a', { documentation: { state: 'draft', by: ['r.md'] } });
  const skipped = { ...input().coverage, skipped: [{ path: 'a.py', reason: 'larger than 2 MB' }] };
  const observations: readonly (readonly [string, AssessInput, string])[] = [
    ['an asset without record', input(), 'contradicted'],
    ['a draft', input({ assets: [draft, recorded] }), 'contradicted'],
    ['all recorded', input({ assets: [recorded] }), 'seen'],
    ['all recorded, something not read', input({ assets: [recorded], coverage: skipped }), 'cannot-tell'],
    ['nothing found', input({ assets: [] }), 'cannot-tell'],
    ['only test assets', input({ assets: [asset('model:a', { scope: 'test' })] }), 'cannot-tell'],
  ];
  for (const [name, given, expected] of observations) {
    it(`sees the inventory: ${name}`, () => {
      const [inventory] = statusOf(given, '5.2.1-1')?.observations ?? [];
      assert.equal(inventory?.id, 'assets-recorded');
      assert.equal(inventory.outcome, expected);
    });
  }
});
