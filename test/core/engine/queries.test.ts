import assert from 'node:assert/strict';
import { NEVER_CANCELLED } from '../../../src/core';
import type { Engine, Range } from '../../../src/core';
import { applyEdit, MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';

const chat = (model: string) =>
  `from openai import OpenAI\n\nOpenAI().chat.completions.create(model="${model}", messages=[])\n`;
const place = (line: number): Range => ({ line, column: 1, endLine: line, endColumn: 200 });
const titles = (engine: Engine, path: string, line: number) =>
  engine.fixesAt(path, place(line)).map((fix) => fix.title);

async function scanned(files: Record<string, string>) {
  const workspace = new MemoryWorkspace(files);
  const engine = engineOver(workspace);
  await engine.scan(NEVER_CANCELLED);
  return { workspace, engine };
}

describe('engine: ways out', () => {
  const two = { 'a.py': chat('gpt-4o'), 'b.py': chat('gpt-4o'), 'c.py': chat('gpt-4.1') };
  const offered = [
    'Document model gpt-4o',
    'Document all 2 undocumented assets…',
    'Ignore with a reason…',
    'Why is this asked?',
  ];

  it('are the same at every site of an asset, and none elsewhere', async () => {
    const { engine } = await scanned(two);
    assert.deepEqual(titles(engine, 'a.py', 3), offered);
    assert.deepEqual(titles(engine, 'b.py', 3), offered);
    assert.deepEqual(titles(engine, 'b.py', 1), []);
    assert.deepEqual(titles(engine, 'none.py', 1), []);
  });

  it('lead from the sites of a draft to its record', async () => {
    const { engine, workspace } = await scanned(two);
    await engine.update(applyEdit(workspace, engine.document(['model:gpt-4o'])), NEVER_CANCELLED);
    const [open] = engine.fixesAt('b.py', place(3));
    assert.deepEqual([open?.title, open?.path], ['Open the record', 'ai-security/models/gpt-4o.md']);
    assert.deepEqual(titles(engine, 'c.py', 3), [
      'Document model gpt-4.1',
      'Ignore with a reason…',
      'Why is this asked?',
    ]);
  });

  it('document all: every asset a draft, no new asset, under names of their own', async () => {
    const { engine, workspace } = await scanned({ ...two, 'ai-security/models/gpt-4o.md': 'notes of somebody\n' });
    const before = engine.snapshot.assets.map((asset) => asset.id);
    const edit = engine.document(before);
    const after = await engine.update(applyEdit(workspace, edit), NEVER_CANCELLED);
    assert.deepEqual(
      after.assets.map((asset) => [asset.id, asset.documentation.state]),
      before.map((id) => [id, 'draft']),
    );
    assert.equal(workspace.files.get('ai-security/models/gpt-4o.md'), 'notes of somebody\n');
    assert.ok(after.findings.every((finding) => finding.rule === 'incomplete-record'));
  });

  it('a new document of a kind that there is not is nothing', async () => {
    const { engine } = await scanned({});
    assert.deepEqual(engine.newRecord('poem', 'x', []), { creations: [], replacements: [] });
    assert.equal(engine.newRecord('threat-model', 'Support bot', []).creations.length, 1);
  });

  it('ignoring needs a reason and a finding that is still there', async () => {
    const { engine } = await scanned(two);
    const fingerprint = engine.snapshot.findings[0]?.fingerprint ?? '';
    assert.equal(await engine.ignore(fingerprint, ' ', NEVER_CANCELLED), null);
    assert.equal(await engine.ignore('gone', 'a reason', NEVER_CANCELLED), null);
    assert.equal(await engine.ignore(fingerprint, 'a reason', { cancelled: true }), null);
    assert.equal((await engine.ignore(fingerprint, 'a reason', NEVER_CANCELLED))?.replacements.length, 1);
  });

  it('hovers and completes in records', async () => {
    const card = '---\nrecord: model-card\ncovers:\n  - asset: model:gpt-4o\nprovisions: [5.2.1-1]\n---\n';
    const { engine } = await scanned({ ...two, 'ai-security/models/a.md': card });
    const at = { line: 5, column: 16 };
    const hover = await engine.hover('ai-security/models/a.md', at, NEVER_CANCELLED);
    assert.match(hover?.markdown ?? '', /5\.2\.1-1/);
    const completions = await engine.complete('ai-security/models/a.md', at, NEVER_CANCELLED);
    assert.ok(completions.some((completion) => completion.kind === 'provision'));
    assert.equal(await engine.hover('gone.md', at, NEVER_CANCELLED), null);
    assert.deepEqual(await engine.complete('gone.md', at, NEVER_CANCELLED), []);
  });
});
