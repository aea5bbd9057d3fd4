import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CHAT, CliProject } from './support';

const TOOL = `from langchain_core.tools import tool


@tool
def refund_order(order: str) -> str:
    """Refunds an order."""
    return order
`;

describe('cli: threat models of this project', () => {
  const project = CliProject.perTest();
  const { put, read, run } = project;
  const only = () => `ai-security/threat-models/${basename(project.root).toLowerCase()}.yaml`;

  it('begins one of the whole project, named like its folder', async () => {
    const { code, out } = await run(['new', 'threat-model', '--quiet']);
    assert.deepEqual([code, out], [0, `${only()}\n`]);
    assert.match(read(only()), /asset: model:gpt-4o\n/u);
    assert.match(read(only()), /treatment: "" # not rated yet\n/u);
    const again = await run(['new', 'threat-model', '--quiet']);
    assert.deepEqual([again.code, again.out], [2, '']);
    assert.match(again.err, /^There is a threat model of \S+ already: ai-security\/threat-models\/.*--update FILE/u);
    const forced = await run(['new', 'threat-model', '--force', '--quiet']);
    assert.deepEqual([forced.code, forced.out], [0, `${only().replace('.yaml', '-2.yaml')}\n`]);
  });

  it('begins one for each system of system.yaml', async () => {
    put('bot/ask.py', CHAT.replace('gpt-4o', 'gpt-4.1'));
    put(
      'ai-security/system.yaml',
      'record: system-profile\nsystems:\n  - { id: chat, name: Chat, paths: [src/**] }\n  - { id: bot, name: Bot, paths: [bot/**] }\n',
    );
    const { code, out } = await run(['new', 'threat-model', '--quiet']);
    assert.deepEqual([code, out], [0, 'ai-security/threat-models/chat.yaml\nai-security/threat-models/bot.yaml\n']);
    assert.ok(!read('ai-security/threat-models/chat.yaml').includes('asset: model:gpt-4.1'));
    assert.ok(!read('ai-security/threat-models/bot.yaml').includes('asset: model:gpt-4o\n'));
    assert.match(
      (await run(['new', 'threat-model', '--quiet'])).err,
      /of Chat, Bot already: ai-security\/threat-models\/chat\.yaml, ai-security\/threat-models\/bot\.yaml\./u,
    );
    rmSync(join(project.root, 'ai-security/threat-models/bot.yaml'));
    assert.equal((await run(['new', 'threat-model', '--quiet'])).out, 'ai-security/threat-models/bot.yaml\n');
  });

  it('shows what one would gain, adds it when told to, and keeps every byte of the rest', async () => {
    await run(['new', 'threat-model', '--quiet']);
    const mine = `\uFEFF${read(only()).replace('owner: ""', 'owner: Ada # who else?').replaceAll('\n', '\r\n')}`;
    put(only(), mine);
    put('src/tools.py', TOOL);
    const shown = await run(['new', 'threat-model', '--update', only(), '--quiet']);
    assert.equal(shown.code, 0);
    assert.match(shown.out, /^\+ {2}- asset: tool:\S*refund_order$/mu);
    assert.match(shown.err, /This would add 1 asset, .*1 permission, \d threats\. --write adds it\.\n$/u);
    assert.equal(read(only()), mine);
    const written = await run(['new', 'threat-model', '--update', only(), '--write', '--quiet']);
    assert.match(written.out, /: added 1 asset, /u);
    const grown = read(only());
    assert.ok(grown.startsWith('\uFEFFrecord: threat-model\r\n') && grown.includes('owner: Ada # who else?\r\n'));
    assert.ok(!grown.replaceAll('\r\n', '').includes('\n'));
    assert.match((await run(['new', 'threat-model', '--update', only(), '--quiet'])).out, /^Nothing is missing/u);
  });

  it('says that --write alone means nothing, and writes nothing', async () => {
    const { code, out, err } = await run(['new', 'threat-model', '--write', '--quiet']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^--write goes with --update FILE/u);
  });

  it('says what it cannot add to', async () => {
    put('ai-security/threat-models/odd.yaml', 'record: threat-model\nassets: &all []\nmore: *all\n');
    assert.match((await run(['new', 'threat-model', '--update', 'src/chat.py', '--quiet'])).err, /is no threat model/u);
    const odd = await run(['new', 'threat-model', '--update', 'ai-security/threat-models/odd.yaml', '--quiet']);
    assert.deepEqual([odd.code, /cannot be added to/u.test(odd.err)], [2, true]);
    assert.match(
      (await run(['new', 'model-card', '--update', 'x.md', '--quiet'])).err,
      /--update is for threat models/u,
    );
  });
});
