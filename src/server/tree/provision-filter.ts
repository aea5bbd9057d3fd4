import { isLinkedTo, type Catalogue, type Principle, type Provision, type ProvisionStatus } from '../../core';
import type { Filter } from '../../protocol';
import type { Project } from '../project';

/** How a provision stands in one project. */
export interface Standing {
  readonly project: Project;
  readonly status: ProvisionStatus;
}

/** Statuses of every project by provision. */
export function standings(projects: readonly Project[]): ReadonlyMap<string, readonly Standing[]> {
  const found = new Map<string, Standing[]>();
  for (const project of projects) {
    for (const status of project.engine.snapshot.provisions) {
      const list = found.get(status.id);
      if (list) list.push({ project, status });
      else found.set(status.id, [{ project, status }]);
    }
  }
  return found;
}

type Test = (filter: Filter, provision: Provision, principle: Principle, states: readonly Standing[]) => boolean;

const none = (list: readonly string[] | undefined) => list === undefined || list.length === 0;

/** Each test leaves out what it does not let through; an empty part of the filter lets everything through. */
const TESTS: readonly Test[] = [
  ({ roles }, { roles: own }) => none(roles) || own.some((role) => roles.includes(role)),
  ({ forces }, { force }) => none(forces) || forces.includes(force),
  ({ phases }, _provision, { phaseClause }) => none(phases) || (phases?.includes(phaseClause) ?? false),
  ({ statuses }, _provision, _principle, states) =>
    none(statuses) || states.some(({ status }) => statuses?.includes(status.status)),
  ({ systems }, _provision, _principle, states) =>
    none(systems) ||
    states.some(({ status }) =>
      status.systems.some(({ system, concern }) => systems?.includes(system) && concern.state === 'concerned'),
    ),
  ({ owners }, _provision, _principle, states) =>
    none(owners) || states.some(({ status }) => status.claims.some(({ owner }) => owner && owners?.includes(owner))),
  ({ query = '' }, { id, asks, summary }) => {
    const text = `${id} ${asks} ${summary}`.toLowerCase();
    return query
      .toLowerCase()
      .split(/\s+/u)
      .every((word) => text.includes(word));
  },
];

/** Whether the filter lets a provision through. */
export function passes(
  catalogue: Catalogue,
  filter: Filter,
  { provision, principle }: { readonly provision: Provision; readonly principle: Principle },
  states: readonly Standing[],
): boolean {
  const { frameworks } = filter;
  if (!none(frameworks) && !frameworks?.some((id) => isLinkedTo(catalogue, id, principle, provision))) return false;
  return TESTS.every((test) => test(filter, provision, principle, states));
}
