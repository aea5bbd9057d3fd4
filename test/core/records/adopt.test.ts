import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEVER_CANCELLED } from '../../../src/core';
import { relativeLink } from '../../../src/core/records/import/adoption';
import { applyEdit, MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/import', name), 'utf8');

describe('adopting a document as a record', () => {
  const config = '{"model_type": "bert", "architectures": ["B"], "transformers_version": "4"}';
  const chat = 'from openai import OpenAI\n\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n';

  async function adopted(files: Record<string, string>, id: string) {
    const workspace = new MemoryWorkspace(files);
    const engine = engineOver(workspace);
    await engine.scan(NEVER_CANCELLED);
    const edit = engine.adopt(id);
    const text = edit?.creations[0]?.text ?? '';
    const after = edit && (await engine.update(applyEdit(workspace, edit), NEVER_CANCELLED));
    return { engine, edit, text, record: after?.records.find((record) => record.path === edit?.creations[0]?.path) };
  }

  it('takes over what a card says, with its places, and leaves open what it does not', async () => {
    const files = { 'models/sorter/README.md': fixture('model-card.md'), 'models/sorter/config.json': config };
    const { text, record } = await adopted(files, 'model:models/sorter');
    assert.match(text, /^record: model-card\nadopted-from: models\/sorter\/README\.md\n/mu);
    assert.match(text, /^licence: "house-terms-2, LICENSE" # models\/sorter\/README\.md:4$/mu);
    assert.match(
      text,
      /^- Sorts tickets by topic.* \(from \[models\/sorter\/README\.md\]\(\.\.\/\.\.\/models\/sorter\/README\.md#L\d+\)\)$/mu,
    );
    assert.deepEqual(record?.problems, []);
    assert.deepEqual(
      record.open.filter(({ required }) => required).map(({ field }) => field),
      ['owner', 'Guardrails'],
    );
    const advised = record.open.filter(({ required }) => !required).map(({ field }) => field);
    assert.deepEqual(advised, ['review-by', 'retention', 'access', 'Failure modes', 'Hashes']);
  });

  it('takes over the header of a prompt file', async () => {
    const { text, record } = await adopted(
      { 'prompts/chat.prompty': fixture('chat.prompty') },
      'prompt:prompts/chat.prompty',
    );
    assert.match(text, /^models: # prompts\/chat\.prompty:\d+\n {2}- gpt-4o-mini$/mu);
    assert.match(
      text,
      /^- \d{4}-\d\d-\d\d: record begun, adopted from prompts\/chat\.prompty \(written by Ada, Bob\)$/mu,
    );
    assert.deepEqual(
      record?.open.filter(({ required }) => required).map(({ field }) => field),
      ['owner', 'Variables and their trust', 'Data'],
    );
  });

  it('points to a README that describes a model, and is offered where it is used', async () => {
    const readme = '# App\n\nWe use gpt-4o by OpenAI to answer customers, under the OpenAI terms of service.\n';
    const { engine, text } = await adopted({ 'README.md': readme, 'a.py': chat }, 'model:gpt-4o');
    assert.match(text, /^adopted-from: README\.md$/mu);
    assert.match(text, /^- See \[README\.md\]\(\.\.\/\.\.\/README\.md\)\.$/mu);
    const place = { line: 3, column: 1, endLine: 3, endColumn: 100 };
    assert.equal(
      engine.fixesAt('a.py', place).some(({ title }) => title.startsWith('Adopt')),
      false,
    );
    const before = engineOver(new MemoryWorkspace({ 'README.md': readme, 'a.py': chat }));
    await before.scan(NEVER_CANCELLED);
    assert.deepEqual(
      before.fixesAt('a.py', place).map(({ title, action, finding }) => [title, action, finding]),
      [['Adopt README.md as its record…', 'document', '']],
    );
  });

  it('is nothing where there is no such document, no such asset, or a record', async () => {
    assert.equal((await adopted({ 'a.py': chat }, 'model:gpt-4o')).edit, null);
    assert.equal((await adopted({ 'a.py': chat }, 'model:none')).edit, null);
    const files = { 'models/sorter/README.md': fixture('model-card.md'), 'models/sorter/config.json': config };
    const { engine, edit } = await adopted(files, 'model:models/sorter');
    assert.ok(edit);
    assert.equal(engine.adopt('model:models/sorter'), null);
  });

  it('lets no document break out of its place', async () => {
    const evil = fixture('model-card.md').replace('Sorts [tickets]', '`<!-- \\[x](y) <script> [tickets]');
    const files = { 'models/sorter/README.md': evil, 'models/sorter/config.json': config };
    const { record } = await adopted(files, 'model:models/sorter');
    assert.deepEqual(record?.problems, []);
    assert.equal(
      record.open.some(({ field }) => field === 'Limitations'),
      false,
    );
  });

  const links: readonly (readonly [string, string, string])[] = [
    ['ai-security/models/a.md', 'README.md', '../../README.md'],
    ['ai-security/models/a.md', 'ai-security/b c.md', '../b%20c.md'],
    ['a.md', 'x/(1).md', 'x/%281%29.md'],
  ];
  for (const [from, to, link] of links) {
    it(`from ${from} to ${to} is ${link}`, () => assert.equal(relativeLink(from, to), link));
  }
});
