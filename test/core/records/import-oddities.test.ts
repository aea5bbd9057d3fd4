import assert from 'node:assert/strict';
import { readDescriptions } from '../../../src/core/records';
import { read as readRecord } from './support';

/** What is wrong, as `line:column message`. */
function problems(path: string, text: string): string[] {
  return (readDescriptions(path, text)?.problems ?? []).map(
    ({ message, range }) => `${String(range.line)}:${String(range.column)} ${message}`,
  );
}

const facts = (path: string, text: string) =>
  (readDescriptions(path, text)?.descriptions ?? []).map((each) => [
    each.kind,
    each.names,
    Object.fromEntries(Object.entries(each.facts).map(([name, fact]) => [name, fact.texts])),
  ]);

const CARD = '---\nlicense: mit\npipeline_tag: text-classification\n---\n\n# Sorter\n';
const croissant = (type: string) =>
  `{"@context": {"cr": "http://mlcommons.org/croissant/"}, "@type": "sc:Dataset", "name": "t",\n "recordSet": [{"@type": "cr:RecordSet", "field": [{"@type": "${type}", "name": "a"}]}]}`;

/** Cards that some readers refuse, each with the place of what is wrong; none where nothing is. */
const odd: readonly (readonly [name: string, path: string, text: string, found: readonly string[]])[] = [
  ['a card as it should be', 'm/README.md', CARD, []],
  ['a byte order mark', 'm/README.md', `\uFEFF${CARD}`, []],
  ['CRLF', 'm/README.md', CARD.replaceAll('\n', '\r\n'), []],
  [
    'CR CR LF',
    'm/README.md',
    CARD.replaceAll('\n', '\r\r\n'),
    ['1:4 Lines end in CR CR LF: some readers find no front matter here, others keep a CR in every value'],
  ],
  [
    'a tab behind a value',
    'm/README.md',
    CARD.replace('mit', 'mit\t'),
    ['2:13 A tab stands here: readers in Python reject the whole front matter'],
  ],
  ['a tab in a comment and one inside words', 'm/README.md', CARD.replace('mit', 'mit\n# a\tb\t\nx: "a\tb"'), []],
  [
    'no end',
    'm/README.md',
    '---\nlicense: mit\npipeline_tag: text-classification\n\n# Sorter\n',
    ['1:1 The front matter does not end: a line --- is missing, so that the hub reads no key of it'],
  ],
  [
    'an end glued to a value',
    'd/README.md',
    '---\nlicense: mit\ntask_ids: sorting---\n\n# Tickets\n',
    ['3:18 The front matter does not end: --- has to stand on a line of its own, so that the hub reads no key of it'],
  ],
  ['a list in place of keys', 'm/MODEL_CARD.md', '---\n- mit\n---\n', ['2:1 Keys with values are expected here']],
  ['front matter that is empty', 'm/MODEL_CARD.md', '---\n---\n\n# Sorter\n', []],
  ['keys without values, as maps', 'm/README.md', CARD.replace('mit', '{mit: null}'), []],
  ['a list of one licence', 'm/README.md', CARD.replace('mit', '\n- mit'), []],
  ['the language no', 'm/README.md', CARD.replace('license', 'language: no\nlicense'), []],
  ['a template where keys should be', 'm/datasetcard_template.md', '---\n{{ card_data }}\n---\n\n# {{ name }}\n', []],
  ['a field of the right kind', 'd/croissant.json', croissant('cr:Field'), []],
  [
    'a field that is none',
    'd/croissant.json',
    croissant('sc:Text'),
    ['2:62 "@type": sc:Text is not what stands under field: cr:Field'],
  ],
  [
    'JSON that breaks off',
    'd/croissant.json',
    croissant('cr:Field').slice(0, 120),
    ['2:28 This Croissant description cannot be read: it is no JSON from here on'],
  ],
  [
    'a bill that breaks off',
    'bom.json',
    '{"bomFormat": "CycloneDX", "components": [',
    ['1:42 This CycloneDX bill of materials cannot be read: it is no JSON from here on'],
  ],
  ['JSON of something else', 'd/data.json', '{"a": [', []],
];

describe('documents in known formats: what is odd', () => {
  for (const [name, path, text, found] of odd) it(name, () => assert.deepEqual(problems(path, text), found));

  it('an end glued to a value is found in records too', () => {
    const record = readRecord('ai-security/models/a.md', '---\nrecord: model-card\nowner: Ada---\n\n# A\n');
    assert.deepEqual(
      record?.problems.map(({ message, range }) => [message, range.line, range.column]),
      [['The front matter does not end: --- has to stand on a line of its own', 3, 11]],
    );
  });
});

describe('documents in known formats: JSON', () => {
  it('reads model cards of the Model Card Toolkit, older and newer', () => {
    const card = (data: unknown) =>
      JSON.stringify({
        schema_version: '0.0.2',
        model_details: {
          name: 'Sorter',
          overview: 'Sorts tickets.',
          owners: [{ name: 'Support team', contact: 'a@b.example' }],
          version: { name: 'v2', date: '2026-01-02' },
          licenses: [{ identifier: 'Apache-2.0' }],
          references: [{ reference: 'https://example.org/paper' }],
        },
        model_parameters: { data },
        considerations: {
          use_cases: [{ description: 'Triage of tickets' }],
          limitations: [{ description: 'Only German' }],
        },
      });
    const tickets = { name: 'tickets', link: 'https://example.org/t', description: 'of 2025' };
    for (const data of [[tickets], { train: tickets }, { train: { ...tickets, graphics: {} } }]) {
      const told = {
        provider: ['Support team'],
        version: ['v2 (2026-01-02)'],
        licence: ['Apache-2.0'],
        purpose: ['Triage of tickets'],
        limitations: ['Only German'],
        trainingData: ['tickets: https://example.org/t: of 2025'],
        source: ['https://example.org/paper'],
      };
      assert.deepEqual(facts('models/sorter.model_card.json', card(data)), [['model', ['Sorter'], told]]);
    }
    assert.deepEqual(facts('x.json', '{"model_details": 1, "considerations": {}}'), []);
  });

  it('reads packages of SPDX 3 that are data or models, with what stands elsewhere in the graph', () => {
    const graph = [
      { type: 'Organization', spdxId: 'urn:o', name: 'Statistics Office' },
      { type: 'simplelicensing_LicenseExpression', spdxId: 'urn:l', simplelicensing_licenseExpression: 'CC-BY-4.0' },
      {
        type: 'dataset_DatasetPackage',
        spdxId: 'urn:d',
        name: 'rents',
        suppliedBy: 'urn:o',
        software_packageVersion: '2026-01',
        software_downloadLocation: 'https://example.org/rents',
        dataset_datasetType: ['structured'],
        dataset_knownBias: ['Big towns only'],
        verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: 'ab' }],
      },
      { type: 'ai_AIPackage', spdxId: 'urn:m', name: 'rent-model', ai_limitation: 'Not for villages' },
      { type: 'software_Package', spdxId: 'urn:p', name: 'library' },
      { type: 'Relationship', relationshipType: 'hasDeclaredLicense', from: 'urn:d', to: ['urn:l'] },
    ];
    const text = JSON.stringify({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph });
    const data = {
      provider: ['Statistics Office'],
      version: ['2026-01'],
      limitations: ['Big towns only'],
      source: ['https://example.org/rents'],
      access: ['https://example.org/rents'],
      contents: ['structured'],
      hashes: ['sha256: ab'],
      licence: ['CC-BY-4.0'],
    };
    assert.deepEqual(facts('sbom.spdx.json', text), [
      ['dataset', ['rents', 'https://example.org/rents'], data],
      ['model', ['rent-model'], { limitations: ['Not for villages'] }],
    ]);
    assert.equal(problems('sbom.spdx.json', text.slice(0, -3)).length, 1);
  });
});
