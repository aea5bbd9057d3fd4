import assert from 'node:assert/strict';
import { REPORT_FORMATS } from '../../../src/core';
import type { ReportFormat, ReportInput } from '../../../src/core';
import { inputs } from './support/sample';

const FORMATS = Object.keys(REPORT_FORMATS) as ReportFormat[];
/** What they are about is the standard alone, not what the project has of it. */
const WITHOUT_PROJECT: readonly ReportFormat[] = ['oscal-catalog'];
const HEADER = /Claims made by the project itself for \d+ of 72 provisions of EN 304 223 V2\.1\.1; \d+ not assessed/;
const READ = /files? read|files? \d+ could not be read/;
const VERDICTS = /\b(?:compliant|conformant|certified|passed the|failed the|compliance)\b|\d ?% of/iu;

describe('reports', () => {
  const made = new Map<string, ReportInput>();
  const again = new Map<string, ReportInput>();
  before(async function () {
    this.timeout(60_000);
    for (const [name, input] of await inputs()) made.set(name, input);
    for (const [name, input] of await inputs()) again.set(name, input);
  });
  const of = async (name: string, format: ReportFormat, from = made): Promise<string> => {
    const input = from.get(name);
    assert.ok(input);
    return REPORT_FORMATS[format](input);
  };

  for (const format of FORMATS) {
    for (const name of ['empty', 'hostile', 'sample']) {
      it(`${format} of ${name}: the same bytes each time, with head and coverage, without a verdict`, async () => {
        const text = await of(name, format);
        assert.equal(text, await of(name, format, again));
        assert.ok(text.endsWith('\n'), 'ends in a newline');
        assert.doesNotMatch(text, VERDICTS);
        // What has rows only has no head where there are none.
        if (WITHOUT_PROJECT.includes(format) || format === 'backlog-github-csv') return;
        assert.match(text, HEADER);
        assert.match(text, READ);
      });
    }

    it(`${format} names the day it is judged as of, and moves with it`, async () => {
      const input = made.get('hostile');
      assert.ok(input);
      const text = await REPORT_FORMATS[format](input);
      assert.match(text, /2026-11-24/);
      const later = await REPORT_FORMATS[format]({ ...input, snapshot: { ...input.snapshot, asOf: '2027-01-31' } });
      assert.match(later, /2027-01-31/);
      assert.notEqual(text, later);
    });
  }

  it('says commit and coverage in the head, and leaves the commit out where it is not known', () => {
    const input = made.get('hostile');
    assert.ok(input);
    const { markdown } = REPORT_FORMATS;
    assert.match(
      markdown(input),
      /5 of 72 provisions of EN 304 223 V2\.1\.1; 67 not assessed\. As of 2026-11-24, commit 0123456789ab; of 1,203 files 2 could not be read, 1 folder was not entered\./,
    );
    assert.match(markdown({ ...input, commit: null }), /As of 2026-11-24; of 1,203 files/);
  });

  it('counts claims for another edition as not assessed, and says so', () => {
    const input = made.get('hostile');
    assert.ok(input?.snapshot.claims);
    const claims = { ...input.snapshot.claims, edition: 'other' as const };
    const text = REPORT_FORMATS.markdown({ ...input, snapshot: { ...input.snapshot, claims } });
    assert.match(text, /for 0 of 72 provisions of EN 304 223 V2\.1\.1; 72 not assessed/);
    assert.match(text, /The claims name another edition/);
  });

  it('takes the name of the only system, or the one that is said', () => {
    const input = made.get('hostile');
    assert.ok(input?.snapshot.profile);
    const [, batch] = input.snapshot.profile.systems;
    assert.ok(batch);
    const one = { ...input.snapshot, profile: { ...input.snapshot.profile, systems: [batch] } };
    assert.match(REPORT_FORMATS.statement({ ...input, snapshot: one }), /^# Statement of claims: Nightly batch\n/);
    assert.match(REPORT_FORMATS.statement({ ...input, name: 'Shop' }), /^# Statement of claims: Shop\n/);
  });
});
