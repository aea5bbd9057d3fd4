import type { JudgedClaim, ProvisionState, SystemStatus } from './claim';
import { weakestOf } from './claim';
import type { Finding } from './finding';
import type { ProvisionStatus } from './snapshot';

/** For several systems: the weakest of those that are concerned; where no systems are listed, of the claims. */
export function stateTogether(claims: readonly JudgedClaim[], systems: readonly SystemStatus[]): ProvisionState {
  const concerned = systems.filter(({ concern }) => concern.state === 'concerned');
  const counted = concerned.length > 0 ? concerned : systems;
  return weakestOf(systems.length === 0 ? claims.map(({ state }) => state) : counted.map(({ status }) => status));
}

/** The statuses with the number of findings that name each provision. */
export function withFindings(statuses: readonly ProvisionStatus[], findings: readonly Finding[]): ProvisionStatus[] {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (finding.suppressed !== null || finding.scope !== 'product') continue;
    for (const id of finding.provisions) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return statuses.map((status) => ({ ...status, findings: counts.get(status.id) ?? 0 }));
}
