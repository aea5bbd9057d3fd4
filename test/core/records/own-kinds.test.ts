import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NEVER_CANCELLED } from '../../../src/core';
import { readConfiguration } from '../../../src/core/config';
import { readRecord, scaffold, withOwnKinds } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';
import { applyEdit, MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';
import { asset, openFields } from './support';

const gpt = asset('model', 'gpt-4o', { suppliers: ['OpenAI'], digest: 'text1:sha256:00' });

/** Kinds and configuration with one template of a model card, and fields of one's own. */
function own(template: string | null, fields = '', kind = 'model-card', path = 'docs/card.md') {
  const configured = readConfiguration('ai-baseline.yaml', `templates:\n  ${kind}: ${path}\n${fields}`);
  const templates = configured.templates.map((each) => ({ ...each, text: template }));
  return withOwnKinds(testCatalogue(), { ...configured, templates });
}

function make(made: ReturnType<typeof own>, kind = 'model-card') {
  const input = { assets: [gpt], all: [gpt], title: null, today: '2026-11-24', taken: () => false };
  const file = scaffold(kind, { ...input, ...made });
  assert.ok(file);
  return { ...file, record: readRecord(file.path, file.text, made.catalogue, made.configuration) };
}

const TEMPLATE = `---
record: model-card
# Our number for it
inventory-number: ""
owner: "Name of the team"
provider:
covers: []
---

# Acme model card

Fill this in within a week.

## Purpose

Say what it is for.

## Board approval

- [ ] Shown to the board

## Where it is used
`;

describe('templates of one’s own', () => {
  it('give their keys, comments and body; what is known is filled in, what is missing follows', () => {
    const { text, record } = make(own(TEMPLATE));
    assert.match(
      text,
      /^---\nrecord: model-card\n# Our number for it\ninventory-number: ""\nowner: "Name of the team"\n/u,
    );
    assert.match(text, /^provider: OpenAI\ncovers:\n {2}- asset: model:gpt-4o\n/mu);
    assert.match(text, /^# Acme model card\n\nFill this in within a week\.\n\n## Purpose\n\nSay what it is for\.\n/mu);
    assert.match(text, /^- \[ \] Shown to the board\n\n## Where it is used\n\n- `src\/chat\.py:12`$/mu);
    assert.deepEqual(record?.problems, []);
    // What stands in the template is no answer of anybody.
    assert.deepEqual(openFields(record), ['owner', 'licence', 'Purpose', 'Limitations', 'Guardrails']);
  });

  it('may be a body alone', () => {
    const { text, record } = make(own('# Card\r\n\r\n## Guardrails\r\n\r\n<!-- which? -->\r\n'));
    assert.equal(text.includes('\r'), false);
    assert.match(text, /^# Card\n\n## Guardrails\n\n<!-- which\? -->\n/mu);
    assert.deepEqual(openFields(record), ['owner', 'licence', 'Purpose', 'Limitations', 'Guardrails']);
  });

  it('fields of one’s own are scaffolded, asked for and answered like ours', () => {
    const fields = `fields:
  model-card:
    - { heading: Energy use, level: required, help: What does a thousand calls cost? }
    - { key: cost-centre, level: required }
    - { key: tier, type: enum, values: [a, b] }
`;
    const made = withOwnKinds(testCatalogue(), readConfiguration('ai-baseline.yaml', fields));
    assert.deepEqual(made.configuration.problems, []);
    const { text, record } = make(made);
    assert.match(text, /^## Energy use\n\n<!-- What does a thousand calls cost\? -->$/mu);
    assert.deepEqual(openFields(record).slice(-2), ['Energy use', 'cost-centre']);
    const wrong = text.replace('tier: ""', 'tier: c').replace('cost-centre: ""', 'cost-centre: 12');
    const read = readRecord('ai-security/models/x.md', wrong, made.catalogue, made.configuration);
    assert.equal(openFields(read).includes('cost-centre'), false);
    assert.match(read?.problems[0]?.message ?? '', /"c" is none of a, b/u);
  });

  const wrong: readonly (readonly [string, string | null, RegExp])[] = [
    ['a missing file', null, /docs\/card\.md is not there or cannot be read; the built-in one is used/u],
    ['broken YAML', '---\na: [\n---\n', /cannot be used: /u],
    ['front matter without end', '---\na: b\n\n# x\n', /cannot be used: The front matter does not end/u],
    ['another kind', '---\nrecord: threat-model\n---\n', /is a template of threat-model/u],
    ['too much', 'x'.repeat(300_000), /is too long/u],
  ];
  for (const [name, text, message] of wrong) {
    it(`${name} is a problem at the key, and ours is used`, () => {
      const made = own(text);
      assert.deepEqual(
        made.configuration.problems.map(({ range }) => [range.line, range.column]),
        [[2, 3]],
      );
      assert.match(made.configuration.problems[0]?.message ?? '', message);
      assert.match(make(made).text, /^# Model card: gpt-4o$/mu);
    });
  }

  const configurations: readonly (readonly [string, string, RegExp])[] = [
    ['an unknown kind', 'templates:\n  model-crad: a.md\n', /^2:3 .*did you mean model-card\?$/u],
    [
      'a kind that is like none',
      'fields:\n  poem: [{ key: x }]\n',
      /^2:10 fields: there is no record kind poem; known are /u,
    ],
    ['a path that leads out', 'templates:\n  model-card: ../a.md\n', /^2:3 templates: model-card takes the path/u],
    ['a path of no text', 'templates:\n  model-card: a.docx\n', /^2:3 templates: model-card takes the path/u],
    ['no list', 'fields:\n  model-card: { key: x }\n', /^2:3 fields: model-card takes a list/u],
    ['no name', 'fields:\n  model-card: [{ label: x }]\n', /^2:16 fields: a field has a key or a heading/u],
    ['a wrong level', 'fields:\n  model-card: [{ key: x, level: must }]\n', /^2:26 fields: level: /u],
    ['an unknown word', 'fields:\n  model-card: [{ key: x, lable: X }]\n', /^2:16 fields: /u],
    [
      'a field that is there',
      'fields:\n  model-card: [{ key: owner }]\n',
      /^2:16 fields: model-card has owner already/u,
    ],
    ['a heading in YAML', 'fields:\n  threat-model: [{ heading: X }]\n', /^2:18 fields: threat-model has keys only/u],
  ];
  for (const [name, text, expected] of configurations) {
    it(`${name} is told at its place`, () => {
      const { problems } = withOwnKinds(testCatalogue(), readConfiguration('ai-baseline.yaml', text)).configuration;
      assert.equal(problems.length, 1);
      assert.match(`${problems[0]?.range.line}:${problems[0]?.range.column} ${problems[0]?.message}`, expected);
    });
  }

  it('never throw, whatever they hold, and always give a record that reads back as a draft without problems of ours', () => {
    const piece = fc.constantFrom(
      ...[
        '---\n',
        '\r\n',
        'owner: ',
        '"',
        'covers:\n',
        '  - asset: x\n',
        '# Purpose\n',
        '## Limitations\n',
        '<!--',
        '-->',
      ],
      ...[
        '```\n',
        '- [ ] x\n',
        '| a | b |\n',
        '[',
        '{',
        '*a',
        '&a ',
        '\u0000',
        '\uFEFF',
        'record: model-card\n',
        'provider:',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 30 }).map((pieces) => `---\nrecord: model-card\n---\n${pieces.join('')}`),
    );
    fc.assert(
      fc.property(text, (template) => {
        const { record } = make(own(template));
        assert.equal(record?.kind, 'model-card');
        assert.deepEqual(record.covers[0]?.asset, 'model:gpt-4o');
        assert.ok(openFields(record).length > 0);
      }),
      { numRuns: 120 },
    );
  });

  it('an engine reads them, follows their changes, and takes none for a record', async () => {
    const chat = 'from openai import OpenAI\n\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n';
    const workspace = new MemoryWorkspace({
      'ai-baseline.yaml': 'templates:\n  model-card: docs/card.md\n',
      'docs/card.md': TEMPLATE,
      'a.py': chat,
    });
    const engine = engineOver(workspace);
    const before = await engine.scan(NEVER_CANCELLED);
    assert.deepEqual(before.records, []);
    assert.match(engine.document(['model:gpt-4o']).creations[0]?.text ?? '', /^# Acme model card$/mu);
    workspace.files.set('docs/card.md', '# Another card\n');
    await engine.update(['docs/card.md'], NEVER_CANCELLED);
    const edit = engine.document(['model:gpt-4o']);
    assert.match(edit.creations[0]?.text ?? '', /^# Another card$/mu);
    const after = await engine.update(applyEdit(workspace, edit), NEVER_CANCELLED);
    assert.deepEqual(
      after.findings.map(({ rule }) => rule),
      ['incomplete-record'],
    );
    workspace.files.delete('docs/card.md');
    const gone = await engine.update(['docs/card.md'], NEVER_CANCELLED);
    assert.deepEqual(gone.findings.map(({ rule, path, line }) => [rule, path, line]).slice(0, 1), [
      ['invalid-configuration', 'ai-baseline.yaml', 2],
    ]);
  });
});
