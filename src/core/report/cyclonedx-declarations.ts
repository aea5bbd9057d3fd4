import type { JudgedEvidence, ObservationResult } from '../model';
import { PROJECT_REF, systemRef } from './cyclonedx-parts';
import { isOfStandard, projectName, provisionRows, standardName } from './input';
import type { ProvisionRow, ReportInput } from './input';
import { evidenceUri } from './uri';
import { timeOf } from './uuid';
import { OBSERVATION_WORDS, claimWords, evidenceName, evidenceStateWords } from './words';

const ASSESSOR = 'assessor:project';

interface Declared {
  readonly claims: object[];
  readonly evidence: Map<string, object>;
  readonly map: object[];
}

/**
 * What the project claims, as `declarations`, and the provisions they are about, as `definitions`. The library has no
 * classes for either. There is no conformance and no confidence in it: those would be verdicts.
 */
export function declarationsOf(input: ReportInput) {
  const rows = provisionRows(input);
  const declared: Declared = { claims: [], evidence: new Map(), map: [] };
  const systems = new Set((input.snapshot.profile?.systems ?? []).map(({ id }) => id));
  for (const row of rows) declareRow(declared, row, systems);
  return {
    ...(declared.claims.length === 0
      ? {}
      : {
          declarations: {
            assessors: [{ 'bom-ref': ASSESSOR, thirdParty: false, organization: { name: projectName(input) } }],
            attestations: [
              {
                summary: 'Claims that the project makes of itself; nobody else has looked at them.',
                assessor: ASSESSOR,
                map: declared.map,
              },
            ],
            claims: declared.claims,
            ...(declared.evidence.size === 0 ? {} : { evidence: [...declared.evidence.values()] }),
          },
        }),
    definitions: { standards: standardsOf(input, rows) },
  };
}

function declareRow({ claims, evidence, map }: Declared, row: ProvisionRow, known: ReadonlySet<string>): void {
  const { provision, status } = row;
  if (status.claims.length === 0) return;
  const refs = status.claims.flatMap((claim, at) => {
    // A system that nobody lists is no part of this bill: the claim is about the project then.
    const ids = claim.systems.map(({ id }) => id).filter((id) => known.has(id));
    const targets = ids.length === 0 ? [PROJECT_REF] : ids.map(systemRef);
    const proofs = claim.evidence.map((each, index) => {
      const ref = `evidence:${provision.id}/${at + 1}/${index + 1}`;
      evidence.set(ref, evidenceOf(ref, each));
      return ref;
    });
    const counter = claim.contradictions.map((observed) => {
      const ref = `observation:${provision.id}/${observed.id}`;
      evidence.set(ref, observationOf(ref, observed));
      return ref;
    });
    const links = claim.evidence.flatMap(({ target }) => evidenceUri(target) ?? []);
    return targets.map((target) => {
      const ref = `claim:${provision.id}/${at + 1}/${target}`;
      claims.push({
        'bom-ref': ref,
        target,
        predicate: `${provision.id} (${provision.asks}): ${claimWords(claim)}`,
        ...((claim.applies ? claim.detail : claim.reason) === null
          ? {}
          : { reasoning: claim.applies ? claim.detail : claim.reason }),
        ...(proofs.length === 0 ? {} : { evidence: proofs }),
        ...(counter.length === 0 ? {} : { counterEvidence: counter }),
        ...(links.length === 0
          ? {}
          : { externalReferences: [...new Set(links)].map((url) => ({ type: 'evidence', url })) }),
      });
      return ref;
    });
  });
  map.push({ requirement: requirementRef(provision.id), claims: refs });
}

function evidenceOf(ref: string, evidence: JudgedEvidence) {
  return {
    'bom-ref': ref,
    propertyName: `evidence:${evidence.kind ?? 'unsaid'}`,
    description: `${evidenceName(evidence)} (${evidenceStateWords(evidence)})`,
    ...(evidence.date === null ? {} : { created: timeOf(evidence.date.date) }),
    ...(evidence.validUntil === null ? {} : { expires: timeOf(evidence.validUntil.date) }),
  };
}

function observationOf(ref: string, { id, sentence, outcome, detail }: ObservationResult) {
  return {
    'bom-ref': ref,
    propertyName: `observation:${id}`,
    description: `${OBSERVATION_WORDS[outcome]}: ${sentence}${detail === '' ? '' : ` (${detail})`}`,
  };
}

/** The standard, and what an organisation lays beside it, each with its provisions. */
function standardsOf({ snapshot, catalogue }: ReportInput, rows: readonly ProvisionRow[]) {
  const own = new Map(
    rows.flatMap(({ provision }) => (provision.own ? [[provision.own.namespace, provision.own]] : [])),
  );
  return [
    {
      'bom-ref': 'standard',
      name: standardName({ standard: snapshot.standard }).replace(` ${snapshot.standard.version}`, ''),
      version: snapshot.standard.version,
      description: `${catalogue.standard.title}. Titles and descriptions are our own words; the text of the standard decides.`,
      owner: 'ETSI',
      requirements: requirementsOf(rows.filter(isOfStandard)),
    },
    ...[...own.values()].map(({ namespace, title, edition }) => ({
      'bom-ref': `standard:${namespace}`,
      name: title,
      version: edition,
      requirements: requirementsOf(rows.filter(({ provision }) => provision.own?.namespace === namespace)),
    })),
  ];
}

function requirementsOf(rows: readonly ProvisionRow[]) {
  return rows.map(({ provision }) => ({
    'bom-ref': requirementRef(provision.id),
    identifier: provision.id,
    title: provision.asks,
    descriptions: [provision.summary],
    ...(provision.parent === null ? {} : { parent: requirementRef(provision.parent) }),
  }));
}

function requirementRef(id: string): string {
  return `provision:${id}`;
}
