import type { Catalogue, RecordKind } from '../catalogue';
import type { Finding, JudgedClaim, ProvisionState } from '../model';
import { provisionRows } from './input';
import type { ProvisionRow, ReportInput } from './input';
import { evidenceName, evidenceStateWords } from './words';

/** Something of a provision that is still to be done. */
export interface Gap {
  readonly row: ProvisionRow;
  readonly title: string;
  /** What is missing, one sentence each. */
  readonly missing: readonly string[];
  /** Who answers for it; null where nobody is named. */
  readonly owner: string | null;
  readonly due: string | null;
  readonly weight: 'high' | 'medium' | 'low';
  /** Where to look, as `path:line`. */
  readonly places: readonly string[];
}

const TITLES: Partial<Record<ProvisionState, string>> = {
  contradicted: 'Settle what contradicts the claim',
  'not-assessed': 'Decide what can be claimed',
  'claimed-without-evidence': 'Name evidence that is current',
  partly: 'Do the rest',
  'not-supported': 'Support it, or say why it does not apply',
};
const MOST_PLACES = 20;

/** What is still to be done, one gap for each provision that has any, in the order of the standard. */
export function gapsOf(input: ReportInput): Gap[] {
  const open = new Map<string, Finding[]>();
  for (const finding of input.snapshot.findings) {
    if (finding.suppressed !== null || finding.scope !== 'product') continue;
    for (const id of finding.provisions) open.set(id, [...(open.get(id) ?? []), finding]);
  }
  return provisionRows(input).flatMap((row) => {
    const gap = gapOf(row, open.get(row.provision.id) ?? [], input.catalogue);
    return gap === null ? [] : [gap];
  });
}

function gapOf(row: ProvisionRow, findings: readonly Finding[], catalogue: Catalogue): Gap | null {
  const { status, provision } = row;
  // What concerns nobody here asks nobody for a claim; what is claimed all the same, or found, is still shown.
  if (!['concerned', 'not-yet'].includes(status.concern.state) && status.status === 'not-assessed') return null;
  const stale = status.evidence.filter(({ state }) => state !== 'current' && state !== 'outside');
  const title = TITLES[status.status] ?? (stale.length > 0 ? 'Bring the evidence up to date' : null);
  const isOpen = findings.length > 0 && status.status !== 'not-applicable';
  if (title === null && !isOpen) return null;
  const contradicted = status.observations.filter(({ outcome }) => outcome === 'contradicted');
  return {
    row,
    title: `${title ?? 'Settle what was found'}: ${provision.asks}`,
    missing: [
      ...missingOf(row, catalogue),
      ...contradicted.map(
        ({ sentence, detail }) => `Seen otherwise: ${sentence}${detail === '' ? '' : ` (${detail})`}`,
      ),
      ...stale.map((each) => `Evidence ${evidenceName(each)}: ${evidenceStateWords(each)}.`),
      ...(findings.length === 0 ? [] : [`Open findings: ${findings.length}.`]),
    ],
    owner: first(status.claims, ({ owner }) => owner) ?? provision.owner?.owner ?? null,
    due: first(status.claims, ({ due }) => due?.date ?? null),
    weight: weightOf(row),
    places: [...new Set([...contradicted.flatMap(({ places }) => places), ...findings].map(placeOf))].slice(
      0,
      MOST_PLACES,
    ),
  };
}

/** By state: what a person has to say, or what the claim itself leaves open. */
function missingOf({ status, provision }: ProvisionRow, catalogue: Catalogue): string[] {
  switch (status.status) {
    case 'not-assessed': {
      const records = catalogue.records.filter((kind) => kind.provisions.includes(provision.id)).map(recordWords);
      return [
        'No claim is made: does it apply, what is done for it, and what shows that?',
        ...(status.concern.why === null ? [] : [sentence(status.concern.why)]),
        ...(records.length === 0 ? [] : [`A record for it: ${records.join(', ')}.`]),
      ];
    }
    case 'claimed-without-evidence':
      return ['The claim names no evidence that is current.'];
    case 'partly':
      return ['It is claimed in part only.'];
    case 'not-supported':
      return ['It is said not to be supported.'];
    default:
      return [];
  }
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

function recordWords({ title }: RecordKind): string {
  return title.toLowerCase();
}

function weightOf({ status, provision }: ProvisionRow): Gap['weight'] {
  if (status.status === 'contradicted') return 'high';
  const isRequired = provision.force === 'shall' || provision.required !== undefined;
  return isRequired && status.concern.state === 'concerned' ? 'medium' : 'low';
}

function first(claims: readonly JudgedClaim[], of: (claim: JudgedClaim) => string | null): string | null {
  return claims.map(of).find((value) => value !== null && value !== '') ?? null;
}

function placeOf({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${path}:${line}`;
}
