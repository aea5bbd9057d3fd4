import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config/configuration';
import { FILE_START } from '../../../src/core/model';
import type { Completion, HoverText } from '../../../src/core/model';
import { completeInRecord, hoverInRecord } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';
import { asset, read } from './support';

const neighbour = read('ai-security/models/b.md', '---\nrecord: model-card\nowner: "Jane: Doe"\n---\n');
assert.ok(neighbour);
const input = {
  catalogue: testCatalogue(),
  configuration: DEFAULT_CONFIGURATION,
  assets: [asset('model', 'gpt-4o'), asset('dataset', 'squad', { digest: 'text1:sha256:aa' }), asset('model', 'a b')],
  records: [neighbour],
};

/** The text without the caret `‸`, and where it was. */
function caret(text: string) {
  const at = text.indexOf('‸');
  const before = text.slice(0, at).split('\n');
  return { text: text.replace('‸', ''), position: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } };
}

function complete(marked: string, path = 'ai-security/x.md'): Completion[] {
  const { text, position } = caret(marked);
  return completeInRecord(path, text, position, input);
}

function hover(marked: string, path = 'ai-security/x.md'): HoverText | null {
  const { text, position } = caret(marked);
  return hoverInRecord(path, text, position, input);
}

const CARD = '---\nrecord: model-card\n';

/** What is offered at the caret: all of it, or at least that with nothing of the third. */
const completions: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['a kind', '---\nrecord: ‸\n---\n', ['model-card', 'threat-model'], ['owner']],
  ['a kind half typed and not closed', '---\nrecord: mod‸', ['model-card'], []],
  ['the first key', '---\nrec‸\n---\n', ['record'], ['owner']],
  ['keys', `${CARD}provider: x\n‸\n---\n`, ['owner', 'licence', 'review-by'], ['provider', 'record', 'Purpose']],
  ['a key half typed', `${CARD}ow‸\n---\n`, ['owner'], []],
  ['provisions in brackets', `${CARD}provisions: [5.2.1-1, 5.‸]\n---\n`, ['5.2.4-1.1'], ['model:gpt-4o']],
  ['provisions in a list', `${CARD}provisions:\n  - ‸\n---\n`, ['5.2.4-1.1'], []],
  ['provisions in a list at the margin', `${CARD}provisions:\n- 5‸\n---\n`, ['5.2.4-1.1'], []],
  ['assets', `${CARD}covers:\n  - asset: ‸\n---\n`, ['model:gpt-4o'], ['dataset:squad']],
  ['assets in quotes', `${CARD}covers:\n  - asset: "mo‸"\n---\n`, ['model:gpt-4o'], []],
  ['assets without a key', `${CARD}covers:\n  - ‸\n---\n`, ['model:gpt-4o'], ['dataset:squad']],
  [
    'the digest of a dataset',
    '---\nrecord: dataset-card\ncovers:\n  - asset: dataset:squad\n    digest: ‸\n---\n',
    ['text1:sha256:aa'],
    [],
  ],
  ['people of other records', `${CARD}owner: "‸"\n---\n`, ['Jane: Doe'], []],
  ['values', '---\nrecord: dataset-card\npersonal-data: ‸\n---\n', ['none', 'pseudonymous'], ['5.2.1-1']],
  ['models of a prompt', '---\nrecord: prompt-record\nmodels:\n  - ‸\n---\n', ['gpt-4o'], ['squad']],
  ['headings', `${CARD}---\n## Purpose\n\n## ‸\n`, ['Guardrails', 'Limitations'], ['Purpose', 'owner']],
  ['provisions in the text', `${CARD}---\nSee (5.2‸\n`, ['5.2.4-1.1'], []],
  ['nothing in the text', `${CARD}---\nSee ‸\n`, [], ['owner', '5.2.1-1']],
  ['nothing in a comment', `${CARD}# ow‸\n---\n`, [], ['owner']],
];

const inYaml: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['a group', 'record: threat-model\nsc‸\n', ['scope', 'architecture'], ['purpose']],
  ['keys of a group', 'record: threat-model\nscope:\n  ‸\n', ['purpose', 'assumptions'], ['owner', 'entry-points']],
  ['columns', 'record: threat-model\nthreats:\n  - title: x\n    ‸\n', ['treatment', 'likelihood'], ['owner of x']],
  ['the first column', 'record: threat-model\nthreats:\n  - ‸\n', ['title'], []],
  ['values of a column', 'record: threat-model\nthreats:\n  - treatment: ‸\n', ['mitigate', 'not-applicable'], []],
  ['assets of a column', 'record: threat-model\nassets:\n  - asset: ‸\n', ['model:gpt-4o', 'dataset:squad'], []],
  ['people of a column', 'record: threat-model\nthreats:\n  - title: x\n    owner: ‸\n', ['Jane: Doe'], []],
  ['an answer among broken lines', 'record: threat-model\na: [\nrole: ‸\n"b\n', ['Developer'], []],
];

describe('completion in records', () => {
  const all = [
    ...completions.map((row) => [...row, 'a.md'] as const),
    ...inYaml.map((row) => [...row, 'a.yaml'] as const),
  ];
  for (const [name, text, some, none, path] of all) {
    it(name, () => {
      const labels = complete(text, path === 'a.md' ? 'ai-security/x.md' : path).map((each) => each.label);
      for (const label of some) assert.ok(labels.includes(label), `${label} is not among ${labels.join(', ')}`);
      for (const label of none) assert.ok(!labels.includes(label), `${label} is offered`);
      assert.equal(new Set(labels).size, labels.length);
    });
  }

  it('replaces the word at the caret, and writes values so that YAML reads them', () => {
    const [owner] = complete(`${CARD}owner: Ja‸ne\n---\n`);
    assert.deepEqual(owner?.range, { line: 3, column: 8, endLine: 3, endColumn: 12 });
    assert.equal(owner.insert, '"Jane: Doe"');
    const key = complete(`${CARD}ow‸: x\n---\n`).find((each) => each.label === 'owner');
    assert.deepEqual([key?.insert, key?.range.column, key?.range.endColumn], ['owner: ', 1, 5]);
    const quoted = complete(`${CARD}owner: "Ja‸"\n---\n`)[0];
    assert.equal(quoted?.insert, 'Jane: Doe');
  });

  const places: readonly (readonly [string, string])[] = [
    ['owner: Jane ‸D\n', 'owner: <>\n'],
    ['owner: "Jane ‸D"\n', 'owner: "<>"\n'],
    ["owner: 'J‸\n", "owner: '<>\n"],
    ['owner: J‸ # who\n', 'owner: <> # who\n'],
    ['owner:\n  - Jane D‸\n', 'owner:\n  - <>\n'],
    ['owner: [A, Jane D‸oe, B]\n', 'owner: [A, <>, B]\n'],
    ['owner: [‸]\n', 'owner: [<>]\n'],
    ['owner: ‸\n', 'owner: <>\n'],
  ];
  for (const [typed, expected] of places) {
    it(`the whole value is replaced in ${JSON.stringify(typed)}`, () => {
      const { range } = complete(CARD + typed)[0] ?? {};
      const lines = (CARD + typed.replace('‸', '')).split('\n');
      const line = lines[(range?.line ?? 1) - 1] ?? '';
      lines[(range?.line ?? 1) - 1] =
        `${line.slice(0, (range?.column ?? 1) - 1)}<>${line.slice((range?.endColumn ?? 1) - 1)}`;
      assert.equal(lines.join('\n'), CARD + expected);
    });
  }

  it('says nothing in files that are no records', () => {
    assert.deepEqual(complete('---\ntitle: ‸\n---\n', 'docs/x.md'), []);
    assert.deepEqual(complete('a: ‸\n', 'config.yaml'), []);
    assert.deepEqual(complete('record: ‸', 'ai-security/a.json'), []);
  });
});

const hovers: readonly (readonly [string, string, RegExp, string])[] = [
  ['a provision', `${CARD}provisions: [5.2.4-‸3]\n---\n`, /^\*\*5\.2\.4-3\*\* · recommends/u, '5.2.4-3'],
  ['a provision in the text', `${CARD}---\nSee 5.1.‸2-3.\n`, /requires/u, '5.1.2-3'],
  ['an asset', `${CARD}covers:\n  - asset: model:gpt‸-4o\n---\n`, /`gpt-4o`[\s\S]*src\/chat\.py:12/u, 'model:gpt-4o'],
  ['the kind', '---\nrec‸ord: model-card\n---\n', /Model card/u, 'record'],
  ['a key', `${CARD}own‸er: x\n---\n`, /Person or team[\s\S]*5\.2\.1-1/u, 'owner'],
  ['a heading', `${CARD}---\n## Guard‸rails\n`, /bounds/u, 'Guardrails'],
  ['another name of a heading', `${CARD}---\n## Intended ‸use\n`, /Purpose and intended use/u, 'Intended use'],
];

const silent: readonly (readonly [string, string, string])[] = [
  ['an id that does not exist', `${CARD}provisions: [5.9.‸9-9]\n---\n`, 'a.md'],
  ['a part of a longer number', `${CARD}provisions: [15.2.‸4-3]\n---\n`, 'a.md'],
  ['a value', `${CARD}owner: Ja‸ne\n---\n`, 'a.md'],
  ['text', `${CARD}---\nHel‸lo\n`, 'a.md'],
  ['a file that is no record', '---\nx: 5.2.4-‸3\n---\n', 'docs/a.md'],
];

describe('hover in records', () => {
  for (const [name, text, markdown, word] of hovers) {
    it(name, () => {
      const found = hover(text);
      assert.match(found?.markdown ?? '', markdown);
      const { line, column, endColumn } = found?.range ?? FILE_START;
      const shown = caret(text).text.split('\n')[line - 1] ?? '';
      assert.equal(shown.slice(column - 1, endColumn - 1), word);
    });
  }

  it('explains keys of groups and columns', () => {
    assert.match(hover('record: threat-model\nscope:\n  purp‸ose: x\n', 'a.yaml')?.markdown ?? '', /Purpose/u);
    assert.match(
      hover('record: threat-model\nthreats:\n  - title: x\n    treat‸ment: x\n', 'a.yaml')?.markdown ?? '',
      /mitigate/u,
    );
  });

  for (const [name, text, path] of silent) {
    it(`${name}: nothing`, () => assert.equal(hover(text, path), null));
  }
});

it('assistance survives any text at any place', () => {
  const piece = fc.constantFrom(
    '---',
    '\n',
    'record: threat-model',
    'owner:',
    '  - ',
    'threats:',
    '- ',
    ' ',
    '[',
    '"',
    '## ',
    '5.2',
    '\t',
    '\r\n',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 25 }),
      fc.nat(30),
      fc.nat(30),
      fc.boolean(),
      (pieces, line, column, yaml) => {
        const text = yaml ? pieces.join('') : `---\n${pieces.join('')}`;
        const path = yaml ? 'ai-security/a.yaml' : 'ai-security/a.md';
        const position = { line: line + 1, column: column + 1 };
        for (const { range } of completeInRecord(path, text, position, input)) {
          assert.ok(range.column >= 1 && range.endColumn >= range.column && range.line === position.line);
        }
        hoverInRecord(path, text, position, input);
      },
    ),
    { numRuns: 500 },
  );
});
