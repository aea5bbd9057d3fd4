import assert from 'node:assert/strict';
import { join } from 'node:path';
import { REPORT_FORMATS } from '../../src/core';
import { REPORT_CHOICES, requests, type LifeCyclePage, type Place } from '../../src/protocol';
import { placeOfAddress } from '../../src/webview/life-cycle/place-address';
import { filesOf } from '../support/rule-cases';
import { bench } from './session';

const FIXTURE = join(__dirname, '../core/gate/fixtures/contradicted-claim');

describe('the life cycle in the language server', () => {
  const { folder, start, uri } = bench();
  const opened = async (trusted = true) => {
    const root = folder(filesOf(FIXTURE));
    const session = await start({ folders: [root], client: { commands: true, trusted } });
    const project = uri(root, '').replace(/\/$/u, '');
    const ask = <Answer>(name: string, params: object) =>
      session.editor.sendRequest<Answer>(name, { project, ...params });
    return { root, project, ask };
  };

  it('is one page whose links and buttons all lead to places that are there', async () => {
    const { ask, root } = await opened();
    const page = await ask<LifeCyclePage>(requests.lifeCycle, {});
    const addresses = [...page.html.matchAll(/(?:href|data-fix)="(#place:[^"]+)"/gu)].map(
      ([, address = '']) => address,
    );
    assert.ok(addresses.some((address) => address.includes('claims.yaml')));
    for (const address of new Set(addresses)) {
      const place = placeOfAddress(address);
      assert.ok(place, address);
      const there = await ask<Place>(requests.pagePlace, place);
      assert.equal(there.uri, uri(root, place.path));
      assert.equal(there.range.start.line, (place.line ?? 1) - 1);
    }
    assert.match(page.html, /<button type="button" data-fix="#place:\d+:[^"]+">Change the claim</u);
    assert.match(page.style, /forced-colors/u);
  });

  it('leads nowhere outside of the project', async () => {
    const { ask } = await opened();
    for (const path of ['../secret', 'a/../../b', '/etc/passwd', 'C:\\a', '', 'a\\..\\..\\b']) {
      assert.equal(await ask(requests.pagePlace, { path, line: 1 }), null, path);
    }
  });

  it('writes every report that the extension offers, and those are all', async () => {
    assert.deepEqual(REPORT_CHOICES.map(({ format }) => format).sort(), Object.keys(REPORT_FORMATS).sort());
    const { ask } = await opened();
    for (const { format } of REPORT_CHOICES) {
      assert.ok((await ask<string>(requests.report, { format })).length > 0, format);
    }
    for (const format of ['toString', 'pdf', '']) assert.equal(await ask(requests.report, { format }), null);
  });

  it('shows what is open of a project: threat models about other folders are left out', async () => {
    const chat = (model: string) =>
      `from openai import OpenAI\n\nOpenAI().chat.completions.create(model="${model}", messages=[])\n`;
    const threats = (model: string) => `record: threat-model\nid: t\nsystem: t\nassets:\n  - asset: model:${model}\n`;
    const root = folder({
      'ai-baseline.yaml': '',
      'desk/chat.py': chat('gpt-4o'),
      'shop/chat.py': chat('gpt-4.1'),
      'ai-security/threat-models/desk.yaml': threats('gpt-4o'),
      'ai-security/threat-models/shop.yaml': threats('gpt-4.1'),
    });
    const shown = async (...folders: string[]) => {
      const session = await start({ folders: folders.map((each) => join(root, each)) });
      const project = uri(root, '').replace(/\/$/u, '');
      const html = await session.editor.sendRequest<string>(requests.report, { project, format: 'html' });
      const models = ['threat-models/desk.yaml', 'threat-models/shop.yaml'].filter((path) => html.includes(path));
      return [...models, /Only what concerns (.*) is shown/u.exec(html)?.[1]];
    };
    const both = ['threat-models/desk.yaml', 'threat-models/shop.yaml'];
    assert.deepEqual(await shown('desk'), ['threat-models/desk.yaml', 'desk/']);
    assert.deepEqual(await shown('desk', 'shop'), [...both, 'desk/, shop/']);
    assert.deepEqual(await shown(''), [...both, undefined]);
  });

  it('names the commit only where the workspace is trusted', async () => {
    const html = async (trusted: boolean) => (await opened(trusted)).ask<string>(requests.report, { format: 'html' });
    assert.match(await html(true), /commit 0123456789ab/u);
    assert.doesNotMatch(await html(false), /commit 0123456789ab/u);
  });

  it('says nothing of a project that is not open', async () => {
    const { ask } = await opened();
    for (const name of [requests.lifeCycle, requests.pagePlace, requests.report]) {
      assert.equal(await ask(name, { project: 'file:///nowhere', path: 'a', line: 1, format: 'html' }), null);
    }
  });
});
