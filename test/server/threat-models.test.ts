import assert from 'node:assert/strict';
import { requests, type EditResult, type GrowResult, type ThreatModelChoices } from '../../src/protocol';
import { bench, CHAT, put } from './session';

const MODEL = 'ai-security/threat-models/shop.yaml';

describe('language server: threat models', () => {
  const { folder, start, uri } = bench();

  it('begins one, offers it for what is new, and says what it would take in', async () => {
    const root = folder({ 'chat.py': CHAT });
    const session = await start({ folders: [root] });
    const project = uri(root, '');
    const ask = <T>(request: string, more: object = {}) => session.editor.sendRequest<T>(request, { project, ...more });
    assert.deepEqual(await ask<ThreatModelChoices>(requests.threatModels), { systems: [], models: [] });
    const about = { kind: 'threat-model', title: 'Shop', assets: [] };
    const { files } = await ask<EditResult>(requests.newRecord, about);
    assert.equal(files[0]?.uri, uri(root, MODEL));
    assert.ok(files[0].select !== null && /asset: model:gpt-4o\n/u.test(files[0].text));
    put(root, MODEL, files[0].text.replace(/ {2}- asset: model:gpt-4o\n(?: {4}.*\n)+/u, ''));
    await session.changedOnDisk(root, MODEL, 1);
    let { models } = await ask<ThreatModelChoices>(requests.threatModels);
    for (let turn = 0; models.length === 0 && turn < 200; turn += 1) {
      ({ models } = await ask<ThreatModelChoices>(requests.threatModels));
    }
    assert.deepEqual(models, [{ path: MODEL, system: 'Shop' }]);
    const growth = await ask<GrowResult>(requests.growThreatModel, { path: MODEL });
    assert.deepEqual([growth.added[0], growth.left, growth.possible], ['1 asset', [], true]);
    assert.ok(growth.edit.changes.every(({ range }) => JSON.stringify(range.start) === JSON.stringify(range.end)));
    const none = await ask<GrowResult>(requests.growThreatModel, { path: 'chat.py' });
    assert.equal(none.possible, false);
  });

  it('adds nothing in Restricted Mode', async () => {
    const root = folder({ 'chat.py': CHAT, [MODEL]: 'record: threat-model\nsystem: Shop\n' });
    const session = await start({ folders: [root], client: { trusted: false } });
    const wanted = { project: uri(root, ''), path: MODEL };
    const growth = await session.editor.sendRequest<GrowResult>(requests.growThreatModel, wanted);
    assert.deepEqual([growth.possible, growth.edit], [false, { files: [], changes: [] }]);
  });
});
