import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core';
import { NEVER_CANCELLED } from '../../../src/core';
import { command, commandFor } from '../../../src/core/gate/commands';
import { testCatalogue } from '../../support/catalogue';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';

const CHAT =
  'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", temperature=0.2, messages=[])\n';

describe('gate: the command that begins a way out', () => {
  const names: readonly (readonly [string, string | null])[] = [
    ['model:gpt-4o', 'ai-baseline x model:gpt-4o'],
    ['prompt:src/a.py#Bot.SYSTEM:user~2', 'ai-baseline x "prompt:src/a.py#Bot.SYSTEM:user~2"'],
    ['prompt:src/a.py#<module>', 'ai-baseline x "prompt:src/a.py#<module>"'],
    ['dataset:data/über uns.csv', 'ai-baseline x "dataset:data/über uns.csv"'],
    ['-rf', 'ai-baseline x "-rf"'],
    ...['$(reboot)', 'a`b`', 'a"; reboot', "a'b", 'a\\b', 'a\nb', 'a;b', 'a&b', 'a!b', 'a|b', 'a*'].map(
      (name) => [name, null] as const,
    ),
  ];
  for (const [name, expected] of names) {
    it(`${JSON.stringify(name)}: ${expected ?? 'none, since a shell could take it for more'}`, () =>
      assert.equal(command('x', name), expected));
  }

  it('is there for what the command line can do about a finding', async () => {
    const workspace = new MemoryWorkspace({ 'src/chat.py': CHAT });
    const engine = engineOver(workspace);
    await engine.scan(NEVER_CANCELLED);
    const of = (rule: string): string | null => {
      const finding: Finding | undefined = engine.snapshot.findings.find((each) => each.rule === rule);
      assert.ok(finding, rule);
      return commandFor(finding, { snapshot: engine.snapshot, catalogue: testCatalogue() });
    };
    assert.equal(of('undocumented-model'), 'ai-baseline new model-card --asset model:gpt-4o');
    const made = [...engine.document(['model:gpt-4o']).creations, ...engine.newThreatModel('shop').creations];
    for (const { path, text } of made)
      workspace.files.set(path, text.replace(/^review-by:.*$/mu, 'review-by: 2026-01-01'));
    workspace.files.set('src/chat.py', `${CHAT.replace('0.2', '0.9')}OpenAI().responses.create(model="gpt-4.1")\n`);
    await engine.scan(NEVER_CANCELLED);
    assert.equal(of('stale-record'), 'ai-baseline record-change model:gpt-4o --reason "…"');
    assert.equal(of('overdue-review'), 'ai-baseline record-change ai-security/models/gpt-4o.md --reason "…"');
    assert.equal(
      of('outdated-threat-model'),
      'ai-baseline record-change ai-security/threat-models/shop.yaml --reason "…"',
    );
    assert.equal(
      of('asset-not-threat-modelled'),
      'ai-baseline new threat-model --update ai-security/threat-models/shop.yaml --write',
    );
    assert.equal(of('incomplete-record'), null);
  });
});
