import type {
  JudgedClaim,
  JudgedEvidence,
  ObservationResult,
  ProvisionStatus,
  Snapshot,
  SystemProfile,
} from '../../../../src/core/model';
import { asset, at, finding, record, site, snapshot } from '../../../support/parts';

/** What strangers may call their files: marks of Markdown, HTML, CSV and URIs, and line breaks. */
export const HOSTILE = "=cmd|'/c' <b>\"&amp;\n|x](https://evil.example)[ `y` %20 \u202E #1";

const evidence = (more: Partial<JudgedEvidence> = {}): JudgedEvidence => ({
  kind: 'policy',
  reference: 'docs/policy.md#Access rules',
  target: { in: 'tree', path: 'docs/policy.md', heading: 'Access rules', lines: null },
  trouble: null,
  date: { date: '2026-03-01', range: at(5) },
  validUntil: null,
  digest: null,
  range: at(5),
  state: 'current',
  why: null,
  ...more,
});

const observation = (more: Partial<ObservationResult> = {}): ObservationResult => ({
  id: 'assets-recorded',
  sentence: 'Every detected model has a record.',
  outcome: 'seen',
  detail: '3 of 3 models have a record',
  places: [{ path: 'src/chat.py', ...at(3), label: 'gpt-4o' }],
  conditionSeen: null,
  ...more,
});

const claim = (provision: string, more: Partial<JudgedClaim> = {}): JudgedClaim => ({
  path: 'ai-security/claims.yaml',
  provision,
  range: at(4),
  systems: [],
  applies: true,
  reason: null,
  support: 'yes',
  supportRange: at(4),
  detail: 'Done in the yearly training.',
  owner: 'Ada',
  due: null,
  evidence: [evidence()],
  state: 'claimed-with-evidence',
  contradictions: [],
  ...more,
});

const status = (id: string, more: Partial<ProvisionStatus> = {}): ProvisionStatus => ({
  id,
  claims: [],
  observation: 'cannot-tell',
  observations: [],
  status: 'not-assessed',
  systems: [],
  concern: { state: 'concerned', why: null },
  evidence: [],
  findings: 0,
  ...more,
});

const profile: SystemProfile = {
  path: 'ai-security/system.yaml',
  owner: 'Ada',
  roles: ['Developer', 'System Operator'],
  systems: [
    {
      id: 'assistant',
      name: HOSTILE,
      purpose: `Answers questions ${HOSTILE}`,
      paths: [],
      assets: [],
      deployed: 'yes',
      runs: 'eu-west',
      data: 'Tickets',
      exposure: 'public',
      owner: 'Ada',
      custodian: 'Data team',
      interdependencies: null,
      range: at(3),
    },
    {
      id: 'batch',
      name: 'Nightly batch',
      purpose: null,
      paths: [],
      assets: [],
      deployed: null,
      runs: null,
      data: null,
      exposure: null,
      owner: null,
      custodian: null,
      interdependencies: null,
      range: at(9),
    },
  ],
  raci: [
    { principle: 1, marks: { security: 'A/R', engineering: 'C' }, range: at(20) },
    { principle: 5, marks: { engineering: 'A', security: 'R' }, range: at(21) },
  ],
};

const suppressed = { by: 'comment', reason: HOSTILE, until: '2026-12-31', path: `src/${HOSTILE}.py`, line: 2 } as const;

function statuses(): ProvisionStatus[] {
  const contradicted = observation({ outcome: 'contradicted', detail: '1 of 3 models has no record' });
  const expired = evidence({ state: 'expired', why: 'valid until 2026-01-01', target: null, reference: HOSTILE });
  const web = evidence({
    kind: null,
    reference: 'https://example.org/runbook?a=1',
    target: { in: 'web', url: 'https://example.org/runbook?a=1' },
    date: null,
    validUntil: { date: '2027-01-01', range: at(8) },
    state: 'outside',
  });
  const two = [{ id: 'assistant', range: at(6) }];
  const broken = claim('5.2.1-1', { systems: two, state: 'contradicted', contradictions: [contradicted] });
  const partly = claim('5.2.1-1', {
    systems: [{ id: 'unlisted', range: at(7) }],
    support: 'partly',
    state: 'partly',
    detail: HOSTILE,
    owner: HOSTILE,
    due: { date: '2026-12-24', range: at(7) },
    evidence: [expired],
  });
  const none = claim('5.1.4-1', {
    applies: false,
    support: null,
    reason: 'No people involved',
    state: 'not-applicable',
  });
  return [
    status('5.1.1-1', { claims: [claim('5.1.1-1')], status: 'claimed-with-evidence', evidence: [evidence()] }),
    status('5.1.4-1', { claims: [none], status: 'not-applicable' }),
    status('5.2.1-1', {
      claims: [broken, partly],
      status: 'contradicted',
      observation: 'contradicted',
      observations: [contradicted, observation({ id: 'owners-named', outcome: 'not-seen', detail: '', places: [] })],
      evidence: [evidence(), expired],
      systems: [
        { system: 'assistant', status: 'contradicted', concern: { state: 'concerned', why: null } },
        { system: 'batch', status: 'not-assessed', concern: { state: 'not-yet', why: 'not deployed yet' } },
      ],
      findings: 2,
    }),
    status('5.2.1-2', {
      claims: [
        claim('5.2.1-2', { evidence: [web], state: 'claimed-with-outside-evidence', detail: null, owner: null }),
      ],
      status: 'claimed-with-outside-evidence',
      evidence: [web],
    }),
    status('5.2.2-1', {
      claims: [claim('5.2.2-1', { evidence: [], state: 'claimed-without-evidence' })],
      status: 'claimed-without-evidence',
    }),
    status('5.5.1-1', { concern: { state: 'other-role', why: 'it is addressed to Data Custodians' } }),
  ];
}

function hostile(): Snapshot {
  const stated = { Purpose: HOSTILE, Limitations: 'German only.', Guardrails: 'A filter.', licence: 'Apache-2.0' };
  const data = { 'personal-data': 'pseudonymous', Contents: '100 tickets', licence: HOSTILE, version: '3' };
  return snapshot({
    assets: [
      asset('agent:Helper', { dependsOn: ['model:gpt-4o', 'mcp-server:files'] }),
      asset('dataset:data/t.csv', { records: ['d.md'], digest: `sha256:${'a'.repeat(64)}`, systems: ['assistant'] }),
      asset('mcp-server:files', { suppliers: ['Anthropic'] }),
      asset('model:base', { scope: 'test' }),
      asset('model:gpt-4o', {
        suppliers: ['OpenAI', 'Azure'],
        records: ['ai-security/models/gpt.md'],
        documentation: { state: 'recorded', by: ['README.md', 'ai-security/models/gpt.md'] },
        dependsOn: ['dataset:data/t.csv', 'model:base', 'model:gone'],
        systems: ['assistant'],
        sites: [
          site('src/chat.py', 3, { endpoint: 'openrouter.ai', settings: { temperature: '0.2' }, revision: 'abc123' }),
          site('nb.ipynb', 9, { endpoint: 'localhost:11434', cell: 2, cellLine: 1 }),
        ],
      }),
      asset(`prompt:src/${HOSTILE}.py#SYSTEM`, {
        digest: 'text1:sha256:00',
        configDigest: 'text1:sha256:11',
        sites: [site(`src/${HOSTILE}.py`, 7, { use: 'definition' })],
      }),
      asset('vector-index:articles'),
    ],
    findings: [
      finding(),
      finding({ ...at(12), severity: 'error', path: `src/${HOSTILE}.py`, message: HOSTILE, fingerprint: 'f2' }),
      finding({ path: 'src/old.py', suppressed, fingerprint: 'f3' }),
      finding({ suppressed: { ...suppressed, by: 'accepted', until: null }, fingerprint: 'f4' }),
      finding({ rule: 'no-such-rule', scope: 'test', asset: null, record: 'r.md', provisions: [], fingerprint: 'f5' }),
      finding({
        rule: 'overdue-review',
        fingerprint: 'f6',
        message: 'The review of gpt.md is overdue.',
        related: [{ path: 'src/chat.py', ...at(9), message: 'used here' }],
      }),
    ],
    records: [
      record('ai-security/models/gpt.md', { owner: HOSTILE, reviewBy: { date: '2026-01-01', range: at(6) }, stated }),
      record('d.md', { kind: 'dataset-card', owner: 'Data team', stated: data }),
    ],
    profile,
    checklists: [
      {
        path: 'ai-security/releases/2.4.0.md',
        items: [],
        missing: [],
        date: '2026-11-20',
        release: '2.4.0',
        approvedBy: HOSTILE,
        environment: null,
        ticked: [],
        decisions: [
          { date: '2026-11-20', outcome: 'go-with-conditions', by: HOSTILE, digest: 'text1:sha256:0', range: at(30) },
        ],
      },
    ],
    claims: {
      path: 'ai-security/claims.yaml',
      standard: { text: 'EN 304 223 V2.1.1', range: at(1) },
      edition: 'ours',
      claims: [],
      problems: [],
    },
    provisions: statuses(),
    coverage: {
      read: 1201,
      ignored: { gitignore: 12, config: 0, default: 3400 },
      skipped: [
        { path: `src/${HOSTILE}`, reason: HOSTILE },
        { path: 'big.py', reason: 'larger than 2 MB' },
        { path: 'vendor/lib/', reason: 'a Git repository of its own' },
      ],
    },
  });
}

/** Hand-made projects that every report is made of: nothing at all, and one with everything, under hostile names. */
export const PROJECTS: Readonly<Record<string, Snapshot>> = { empty: snapshot(), hostile: hostile() };
