import assert from 'node:assert/strict';
import { REPORT_FORMATS } from '../../../src/core';
import type { ReportFormat } from '../../../src/core';
import { cycloneDx } from '../../../src/core/report/cyclonedx';
import { uuidOf } from '../../../src/core/report/uuid';
import { readCsv } from './support/read-csv';
import { HOSTILE, PROJECTS } from './support/projects';
import { inputOf } from './support/sample';

type Json = Record<string, unknown>;

const hostile = inputOf(PROJECTS['hostile'] ?? assert.fail());
type AtOnce = Exclude<ReportFormat, `cyclonedx-${string}`>;
const write = (format: AtOnce, more = {}) => REPORT_FORMATS[format]({ ...hostile, ...more });
const read = <T>(format: AtOnce) => JSON.parse(write(format)) as T;

describe('report: sarif', () => {
  interface Run {
    readonly results: readonly (Json & { readonly level: string; readonly partialFingerprints: Json })[];
    readonly tool: { readonly driver: { readonly rules: readonly (Json & { readonly id: string })[] } };
    readonly taxonomies: readonly { readonly taxa: readonly { readonly id: string }[] }[];
    readonly invocations: readonly { readonly toolExecutionNotifications: readonly Json[] }[];
    readonly columnKind: string;
  }
  const [run] = read<{ runs: Run[] }>('sarif').runs;
  assert.ok(run);

  it('keeps suppressed findings, with the reason, the kind and until when', () => {
    const kinds = run.results.flatMap(({ suppressions }) => (suppressions as Json[] | undefined) ?? []);
    assert.deepEqual(
      kinds.map(({ kind, status, justification }) => [kind, status, justification]),
      [
        ['inSource', 'accepted', `${HOSTILE} (until 2026-12-31)`],
        ['external', 'accepted', HOSTILE],
      ],
    );
  });

  it('has fingerprints that hold no line, and levels that leave tests out', () => {
    assert.deepEqual(run.results[0]?.partialFingerprints, { 'aiBaseline/v1': 'undocumented-model|model:gpt-4o' });
    assert.deepEqual(
      run.results.map(({ level }) => level),
      ['warning', 'error', 'warning', 'warning', 'note', 'warning'],
    );
  });

  it('ties rules to the provisions of the standard as a taxonomy', () => {
    assert.equal(run.taxonomies[0]?.taxa.length, 72);
    const rule = run.tool.driver.rules.find(({ id }) => id === 'undocumented-model');
    assert.deepEqual((rule?.['properties'] as Json)['tags'], [
      ...['ai', 'security', 'EN 304 223 5.2.1-1', 'EN 304 223 5.1.2-3'],
    ]);
    const [first] = rule?.['relationships'] as { target: { id: string; index: number }; kinds: string[] }[];
    assert.deepEqual([first?.target.id, first?.kinds], ['5.2.1-1', ['relevant']]);
    assert.equal(run.taxonomies[0]?.taxa[first?.target.index ?? -1]?.id, '5.2.1-1');
    assert.ok(run.tool.driver.rules.some(({ id }) => id === 'no-such-rule'));
  });

  it('tells what was skipped, and counts columns as editors do', () => {
    assert.equal(run.invocations[0]?.toolExecutionNotifications.length, 3);
    assert.equal(run.columnKind, 'utf16CodeUnits');
  });
});

describe('report: cyclonedx', () => {
  interface Bom {
    readonly components: readonly (Json & { readonly 'bom-ref': string })[];
    readonly services: readonly (Json & { readonly 'bom-ref': string })[];
    readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
    readonly declarations: { readonly claims: readonly Json[]; readonly evidence: readonly Json[] };
  }
  const bom = JSON.parse(cycloneDx(hostile, '1.7')) as Bom;
  const component = (ref: string) => bom.components.find((each) => each['bom-ref'] === ref);

  it('has a model card from the record, and what the model was made of', () => {
    const model = component('model:gpt-4o');
    assert.deepEqual(model?.['modelCard'], {
      'bom-ref': 'model:gpt-4o/model-card',
      modelParameters: { datasets: [{ ref: 'dataset:data/t.csv' }] },
      considerations: {
        useCases: [HOSTILE],
        technicalLimitations: ['German only.'],
        ethicalConsiderations: [{ name: 'Guardrails', mitigationStrategy: 'A filter.' }],
      },
    });
    assert.deepEqual(model['pedigree'], { ancestors: [{ type: 'machine-learning-model', name: 'base' }] });
    assert.deepEqual(model['licenses'], [{ license: { id: 'Apache-2.0' } }]);
    assert.equal(model['version'], 'abc123');
  });

  it('has data with who looks after it, and hashes of bytes only', () => {
    const data = component('dataset:data/t.csv');
    const [first] = data?.['data'] as Json[];
    assert.deepEqual(first?.['governance'], { custodians: [{ contact: { name: 'Data team' } }] });
    assert.deepEqual(data?.['hashes'], [{ alg: 'SHA-256', content: 'a'.repeat(64) }]);
    assert.equal(component(`prompt:src/${HOSTILE}.py#SYSTEM`.replace('%', '%25'))?.['hashes'], undefined);
  });

  it('says where each part was seen', () => {
    const { occurrences } = component(`prompt:src/${HOSTILE}.py#SYSTEM`.replace('%', '%25'))?.['evidence'] as {
      occurrences: Json[];
    };
    assert.deepEqual(occurrences, [
      {
        location: `src/${HOSTILE}.py`,
        line: 7,
        symbol: 'SYSTEM',
        additionalContext: 'definition in code, seen as openai.chat',
      },
    ]);
  });

  it('ties the project to systems, these to assets, and assets to what they call; nothing to what is not there', () => {
    const graph = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    assert.deepEqual(graph.get('system:assistant'), ['dataset:data/t.csv', 'model:gpt-4o']);
    assert.deepEqual(graph.get('model:gpt-4o'), [
      ...['dataset:data/t.csv', 'model:base', 'service:localhost:11434', 'service:openrouter.ai'],
    ]);
    assert.ok(graph.get('project')?.includes('system:batch'));
    for (const ref of bom.dependencies.flatMap(({ dependsOn }) => dependsOn)) assert.ok(graph.has(ref), ref);
  });

  it('declares claims with evidence and what speaks against them, without conformance or confidence', () => {
    const claim = bom.declarations.claims.find((each) => each['bom-ref'] === 'claim:5.2.1-1/1/system:assistant');
    assert.equal(claim?.['predicate'], '5.2.1-1 (an asset inventory): supported');
    assert.deepEqual(claim?.['counterEvidence'], ['observation:5.2.1-1/assets-recorded']);
    assert.ok(bom.declarations.evidence.some((each) => each['bom-ref'] === 'observation:5.2.1-1/assets-recorded'));
    assert.doesNotMatch(JSON.stringify(bom.declarations), /"(?:conformance|confidence|score)"/u);
    const refs = bom.components.map((each) => each['bom-ref']);
    for (const { target } of bom.declarations.claims) assert.ok(target === 'project' || refs.includes(String(target)));
  });
});

describe('report: oscal', () => {
  it('has a group for each principle, a control for each provision, and no finding', () => {
    const { catalog } = read<{ catalog: { groups: { controls: { id: string; links?: Json[] }[] }[] } }>(
      'oscal-catalog',
    );
    const controls = catalog.groups.flatMap((group) => group.controls);
    assert.deepEqual([catalog.groups.length, controls.length], [13, 72]);
    assert.equal(new Set(controls.map(({ id }) => id)).size, 72);
    const results = write('oscal-assessment-results');
    assert.doesNotMatch(results, /"findings"|"satisfied"|not-satisfied/u);
    assert.match(results, /"name": "outcome",\s+"ns": "urn:ai-baseline:oscal",\s+"value": "contradicted"/u);
  });

  it('has a component for each system, those that only claims name too, and claims for all of them', () => {
    const text = read<{ 'component-definition': { components: Json[] } }>('oscal-component');
    const components = text['component-definition'].components;
    assert.equal(components.length, 3);
    const claimed = components.map((each) => {
      const [own] = (each['control-implementations'] as Json[] | undefined) ?? [];
      return ((own?.['implemented-requirements'] as Json[] | undefined) ?? []).map((one) => one['control-id']);
    });
    const forAll = ['p-5.1.1-1', 'p-5.1.4-1', 'p-5.2.1-2', 'p-5.2.2-1'];
    assert.deepEqual(claimed[1], forAll);
    assert.deepEqual(claimed[0], ['p-5.1.1-1', 'p-5.1.4-1', 'p-5.2.1-1', 'p-5.2.1-2', 'p-5.2.2-1']);
  });

  it('has ids that follow from words', () => {
    // Version 5 of RFC 9562, checked with Python's uuid.uuid5(uuid.NAMESPACE_URL, "urn:ai-baseline\0a\0b").
    assert.equal(uuidOf('a', 'b'), '9bba2d43-48d7-5ac4-b6ed-3fd36d5b0a77');
  });
});

describe('report: csv and backlog', () => {
  it('has one row per provision, all of the same length', () => {
    const rows = readCsv(write('csv'));
    assert.equal(rows.length, 73);
    assert.equal(new Set(rows.map((cells) => cells.length)).size, 1);
    const found = rows.find(([id]) => id === '5.2.1-1') ?? [];
    assert.ok(found.includes('contradicted by what is seen'));
    assert.ok(found.includes('assistant: supported\nunlisted: partly supported'));
  });

  it('has an epic for each principle with gaps, items below it, and none for what is claimed or concerns nobody', () => {
    const [head = [], ...rows] = readCsv(write('backlog-jira-csv'));
    const at = (name: string) => head.indexOf(name);
    const ids = new Set(rows.map((cells) => cells[at('Issue ID')]));
    assert.equal(ids.size, rows.length);
    const items = rows.filter((cells) => cells[at('Issue Type')] !== 'Epic');
    for (const cells of items) assert.ok(ids.has(cells[at('Parent')]), cells[at('Summary')]);
    const titles = items.map((cells) => cells[at('Summary')] ?? '');
    assert.ok(
      !titles.some((title) => /^5\.1\.1-1 |^5\.1\.4-1 |^5\.2\.1-2 |^5\.5\.1-1 /u.test(title)),
      titles.join('\n'),
    );
    const contradicted = items.find((cells) => cells[at('Summary')]?.startsWith('5.2.1-1 '));
    assert.equal(contradicted?.[at('Summary')], '5.2.1-1 Settle what contradicts the claim: an asset inventory');
    assert.deepEqual([contradicted[at('Priority')], contradicted[at('Assignee')]], ['High', 'Ada']);
    assert.match(contradicted[at('Description')] ?? '', /Seen otherwise: Every detected model has a record/u);
    assert.equal(readCsv(write('backlog-github-csv')).length, items.length + 1);
    assert.equal(readCsv(write('backlog-azure-csv')).length, rows.length + 1);
  });
});

describe('report: claims that are contradicted, as Markdown', () => {
  it('tell the sentence from what was counted and from the places', () => {
    assert.match(
      write('markdown'),
      /Seen otherwise: Every detected model has a record\. \(1 of 3 models has no record\): `src\/chat\.py:3`/u,
    );
  });
});

describe('report: what an organisation lays beside the standard', () => {
  const own = { namespace: 'acme', title: 'Acme policy', edition: '3', path: 'policy/acme.yaml' };
  const principles = hostile.catalogue.principles.map((principle) => {
    const [first] = principle.provisions;
    if (principle.number !== 5 || first === undefined) return principle;
    const added = { ...first, id: 'acme:keys', uk: '', asks: 'keys in a vault', own };
    const stricter = { by: 'Acme policy', reason: 'Customers ask for it' };
    const tightened = principle.provisions.map((each) =>
      each.force === 'should' ? { ...each, required: stricter } : each,
    );
    return { ...principle, provisions: [...tightened, added] };
  });
  const laid = { catalogue: { ...hostile.catalogue, principles } };

  it('counts apart, and is no provision of the standard anywhere', () => {
    assert.match(
      write('markdown', laid),
      /5 of 72 provisions of EN 304 223 V2\.1\.1; 67 not assessed\. Beside them 0 of 1 own provision\./u,
    );
    assert.match(write('statement', laid), /^\| acme:keys \(Acme policy\) \| M \|/mu);
    assert.match(write('statement', laid), /Acme policy requires it: Customers ask for it/u);
    assert.doesNotMatch(write('sarif', laid), /acme:keys/u);
    const bom = JSON.parse(cycloneDx({ ...hostile, ...laid }, '1.7')) as {
      definitions: { standards: { name: string; requirements: unknown[] }[] };
    };
    assert.deepEqual(
      bom.definitions.standards.map(({ name, requirements }) => [name, requirements.length]),
      [
        ['EN 304 223', 72],
        ['Acme policy', 1],
      ],
    );
    assert.match(write('oscal-catalog', laid), /"value": "Acme policy, edition 3; not of the standard"/u);
    assert.equal(readCsv(write('csv', laid)).length, 74);
  });
});

describe('report: asset register', () => {
  it('has one row per asset, with owner and first place', () => {
    const [head = [], ...rows] = readCsv(write('register-csv'));
    assert.deepEqual(head.slice(0, 3), ['Asset', 'Kind', 'Name']);
    assert.ok(rows.length > 0);
    assert.equal(new Set(rows.map(([id]) => id)).size, rows.length);
    for (const cells of rows) {
      assert.match(cells[head.indexOf('First place')] ?? '', /:\d+$/u);
      assert.notEqual(cells[head.indexOf('Documentation')], '');
    }
  });
});

describe('report: mappings', () => {
  it('prints the edition and whose judgement it is with every link', () => {
    const [head = [], ...rows] = readCsv(write('mappings-csv'));
    assert.ok(rows.length > 100);
    const at = (name: string) => head.indexOf(name);
    for (const cells of rows) {
      assert.notEqual(cells[at('Edition')], '');
      assert.match(cells[at('Basis')] ?? '', /^(?:our judgement|published), /u);
    }
  });
});

describe('report: statement', () => {
  const text = write('statement');

  it('has the four columns, says what it is not, and whose claims these are', () => {
    assert.match(text, /\| Reference \| Status \| Support \| Detail \|/u);
    assert.match(text, /This is no proforma of ETSI TS 104 216/u);
    assert.match(text, /These are the project's own words/u);
    assert.equal(text.split('\n').filter((line) => line.startsWith('| Provision ')).length, 72);
  });

  const rows: readonly (readonly [string, RegExp])[] = [
    [
      'a claim',
      /^\| Provision 5\.1\.1-1 \| M \| Y \| Done in the yearly training\. Owner: Ada\.<br>Evidence: `policy docs/mu,
    ],
    ['one that does not apply', /^\| Provision 5\.1\.4-1 \| \w+(?: \(\d+\))? \| N\/A \| No people involved/mu],
    ['two systems', /^\| Provision 5\.2\.1-1 \| M \| assistant: Y<br>unlisted: partly \|.*Tool: contradicted: Every/mu],
    ['nothing', /^\| Provision 5\.2\.3-1 \| M \| – \| Not assessed\./mu],
    ['a condition', /^\| Provision 5\.1\.2-4 \| MC \(\d+\) \|/mu],
  ];
  for (const [what, line] of rows) it(`writes ${what}`, () => assert.match(text, line));
});

describe('report: html', () => {
  it('has no script and loads nothing; links only where there is an address for them', () => {
    const text = write('html');
    assert.doesNotMatch(text, /<script|<link|<img|@import|url\(|javascript:/iu);
    assert.doesNotMatch(text, /<b>/u);
    assert.match(text, /default-src 'none'/u);
    assert.doesNotMatch(text, /href="(?!#|https:\/\/example\.org)/u);
    const linked = write('html', { linkBase: 'https://example.org/p/' });
    assert.match(linked, /<a href="https:\/\/example\.org\/p\/ai-security\/claims\.yaml#L4">/u);
  });

  it('has every fragment it links to, and each id once', () => {
    const text = write('html');
    const ids = [...text.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, target] of text.matchAll(/href="#([^"]+)"/gu)) assert.ok(ids.includes(target), target);
  });

  it('says states in words beside their marks', () => {
    assert.match(
      write('html'),
      /<a class="cell s-contradicted" href="#p-5\.2\.1-1" title="contradicted by what is seen, 2 open findings">.*<span class="hidden">: contradicted by what is seen, 2 open findings/u,
    );
  });
});
