import assert from 'node:assert/strict';
import type { Checklist, GateDecision, Threat, ThreatModel } from '../../../src/core/model';
import { weakestOf } from '../../../src/core/model';
import { lifeCycleView } from '../../../src/core/report/life-cycle';
import { lifeCycleHtml } from '../../../src/core/report/life-cycle-html';
import { at } from '../../support/parts';
import { PROJECTS } from './support/projects';
import { inputOf } from './support/sample';

const threat = (id: string, more: Partial<Threat> = {}) =>
  ({ id: { text: id, range: at(5) }, treatment: null, residual: null, ...more }) as Threat;
const model = {
  path: 'ai-security/threat-models/a.yaml',
  ...{ system: 'Assistant <b>', owner: 'Ada', reviewed: { date: '2026-05-04', range: at(3) }, range: at(1) },
  threats: [
    threat('T1', { treatment: 'mitigate', residual: 'high' }),
    threat('T2', { residual: 'low' }),
    threat('T3', { treatment: 'not-applicable' }),
    threat('T4'),
  ],
  ...{ acceptances: [], assets: [], reviewBy: null },
} as unknown as ThreatModel;

const decision = (date: string, outcome: GateDecision['outcome'], line: number): GateDecision => ({
  ...{ date, outcome, by: 'Ada <i>', digest: '', range: at(line) },
});
const item = (ticked: boolean, signed: boolean) => ({ ticked, signed }) as Checklist['items'][number];
const checklist = (path: string, more: Partial<Checklist>): Checklist => ({
  ...{
    path,
    items: [],
    missing: [],
    date: null,
    release: null,
    approvedBy: null,
    environment: null,
    ticked: [],
    decisions: [],
  },
  ...more,
});

function view() {
  const input = inputOf(PROJECTS['hostile'] ?? assert.fail());
  const checklists = [
    checklist('ai-security/releases/1.md', { date: '2026-01-01', release: '1' }),
    checklist('ai-security/releases/2.md', {
      release: '2',
      environment: 'production',
      items: [item(true, true), item(true, false), item(false, false)],
      decisions: [decision('2026-11-01', 'no-go', 30), decision('2026-11-03', 'go-with-conditions', 31)],
    }),
  ];
  return lifeCycleView({ ...input, snapshot: { ...input.snapshot, checklists, threatModels: [model] } });
}

const link = ({ path, line }: { readonly path: string; readonly line: number | null }) =>
  `#place:${line ?? 0}:${encodeURIComponent(path)}`;

describe('the view of the life cycle', () => {
  it('has five phases, and stands for principle and phase with the weakest of what concerns the organisation', () => {
    const { phases } = view();
    assert.equal(phases.length, 5);
    assert.equal(phases.flatMap(({ principles }) => principles).length, 13);
    const assets = phases.flatMap(({ principles }) => principles).find(({ number }) => number === 5);
    assert.equal(assets?.state, 'contradicted');
    assert.equal(phases[1]?.state, 'contradicted');
    for (const { state, principles } of phases) assert.equal(state, weakestOf(principles.map((each) => each.state)));
  });

  it('has releases with what people ticked and decided, the newest first', () => {
    const [newest, oldest] = view().releases;
    assert.deepEqual([newest?.release, oldest?.release], ['2', '1']);
    assert.deepEqual([newest?.items, newest?.ticked, newest?.signed], [3, 2, 1]);
    assert.deepEqual(
      newest?.decisions.map(({ date, outcome, place }) => [date, outcome, place.line]),
      [
        ['2026-11-03', 'go-with-conditions', 31],
        ['2026-11-01', 'no-go', 30],
      ],
    );
  });

  it('has threat models in numbers, those without a treatment with their lines', () => {
    const [only] = view().threatModels;
    assert.deepEqual(
      only?.open.map(({ id, place }) => [id, place.line]),
      [
        ['T2', 5],
        ['T4', 5],
      ],
    );
    assert.equal(only?.residual, '1 high, 1 low, 1 not rated');
  });

  it('counts the findings of a provision as its status does', () => {
    const { phases, findings } = view();
    const rows = phases.flatMap(({ principles }) => principles.flatMap((each) => each.rows));
    for (const [id, found] of Object.entries(findings)) {
      assert.ok(
        rows.some(({ provision }) => provision.id === id),
        id,
      );
      assert.ok(found.every(({ suppressed, scope }) => suppressed === null && scope === 'product'));
    }
  });
});

describe('the page of the life cycle', () => {
  it('leads from each cell to the claim, else to what was seen, else to the row', () => {
    const html = lifeCycleHtml(view(), { link });
    const cell = (id: string) =>
      new RegExp(`<a class="cell [^"]*" href="([^"]+)" title="[^"]*"><[^>]+>. </span>${id}<`, 'u');
    assert.equal(cell('5\\.2\\.1-1').exec(html)?.[1], link({ path: 'ai-security/claims.yaml', line: 4 }));
    assert.equal(cell('5\\.4\\.2-4').exec(html)?.[1], '#p-5.4.2-4');
  });

  it('has buttons only where something can be started', () => {
    assert.doesNotMatch(lifeCycleHtml(view(), { link }), /<button/u);
    const html = lifeCycleHtml(view(), { link, fixes: true });
    const contradicted = html.slice(html.indexOf('id="contradicted"'), html.indexOf('id="systems"'));
    assert.deepEqual(
      [...contradicted.matchAll(/<button type="button" data-fix="([^"]+)">([^<]+)</gu)].map(([, to, label]) => [
        to,
        label,
      ]),
      [
        [link({ path: 'src/chat.py', line: 3 }), 'Fix what is seen'],
        [link({ path: 'ai-security/claims.yaml', line: 4 }), 'Change the claim'],
      ],
    );
  });

  it('names twenty assets of a system, and leads to the others', () => {
    const seen = view();
    const system = {
      ...{ id: 'desk', name: 'Desk', purpose: '', deployed: null, runs: '', data: '', exposure: '', owner: '' },
      ...{ custodian: '', standing: '', place: { path: 'ai-security/system.yaml', line: 2 } },
    };
    const page = (amount: number) => {
      const assets = Array.from({ length: amount }, (_each, index) => `prompt:p${String(index).padStart(4, '0')}`);
      return lifeCycleHtml({ ...seen, systems: [{ ...system, assets }] } as unknown as typeof seen, { link });
    };
    assert.match(page(20), /<td>prompt:p0000, .*prompt:p0019<\/td>/u);
    assert.match(
      page(1021),
      /<td>1,021 assets: prompt:p0000, .*prompt:p0019 and <a href="#assets">1,001 more<\/a><\/td>/u,
    );
  });

  it('shows words of the repository as words', () => {
    const html = lifeCycleHtml(view(), { link, fixes: true });
    assert.doesNotMatch(html, /<[bi]>|Assistant <b>/u);
    assert.match(
      html,
      /<progress max="3" value="2" aria-label="2: 2 of 3 ticked by people, 1 of them with name and day">/u,
    );
    assert.match(html, /<span class="outcome o-no-go">no go<\/span> on 2026-11-01 by Ada &lt;i&gt;/u);
  });
});
