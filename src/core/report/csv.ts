import { forceText } from '../catalogue/words';
import type { JudgedClaim, ObservationResult } from '../model';
import { csvText } from './csv-text';
import { headerText } from './header';
import { provisionRows } from './input';
import type { ProvisionRow, ReportInput } from './input';
import { OBSERVATION_WORDS, STATE_WORDS, claimFor, claimWords, evidenceName, evidenceStateWords } from './words';

const COLUMNS = [
  'Provision',
  'UK Code of Practice',
  'Phase',
  'Principle',
  'Force',
  'Condition',
  'Roles',
  'What it asks (our words)',
  'Status',
  'Status by system',
  'Concerns the project',
  'Claims',
  'Detail',
  'Owner',
  'Due',
  'Evidence',
  'Tool sees',
  'Observations',
  'Open findings',
  'The most a tool can say',
  'Edition',
  'As of',
  'Commit',
  'Header',
] as const;

/** One row per provision, for a spreadsheet. Several claims, pieces of evidence or observations stand on lines of a cell. */
export function csvReport(input: ReportInput): string {
  const header = headerText(input);
  return csvText([COLUMNS, ...provisionRows(input).map((row) => [...cells(row), ...edition(input), header])]);
}

function edition({ snapshot, commit }: ReportInput): string[] {
  return [`${snapshot.standard.id} ${snapshot.standard.version}`, snapshot.asOf, commit ?? ''];
}

function cells({ provision, principle, status }: ProvisionRow): string[] {
  const { claims } = status;
  return [
    provision.id,
    provision.uk,
    principle.phase,
    `${principle.number} ${principle.title}`,
    forceText(provision),
    provision.condition ?? '',
    provision.roles.join('; '),
    provision.summary,
    STATE_WORDS[status.status],
    status.systems.map((each) => `${each.system}: ${STATE_WORDS[each.status]}`).join('\n'),
    status.concern.why ?? 'yes',
    claims.map((claim) => `${claimFor(claim)}: ${claimWords(claim)}`).join('\n'),
    claims.map(detailOf).filter(Boolean).join('\n'),
    distinct(claims.map(({ owner }) => owner)),
    distinct(claims.map(({ due }) => due?.date ?? null)),
    status.evidence.map((each) => `${evidenceName(each)} (${evidenceStateWords(each)})`).join('\n'),
    status.observations.length === 0 ? '' : OBSERVATION_WORDS[status.observation],
    status.observations.map(observationText).join('\n'),
    String(status.findings),
    provision.limit,
  ];
}

function detailOf({ applies, reason, detail }: JudgedClaim): string {
  return (applies ? detail : reason) ?? '';
}

function observationText({ sentence, outcome, detail }: ObservationResult): string {
  return `${OBSERVATION_WORDS[outcome]}: ${sentence}${detail === '' ? '' : ` (${detail})`}`;
}

function distinct(values: readonly (string | null)[]): string {
  return [...new Set(values.filter((value) => value !== null && value !== ''))].join('; ');
}
