import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver';
import {
  clientCommands,
  requests,
  type AnswersResult,
  type EditResult,
  type SupplierAssessmentChoice,
} from '../../src/protocol';
import { bench, CHAT, put } from './session';

describe('language server: questions to suppliers', () => {
  const { folder, start, uri } = bench();

  async function assessed() {
    const root = folder({ 'chat.py': CHAT });
    const session = await start({ folders: [root] });
    const wanted = { project: uri(root, ''), kind: 'supplier-assessment', title: 'OpenAI', assets: [] };
    const { files } = await session.editor.sendRequest<EditResult>(requests.newRecord, wanted);
    put(root, 'ai-security/suppliers/openai.yaml', files[0]?.text ?? '');
    await session.changedOnDisk(root, 'ai-security/suppliers/openai.yaml', 1);
    const found = async () => session.editor.sendRequest<SupplierAssessmentChoice[]>(requests.supplierAssessments);
    for (let tries = 0; tries < 100 && (await found()).length === 0; tries += 1)
      await new Promise((rest) => setTimeout(rest, 20));
    return { root, session, choices: await found() };
  }

  it('go out as one text and come back into the record, open places only', async () => {
    const { root, session, choices } = await assessed();
    const record = uri(root, 'ai-security/suppliers/openai.yaml');
    assert.deepEqual(choices, [{ uri: record, supplier: 'OpenAI' }]);
    const sent = await session.editor.sendRequest<string>(requests.questionnaire, { uri: record, format: 'markdown' });
    assert.match(sent, /^# Questions about the security of AI: OpenAI\n/u);
    const text = sent.replace('\nAnswer:', '\nAnswer: yes').replace('\nAnswer:\n', '\nAnswer: perhaps\n');
    const wanted = { uri: record, text, format: 'markdown' };
    const back = await session.editor.sendRequest<AnswersResult>(requests.importAnswers, wanted);
    assert.ok(back.possible);
    assert.equal(back.answered, 1);
    assert.ok(back.edit.changes.length > 0);
    assert.deepEqual(new Set(back.edit.changes.map((change) => change.uri)), new Set([record]));
    assert.equal(back.notes.length, 1);
    assert.match(back.notes[0] ?? '', /says "perhaps"/u);
  });

  it('give nothing for a file that asks nothing', async () => {
    const { root, session } = await assessed();
    const about = { uri: uri(root, 'chat.py'), format: 'csv' };
    assert.equal(await session.editor.sendRequest(requests.questionnaire, about), null);
    const back = await session.editor.sendRequest<AnswersResult>(requests.importAnswers, { ...about, text: 'id\n' });
    assert.deepEqual([back.possible, back.edit.changes], [false, []]);
  });

  it('are offered above the record itself', async () => {
    const { root, session } = await assessed();
    const textDocument = { uri: uri(root, 'ai-security/suppliers/openai.yaml') };
    const lenses = await session.editor.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      [clientCommands.exportQuestionnaire, clientCommands.importAnswers],
    );
  });

  it('write nothing in Restricted Mode', async () => {
    const root = folder({ 'chat.py': CHAT, 'ai-security/suppliers/a.yaml': 'record: supplier-assessment\n' });
    const session = await start({ folders: [root], client: { trusted: false } });
    const about = { uri: uri(root, 'ai-security/suppliers/a.yaml'), format: 'csv', text: 'id\n' };
    const back = await session.editor.sendRequest<AnswersResult>(requests.importAnswers, about);
    assert.equal(back.possible, false);
  });
});
