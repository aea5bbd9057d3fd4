import type { EvidenceState, Observation, ProvisionState } from '../../core';
import type { Mark } from '../../protocol';

/** How a provision stands, in words. None of them says that the standard is met: that is not ours to say. */
export const STATUS_WORDS: Readonly<Record<ProvisionState, string>> = {
  contradicted: 'contradicted',
  'not-supported': 'not supported',
  'not-assessed': 'not assessed',
  partly: 'partly',
  'claimed-without-evidence': 'claimed, no evidence',
  'claimed-with-outside-evidence': 'claimed, evidence elsewhere',
  'claimed-with-evidence': 'claimed, with evidence',
  'not-applicable': 'does not apply',
};

export const STATUS_MARKS: Readonly<Record<ProvisionState, Mark>> = {
  contradicted: 'contradicted',
  'not-supported': 'not-supported',
  'not-assessed': 'none',
  partly: 'partly',
  'claimed-without-evidence': 'unproven',
  'claimed-with-outside-evidence': 'claimed',
  'claimed-with-evidence': 'claimed',
  'not-applicable': 'not-applicable',
};

export const EVIDENCE_WORDS: Readonly<Record<EvidenceState, string>> = {
  current: 'current',
  outside: 'lies elsewhere, a person has to look',
  changed: 'changed since it was named',
  expired: 'expired',
  missing: 'not found',
  invalid: 'cannot be followed',
};

export const OBSERVATION_WORDS: Readonly<Record<Observation, string>> = {
  seen: 'seen',
  contradicted: 'contradicted',
  'not-seen': 'not seen',
  'cannot-tell': 'cannot tell',
};
