import assert from 'node:assert/strict';
import { inFolder, partOf } from '../../../src/core';
import type { Snapshot } from '../../../src/core';
import { NEVER_CANCELLED } from '../../../src/core/ports';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';

const chat = (model: string) =>
  `from openai import OpenAI\n\nOpenAI().chat.completions.create(model="${model}", messages=[])\n`;
const card = (model: string) =>
  `---\nrecord: model-card\nid: ${model}\ncovers:\n  - asset: model:${model}\nprovisions: [5.2.1-1]\n---\n\n# Card\n`;
const threats = (id: string, model: string) =>
  `record: threat-model\nid: ${id}\nsystem: ${id}\nassets:\n  - asset: model:${model}\n`;
const checklist = (release: string, model: string) =>
  `---\nrecord: release-checklist\nid: "${release}"\nrelease: "${release}"\ncovers:\n  - asset: model:${model}\n---\n\n## Documents\n\n- [ ] Looked at\n`;

/** Two systems of one project, whose papers lie together in one folder. */
const TWO = {
  'desk/chat.py': chat('gpt-4o'),
  'shop/chat.py': chat('gpt-4.1'),
  'ai-security/system.yaml':
    'record: system-profile\nroles: [Developer]\nsystems:\n  - { id: desk, paths: [desk/], deployed: "yes" }\n  - { id: shop, paths: [shop/], deployed: "yes" }\n',
  'ai-security/claims.yaml': `standard: EN 304 223 V2.1.1
claims:
  - { provision: 5.1.1-1, support: yes, systems: [desk], evidence: [{ ticket: DESK-1 }] }
  - { provision: 5.1.1-1, support: no, systems: [shop] }
  - { provision: 5.1.1-2, support: partly }
`,
  'ai-security/models/desk.md': card('gpt-4o'),
  'ai-security/models/shop.md': card('gpt-4.1'),
  'ai-security/threat-models/desk.yaml': threats('desk', 'gpt-4o'),
  'ai-security/threat-models/shop.yaml': threats('shop', 'gpt-4.1'),
  'ai-security/releases/desk.md': checklist('desk-1', 'gpt-4o'),
  'ai-security/releases/shop.md': checklist('shop-1', 'gpt-4.1'),
};

const readTwo = () => engineOver(new MemoryWorkspace(TWO)).scan(NEVER_CANCELLED);
const namesOf = (files: readonly { readonly path: string }[]) =>
  files.map(({ path }) => path.replace('ai-security/', ''));
const statusIn = ({ provisions }: Snapshot, id: string) => provisions.find((each) => each.id === id) ?? assert.fail(id);

describe('a folder of a project', () => {
  for (const [own, other] of [
    ['desk', 'shop'],
    ['shop', 'desk'],
  ] as const) {
    it(`has the papers about its assets, and none about those of others: ${own}`, async () => {
      const whole = await readTwo();
      assert.deepEqual(namesOf(whole.threatModels), ['threat-models/desk.yaml', 'threat-models/shop.yaml']);
      assert.equal(whole.checklists.length, 2);
      const part = inFolder(whole, `${own}/`);
      assert.deepEqual(namesOf(part.threatModels), [`threat-models/${own}.yaml`]);
      assert.deepEqual(namesOf(part.checklists), [`releases/${own}.md`]);
      assert.ok(namesOf(part.records).includes(`models/${own}.md`));
      assert.ok(namesOf(part.records).every((path) => !path.includes(other)));
      assert.deepEqual(
        part.profile?.systems.map(({ id }) => id),
        [own],
      );
    });
  }

  it('stands as its own systems do, with claims about all of the project', async () => {
    const whole = await readTwo();
    const stateOf = (snapshot: Snapshot) => statusIn(snapshot, '5.1.1-1').status;
    assert.deepEqual(
      [stateOf(whole), stateOf(inFolder(whole, 'desk/')), stateOf(inFolder(whole, 'shop/'))],
      ['not-supported', 'claimed-with-outside-evidence', 'not-supported'],
    );
    const desk = statusIn(inFolder(whole, 'desk/'), '5.1.1-1');
    assert.deepEqual(
      [desk.claims.length, desk.systems.map(({ system }) => system), desk.evidence.length],
      [1, ['desk'], 1],
    );
    assert.equal(statusIn(inFolder(whole, 'shop/'), '5.1.1-1').evidence.length, 0);
    assert.equal(statusIn(inFolder(whole, 'shop/'), '5.1.1-2').status, 'partly');
  });

  it('counts for a provision the findings that stand in it', async () => {
    const whole = await readTwo();
    const shown = inFolder(whole, 'desk/');
    const named = shown.findings.filter(
      ({ provisions, suppressed, scope }) =>
        provisions.includes('5.1.2-3') && suppressed === null && scope === 'product',
    );
    assert.equal(statusIn(shown, '5.1.2-3').findings, named.length);
    assert.ok(statusIn(whole, '5.2.1-1').findings > statusIn(shown, '5.2.1-1').findings);
  });

  it('is the sum of several, and the whole where all of it is asked for', async () => {
    const whole = await readTwo();
    assert.equal(inFolder(whole, ''), whole);
    assert.deepEqual(
      partOf(whole, () => true),
      whole,
    );
    const both = partOf(whole, (path) => path.startsWith('desk/') || path.startsWith('shop/'));
    assert.equal(both.threatModels.length, 2);
    assert.equal(statusIn(both, '5.1.1-1').status, 'not-supported');
  });
});
