import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { replaced } from '../../../src/core/fix';
import type { Asset, System } from '../../../src/core/model';
import { scaffold } from '../../../src/core/records';
import { growThreatModel } from '../../../src/core/threats/grow';
import type { Growth } from '../../../src/core/threats/grow';
import { readThreatModel } from '../../../src/core/threats/read-threat-model';
import { begunThreatModel, plannedRows, systemNamed } from '../../../src/core/threats/scaffold';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config';
import { testCatalogue } from '../../support/catalogue';
import { asset, site } from '../../support/parts';

const catalogue = testCatalogue();
const configuration = DEFAULT_CONFIGURATION;

const ALL: readonly Asset[] = [
  asset('model:gpt-4o', { suppliers: ['OpenAI'], sites: [site('app/chat.py', 3)] }),
  asset('prompt:app/chat.py#SYSTEM', { sites: [site('app/chat.py', 5)] }),
  asset('tool:refund_order', { sites: [site('app/tools.py', 4, { signature: 'tools.decorator' })] }),
  asset('vector-index:articles', { sites: [site('app/index.py', 9, { signature: 'vector-stores.collection' })] }),
  asset('dataset:data/train.csv', {
    digest: 'text1:sha256:00',
    sites: [site('train/fit.py', 2, { signature: 'pandas.read' })],
  }),
  asset('model:models/mood.pkl', {
    pin: 'none',
    sites: [site('app/mood.py', 7, { signature: 'pickles.load', provider: null })],
  }),
];

const input = (assets: readonly Asset[]) => ({ catalogue, configuration, assets, files: new Map(), profile: null });
const rows = (assets: readonly Asset[]) => plannedRows('Shop', null, input(assets));

function fresh(assets: readonly Asset[], system: System | null = null): string {
  const begun = begunThreatModel('Shop', system, input(assets));
  const about = { assets: [], all: assets, title: 'Shop', today: '2026-11-24', taken: () => false };
  return scaffold('threat-model', { ...about, catalogue, configuration, begun })?.text ?? '';
}

function grow(text: string, assets: readonly Asset[]): Growth | null {
  const model = readThreatModel('ai-security/threat-models/shop.yaml', text, catalogue);
  assert.ok(model);
  return growThreatModel(text, model, rows(assets));
}

/** Whether every line of the first stands in the second, in the same order; empty brackets may have given way. */
function keeps(before: string, after: string): boolean {
  const lines = after.split('\n');
  let at = 0;
  return before.split('\n').every((line) => {
    const wanted = line.replace(/ *\[\](?=\s*(?:#.*)?\r?$)/u, '');
    const found = lines.findIndex((each, index) => index >= at && (each === line || each === wanted));
    at = found + 1;
    return found >= 0;
  });
}

const some = fc.subarray([...ALL]);

describe('a threat model that grows', () => {
  it('keeps all that stood there, can be read, and has nothing to add afterwards', () => {
    const ends = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(some, some, ends, fc.boolean(), (before, after, eol, cut) => {
        const written = fresh(before).replace('owner: ""', 'owner: Ada # who else').replaceAll('\n', eol);
        const text = cut ? written.trimEnd() : written;
        const growth = grow(text, after);
        assert.ok(growth);
        assert.ok(keeps(text, growth.text), growth.text);
        assert.equal(replaced(text, growth.replacements), growth.text);
        const bare = growth.text.replaceAll('\r\n', '');
        if (eol === '\r\n') assert.ok(!bare.includes('\n') && !bare.includes('\r'), 'line ends are mixed');
        const ids = (parse(growth.text) as { assets: { asset: string }[] }).assets.map((row) => row.asset);
        for (const { id } of after) assert.ok(ids.includes(id), `${id} is missing`);
        assert.deepEqual(grow(growth.text, after)?.added, []);
      }),
      { numRuns: 25 },
    );
  });

  it('rates nothing and answers nothing', () => {
    const model = readThreatModel('m.yaml', fresh(ALL), catalogue);
    assert.deepEqual(model?.problems, []);
    assert.ok(model.threats.length > 5);
    for (const threat of model.threats) {
      assert.deepEqual([threat.likelihood, threat.impact, threat.treatment, threat.residual], [null, null, null, null]);
    }
  });

  const both = ['model:gpt-4o', 'prompt:app/chat.py#SYSTEM'];
  const cases: Readonly<Record<string, readonly [text: string, assets: unknown, left: readonly string[]]>> = {
    'a list in brackets': ['record: threat-model\nassets: [{ asset: model:gpt-4o }] # so far\n', both, []],
    'a list at the edge': ['record: threat-model\nassets:\n- asset: model:gpt-4o\n# the end', both, []],
    'no list at all': ['record: threat-model', both, []],
    'an empty list': ['record: threat-model\nassets: [] # to do\nsystem: Shop\n', both, []],
    'an empty key': ['record: threat-model\nassets: # to do\nsystem: Shop\n', both, []],
    'words in place of a list': [
      'record: threat-model\nassets: none, it is a plan\n',
      'none, it is a plan',
      ['assets'],
    ],
  };
  for (const [what, [text, wanted, left]] of Object.entries(cases)) {
    it(`adds to ${what}`, () => {
      const growth = grow(text, ALL.slice(0, 2));
      assert.ok(growth);
      const { assets } = parse(growth.text) as { assets: string | { asset: string }[] };
      assert.deepEqual(typeof assets === 'string' ? assets : assets.map(({ asset: id }) => id).slice(0, 2), wanted);
      assert.deepEqual(growth.left, left);
      for (const remark of text.match(/#.*/gu) ?? []) assert.ok(growth.text.includes(remark), growth.text);
      assert.deepEqual(grow(growth.text, ALL.slice(0, 2))?.added, []);
    });
  }

  it('leaves a diagram alone that a person has cleared up', () => {
    const text = fresh(ALL).replace(/^ {4}- id: users\n(?: {6}.*\n)*/mu, '');
    assert.deepEqual(grow(text, ALL)?.added, []);
  });

  it('refuses a file with anchors, and one that is broken', () => {
    assert.equal(grow('record: threat-model\nassets: &all\n  - asset: model:x\nmore: *all\n', ALL), null);
    const broken = 'record: threat-model\nassets: [\n';
    const model = readThreatModel('m.yaml', 'record: threat-model\n', catalogue);
    assert.ok(model);
    assert.equal(growThreatModel(broken, model, rows(ALL)), null);
  });
});

describe('a threat model of one system', () => {
  const system = {
    id: 'mood',
    name: 'Mood',
    paths: ['app/mood.py'],
    assets: ['dataset:data/train.csv'],
    purpose: 'Sorts mail',
    owner: 'Ada',
  };
  const profile = { path: 'ai-security/system.yaml', owner: null, roles: [], raci: [], systems: [system] };

  it('takes in its own files and the assets it lists, and what system.yaml says of it', () => {
    const known = system as unknown as System;
    const text = fresh(ALL, known);
    const { assets, scope, owner } = parse(text) as {
      assets: { asset: string }[];
      scope: { purpose: string };
      owner: string;
    };
    assert.deepEqual(
      assets.map((row) => row.asset),
      ['dataset:data/train.csv', 'model:models/mood.pkl'].sort(
        (a, b) => ALL.findIndex(({ id }) => id === a) - ALL.findIndex(({ id }) => id === b),
      ),
    );
    assert.deepEqual([scope.purpose, owner], ['Sorts mail', 'Ada']);
  });

  it('is found by id or name, and the only one without', () => {
    const given = profile as unknown as Parameters<typeof systemNamed>[1];
    assert.equal(systemNamed(' mood', given)?.id, 'mood');
    assert.equal(systemNamed(null, given)?.id, 'mood');
    assert.equal(systemNamed('shop', given), null);
    assert.equal(systemNamed(null, null), null);
  });
});
