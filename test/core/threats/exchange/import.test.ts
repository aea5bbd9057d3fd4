import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assertValid, exported, fixture, imported, JSON_FORMATS, readBack } from './support/formats';

const told = (text: string) =>
  imported(text).problems.map(({ at, line, message }) => `${at} ${String(line)} ${message}`);
const without = (name: string, change: (json: Record<string, unknown>) => void) => {
  const json = JSON.parse(fixture(name)) as Record<string, unknown>;
  change(json);
  return JSON.stringify(json);
};

describe('exchange of threat models: import', () => {
  it('reads Threat Dragon 2: boxes in boxes, flows both ways, threats at several parts', () => {
    const found = imported(fixture('dragon-2.json'));
    const model = readBack(found);
    assert.equal(found.format, 'OWASP Threat Dragon 2');
    assert.deepEqual([model.system, model.owner, model.authors], ['Library desk', null, ['Ada']]);
    assert.deepEqual(
      model.boundaries.map(({ id, name, parent }) => [id, name, parent?.text]),
      [
        ['outer', 'Building', undefined],
        ['inner', 'Cellar', 'outer'],
      ],
    );
    assert.deepEqual(
      model.components.map(({ id, type, boundary }) => [id, type, boundary?.text]),
      [
        ['desk', 'process', 'inner'],
        ['shelf', 'store', 'outer'],
        ['reader', 'actor', undefined],
        ['desk-2', 'process', undefined],
      ],
    );
    assert.deepEqual(
      model.flows.map(({ id, from, to, data, protection }) => [id, from.text, to.text, data, protection]),
      [
        ['asks', 'reader', 'desk', 'Question', 'HTTPS, encrypted, over a public network'],
        ['asks-back', 'desk', 'reader', 'Question', 'HTTPS, encrypted, over a public network'],
      ],
    );
    assert.deepEqual(
      model.threats.map(({ id, targets, inherent, treatment, status }) => [
        id.text,
        targets.map(({ text }) => text),
        inherent,
        treatment,
        status,
      ]),
      [
        ['T01', ['desk'], 'high', 'mitigate', 'done'],
        ['same', ['desk', 'shelf'], null, null, 'open'],
      ],
    );
    assert.deepEqual(
      model.threats[0]?.controls.map(({ text, state }) => [text, state]),
      [['Ask for a face', 'in-place']],
    );
    assert.deepEqual(model.outOfScope, ['Desk: not ours']);
    assert.deepEqual(told(fixture('dragon-2.json')), [
      '/detail/diagrams/0/cells/7/id 28 The id desk is here twice',
      '/detail/diagrams/0/cells/10 33 This part of the diagram is of a kind that is not known here',
      '/detail/diagrams/0/cells/9/target 31 Loose end ends at no part of the diagram',
    ]);
    for (const words of [
      'Text in the diagram: Drawn by hand',
      'Privilege level: Desk: reader',
      'Reviewer: Grace',
      'Score: Tracking: 7.5',
      'Kind of threat: Tracking: Linkability',
    ])
      assert.ok(found.text?.includes(`#   ${words}\n`), words);
  });

  it('reads Threat Dragon 1, whose diagrams stand one step deeper', () => {
    const found = imported(fixture('dragon-1.json'));
    const model = readBack(found);
    assert.equal(found.format, 'OWASP Threat Dragon 1');
    assert.deepEqual(
      model.components.map(({ name }) => name),
      ['Reader\nat home', 'Shelf'],
    );
    assert.deepEqual(
      model.flows.map(({ from, to, data }) => [from.text, to.text, data]),
      [['a1', 's1', 'Looks up']],
    );
    assert.deepEqual(
      model.threats.map(({ treatment, inherent }) => [treatment, inherent]),
      [['not-applicable', 'low']],
    );
  });

  it('reads Open Threat Model in YAML: ratings, parts inside parts, mitigations from place to place', () => {
    const found = imported(fixture('otm.yaml'));
    const model = readBack(found);
    assert.deepEqual(
      model.components.map(({ id, type, boundary }) => [id, type, boundary?.text]),
      [
        ['web', 'process', 'z1'],
        ['inner', 'store', 'z1'],
        ['lost', 'model', undefined],
        ['shelf', 'store', 'z2'],
      ],
    );
    assert.deepEqual(
      model.flows.map(({ id }) => id),
      ['f1', 'f1-back'],
    );
    const [threat] = model.threats;
    assert.deepEqual(
      threat?.targets.map(({ text }) => text),
      ['shelf', 'f1'],
    );
    assert.deepEqual(
      [threat?.inherentLikelihood, threat?.inherentImpact, threat?.residual],
      ['likely', 'moderate', null],
    );
    // In place at one of two places is not in place.
    assert.deepEqual(
      threat?.controls.map(({ text, state }) => [text, state]),
      [['Chain: Books on chains', 'planned']],
    );
    assert.deepEqual(told(fixture('otm.yaml')), [
      '/components/2/parent 13 nowhere is no trust zone of this model',
      '/dataflows/1/destination 22 Falls off ends at no component of this model',
    ]);
    assert.ok(found.left.some((line) => line.startsWith('Weaknesses: Theft: CWE-79')));
  });

  it('reads the Threat Model Library: a part that is only pointed to is there all the same', () => {
    const found = imported(fixture('library.json'));
    const model = readBack(found);
    assert.deepEqual(
      model.components.map(({ id, type, asset, boundary }) => [id, type, asset?.text, boundary?.text]),
      [
        ['vendor', 'external', undefined, 'street'],
        ['web', 'process', undefined, undefined],
        ['shelf', 'store', 'books', undefined],
        ['reader', 'actor', undefined, undefined],
      ],
    );
    const [threat] = model.threats;
    assert.deepEqual(
      [threat?.likelihood, threat?.impact, threat?.residual, threat?.inherent],
      ['likely', 'major', 'very-high', null],
    );
    assert.deepEqual(
      threat?.controls.map(({ text, state }) => [text, state]),
      [['Chain: Books on chains', 'in-place']],
    );
    assert.deepEqual(model.assumptions, ['Doors are locked (confirmed)']);
    assert.deepEqual(
      imported(fixture('library.json')).problems.map(({ at, message }) => `${at} ${message}`),
      [
        '/data_sets/1/placements/0/data_store drawer is no data store of this model',
        '/components/0/trust_zone attic is no trust zone of this model',
        '/data_flows/1/source Asks begins at reader, which is described nowhere in this model',
        '/threats/0/components_affected roof is no part of this model',
      ],
    );
  });

  it('goes there and back in every format with all ids, names, threats and flows, whatever was odd', () => {
    for (const name of ['dragon-2.json', 'dragon-1.json', 'otm.yaml', 'library.json']) {
      const first = imported(fixture(name));
      const before = readBack(first);
      for (const format of JSON_FORMATS) {
        const sent = exported(first.text ?? '', format);
        assertValid(format, sent.text);
        const after = readBack(imported(sent.text));
        const shape = ({ components, flows, threats }: typeof before) => ({
          components: components.map((each) => `${each.id} ${each.name}`).sort(),
          flows: flows.map(({ id, from, to }) => [id, from.text, to.text].join(' ')).sort(),
          threats: threats.map(({ id, title }) => [format === 'tmlib' ? id.text.toLowerCase() : id.text, title]),
        });
        assert.deepEqual(shape(after), { ...shape(before) }, `${name} ${format}`);
      }
    }
  });

  for (const [words, text, expected] of [
    ['no text', '', ['/ null This file is empty']],
    ['no JSON', '{\n "version": "2.0",\n "summary" }', ['/ 3 This is no valid JSON from here on']],
    ['no map', '[1]', ['/ 1 This is no file of a threat modelling tool: it holds no keys with values']],
    [
      'words',
      '# Threat model\n\nAll is well.',
      ['/ 1 This is no file of a threat modelling tool: it holds no keys with values'],
    ],
    ['broken YAML', 'otmVersion: 0.2.0\nproject: [', ['/ 2 This is no valid YAML from here on']],
    [
      'keys under other names',
      '{"version":"2.1",\n"summary":{"titled":"x"},\n"details":{}}',
      [
        '/summary 2 title is missing here; is titled meant to be it?',
        '/ 1 detail is missing here; is details meant to be it?',
      ],
    ],
    [
      'diagrams that are none',
      without('dragon-2.json', (json) => (json.detail = { diagrams: 7 })),
      ['/detail/diagrams 1 diagrams is missing here, or no list'],
    ],
    ['no project', '{"otmVersion":"0.2.0"}', ['/ 1 project is missing here']],
    ['too deep', '['.repeat(5000), ['/ 1 This JSON nests too deep to be read']],
  ] as const) {
    it(`says what is wrong and where: ${words}`, () => {
      assert.deepEqual(told(text), expected);
      assert.equal(imported(text).text, null);
    });
  }

  it('names the tools that it knows and cannot read', () => {
    assert.match(told('threagile_version: 1.0.0\n')[0] ?? '', /Threagile, which cannot be read here/u);
    assert.match(told('{"schema":1,"applicationInfo":{}}')[0] ?? '', /Threat Composer, which cannot/u);
    assert.match(told('record: threat-model\n')[0] ?? '', /threat model of AI Baseline already/u);
    assert.match(told('{"a":1}')[0] ?? '', /no threat model that can be read here/u);
  });

  it('refuses what is too large', () => {
    assert.match(told(`{"otmVersion":"${'x'.repeat(5 * 1024 * 1024)}"}`)[0] ?? '', /more than 5 MB/u);
  });

  it('never throws, whatever stands where', () => {
    const sources = ['dragon-2.json', 'library.json'].map((name) => JSON.parse(fixture(name)) as unknown);
    const odd = fc.constantFrom<unknown>(null, 7, 'x', true, [], {}, [null], [[]], { id: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(fc.nat({ max: 40 }), { maxLength: 8 }),
        odd,
        (source, way, value) => {
          const json = structuredClone(source);
          let at: unknown = json;
          for (const step of way) {
            if (typeof at !== 'object' || at === null) break;
            const keys = Object.keys(at);
            const key = keys[step % Math.max(keys.length, 1)];
            if (key === undefined) break;
            const holder = at as Record<string, unknown>;
            if (step % 5 === 0 || typeof holder[key] !== 'object') holder[key] = structuredClone(value);
            at = holder[key];
          }
          const found = imported(JSON.stringify(json));
          if (found.text !== null) readBack(found);
          else assert.ok(found.problems.length > 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
