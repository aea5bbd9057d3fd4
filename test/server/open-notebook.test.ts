import assert from 'node:assert/strict';
import { bench, type Session } from './session';

const SOURCE = [
  'from transformers import pipeline\n',
  'classify = pipeline("text-classification", model="facebook/bart-large-mnli")\n',
];
const RAW = JSON.stringify(
  {
    cells: [
      { cell_type: 'markdown', id: 'intro', metadata: {}, source: ['# Title'] },
      { cell_type: 'code', id: 'load', metadata: {}, execution_count: null, outputs: [], source: SOURCE },
    ],
    metadata: { kernelspec: { language: 'python', name: 'python3' }, language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  },
  null,
  1,
);

describe('notebooks in the language server', () => {
  const { folder, start, uri } = bench();

  const cell = (at: string, id: string) => `${at.replace('file:', 'vscode-notebook-cell:')}#${id}`;

  function open(session: Session, at: string, code: string): Promise<void> {
    return session.editor.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: at,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: [
          { kind: 1, document: cell(at, 'intro') },
          { kind: 2, document: cell(at, 'load'), metadata: { id: 'load' } },
        ],
      },
      cellTextDocuments: [
        { uri: cell(at, 'intro'), languageId: 'markdown', version: 1, text: '# Title' },
        { uri: cell(at, 'load'), languageId: 'python', version: 1, text: code },
      ],
    });
  }

  it('show findings on the file with cell and line, in the cell while open, never in both', async () => {
    const root = folder({ 'a.ipynb': RAW });
    const session = await start({ folders: [root] });
    const at = uri(root, 'a.ipynb');
    assert.match(session.message(at), /\(cell 2, line 2\)$/u);

    await open(session, at, SOURCE.join(''));
    await session.until(() => session.shown.has(cell(at, 'load')) && !session.shown.has(at));
    const [found] = session.shown.get(cell(at, 'load')) ?? [];
    assert.deepEqual(found?.range, { start: { line: 1, character: 49 }, end: { line: 1, character: 75 } });
    assert.doesNotMatch(session.message(cell(at, 'load')), /cell 2/u);

    const notebookDocument = { uri: at };
    const cellTextDocuments = [{ uri: cell(at, 'intro') }, { uri: cell(at, 'load') }];
    await session.editor.sendNotification('notebookDocument/didClose', { notebookDocument, cellTextDocuments });
    await session.until(() => session.shown.has(at) && !session.shown.has(cell(at, 'load')));
  });

  it('follow the typing in a cell, and offer the same fixes there', async () => {
    const root = folder({ 'a.ipynb': RAW });
    const session = await start({ folders: [root] });
    const at = uri(root, 'a.ipynb');
    await open(session, at, SOURCE.join(''));
    await session.until(() => session.shown.has(cell(at, 'load')));
    await session.editor.sendNotification('notebookDocument/didChange', {
      notebookDocument: { uri: at, version: 2 },
      change: {
        cells: {
          textContent: [
            { document: { uri: cell(at, 'load'), version: 2 }, changes: [{ text: `# "first"\n\n${SOURCE.join('')}` }] },
          ],
        },
      },
    });
    await session.until(() => session.shown.get(cell(at, 'load'))?.[0]?.range.start.line === 3);
    const titles = (await session.actions(cell(at, 'load'), 3)).map(({ title }) => title);
    assert.match(titles[0] ?? '', /^Document model facebook\/bart-large-mnli/u);
    assert.deepEqual(await session.actions(cell(at, 'load'), 0), []);
  });
});
