import type { Principle, Provision } from '../catalogue';
import type { Concern, System, SystemProfile } from '../model';

const CONCERNED: Concern = { state: 'concerned', why: null };

/** Phases that begin once a system is in use. */
const IN_USE: ReadonlySet<Principle['phase']> = new Set([
  'Secure Deployment',
  'Secure Maintenance',
  'Secure End of Life',
]);

/** Whether a provision concerns the organisation at all, by the roles it holds. Without any stated, everything does. */
export function concernByRole(provision: Provision, profile: SystemProfile | null): Concern {
  const held = profile?.roles ?? [];
  if (held.length === 0 || provision.roles.some((role) => held.includes(role))) return CONCERNED;
  return { state: 'other-role', why: `addressed to ${provision.roles.join(', ')}; held: ${held.join(', ')}` };
}

/** The same for one system, by whether it is in use. */
export function concernOf(
  { phase }: Principle,
  provision: Provision,
  { name, deployed }: System,
  profile: SystemProfile | null,
): Concern {
  const byRole = concernByRole(provision, profile);
  if (byRole.state !== 'concerned') return byRole;
  if (deployed === 'no') {
    return { state: 'not-deployed', why: `${name} is not deployed: research that never is lies outside the standard` };
  }
  if (deployed === 'planned' && IN_USE.has(phase)) {
    return { state: 'not-yet', why: `${name} is not in use yet` };
  }
  if (deployed === 'retired' && phase !== 'Secure End of Life') {
    return { state: 'over', why: `${name} is retired` };
  }
  return CONCERNED;
}

/** For the project: concerned where any of its systems is, else as the first of them. */
export function concernTogether(byRole: Concern, systems: readonly Concern[]): Concern {
  if (byRole.state !== 'concerned' || systems.length === 0) return byRole;
  return systems.find(({ state }) => state === 'concerned') ?? systems[0] ?? byRole;
}
