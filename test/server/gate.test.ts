import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { CodeAction, CodeLens, InlayHint } from 'vscode-languageserver/node';
import { requests, type EditResult, type GateAnswer } from '../../src/protocol';
import { filesOf } from '../support/rule-cases';
import { bench } from './session';

const FIXTURES = join(__dirname, '../core/gate/fixtures');
const CHECKLIST = 'ai-security/releases/2.4.0.md';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

describe('gates in the language server', () => {
  const { folder, start, uri } = bench();
  const opened = async (name: string, trusted = true) => {
    const root = folder(filesOf(join(FIXTURES, name)));
    const session = await start({ folders: [root], client: { commands: true, trusted } });
    const params = { project: uri(root, '').replace(/\/$/u, ''), gate: 'release', checklist: uri(root, CHECKLIST) };
    return { root, session, params, line: (filesOf(join(FIXTURES, name))[CHECKLIST] ?? '').split('\n') };
  };

  it('decide as the command line does, with places and ways out', async () => {
    const { session, params, root } = await opened('blocked');
    const answer = await session.editor.sendRequest<GateAnswer>(requests.gate, params);
    assert.equal(answer.line, 'No go: 2 reasons');
    assert.equal(answer.checklist, uri(root, CHECKLIST));
    assert.deepEqual(
      answer.reasons.map(({ weight, place, fixable }) => [weight, place?.uri, fixable]),
      [
        ['blocks', uri(root, CHECKLIST), false],
        ['blocks', uri(root, 'src/title.py'), true],
      ],
    );
  });

  it('say beside each item what is seen, tick for nobody, and offer to', async () => {
    const { session, root, line } = await opened('scaffolded');
    const textDocument = { uri: uri(root, CHECKLIST) };
    const hints = await session.editor.sendRequest<InlayHint[]>('textDocument/inlayHint', {
      textDocument,
      range: WHOLE,
    });
    const at = line.findIndex((each) => each.includes('Model files are in a format'));
    const hint = hints.find(({ position }) => position.line === at);
    assert.match(typeof hint?.label === 'string' ? hint.label : '', /^seen: .*, tick to confirm$/u);
    assert.equal(hint?.position.character, line[at]?.length);
    const range = { start: { line: at, character: 3 }, end: { line: at, character: 3 } };
    const actions = await session.editor.sendRequest<CodeAction[]>('textDocument/codeAction', {
      ...{ textDocument, range },
      context: { diagnostics: [] },
    });
    assert.equal(actions[0]?.title, 'Tick this item with name and date…');
    const edit = await session.editor.sendRequest<EditResult>(requests.tick, {
      uri: textDocument.uri,
      line: at + 1,
      by: 'Jane Doe',
    });
    assert.deepEqual(
      edit.changes.map(({ text }) => text.replace(/\d{4}-\d{2}-\d{2}/u, 'DAY')),
      ['[x]', ' — Jane Doe, DAY'],
    );
  });

  it('stand above the checklist in one line', async () => {
    const { session, root } = await opened('clean');
    const lenses = await session.editor.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: uri(root, CHECKLIST) },
    });
    assert.ok(lenses.some(({ command }) => command?.title === 'Check release: Go'));
  });

  it('are those of the project that a checklist lies in, also of one inside another', async () => {
    const inner = Object.entries(filesOf(join(FIXTURES, 'blocked'))).map(([path, text]) => [`apps/desk/${path}`, text]);
    const root = folder({
      ...filesOf(join(FIXTURES, 'clean')),
      ...(Object.fromEntries(inner) as Record<string, string>),
      'ai-baseline.yaml': 'gate:\n  release:\n    unread: [apps/**]\n',
      'apps/desk/ai-baseline.yaml': '',
      'apps/desk-2/ai-baseline.yaml': '',
    });
    const { editor } = await start({ folders: [root], client: { commands: true, trusted: true } });
    const [outside, inside] = ['', 'apps/desk'].map((path) => uri(root, path).replace(/\/$/u, ''));
    const asked = (project: string | undefined, checklist: string | null) =>
      editor.sendRequest<GateAnswer>(requests.gate, { project, gate: 'release', checklist });
    const own = uri(root, `apps/desk/${CHECKLIST}`);
    for (const [project, checklist, line, decidedOn] of [
      [outside, null, 'Go', uri(root, CHECKLIST)],
      [inside, null, 'No go: 2 reasons', own],
      [inside, own, 'No go: 2 reasons', own],
      [outside, own, 'No go: 2 reasons', own],
      [inside, uri(root, CHECKLIST), 'Go', uri(root, CHECKLIST)],
    ] as const) {
      const answer = await asked(project, checklist);
      assert.deepEqual([answer.line, answer.checklist], [line, decidedOn], `${project ?? ''} ${checklist ?? ''}`);
      const places = answer.reasons.flatMap(({ place }) => place?.uri ?? []);
      assert.ok(places.every((place) => place.startsWith(uri(root, 'apps/desk/'))));
    }
  });

  it('record a decision, but nothing in a workspace that is not trusted', async () => {
    const trusted = await opened('clean');
    const edit = await trusted.session.editor.sendRequest<EditResult>(requests.recordDecision, {
      ...trusted.params,
      approver: 'Jane Doe',
    });
    assert.match(
      edit.changes[0]?.text ?? '',
      /## Decision log\n\n- \d{4}-\d{2}-\d{2} · go · Jane Doe · text1:sha256:/u,
    );
    const other = await opened('clean', false);
    const none = await other.session.editor.sendRequest<EditResult>(requests.recordDecision, {
      ...other.params,
      approver: 'Jane Doe',
    });
    assert.deepEqual(none.changes, []);
  });
});
