import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Range, ThreatModel } from '../../../src/core/model';
import { compareRange, IMPACTS, LIKELIHOODS, RISKS } from '../../../src/core/model';
import { matrixText, riskOf } from '../../../src/core/threats/matrix';
import { readThreatModel } from '../../../src/core/threats/read-threat-model';
import { TextLines } from '../../../src/core/records/text-lines';
import { testCatalogue } from '../../support/catalogue';

const WHOLE = readFileSync(join(__dirname, 'fixtures/whole.yaml'), 'utf8');
const FIRST_VERSION = readFileSync(join(__dirname, '../records/fixtures/scaffolded/v0.1/threat-model.yaml'), 'utf8');

function read(text: string): ThreatModel {
  const model = readThreatModel('ai-security/threat-models/shop.yaml', text, testCatalogue());
  assert.ok(model);
  return model;
}

/** The words at a range of a text. */
function at(text: string, range: Range): string {
  const lines = new TextLines(text);
  return text.slice(lines.offset(range), lines.offset({ line: range.endLine, column: range.endColumn }));
}

describe('reading a threat model', () => {
  it('gives everything that the file says', () => {
    const model = read(WHOLE);
    assert.deepEqual(model.problems, []);
    assert.equal(model.system, 'Support bot');
    assert.deepEqual(model.authors, ['Ada', 'Bo']);
    assert.equal(model.reviewed?.date, '2026-11-03');
    assert.deepEqual(model.outOfScope, ['The ticket system']);
    assert.deepEqual(
      model.assets.map(({ asset }) => asset.text),
      ['model:gpt-4o', 'prompt:src/app.py#SYSTEM'],
    );
    assert.deepEqual(
      model.components.map(({ id, name, type, asset, boundary }) => [id, name, type, asset?.text, boundary?.text]),
      [
        ['user', 'Customer', 'actor', undefined, undefined],
        ['app', 'Chat service', 'process', undefined, 'backend'],
        ['llm', 'gpt-4o', 'model', 'model:gpt-4o', undefined],
      ],
    );
    assert.deepEqual(
      model.flows.map(({ id, from, to }) => [id, from.text, to.text]),
      [
        ['f1', 'user', 'app'],
        ['flow-2', 'app', 'model:gpt-4o'],
      ],
    );
    assert.deepEqual(
      model.boundaries.map(({ id, parent }) => [id, parent?.text]),
      [
        ['backend', undefined],
        ['inner', 'backend'],
      ],
    );
    assert.equal(model.permissions[0]?.humanApproval, 'yes');
    assert.equal(model.superfluous[0]?.capability, 'images');
    assert.deepEqual(
      [model.acceptances[0]?.by, model.acceptances[0]?.role, model.acceptances[0]?.expires?.date],
      ['Cy', 'Head of support', '2027-05-03'],
    );
    assert.equal(model.communicated[0]?.action, 'check the list');
  });

  it('takes risks as they are written, else from the matrix', () => {
    const [first] = read(WHOLE).threats;
    assert.deepEqual([first?.inherent, first?.residual, first?.residualRange], ['high', 'medium', null]);
    const written = read(WHOLE.replace('    status: in-progress', '    residual: low'));
    assert.equal(written.threats[0]?.residual, 'low');
    const unrated = read(WHOLE.replace('    impact: major\n    treatment', '    treatment'));
    assert.equal(unrated.threats[0]?.residual, null);
  });

  it('takes controls in words, in rows, and the one that is planned', () => {
    const model = read(`record: threat-model
threats:
  - { id: T1, title: a, controls: "A filter", planned: "A second look", owner: Bo, due: 2027-01-31 }
  - { id: T2, title: b, controls: [A filter, { control: Limits, due: 2027-01-31 }] }
`);
    assert.deepEqual(
      model.threats.map(({ controls }) =>
        controls.map(({ text, state, owner, due }) => [text, state, owner, due?.date]),
      ),
      [
        [
          ['A filter', 'in-place', null, undefined],
          ['A second look', 'planned', 'Bo', '2027-01-31'],
        ],
        [
          ['A filter', 'in-place', null, undefined],
          ['Limits', 'planned', null, '2027-01-31'],
        ],
      ],
    );
  });

  it('reads files of the first version, filled in with any words, without a complaint', () => {
    assert.deepEqual(read(FIRST_VERSION).problems, []);
    const filled = read(`record: threat-model
system: Shop
assets:
  - asset: the customer database
architecture:
  entry-points: [user text, uploads]
  trust-boundaries:
    - between the browser and us
  flows:
    - { from: browser, to: API, data: questions }
threats:
  - id: T01
    title: Training, tuning or feedback data is poisoned
    asset: orders
    entry: upload
    stride: tampering
    atlas: AML.T0020 Training Data Poisoning (2026.09)
    owasp: LLM04 (2025)
    treatment: accept
acceptance: none, because nothing is left
communicated:
  - { threat: T01, told: Operators }
`);
    assert.deepEqual(filled.problems, []);
    assert.deepEqual(
      filled.threats[0]?.owasp.map(({ text }) => text),
      ['LLM04:2025'],
    );
    assert.deepEqual(
      filled.boundaries.map(({ id }) => id),
      ['between the browser and us'],
    );
  });

  it('tells of what points nowhere only where there are ids to point to', () => {
    const flows = '  flows:\n    - { from: browser, to: API }\n';
    const without = `record: threat-model\narchitecture:\n${flows}`;
    assert.deepEqual(read(without).problems, []);
    assert.equal(read(`${without}  components:\n    - { id: api }\n`).problems.length, 1);
  });

  it('marks words without their quotes, in every line end', () => {
    for (const end of ['\n', '\r\n']) {
      const text = [
        '\uFEFFrecord: threat-model',
        'threats:',
        `  - id: "T1"`,
        `    title: 'x'`,
        `    atlas: 'AML.T0019 (old)'`,
        '    treatment: ""',
      ].join(end);
      const model = read(text);
      assert.equal(at(text, model.threats[0]?.id.range ?? model.range), 'T1');
      assert.deepEqual(
        model.problems.map(({ range, meant }) => [at(text, range), meant]),
        [['AML.T0019', 'AML.T0115.000']],
      );
    }
  });

  it('is null where nothing can be read', () => {
    for (const text of ['- a\n- b\n', 'just words', '']) {
      assert.equal(readThreatModel('x.yaml', text, testCatalogue()), null);
    }
  });

  it('reads a long file with many boundaries that lie in one another once', () => {
    const boundaries = Array.from({ length: 4000 }, (_, index) => `    - { id: b${index}, inside: b${index + 1} }\n`);
    const model = read(`record: threat-model\narchitecture:\n  trust-boundaries:\n${boundaries.join('')}`);
    assert.equal(model.boundaries.length, 4000);
    assert.deepEqual(
      model.problems.map(({ rule, message }) => [rule, message]),
      [['unknown-reference', 'b4000 is no trust boundary in this threat model']],
    );
  });
});

describe('any text as a threat model', () => {
  /** Every range in what was read, wherever it is kept. */
  function rangesIn(value: unknown): Range[] {
    if (typeof value !== 'object' || value === null) return [];
    const own = 'endColumn' in value ? [value as Range] : [];
    return [...own, ...Object.values(value).flatMap(rangesIn)];
  }

  function isInside(text: string, path = 'x.yaml') {
    const model = readThreatModel(path, text, testCatalogue());
    const lines = new TextLines(text);
    const end = lines.position(text.length);
    for (const range of rangesIn(model)) {
      assert.ok(range.line >= 1 && range.column >= 1);
      assert.ok(range.line < range.endLine || (range.line === range.endLine && range.column <= range.endColumn));
      assert.ok(range.endLine < end.line || (range.endLine === end.line && range.endColumn <= end.column));
    }
  }

  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      fc.constantFrom(
        'app',
        'T01',
        'AML.T0020',
        'LLM01',
        '2026-13-40',
        'mitigate',
        'high',
        'model:gpt-4o',
        '',
        null,
        7,
      ),
      fc.string({ maxLength: 12, unit: 'grapheme' }),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom('id', 'title', 'asset', 'threat', 'date', 'from', 'to', 'controls', 'inside'),
        tie('node'),
        {
          maxKeys: 4,
        },
      ),
    ),
  })).node;

  it('never throws, and its places lie inside the text', () => {
    const keys = ['assets', 'threats', 'acceptance', 'communicated', 'permissions', 'superfluous', 'reviewed', 'id'];
    const groups = ['components', 'flows', 'trust-boundaries', 'entry-points'];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), value),
        fc.dictionary(fc.constantFrom(...groups), value),
        fc.boolean(),
        (top, architecture, indented) => {
          isInside(JSON.stringify({ record: 'threat-model', ...top, architecture }, null, indented ? 2 : 0));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws on what is left of a file', () => {
    fc.assert(
      fc.property(fc.nat(WHOLE.length), fc.nat(WHOLE.length), fc.string({ maxLength: 6 }), (from, to, put) => {
        isInside(WHOLE.slice(0, from) + put + WHOLE.slice(Math.max(from, to)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the matrix of risks', () => {
  it('never falls where likelihood or impact rises', () => {
    const rank = (likelihood: number, impact: number) =>
      RISKS.indexOf(riskOf(LIKELIHOODS[likelihood] ?? null, IMPACTS[impact] ?? null) ?? 'very-low');
    for (const [likelihood] of LIKELIHOODS.entries()) {
      for (const [impact] of IMPACTS.entries()) {
        if (likelihood > 0) assert.ok(rank(likelihood, impact) >= rank(likelihood - 1, impact));
        if (impact > 0) assert.ok(rank(likelihood, impact) >= rank(likelihood, impact - 1));
      }
    }
    assert.deepEqual([rank(0, 0), rank(4, 4)], [0, 4]);
  });

  it('says nothing without both', () => {
    assert.equal(riskOf('likely', null), null);
    assert.equal(riskOf(null, 'severe'), null);
  });

  it('is shown with every step', () => {
    for (const word of [...LIKELIHOODS, ...IMPACTS, ...RISKS]) assert.ok(matrixText().includes(word), word);
  });
});

describe('order of places', () => {
  it('is that of the text', () => {
    const { threats, components } = read(WHOLE);
    for (const list of [threats, components]) {
      const ranges = list.map(({ range }) => range);
      assert.deepEqual([...ranges].sort(compareRange), ranges);
    }
  });
});
