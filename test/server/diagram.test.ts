import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLens } from 'vscode-languageserver/node';
import { requests, type DiagramAnswer } from '../../src/protocol';
import { bench } from './session';

const PATH = 'ai-security/threat-models/support-bot.yaml';
const TEXT = readFileSync(join(__dirname, '../core/diagram/fixtures/support-bot.yaml'), 'utf8');

describe('the diagram in the language server', () => {
  const { folder, start, uri } = bench();
  const opened = async () => {
    const root = folder({ [PATH]: TEXT });
    const session = await start({ folders: [root] });
    const at = uri(root, PATH);
    const ask = () => session.editor.sendRequest<DiagramAnswer>(requests.diagram, { uri: at });
    return { session, at, ask };
  };

  it('is drawn from the file, with its threats, its matrix and what is open', async () => {
    const { ask } = await opened();
    const { page, why } = await ask();
    assert.equal(why, null);
    assert.ok(page);
    assert.match(page.svg, /^<svg /u);
    assert.equal(page.title, 'Support bot');
    assert.equal(page.risks.length, page.likelihoods.length * page.impacts.length);
    assert.deepEqual(
      page.threats.map(({ id, nodes }) => `${id} ${nodes.join(' ')}`),
      ['T01 app llm', 'T02 refund', 'T03 index'],
    );
    assert.ok(page.legend.some(({ words }) => words === 'not described'));
    assert.ok(page.points.some(({ message }) => message.includes('audit log')));
    const line = TEXT.split('\n').findIndex((each) => each.includes('id: llm')) + 1;
    assert.match(page.svg, new RegExp(`data-line="${line}"[^>]*data-id="llm"`, 'u'));
  });

  it('follows what is typed before it is saved, and says what is broken and where', async () => {
    const { session, at, ask } = await opened();
    const type = (text: string, version: number) =>
      session.editor.sendNotification('textDocument/didChange', {
        textDocument: { uri: at, version },
        contentChanges: [{ text }],
      });
    await session.editor.sendNotification('textDocument/didOpen', {
      textDocument: { uri: at, languageId: 'yaml', version: 1, text: TEXT },
    });
    await type(TEXT.replace('name: gpt-4o', 'name: gpt-4.1'), 2);
    assert.match((await ask()).page?.svg ?? '', /model gpt-4\.1/u);
    await type(`${TEXT}broken: [\n`, 3);
    const { page, why } = await ask();
    assert.equal(page, null);
    assert.match(why ?? '', /^Line \d+: /u);
  });

  it('is offered above threat models, and of nothing else', async () => {
    const { session, at, ask } = await opened();
    const lenses = await session.editor.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: at } });
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ['aiBaseline.showDiagram'],
    );
    assert.ok((await ask()).page);
    const nothing = await session.editor.sendRequest<DiagramAnswer>(requests.diagram, { uri: `${at}.gone` });
    assert.deepEqual(nothing, { page: null, why: 'The file cannot be read.' });
  });
});
