import type {
  Concern,
  JudgedClaim,
  JudgedEvidence,
  ObservationResult,
  ProvisionStatus,
  Snapshot,
  SystemProfile,
} from '../model';

/** Claims and systems as `scan --format json` prints them: places by line, nothing that only the editor needs. */
export function provisionJson(status: ProvisionStatus) {
  return {
    id: status.id,
    claims: status.claims.map(claimJson),
    observation: status.observation,
    observations: status.observations.map(observationJson),
    status: status.status,
    systems: status.systems.map(({ system, status: state, concern }) => ({
      system,
      status: state,
      concern: concernJson(concern),
    })),
    concern: concernJson(status.concern),
    evidence: status.evidence.map(evidenceJson),
    findings: status.findings,
  };
}

/** How many provisions something is claimed about, and the edition that it was claimed for. */
export function claimsJson({ claims, provisions }: Snapshot) {
  if (claims === null) return null;
  const counted = provisions.filter((status) => status.claims.some(({ state }) => state !== 'not-assessed')).length;
  const { path, standard, edition } = claims;
  return {
    path,
    standard: standard?.text ?? null,
    edition,
    provisions: counted,
    notAssessed: provisions.length - counted,
  };
}

export function profileJson(profile: SystemProfile | null) {
  if (profile === null) return null;
  return {
    path: profile.path,
    owner: profile.owner,
    roles: profile.roles,
    systems: profile.systems.map(({ range, ...system }) => ({ ...system, line: range.line })),
    raci: profile.raci.map(({ principle, marks }) => ({ principle, marks })),
  };
}

function claimJson(claim: JudgedClaim) {
  return {
    path: claim.path,
    line: claim.range.line,
    systems: claim.systems.map(({ id }) => id),
    applies: claim.applies,
    reason: claim.reason,
    support: claim.support,
    detail: claim.detail,
    owner: claim.owner,
    due: claim.due?.date ?? null,
    state: claim.state,
    contradictions: claim.contradictions.map(({ id }) => id),
    evidence: claim.evidence.map(evidenceJson),
  };
}

function evidenceJson(evidence: JudgedEvidence) {
  return {
    kind: evidence.kind,
    reference: evidence.reference,
    in: evidence.target?.in ?? null,
    date: evidence.date?.date ?? null,
    validUntil: evidence.validUntil?.date ?? null,
    digest: evidence.digest,
    state: evidence.state,
    why: evidence.why,
    line: evidence.range.line,
  };
}

function observationJson({ id, sentence, outcome, detail, places, conditionSeen }: ObservationResult) {
  return {
    id,
    sentence,
    outcome,
    detail,
    conditionSeen,
    places: places.map(({ path, line, column, label }) => ({ path, line, column, label })),
  };
}

function concernJson({ state, why }: Concern) {
  return { state, why };
}
