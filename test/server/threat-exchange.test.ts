import assert from 'node:assert/strict';
import { requests, type ExportThreatModelResult, type ImportThreatModelResult } from '../../src/protocol';
import { EXCHANGE_FORMATS } from '../../src/protocol';
import { THREAT_MODEL_FORMATS } from '../../src/core';
import { bench, CHAT } from './session';

const OTM = 'otmVersion: 0.2.0\nproject: { name: Desk, id: desk }\ntrustZones: []\ndataflows: []\n';

describe('language server: threat models of other tools', () => {
  const { folder, start, uri } = bench();

  it('takes one over as a new file, and writes it for another tool', async () => {
    const root = folder({ 'chat.py': CHAT });
    const session = await start({ folders: [root] });
    const wanted = { project: uri(root, ''), text: OTM };
    const { edit, problems } = await session.editor.sendRequest<ImportThreatModelResult>(
      requests.importThreatModel,
      wanted,
    );
    assert.deepEqual([edit.files[0]?.uri, problems], [uri(root, 'ai-security/threat-models/desk.yaml'), []]);
    const text = edit.files[0]?.text ?? '';
    const out = await session.editor.sendRequest<ExportThreatModelResult>(requests.exportThreatModel, {
      text,
      format: 'otm',
    });
    assert.match(out.text ?? '', /"name": "Desk"/u);
    assert.equal(out.ending, '.otm.json');
    const broken = { ...wanted, text: '{"otmVersion":"0.2.0"}' };
    const none = await session.editor.sendRequest<ImportThreatModelResult>(requests.importThreatModel, broken);
    assert.deepEqual([none.edit.files, none.problems], [[], ['line 1, /: project is missing here']]);
  });

  it('takes nothing over in Restricted Mode', async () => {
    const root = folder({ 'chat.py': CHAT });
    const session = await start({ folders: [root], client: { trusted: false } });
    const wanted = { project: uri(root, ''), text: OTM };
    const found = await session.editor.sendRequest<ImportThreatModelResult>(requests.importThreatModel, wanted);
    assert.deepEqual(found.edit.files, []);
  });

  it('offers every format that there is', () => {
    assert.deepEqual([...EXCHANGE_FORMATS], Object.keys(THREAT_MODEL_FORMATS));
  });
});
