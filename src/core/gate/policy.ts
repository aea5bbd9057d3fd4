import type { GatePolicies, GatePolicy } from '../config/gate-policy';
import type { GateName } from '../model';

const COMMON = { severity: 'warning', provisions: [], maxAge: null, unread: [] } as const;

/** Our judgement of what a team would want to know before it decides; `gate:` in `ai-baseline.yaml` says otherwise. */
const BUILT_IN: Readonly<Record<GateName, GatePolicy>> = {
  design: { ...COMMON, records: ['system-requirements', 'threat-model'], checklist: false, severity: 'error' },
  release: { ...COMMON, records: [], checklist: true },
  retire: { ...COMMON, records: ['disposal-record'], checklist: false, severity: 'error' },
};

/** The policy of a gate: built-in, then the project's, then the environment's. */
export function policyOf(policies: GatePolicies, gate: GateName, environment: string | null): GatePolicy {
  const forEnvironment =
    environment !== null && Object.hasOwn(policies.environments, environment) ? policies.environments[environment] : {};
  return { ...BUILT_IN[gate], ...policies.gates[gate], ...forEnvironment };
}
