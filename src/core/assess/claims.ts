import type { Claim, Evidence, JudgedClaim, JudgedEvidence, ObservationResult, ProvisionState } from '../model';

/** How a claim stands, given what is seen of its provision for the systems that it is about. */
export function judgeClaim(
  claim: Claim,
  judge: (evidence: Evidence) => JudgedEvidence,
  observed: () => readonly ObservationResult[],
  ours: boolean,
): JudgedClaim {
  const evidence = claim.evidence.map(judge);
  const against = ours ? speakingAgainst(claim, observed) : [];
  const state = against.length > 0 ? 'contradicted' : ours ? stateOf(claim, evidence) : 'not-assessed';
  return { ...claim, evidence, state, contradictions: against };
}

/** Only what claims everything can be contradicted by a part: "partly" and "no" admit that something is missing. */
function speakingAgainst(claim: Claim, observed: () => readonly ObservationResult[]): readonly ObservationResult[] {
  if (!claim.applies)
    return claim.reason === null ? [] : observed().filter(({ conditionSeen }) => conditionSeen !== null);
  return claim.support === 'yes' ? observed().filter(({ outcome }) => outcome === 'contradicted') : [];
}

function stateOf({ applies, reason, support }: Claim, evidence: readonly JudgedEvidence[]): ProvisionState {
  if (!applies) return reason === null ? 'not-assessed' : 'not-applicable';
  if (support === null) return 'not-assessed';
  if (support === 'no') return 'not-supported';
  if (support === 'partly') return 'partly';
  if (evidence.some(({ state }) => state === 'current')) return 'claimed-with-evidence';
  return evidence.some(({ state }) => state === 'outside')
    ? 'claimed-with-outside-evidence'
    : 'claimed-without-evidence';
}
