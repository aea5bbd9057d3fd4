import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction, CompletionItem, Hover } from 'vscode-languageserver/node';
import { requests, type EditResult, type FixArguments } from '../../src/protocol';
import { workspaceEdit } from '../../src/server/edits';
import { uriOfPath } from '../../src/server/paths';
import { applyCreations, bench, CHAT, put } from './session';

describe('language server', () => {
  const { folder, start, uri } = bench();

  describe('diagnostics', () => {
    it('cover files that nobody has opened, with code, page and range of the literal', async () => {
      const root = folder({ 'src/chat.py': CHAT, 'README.md': 'Nothing here.' });
      const session = await start({ folders: [root] });
      const [found, ...more] = session.shown.get(uri(root, 'src/chat.py')) ?? [];
      assert.deepEqual(more, []);
      assert.equal(found?.code, 'undocumented-model');
      assert.equal(found.source, 'ai-baseline');
      assert.equal(found.severity, 2);
      assert.equal(found.codeDescription?.href, 'page:undocumented-model');
      assert.deepEqual(found.range, { start: { line: 3, character: 46 }, end: { line: 3, character: 54 } });
    });

    it('underline the first line where a finding is about a whole file', async () => {
      const root = folder({
        'prompts/system.prompty': '---\nname: Helper\n---\nsystem:\nYou are a helpful assistant.\n',
      });
      const session = await start({ folders: [root] });
      const [found] = session.shown.get(uri(root, 'prompts/system.prompty')) ?? [];
      assert.equal(found?.code, 'undocumented-prompt');
      assert.deepEqual(found.range.start, { line: 0, character: 0 });
      assert.equal(found.range.end.line, 0);
      assert.ok(found.range.end.character > 0);
      const textDocument = { uri: uri(root, 'prompts/system.prompty') };
      const titles = async (character: number, line = 0) => {
        const range = { start: { line, character }, end: { line, character } };
        const request = { textDocument, range, context: { diagnostics: [] } };
        const actions = await session.editor.sendRequest<CodeAction[]>('textDocument/codeAction', request);
        return actions.map(({ title }) => title);
      };
      assert.ok((await titles(0)).length > 1);
      assert.deepEqual(await titles(3), await titles(0));
      assert.deepEqual(await titles(0, 3), []);
    });

    it('are one per asset, with the other places as related information', async () => {
      const root = folder({ 'a.py': CHAT, 'b.py': CHAT });
      const session = await start({ folders: [root] });
      const [found] = session.shown.get(uri(root, 'a.py')) ?? [];
      assert.deepEqual(
        found?.relatedInformation?.map(({ location }) => location.uri),
        [uri(root, 'b.py')],
      );
      assert.equal(session.shown.has(uri(root, 'b.py')), false);
    });

    it('follow the typing, and go when the reason is gone', async () => {
      const root = folder({ 'chat.py': CHAT });
      const session = await start({ folders: [root] });
      const at = uri(root, 'chat.py');
      await session.open(root, 'chat.py', CHAT);
      await session.type(root, 'chat.py', 2, `\n\n${CHAT}`);
      await session.until(() => session.shown.get(at)?.[0]?.range.start.line === 5);
      await session.type(root, 'chat.py', 3, 'print(1)\n');
      await session.until(() => !session.shown.has(at));
      await session.editor.sendNotification('textDocument/didClose', { textDocument: { uri: at } });
      await session.until(() => session.shown.get(at)?.[0]?.range.start.line === 3);
    });

    it('are not sent again while they stay the same', async () => {
      const root = folder({ 'chat.py': CHAT, 'other.py': CHAT.replace('gpt-4o', 'gpt-4.1') });
      const session = await start({ folders: [root] });
      await session.open(root, 'other.py', CHAT.replace('gpt-4o', 'gpt-4.1'));
      await session.type(root, 'other.py', 2, CHAT.replace('gpt-4o', 'o3'));
      await session.until(() => session.message(uri(root, 'other.py')).includes('o3'));
      assert.equal(session.published.filter((each) => each.uri === uri(root, 'chat.py')).length, 1);
    });

    it('follow the disk: new, changed and deleted files and folders', async () => {
      const root = folder({ 'chat.py': CHAT, 'lib/more.py': CHAT.replace('gpt-4o', 'o3') });
      const session = await start({ folders: [root] });
      put(root, 'new.py', CHAT.replace('gpt-4o', 'gpt-4.1'));
      await session.changedOnDisk(root, 'new.py', 1);
      await session.until(() => session.shown.has(uri(root, 'new.py')));
      put(root, 'chat.py', '');
      await session.changedOnDisk(root, 'chat.py', 2);
      await session.until(() => !session.shown.has(uri(root, 'chat.py')));
      rmSync(join(root, 'lib'), { recursive: true });
      await session.changedOnDisk(root, 'lib', 3);
      await session.until(() => !session.shown.has(uri(root, 'lib/more.py')));
    });

    it('forget a deleted file, although the editor still holds its text', async () => {
      const root = folder({ 'chat.py': CHAT });
      const session = await start({ folders: [root] });
      await session.open(root, 'chat.py', CHAT);
      rmSync(join(root, 'chat.py'));
      await session.changedOnDisk(root, 'chat.py', 3);
      await session.until(() => !session.shown.has(uri(root, 'chat.py')));
      await session.type(root, 'chat.py', 2, `\n${CHAT}`);
      await session.until(() => session.shown.has(uri(root, 'chat.py')));
    });

    it('honour .gitignore as soon as it changes', async () => {
      const root = folder({ 'scratch/chat.py': CHAT });
      const session = await start({ folders: [root] });
      assert.equal(session.shown.has(uri(root, 'scratch/chat.py')), true);
      put(root, '.gitignore', 'scratch/\n');
      await session.changedOnDisk(root, '.gitignore', 1);
      await session.until(() => !session.shown.has(uri(root, 'scratch/chat.py')));
    });

    it('leave out what settings leave out, without finding less', async () => {
      const root = folder({ 'chat.py': CHAT });
      const session = await start({ folders: [root], settings: { diagnostics: { enabled: false } } });
      await session.until(() => session.shown.size === 0 && session.counts?.undocumented === 1);
      session.settings = null;
      await session.editor.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await session.until(() => session.shown.has(uri(root, 'chat.py')));
    });

    it('wait for saving where people want that', async () => {
      const root = folder({ 'chat.py': CHAT });
      const session = await start({ folders: [root], settings: { scan: { onChange: 'save' } } });
      const at = uri(root, 'chat.py');
      await session.open(root, 'chat.py', CHAT);
      await session.type(root, 'chat.py', 2, 'print(1)\n');
      put(root, 'new.py', CHAT.replace('gpt-4o', 'o3'));
      await session.changedOnDisk(root, 'new.py', 1);
      await session.until(() => session.shown.has(uri(root, 'new.py')));
      assert.equal(session.shown.has(at), true);
      put(root, 'chat.py', 'print(1)\n');
      await session.editor.sendNotification('textDocument/didSave', { textDocument: { uri: at } });
      await session.until(() => !session.shown.has(at));
    });
  });

  describe('projects', () => {
    it('are one per folder, and nested ones are their own', async () => {
      const one = folder({ 'chat.py': CHAT, 'inner/ai-baseline.yaml': '{}\n', 'inner/chat.py': CHAT });
      const two = folder({ 'chat.py': CHAT });
      const session = await start({ folders: [one, two] });
      await session.until(() => session.counts?.projects === 3 && session.counts.state === 'ready');
      for (const at of [uri(one, 'chat.py'), uri(one, 'inner/chat.py'), uri(two, 'chat.py')]) {
        assert.deepEqual(session.rules(at), ['undocumented-model']);
      }
      assert.equal(session.counts?.undocumented, 3);
      const { nodes } = await session.children('assets', null);
      assert.deepEqual(
        nodes.map(({ kind }) => kind),
        ['project', 'project', 'project'],
      );
    });

    it('begin above the opened folder where they are marked there; only what is opened is shown', async () => {
      const root = folder({ 'ai-baseline.yaml': '{}\n', 'a/chat.py': CHAT, 'b/chat.py': CHAT.replace('gpt-4o', 'o3') });
      const session = await start({ folders: [join(root, 'a')] });
      assert.deepEqual([...session.shown.keys()], [uri(root, 'a/chat.py')]);
      assert.equal(session.counts?.undocumented, 1);
    });

    it('come and go with their mark', async () => {
      const root = folder({ 'chat.py': CHAT, 'inner/chat.py': CHAT });
      const session = await start({ folders: [root] });
      assert.equal(session.counts?.undocumented, 1);
      put(root, 'inner/ai-baseline.yaml', '{}\n');
      await session.changedOnDisk(root, 'inner/ai-baseline.yaml', 1);
      await session.until(() => session.counts?.projects === 2 && session.counts.undocumented === 2);
      rmSync(join(root, 'inner/ai-baseline.yaml'));
      await session.changedOnDisk(root, 'inner/ai-baseline.yaml', 3);
      await session.until(() => session.counts?.projects === 1 && session.counts.undocumented === 1);
      assert.equal(session.shown.has(uri(root, 'inner/chat.py')), false);
    });

    it('leave with their folder', async () => {
      const [one, two] = [folder({ 'chat.py': CHAT }), folder({ 'chat.py': CHAT })];
      const session = await start({ folders: [one, two] });
      const event = { added: [], removed: [{ uri: uriOfPath(two), name: 'two' }] };
      await session.editor.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      await session.until(() => session.counts?.projects === 1);
      assert.deepEqual([...session.shown.keys()], [uri(one, 'chat.py')]);
    });
  });

  describe('quick fixes', () => {
    it('document an asset in a new file, which makes it a draft with its open fields marked', async () => {
      const root = folder({ 'chat.py': CHAT });
      const session = await start({ folders: [root] });
      const at = uri(root, 'chat.py');
      const actions = await session.actions(at, 3);
      const [document] = actions;
      assert.match(document?.title ?? '', /^Document/u);
      assert.equal(document?.command?.command, 'aiBaseline.applyFix');
      assert.deepEqual(
        document.diagnostics?.map(({ code }) => code),
        ['undocumented-model'],
      );
      const [wanted] = document.command.arguments as [FixArguments];
      const edit = await session.editor.sendRequest<EditResult>(requests.fix, wanted);
      assert.ok(edit.files[0]?.select, 'the first field to fill');
      const [record = ''] = applyCreations(workspaceEdit(edit), root);
      assert.match(record, /^ai-security\/models\/.*\.md$/u);
      await session.changedOnDisk(root, record, 1);
      await session.until(() => session.counts?.drafts === 1 && session.counts.undocumented === 0);
      assert.equal(session.shown.has(at), false);
      const severities = session.shown.get(uri(root, record))?.map(({ severity }) => severity) ?? [];
      assert.ok(severities.includes(4) && severities.includes(3), 'hints and one line of information');
      rmSync(join(root, record));
      await session.changedOnDisk(root, record, 3);
      await session.until(() => session.shown.has(at));
    });

    it('never carry an edit together with a command, which the editor would drop once the edit is done', async () => {
      const root = folder({ 'chat.py': CHAT, 'more.py': CHAT.replace('gpt-4o', 'o3') });
      const ours = await start({ folders: [root] });
      const offers = await ours.actions(uri(root, 'chat.py'), 3);
      assert.ok(offers.length >= 4);
      for (const { title, edit, command } of offers) assert.ok(!edit && command, title);
      assert.deepEqual(
        offers.filter(({ command }) => (command?.arguments as FixArguments[])[0]?.many).map(({ title }) => title),
        ['Document all 2 undocumented assets…'],
      );
      const plain = await start({ folders: [root], client: { commands: false } });
      const edits = await plain.actions(uri(root, 'chat.py'), 3);
      assert.ok(edits.length >= 2);
      for (const { title, edit, command } of edits) assert.ok(edit && !command, title);
    });

    it('do nothing once what they settle is gone', async () => {
      const root = folder({ 'chat.py': CHAT });
      const session = await start({ folders: [root] });
      const [document] = await session.actions(uri(root, 'chat.py'), 3);
      const [wanted] = document?.command?.arguments as [FixArguments];
      const edit = await session.editor.sendRequest<EditResult>(requests.fix, { ...wanted, finding: 'another' });
      assert.deepEqual(edit, { files: [], changes: [] });
    });

    it('are the same at every place of an asset', async () => {
      const root = folder({ 'a.py': CHAT, 'b.py': CHAT });
      const session = await start({ folders: [root] });
      const titles = async (path: string) => (await session.actions(uri(root, path), 3)).map(({ title }) => title);
      assert.deepEqual(await titles('b.py'), await titles('a.py'));
      assert.ok((await titles('b.py')).length > 2);
    });

    it('never run on save, and write nothing in Restricted Mode', async () => {
      const root = folder({ 'chat.py': CHAT });
      const session = await start({ folders: [root], client: { commands: true, trusted: false } });
      const at = uri(root, 'chat.py');
      assert.deepEqual(await session.actions(at, 3, ['source.fixAll']), []);
      const restricted = await session.actions(at, 3);
      const writing = (actions: CodeAction[]) =>
        actions.filter(({ edit, command }) => edit ?? command?.command === 'aiBaseline.applyFix');
      assert.deepEqual(writing(restricted), []);
      const nothing = await session.editor.sendRequest<EditResult>(requests.document, { project: null, assets: null });
      assert.deepEqual(nothing, { files: [], changes: [] });
      await session.editor.sendNotification('ai-baseline/trust', { trusted: true });
      const trusted = await session.actions(at, 3);
      assert.ok(writing(trusted).length > 0);
    });

    it('ask for the reason of what is to be ignored, and write it down', async () => {
      const root = folder({ 'chat.py': CHAT });
      const session = await start({ folders: [root] });
      const actions = await session.actions(uri(root, 'chat.py'), 3);
      const ignore = actions.find(({ command }) => command?.command === 'aiBaseline.ignoreWithReason');
      const [target] = (ignore?.command?.arguments ?? []) as object[];
      const edit = await session.editor.sendRequest<EditResult>(requests.ignore, {
        ...target,
        reason: 'a test double',
      });
      assert.match(edit.changes[0]?.text ?? '', /ai-baseline-ignore.*undocumented-model.*-- a test double/u);
    });

    it('ask for one line about what changed since its record was reviewed, and write it down', async () => {
      const record = (digest: string) =>
        `---\nrecord: prompt-record\ncovers:\n  - asset: prompt:p.py#P\n    digest: text1:sha256:${digest}\n---\n`;
      const prompt =
        'from openai import OpenAI\n\nP = "You are a helpful assistant. Answer briefly."\nOpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": P}])\n';
      const root = folder({ 'p.py': prompt, 'ai-security/prompts/p.md': record('1'.repeat(64)) });
      const session = await start({ folders: [root] });
      const actions = await session.actions(uri(root, 'p.py'), 3);
      const action = actions.find(({ title }) => title === 'Record this change');
      assert.equal(action?.command?.command, 'aiBaseline.recordChange');
      const [target] = (action.command.arguments ?? []) as object[];
      const edit = await session.editor.sendRequest<EditResult>(requests.recordChange, {
        ...target,
        reason: 'shorter',
      });
      const texts = edit.changes.map(({ text }) => text).join('\n');
      assert.match(texts, /^text1:sha256:[0-9a-f]{64}\n/u);
      assert.match(texts, /## Change log\n\n- [0-9-]{10}: P changed \(11111111 → [0-9a-f]{8}\): shorter \(Ada\)\n/u);
    });
  });

  describe('records', () => {
    const RECORD = '---\nrecord: model-card\nid: gpt-4o\nprovisions: [5.2.1-1]\n---\n';

    it('explain provisions on hover and complete their ids', async () => {
      const root = folder({ 'chat.py': CHAT, 'ai-security/models/gpt-4o.md': RECORD });
      const session = await start({ folders: [root] });
      const textDocument = { uri: uri(root, 'ai-security/models/gpt-4o.md') };
      const position = { line: 3, character: 15 };
      const hover = await session.editor.sendRequest<Hover | null>('textDocument/hover', { textDocument, position });
      assert.match(JSON.stringify(hover?.contents), /5\.2\.1-1.*requires/u);
      const items = await session.editor.sendRequest<CompletionItem[]>('textDocument/completion', {
        textDocument,
        position,
      });
      assert.ok(items.some(({ label }) => label === '5.2.4-3'));
    });
  });
});
