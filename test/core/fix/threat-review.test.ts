import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recordChangeEdit, replaced } from '../../../src/core/fix';
import type { Asset } from '../../../src/core/model';
import { listedAssets } from '../../../src/core/threats/standing';
import { readThreatModel } from '../../../src/core/threats/read-threat-model';
import { testCatalogue } from '../../support/catalogue';
import { asset } from '../records/support';

const catalogue = testCatalogue();
const kind = catalogue.records.find(({ id }) => id === 'threat-model');
const PATH = 'ai-security/threat-models/shop.yaml';
const NOW = `text1:sha256:${'a'.repeat(64)}`;
const BEFORE = `text1:sha256:${'0'.repeat(64)}`;
const assets: readonly Asset[] = [
  asset('model', 'gpt-4o', { configDigest: NOW }),
  asset('model', 'plain'),
  asset('prompt', 'src/a.py', { id: 'prompt:src/a.py#SYSTEM', digest: NOW }),
  asset('tool', 'refund', { sites: [] }),
];

function review(text: string, added: readonly Asset[] = []): string | null {
  assert.ok(kind);
  const model = readThreatModel(PATH, text, catalogue);
  const listed = model ? listedAssets(model, assets) : new Map<string, Asset>();
  const edits = recordChangeEdit({
    ...{
      path: PATH,
      text,
      kind,
      covers: new Map(),
      today: '2026-11-24',
      reviewBy: null,
      line: 'reviewed: all is well',
    },
    threats: { listed, added },
  });
  return edits && replaced(text, edits);
}

const HEAD = 'record: threat-model\nreviewed: 2026-01-01\n';
const LOG = 'change-log:\n  - "2026-11-24: reviewed: all is well"\n';
const tool = assets[3];
assert.ok(tool);
const cases: readonly (readonly [string, string, readonly Asset[], string])[] = [
  [
    'renews digests and keeps quotes of ids, comments and order',
    `assets:\n  # ours\n  - asset: "prompt:src/a.py#SYSTEM" # the one\n    digest: ${BEFORE} # old\n    owner: Bo\n`,
    [],
    `assets:\n  # ours\n  - asset: "prompt:src/a.py#SYSTEM" # the one\n    digest: ${NOW} # old\n    owner: Bo\n`,
  ],
  [
    'puts digests where there are none, and says of a model that it has no settings',
    'assets:\n  - model:plain\n  - asset: model:gpt-4o\n',
    [],
    `assets:\n  - asset: model:plain\n    config-digest: none\n  - asset: model:gpt-4o\n    config-digest: ${NOW}\n`,
  ],
  [
    'adds assets behind the keys that the last one is given',
    'assets:\n- asset: model:gpt-4o\n  seen: src/a.py:1 # here\n',
    [tool],
    `assets:\n- asset: model:gpt-4o\n  seen: src/a.py:1 # here\n  config-digest: ${NOW}\n- asset: tool:refund\n`,
  ],
  ['adds assets to an empty list', 'assets: []\n', [tool], 'assets:\n  - asset: tool:refund\n'],
  ['adds assets to a key without a value', 'assets:\n', [tool], 'assets:\n  - asset: tool:refund\n'],
  [
    'writes into braces',
    `assets:\n  - { asset: model:gpt-4o, config-digest: ${BEFORE} }\n  - { asset: "prompt:src/a.py#SYSTEM" }\n`,
    [],
    `assets:\n  - { asset: model:gpt-4o, config-digest: ${NOW} }\n  - { asset: "prompt:src/a.py#SYSTEM", digest: ${NOW} }\n`,
  ],
  ['adds ids between brackets', 'assets: [ "model:*" ] # x\n', [tool], 'assets: [ "model:*", tool:refund ] # x\n'],
  ['adds the list', 'owner: Bo # x\n', [tool], 'owner: Bo # x\nassets:\n  - asset: tool:refund\n'],
  ['leaves what stands for several', 'assets:\n  - "model:*"\n', [], 'assets:\n  - "model:*"\n'],
];

describe('fix: the review of a threat model', () => {
  for (const [what, before, added, after] of cases) {
    for (const end of ['\n', '\r\n']) {
      it(`${what}${end === '\n' ? '' : ' (CRLF)'}`, () => {
        const text = (HEAD + before).replaceAll('\n', end);
        const wanted = (HEAD.replace('2026-01-01', '2026-11-24') + after + LOG).replaceAll('\n', end);
        assert.equal(review(text, added), wanted);
      });
    }
  }

  it('adds nothing where the list is in no place of its own', () => {
    assert.equal(review(`${HEAD}assets: some\n`, [tool]), null);
    assert.equal(review('{ record: threat-model, reviewed: 2026-01-01 }\n', [tool]), null);
  });

  it('keeps every line of a person, whatever stands in the file', () => {
    const row = fc.constantFrom(
      '  - model:gpt-4o',
      '  - asset: model:plain # x',
      `  - asset: prompt:src/a.py#SYSTEM\n    digest: "${BEFORE}"`,
      '  - { asset: tool:refund, owner: Bo }',
      '  - asset: the till\n    sensitivity: |\n      money\n      and more',
      '  # a remark',
      '',
    );
    const rest = fc.constantFrom('', 'threats: []\n', 'owner: |\n  Ada\n', '# the end');
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), rest, fc.boolean(), (rows, tail, more) => {
        const text = `${HEAD}assets:\n${rows.map((line) => `${line}\n`).join('')}${tail}`;
        const after = review(text, more ? [tool] : []);
        if (after === null) return;
        const model = readThreatModel(PATH, after, catalogue);
        assert.deepEqual(model?.problems, []);
        const ids = (of: string) => readThreatModel(PATH, of, catalogue)?.assets.map((each) => each.asset.text) ?? [];
        assert.deepEqual(ids(after), [...ids(text), ...(more ? ['tool:refund'] : [])]);
        for (const line of ['# a remark', '# x', 'and more', '# the end', 'owner: Bo']) {
          assert.equal(after.split(line).length, text.split(line).length, line);
        }
      }),
      { numRuns: 80 },
    );
  });
});
