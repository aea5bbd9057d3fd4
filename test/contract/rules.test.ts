import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePages } from '../../scripts/generate-docs';
import { findProvision, NEVER_CANCELLED, rules } from '../../src/core';
import type { Finding } from '../../src/core';
import { testCatalogue } from '../support/catalogue';
import { MemoryWorkspace } from '../support/memory-workspace';
import { engineOver, EXPECTED, filesOf, RULE_CASES, ruleCases } from '../support/rule-cases';

const ROOT = join(__dirname, '../..');
const ids = rules.map((rule) => rule.id);
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

/** DESIGN.md, section 4: the rules and the provisions they serve. */
const SERVED: Readonly<Record<string, readonly string[]>> = {
  'undocumented-model': ['5.2.1-1', '5.1.2-3'],
  'undocumented-prompt': ['5.2.1-1', '5.1.2-3', '5.2.4-3'],
  'undocumented-dataset': ['5.2.1-1', '5.1.2-3', '5.2.4-2'],
  'stale-record': ['5.1.2-3', '5.2.4-3'],
  'moved-asset': ['5.2.1-2'],
  'unpinned-model': ['5.2.1-2', '5.2.3-1'],
  'orphaned-record': ['5.2.1-1'],
  'unowned-asset': ['5.2.1-1'],
  'overdue-review': ['5.2.4-1.1', '5.1.3-1'],
  'model-without-hash': ['5.2.4-1.2'],
  'supplier-not-assessed': ['5.1.2-4', '5.1.2-7'],
  'asset-not-threat-modelled': ['5.1.3-1'],
  'unanswered-threat': ['5.1.3-1'],
  'outdated-threat-model': ['5.1.3-1.1'],
  'untreated-threat': ['5.1.3-1.3', '5.1.3-2'],
};

describe('rules: one id everywhere', () => {
  it('is that of the file', () => {
    const files = filesIn('src/core/rules', '.ts').filter((name) => !['index', 'rule', 'wording'].includes(name));
    assert.deepEqual(files, ids);
  });

  it('is that of the page, and the pages are as generated', () => {
    const pages = rulePages(testCatalogue());
    assert.deepEqual(
      filesIn('docs/rules', '.md').filter((name) => name !== 'README'),
      ids,
    );
    for (const [name, text] of pages) assert.equal(readFileSync(join(ROOT, 'docs/rules', name), 'utf8'), text, name);
  });

  it('is that of the folder of small trees, with a finding in one and none of it in another', () => {
    assert.deepEqual(readdirSync(RULE_CASES).sort(), ids);
    for (const id of ids) {
      const cases = ruleCases().filter((each) => each.rule === id);
      const expected = cases.map(({ folder }) => readFileSync(join(folder, EXPECTED), 'utf8'));
      assert.ok(
        expected.some((text) => text.includes(` ${id}: `)),
        `${id}: no case has a finding`,
      );
      assert.ok(
        expected.some((text) => !text.includes(` ${id}: `)),
        `${id}: no case is free of it`,
      );
    }
  });

  it('is sorted, and made of small letters', () => {
    assert.deepEqual(ids, [...ids].sort());
    for (const id of ids) assert.match(id, /^[a-z]+(-[a-z]+)+$/);
  });
});

describe('rules: what they serve', () => {
  for (const rule of rules) {
    it(`${rule.id} names the provisions of the design, all of them in the catalogue`, () => {
      assert.deepEqual(rule.provisions, SERVED[rule.id] ?? []);
      for (const id of rule.provisions) assert.ok(findProvision(testCatalogue(), id), id);
    });

    it(`${rule.id} explains itself and gives no verdict`, () => {
      assert.match(rule.title, /[^.]$/);
      assert.match(rule.explanation, /\*\*Why\.\*\*[^]*\*\*How to settle it\.\*\*/);
      assert.doesNotMatch(rule.explanation, /\b(pass(ed|es)?|fail(ed|s)?|compliant|conformant|certified)\b/i);
    });
  }
});

describe('rules: what findings say of provisions', () => {
  const verbs = { shall: 'requires', should: 'recommends' } as const;

  const all = async (): Promise<Finding[]> => {
    const found: Finding[] = [];
    for (const { folder } of ruleCases()) {
      found.push(...(await engineOver(new MemoryWorkspace(filesOf(folder))).scan(NEVER_CANCELLED)).findings);
    }
    return found;
  };

  it('names only provisions of its rule, each in the message behind the verb and with the condition of the catalogue', async () => {
    const findings = await all();
    assert.ok(findings.length > 20);
    for (const finding of findings) {
      const rule = rules.find((each) => each.id === finding.rule);
      if (finding.rule === 'incomplete-record') continue;
      for (const id of finding.provisions) {
        assert.ok(rule?.provisions.includes(id), `${finding.rule} ${id}`);
        const provision = findProvision(testCatalogue(), id)?.provision;
        assert.ok(provision);
        const at = finding.message.indexOf(`(${id})`);
        const before = finding.message.slice(0, at);
        const verb = ['requires', 'recommends'].sort((a, b) => before.lastIndexOf(b) - before.lastIndexOf(a))[0];
        assert.ok(at > 0 && verb === verbs[provision.force], `${id}: ${finding.message}`);
        if (provision.condition !== null) assert.ok(before.includes(provision.condition), `${id}: ${finding.message}`);
      }
    }
  });
});

it('every rule has small trees', () => {
  for (const { folder } of ruleCases()) assert.ok(existsSync(join(folder, EXPECTED)), folder);
});
