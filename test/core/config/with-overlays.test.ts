import assert from 'node:assert/strict';
import { NEVER_CANCELLED } from '../../../src/core';
import { explain } from '../../../src/core/report/explain';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';

const POLICY = `namespace: acme
title: Acme AI policy
edition: "3"
provisions:
  - id: acme:ai-1
    principle: 5
    force: shall
    roles: [Developer]
    asks: a kill switch
    summary: Every assistant can be switched off.
stricter:
  - provision: 5.1.3-4
    reason: our risk committee asks for it
owners:
  - provision: 5.2.1-1
    owner: Security team
mappings:
  - item: AC-12
    name: List of AI
    provisions: [5.2.1-1, acme:ai-1]
`;

async function catalogueWith(files: Record<string, string>) {
  const engine = engineOver(new MemoryWorkspace(files));
  const snapshot = await engine.scan(NEVER_CANCELLED);
  const text = (query: string) => {
    const answer = explain(engine.catalogue, query);
    return answer.kind === 'text' ? answer.text.replaceAll(/\s+/gu, ' ') : '';
  };
  return { engine, snapshot, text };
}

describe('overlays of an organisation', () => {
  const project = { 'ai-baseline.yaml': 'overlays: policy/acme.yaml\n', 'policy/acme.yaml': POLICY };

  it('add provisions beside those of the standard, with their name', async () => {
    const { snapshot, text } = await catalogueWith(project);
    assert.equal(snapshot.provisions.length, 73);
    assert.ok(snapshot.provisions.some(({ id }) => id === 'acme:ai-1'));
    assert.match(text('acme:ai-1'), /requires, Acme AI policy .*not of the standard.*it is no provision of ETSI/u);
  });

  const shows: readonly (readonly [string, string, RegExp])[] = [
    [
      'a stricter force beside that of the standard',
      '5.1.3-4',
      /recommends \(Acme AI policy: requires\).*Stricter here: .*our risk committee/u,
    ],
    ['an owner', '5.2.1-1', /Owner here: Security team \(Acme AI policy\)/u],
    ['a further link', '5.2.1-1', /Acme AI policy \(edition 3\) - AC-12 List of AI/u],
    ['what an item of theirs goes with', 'AC-12', /5\.2\.1-1 .*acme:ai-1/u],
  ];
  for (const [what, query, expected] of shows) {
    it(`show ${what}`, async () => {
      const { text } = await catalogueWith(project);
      assert.match(text(query), expected);
    });
  }

  it('leave what the standard says of a provision as it is', async () => {
    const [plain, laid] = [await catalogueWith({}), await catalogueWith(project)];
    for (const [index, principle] of plain.engine.catalogue.principles.entries()) {
      const others = laid.engine.catalogue.principles[index]?.provisions ?? [];
      for (const provision of principle.provisions) {
        const found = others.find(({ id }) => id === provision.id);
        assert.ok(found, provision.id);
        assert.deepEqual({ ...found, ...provision }, found);
      }
    }
  });

  it('count for nothing while they are broken, and apply as soon as they are mended', async () => {
    const workspace = new MemoryWorkspace({ ...project, 'policy/acme.yaml': POLICY.replace('5.1.3-4', '5.9.9-4') });
    const engine = engineOver(workspace);
    const before = await engine.scan(NEVER_CANCELLED);
    assert.equal(before.provisions.length, 72);
    assert.deepEqual(
      before.findings.map(({ rule, path, line }) => `${rule} ${path}:${String(line)}`),
      ['invalid-configuration policy/acme.yaml:12'],
    );
    workspace.files.set('policy/acme.yaml', POLICY);
    const after = await engine.update(['policy/acme.yaml'], NEVER_CANCELLED);
    assert.equal(after.provisions.length, 73);
    assert.deepEqual(after.findings, []);
  });
});
