import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config/configuration';
import type { RecordKind } from '../../../src/core/catalogue';
import type { FileCreation } from '../../../src/core/model';
import { scaffold } from '../../../src/core/records';
import { keyNames } from '../../../src/core/records/judge';
import { testCatalogue } from '../../support/catalogue';
import { fillIn } from './filled';
import { openFields, read } from './support';

const catalogue = testCatalogue();
const provisions = new Set(catalogue.principles.flatMap((each) => each.provisions.map(({ id }) => id)));

function make(kind: RecordKind, title: string | null = 'Support assistant'): FileCreation {
  const input = { assets: [], all: [], title, today: '2026-11-24', taken: () => false };
  const file = scaffold(kind.id, { ...input, catalogue, configuration: DEFAULT_CONFIGURATION });
  assert.ok(file);
  return file;
}

/** The fields a scaffold fills in when it has a title and a day, but no asset. */
const FILLED = new Set(['id', 'title', 'supplier', 'today', 'change-log', 'provisions']);

const placeholders = ['TODO', 'tbd', '<to be filled in>', 'n/a', '...', '{{ value }}'];
const sentences = [
  'Answers questions of customers: about bicycles, not about health',
  'Jana Novák (Security), seit 2026',
  '顧客の質問に答える',
];

describe('kinds of records', () => {
  it('are all there', () => {
    assert.deepEqual(
      catalogue.records.map(({ id }) => id),
      [
        ...[
          'dataset-card',
          'disposal-record',
          'end-user-notice',
          'incident-playbook',
          'model-card',
          'monitoring-runbook',
        ],
        ...['prompt-record', 'recovery-plan', 'release-checklist', 'risk-acceptance', 'security-test-report'],
        ...['supplier-assessment', 'system-profile', 'system-requirements', 'threat-model', 'training-record'],
        ...['update-plan', 'vulnerability-disclosure-policy'],
      ],
    );
  });

  for (const kind of catalogue.records) {
    describe(kind.id, () => {
      it('begins as a draft with the required fields open that nothing is known of, and no problems', () => {
        const { path, text } = make(kind);
        const record = read(path, text);
        assert.deepEqual(record?.problems, []);
        const unknown = kind.fields.filter(
          // Where an asset is used is known of assets only, and no gap stands for what a person never asked for.
          (field) => field.level === 'required' && !FILLED.has(field.fill ?? ''),
        );
        assert.deepEqual(
          openFields(record),
          unknown.map((field) => field.key ?? field.heading),
        );
        assert.deepEqual(
          record.provisions.filter(({ id }) => !provisions.has(id)),
          [],
        );
      });

      for (const words of sentences) {
        it(`has nothing open once it is filled with ${words}`, () => {
          const { path, text } = make(kind);
          const record = read(path, fillIn(kind, text, { words, instead: null, tick: true }));
          assert.deepEqual(record?.problems, []);
          assert.deepEqual(record.open, []);
          assert.ok(record.fields >= 4);
        });
      }

      for (const words of placeholders) {
        it(`does not take ${words} for an answer`, () => {
          const { path, text } = make(kind);
          const record = read(path, fillIn(kind, text, { words, instead: words, tick: false }));
          assert.deepEqual(record?.problems, []);
          assert.deepEqual(
            openFields(record),
            kind.fields
              .filter(({ level, fill }) => level === 'required' && fill !== 'change-log')
              .map((field) => field.key ?? field.heading),
          );
        });
      }

      it('does not take its own help for an answer', () => {
        const { path, text } = make(kind);
        for (const field of kind.fields.filter(({ heading, type }) => heading !== undefined && type === 'text')) {
          const shown = text.replace(`<!-- ${field.help} -->`, field.help);
          const expected = openFields(read(path, text));
          assert.deepEqual(openFields(read(path, shown)), expected, field.label);
        }
      });

      it('says for what it is required to be filled in', () => {
        const silent = kind.fields.filter(({ level, provisions: ids }) => level === 'required' && ids.length === 0);
        // A page that is about the whole project has an owner who answers to all of it.
        assert.deepEqual(
          silent.map(({ label }) => label),
          [],
        );
      });

      it('has no two fields of one name, and no help that judges', () => {
        const names = kind.fields.flatMap((field) => keyNames(field));
        assert.deepEqual(
          names.filter((name, index) => names.indexOf(name) !== index),
          [],
        );
        assert.doesNotMatch(JSON.stringify(kind), /\b(compliant|conformant|compliance|certified|passed|failed)\b/iu);
      });
    });
  }

  it('have ids that differ for papers about one system', () => {
    const ids = catalogue.records
      .filter(({ assetKind }) => assetKind === null)
      .map((kind) => read(make(kind).path, make(kind).text)?.id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('that a project has one of keep their name, and are not begun twice', () => {
    const input = { assets: [], all: [], title: null, today: '', catalogue, configuration: DEFAULT_CONFIGURATION };
    const path = 'ai-security/system.yaml';
    assert.equal(scaffold('system-profile', { ...input, taken: () => false })?.path, path);
    assert.equal(scaffold('system-profile', { ...input, taken: (taken) => taken === path }), null);
  });

  it('name the principles of the catalogue where functions are told off for them', () => {
    const raci = catalogue.records.flatMap(({ fields }) => fields).find(({ type }) => type === 'raci');
    assert.deepEqual(
      raci?.items?.map(({ text }) => text),
      catalogue.principles.map(({ title, roles }) => `${title} (${roles.join(', ') || 'no role named'})`),
    );
    assert.equal(raci.columns?.length, 8);
  });
});
