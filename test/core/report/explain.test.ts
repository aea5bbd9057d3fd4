import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placedProvisions } from '../../../src/core/catalogue/lookup';
import { explain } from '../../../src/core/report/explain';
import type { ExplainedRule } from '../../../src/core/report/explain';
import { testCatalogue } from '../../support/catalogue';

const catalogue = testCatalogue();

const rules: ExplainedRule[] = [
  {
    id: 'undocumented-prompt',
    title: 'A prompt that nobody has documented',
    explanation: 'Finds prompts without a record.\n',
    provisions: ['5.2.1-1', '5.2.4-3'],
    severity: 'warning',
  },
  {
    id: 'invalid-record',
    title: 'Broken record',
    explanation: 'Finds broken records.',
    provisions: [],
    severity: 'error',
  },
];

function textOf(query: string): string {
  const explanation = explain(catalogue, query, rules);
  assert.equal(explanation.kind, 'text', query);
  return explanation.kind === 'text' ? explanation.text : '';
}

describe('explain', () => {
  const cases: { query: string; shows: string[]; hides?: string[] }[] = [
    {
      query: '5.2.4-3',
      shows: [
        '5.2.4-3  recommends; in part allows',
        'Principle 8 (clause 5.2.4, Secure Development): Document data, models and prompts',
        'recommends ("should"); in part allows ("can"): ',
        'Applies: always',
        'Developer (named by the provision)',
        '8.3 (derived by rule',
        'What it asks',
        'Do this next',
        'Evidence a reader would accept',
        'The most a tool can say of it',
        'undocumented-prompt (warning): A prompt that nobody has documented',
      ],
      hides: ['ambiguous', 'invalid-record'],
    },
    {
      query: '5.2.1-1',
      shows: [
        'ISO/IEC 27001:2022, Annex A',
        'A.5.9 Inventory of information and other associated assets (our judgement, primary)',
        'UK Code of Practice 5.1',
        'ETSI TR 104 128 clause 6.5',
        'TS 104 216',
      ],
    },
    {
      query: 'A.5.9',
      shows: ['No authority publishes these links', '5.2.1-1 (our judgement, primary): asks for an asset inventory'],
      hides: ['A.5.10', 'oversee'],
    },
    {
      query: 'ISO 22989',
      shows: ['5.5.1-1 (published, for the principle)', 'Retirement'],
      hides: ['Retirement  Retirement'],
    },
    { query: 'iso-42001', shows: ['edition 2023', 'Principle 13: Annex A has no control on retirement'] },
    {
      query: '5.1.2-1.1',
      shows: ['our reading', 'Who is brought in: Data Custodian', 'Part of: 5.1.2-1', 'Applies: if '],
    },
    {
      query: '5.1.1-1',
      shows: ['the provision names nobody', '1.1 (read in the UK text)', 'Its parts', '- 5.1.1-1.1 requires: '],
    },
    {
      query: '5.1.3-2',
      shows: ['Who is informed or supported: System Operator, End-user', 'in part recommends ("should")'],
    },
    { query: ' Provision 5.2.4\u20133. ', shows: ['5.2.4-3  recommends'] },
    { query: 'EN 304 223 5.2.4-3', shows: ['5.2.4-3  recommends'] },
    {
      query: '5.4.1',
      shows: [
        '"5.4.1" is ambiguous',
        'is provision 5.2.1-4.1',
        'Clause 5.4.1 is Principle 11',
        '5.2.1-4.1  requires',
        '5.4.1-2  recommends',
      ],
    },
    { query: '5.3.1', shows: ['ambiguous', 'is provision 5.2.1-3.1', 'Clause 5.3.1 is Principle 10'] },
    { query: '5.1', shows: ['ambiguous', 'is provision 5.2.1-1.', 'the phase Secure Design'] },
    { query: 'UK 5.4.1', shows: ['is provision 5.2.1-4.1'], hides: ['ambiguous', 'Principle 11'] },
    { query: 'clause 5.4.1', shows: ['Clause 5.4.1 is Principle 11'], hides: ['ambiguous', '5.2.1-4.1'] },
    {
      query: '8.1.1',
      shows: ['Number 8.1.1 of the UK Code of Practice as derived by rule is provision 5.2.4-1.1'],
      hides: ['ambiguous'],
    },
    {
      query: '5.2.4',
      shows: [
        'Clause 5.2.4 is Principle 8',
        '5.2.4-2.1  recommends  UK 8.2.1 (derived)  Developer (from the principle)',
      ],
    },
    { query: 'Principle 8', shows: ['Principle 8 (clause 5.2.4)', 'What is known'], hides: ['ambiguous'] },
    { query: '13', shows: ['Principle 13 (clause 5.5.1)'] },
    {
      query: 'principle 10',
      shows: ['Roles: none printed; its provisions address System Operator, Developer', 'no line with roles'],
    },
    { query: 'secure the supply chain', shows: ['Principle 7'] },
    { query: 'secure maintenance', shows: ['Principle 11', 'Principle 12'], hides: ['Principle 13'] },
    { query: 'phase 5', shows: ['Secure End of Life', 'Principle 13'] },
    {
      query: 'undocumented-prompt',
      shows: ['undocumented-prompt (warning)', 'Provisions: 5.2.1-1, 5.2.4-3', 'Finds prompts'],
    },
    { query: 'invalid-record', shows: ['Provisions: none', 'Finds broken records.'] },
  ];
  for (const { query, shows, hides } of cases) {
    it(`shows ${JSON.stringify(query)}`, () => {
      // Where a line breaks is no matter here.
      const text = textOf(query)
        .replace(/\s*\n\s*/gu, '\n')
        .replace(/\n(?=[^\n])/gu, ' ')
        .replace(/ {2,}/gu, '  ');
      for (const part of shows) assert.ok(text.includes(part), `${part}\nis not in\n${text}`);
      for (const part of hides ?? []) assert.ok(!text.includes(part), `${part}\nis in\n${text}`);
    });
  }

  it('explains every provision by its id', () => {
    for (const { provision } of placedProvisions(catalogue)) {
      const text = textOf(provision.id);
      assert.ok(text.startsWith(`${provision.id}  `), text);
      assert.ok(!text.includes('ambiguous'), provision.id);
    }
  });

  const unknown: [query: string, first: string | undefined][] = [
    ['undocumented-promt', 'undocumented-prompt'],
    ['5.2.4-9', '5.2.4-1'],
    ['nobody has documented', 'undocumented-prompt'],
    ['prompts', 'principle 8'],
    ['xyzzy', undefined],
    ['', undefined],
  ];
  for (const [query, first] of unknown) {
    it(`knows nothing of ${JSON.stringify(query)} and suggests ${first ?? 'nothing'}`, () => {
      const explanation = explain(catalogue, query, rules.slice(0, 1));
      assert.equal(explanation.kind, 'unknown');
      if (explanation.kind === 'unknown') assert.equal(explanation.suggestions[0], first);
    });
  }

  it('answers whatever it is asked, and suggests only what it can explain', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[5-8]\.[1-5](\.\d)?(-\d)?$/u)), (query) => {
        const explanation = explain(catalogue, query, rules);
        if (explanation.kind === 'text') return explanation.text.length > 0;
        return explanation.suggestions.every((suggestion) => explain(catalogue, suggestion, rules).kind === 'text');
      }),
    );
  });
});
