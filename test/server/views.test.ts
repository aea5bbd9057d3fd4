import assert from 'node:assert/strict';
import { requests, type ExplainResult, type Filter } from '../../src/protocol';
import { bench, CHAT, type Session } from './session';

describe('views of the language server', () => {
  const { folder, start, uri } = bench();

  it('show the undocumented first, each with words for its state', async () => {
    const root = folder({ 'chat.py': CHAT, 'AGENTS.md': '# Rules\n\nYou are a careful helper. Run the tests.\n' });
    const session = await start({ folders: [root] });
    const top = await session.children('assets', null);
    assert.deepEqual(
      top.nodes.map(({ label, description }) => `${label}: ${description}`),
      ['Models: 1, 1 undocumented', "Developers' own tools: 1"],
    );
    const [model] = (await session.children('assets', top.nodes[0]?.id ?? null)).nodes;
    assert.equal(`${String(model?.label)}: ${String(model?.description)}`, 'gpt-4o: no record');
    assert.equal(model?.mark, 'undocumented');
    const [site] = (await session.children('assets', model.id)).nodes;
    assert.equal(site?.label, 'chat.py:4');
    assert.equal(site.place?.uri, uri(root, 'chat.py'));
  });

  it('show agents and tools under headings of their own, without asking for records of them', async () => {
    const servers = { library: { command: 'npx', args: ['@acme/library'] } };
    const root = folder({
      'chat.py': CHAT,
      'bot/mcp.json': JSON.stringify({ mcpServers: servers }),
      'bot/agent.py': 'from agents import Agent\nlibrarian = Agent(name="Librarian", tools=[])\n',
    });
    const session = await start({ folders: [root] });
    const top = await session.children('assets', null);
    assert.deepEqual(
      top.nodes.map(({ label, description }) => `${label}: ${description}`),
      ['Models: 1, 1 undocumented', 'Agents: 1', 'MCP servers: 1'],
    );
    const [agent] = (await session.children('assets', top.nodes[1]?.id ?? null)).nodes;
    assert.deepEqual([agent?.label, agent?.description, agent?.mark], ['Librarian', 'agent.py', 'none']);
  });

  it('call a prompt at module level by its file', async () => {
    const call =
      'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "You are a helpful assistant. Answer briefly."}])\n';
    const session = await start({ folders: [folder({ 'src/ask.py': call })] });
    const top = await session.children('assets', null);
    const prompts = top.nodes.find(({ label }) => label === 'Prompts');
    const [prompt] = (await session.children('assets', prompts?.id ?? null)).nodes;
    assert.equal(prompt?.label, 'ask.py:system');
    assert.match(prompt.asset ?? '', /<module>:system/u);
  });

  it('say what there is to see where there is no AI', async () => {
    const root = folder({ 'main.py': 'print(1)\n' });
    const session = await start({ folders: [root] });
    const { nodes } = await session.children('assets', null);
    assert.deepEqual(
      nodes.map(({ label }) => label),
      ['No AI assets found in 1 file.', 'Show what was looked at'],
    );
    const { markdown } = await session.editor.sendRequest<ExplainResult>(requests.coverage);
    assert.match(markdown, /1 file read/u);
  });

  it('lead from phases to provisions to the findings that touch them, filtered by role and force', async () => {
    const root = folder({ 'chat.py': CHAT });
    const session = await start({ folders: [root] });
    const all = await provisionsOf(session);
    assert.equal(all.length, 72);
    assert.equal(new Set(all.map(({ id }) => id)).size, 72);
    const inventory = all.find(({ provision }) => provision === '5.2.1-1');
    assert.match(inventory?.description ?? '', /^1 finding · Developer/u);
    assert.equal(inventory?.label, '5.2.1-1 requires an asset inventory');
    const findings = await session.children('provisions', inventory?.id ?? '');
    assert.deepEqual(
      findings.nodes.filter(({ kind }) => kind === 'finding').map(({ label }) => label),
      ['Model gpt-4o has no record.'],
    );
    assert.ok(findings.nodes.some(({ kind, mark }) => kind === 'observation' && mark === 'contradicted'));
    const recommended = await provisionsOf(session, { forces: ['should'] });
    assert.ok(recommended.length > 0 && recommended.every(({ label }) => / recommends /u.test(label)));
    const users = await provisionsOf(session, { roles: ['End-user'] });
    assert.equal(users.length, 1);
  });

  it('explain provisions and rules, and say so where there is nothing of that name', async () => {
    const session = await start({ folders: [folder({ 'a.py': '' })] });
    const about = async (name: string) =>
      (await session.editor.sendRequest<ExplainResult>(requests.explain, { about: name })).markdown;
    assert.match(await about('5.2.4-3'), /recommends/u);
    assert.match(await about('undocumented-model'), /Why\./u);
    assert.match(await about('nonsense'), /Nothing is called nonsense/u);
  });

  it('answer a question about nothing with nothing', async () => {
    const session = await start({ folders: [folder({ 'chat.py': CHAT })] });
    for (const node of ['asset/nowhere/x', 'kind', '%', 'a/b/c/d', '']) {
      assert.deepEqual((await session.children('assets', node)).nodes, []);
      assert.equal(await session.editor.sendRequest(requests.tooltip, { view: 'assets', node }), null);
    }
  });
});

async function provisionsOf(session: Session, filter: Partial<Filter> = {}) {
  const below = async (ids: readonly (string | null)[]) =>
    (await Promise.all(ids.map((id) => session.children('provisions', id, filter)))).flatMap(({ nodes }) => nodes);
  const phases = await below([null]);
  const principles = await below(phases.filter(({ label }) => label !== 'Start here').map(({ id }) => id));
  return below(principles.map(({ id }) => id));
}
