import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Principle, Provision } from '../../../src/core/catalogue';
import { placedProvisions } from '../../../src/core/catalogue/lookup';
import { testCatalogue } from '../../support/catalogue';

type PrincipleFacts = Pick<Principle, 'number' | 'clause' | 'title' | 'phase' | 'roles'>;
type ProvisionFacts = Pick<
  Provision,
  'id' | 'uk' | 'ukBasis' | 'force' | 'also' | 'roles' | 'roleBasis' | 'recipients' | 'involves' | 'parent'
> & { principle: number; conditional: boolean };

/** The hard facts of the standard, kept apart from the catalogue so that neither can drift alone. */
const facts = JSON.parse(readFileSync(join(__dirname, 'fixtures', 'facts.json'), 'utf8')) as {
  principles: PrincipleFacts[];
  provisions: ProvisionFacts[];
};

describe('the catalogue of principles', () => {
  const catalogue = testCatalogue();
  const placed = placedProvisions(catalogue);
  const provisions = placed.map(({ provision }) => provision);

  it('holds 13 principles and 72 provisions of EN 304 223 V2.1.1', () => {
    assert.equal(catalogue.standard.id, 'ETSI EN 304 223');
    assert.equal(catalogue.standard.version, 'V2.1.1');
    assert.equal(catalogue.principles.length, 13);
    assert.equal(provisions.length, 72);
    assert.equal(provisions.filter(({ force }) => force === 'shall').length, 49);
  });

  it('has the facts of every principle', () => {
    const actual = catalogue.principles.map(({ number, clause, title, phase, roles }) => ({
      number,
      clause,
      title,
      phase,
      roles,
    }));
    assert.deepEqual(actual, facts.principles);
  });

  it('lists the provisions in the order of the standard', () => {
    assert.deepEqual(
      provisions.map(({ id }) => id),
      facts.provisions.map(({ id }) => id),
    );
  });

  for (const expected of facts.provisions) {
    it(`has the facts of ${expected.id}`, () => {
      const found = placed.find(({ provision }) => provision.id === expected.id);
      assert.ok(found);
      const { id, uk, ukBasis, force, also, roles, roleBasis, recipients, involves, parent } = found.provision;
      const actual = { id, uk, ukBasis, force, also, roles, roleBasis, recipients, involves, parent };
      const conditional = found.provision.condition !== null;
      assert.deepEqual({ ...actual, principle: found.principle.number, conditional }, expected);
    });
  }

  it('knows the five provisions that mix verbs, and says what the weaker verb is about', () => {
    const mixed = provisions.filter(({ also }) => also.length > 0);
    assert.deepEqual(
      mixed.map(({ id, force, also }) => `${id} ${[force, ...also].join('+')}`),
      [
        '5.1.2-7 shall+should',
        '5.1.3-1 shall+should',
        '5.1.3-2 shall+should',
        '5.2.4-1 shall+should',
        '5.2.4-3 should+can',
      ],
    );
    for (const { id, also, alsoFor } of provisions) assert.equal(alsoFor !== null, also.length > 0, id);
  });

  it('knows the 25 provisions that apply only under a condition', () => {
    assert.equal(provisions.filter(({ condition }) => condition !== null).length, 25);
  });

  it('binds End-users in one provision only', () => {
    const binding = provisions.filter(({ roles }) => roles.includes('End-user'));
    assert.deepEqual(
      binding.map(({ id }) => id),
      ['5.2.1-4'],
    );
  });

  it('prints no roles for Principle 10 and says why', () => {
    const without = catalogue.principles.filter(({ roles }) => roles.length === 0);
    assert.deepEqual(
      without.map(({ number }) => number),
      [10],
    );
    assert.match(without[0]?.rolesNote ?? '', /no line with roles/u);
  });
});

describe('the prose of the catalogue', () => {
  const provisions = placedProvisions(testCatalogue()).map(({ provision }) => provision);
  const proseOf = (provision: Provision) => [
    provision.summary,
    provision.guidance,
    provision.limit,
    provision.condition ?? '',
    provision.note ?? '',
    provision.alsoFor ?? '',
    ...provision.evidence,
  ];

  it('says of no provision what it says of another', () => {
    for (const key of ['summary', 'guidance', 'limit'] as const) {
      const owners = new Map<string, string>();
      for (const provision of provisions) {
        assert.equal(owners.get(provision[key]), undefined, `${key} of ${provision.id} is that of another`);
        owners.set(provision[key], provision.id);
      }
    }
  });

  it('gives every limit its second half: what cannot be seen or judged', () => {
    for (const { id, limit } of provisions) assert.match(limit, /\bcannot\b|out of sight|out of reach|for people to say|for a person|human judgement|outside the repository|not from the repository/iu, id);
  });

  it('speaks no verdict', () => {
    const verdict = /\b(pass(es|ed)?|fail(s|ed)?|(non-)?complian(t|ce)|conform(s|ant|ance|ity)?|certif(y|ied|ication))\b/iu;
    for (const provision of provisions) {
      for (const text of proseOf(provision)) assert.doesNotMatch(text, verdict, provision.id);
    }
  });

  it('offers two to four kinds of evidence each', () => {
    for (const { id, evidence } of provisions) assert.ok(evidence.length >= 2 && evidence.length <= 4, id);
  });
});
