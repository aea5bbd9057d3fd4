import assert from 'node:assert/strict';
import { isOwnReport, jsonReport, REPORT_FORMATS, textReport } from '../../../src/core';
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

    it(`${format} is known again as a report of ours, also with other line endings`, async () => {
      for (const name of made.keys()) {
        const text = await of(name, format);
        assert.ok(isOwnReport(text), name);
        assert.ok(isOwnReport(text.replace(/\r?\n/gu, '\r\n')), name);
      }
    });

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

  it('a scan as text and as JSON is known again, whatever was found and could not be read', () => {
    for (const [name, { snapshot }] of made) {
      const style = (_tone: unknown, text: string) => `\u001B[1m${text}\u001B[22m`;
      for (const text of [jsonReport(snapshot), textReport(snapshot), textReport(snapshot, { style })])
        assert.ok(isOwnReport(text), name);
    }
  });

  const others: Readonly<Record<string, string>> = {
    'a README': '# AI Baseline\n\nClaims made by the project itself for 3 of 72 provisions of EN 304 223 V2.1.1.\n',
    'a README that shows a scan': '# How\n\n```text\nNothing to report.\n\n60 files read.\n```\n',
    'a threat model of a person': '# Threat model: shop\n\n- Owner: Kim\n\nWhat could go wrong.\n',
    'a decision of a person': '# Go\n\nWe talked it over and decided to go.\n',
    'a backlog of a person': 'title,body,labels,assignees,milestone\nFix the door,It squeaks,bug,,\n',
    'a BOM of another tool':
      '{"$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX"}\n',
    'a SARIF log of another tool':
      '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [{"tool": {"driver": {"name": "x"}}}]}\n',
    'a page': '<!DOCTYPE html>\n<html lang="en"><head><title>Shop</title></head></html>\n',
    'a model card': '---\nrecord: model-card\nid: gpt-4o\n---\n\n# gpt-4o\n',
  };
  for (const [name, text] of Object.entries(others)) {
    it(`${name} is not taken for a report of ours`, () => assert.equal(isOwnReport(text), false));
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
