import assert from 'node:assert/strict';
import { placedProvisions } from '../../../src/core/catalogue/lookup';
import { catalogueJson, catalogueText } from '../../../src/core/report/catalogue';
import { provisionMarkdown } from '../../../src/core/report/provision';
import { testCatalogue } from '../../support/catalogue';

const catalogue = testCatalogue();

describe('the catalogue as a report', () => {
  const lines = catalogueText(catalogue).split('\n');

  it('says how much it holds and how its marks are meant', () => {
    assert.deepEqual(lines.slice(0, 2), [
      'ETSI EN 304 223 V2.1.1: 5 phases, 13 principles, 72 provisions',
      '49 provisions require, 23 recommend.',
    ]);
    assert.match(lines.slice(2, 6).join(' '), /"derived".*"quoted".*"inferred"/u);
  });

  const entries = [
    '    5.1.1-1  requires  UK 1.1  System Operator, Developer, Data Custodian (from the principle)',
    '      5.1.2-1.1  requires  UK 2.1.1 (derived)  Developer (inferred)',
    '    5.1.3-1  requires; in part recommends  UK 3.1 (derived)  Developer, System Operator',
    '    5.2.1-4  requires  UK 5.4 (quoted)  Developer, System Operator, Data Custodian, End-user',
    '    5.2.4-3  recommends; in part allows  UK 8.3 (derived)  Developer',
    '  Principle 10 (clause 5.3.1): Communication and processes associated with End-users and Affected Entities',
    'Secure End of Life (clause 5.5)',
  ];
  for (const entry of entries) {
    it(`lists ${entry.trim()}`, () => {
      assert.ok(lines.includes(entry));
    });
  }

  it('lists every provision once, and its condition', () => {
    for (const { provision } of placedProvisions(catalogue)) {
      const index = lines.findIndex((line) => line.trimStart().startsWith(`${provision.id}  `));
      assert.ok(index > 0, provision.id);
      assert.equal(lines[index + 1]?.trimStart().startsWith('Applies '), provision.condition !== null, provision.id);
    }
  });
});

describe('the catalogue as JSON', () => {
  const json = catalogueJson(catalogue);

  it('holds the standard, the principles and other frameworks, and nothing of signatures or records', () => {
    assert.deepEqual(Object.keys(json), ['standard', 'principles', 'frameworks']);
  });

  it('has the keys of the contract', () => {
    const keys = ['id', 'uk', 'ukBasis', 'force', 'also', 'condition', 'roles', 'roleBasis', 'summary', 'parent'];
    for (const principle of json.principles) {
      for (const key of ['number', 'clause', 'title', 'phase', 'provisions']) assert.ok(key in principle, key);
      for (const provision of principle.provisions) {
        for (const key of keys) assert.ok(key in provision, `${provision.id} ${key}`);
      }
    }
  });
});

describe('a provision as Markdown', () => {
  it('begins with id, force and principle, and marks what was derived or inferred', () => {
    const text = provisionMarkdown(catalogue, '5.1.2-1.1') ?? '';
    assert.ok(
      text.startsWith(
        '**5.1.2-1.1** · EN 304 223 requires a seat for the data custodian when needs are settled · Principle 2: ',
      ),
      text,
    );
    assert.match(text, /our reading/u);
    assert.match(text, /2\.1\.1 \(derived by rule/u);
  });

  it('is null for what is no provision', () => {
    assert.equal(provisionMarkdown(catalogue, '5.2.4'), null);
  });
});
