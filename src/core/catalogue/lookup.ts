import type { Catalogue } from './index';
import type { Principle, Provision } from './principles';

/** A provision together with the principle it belongs to. */
export interface Placed {
  readonly provision: Provision;
  readonly principle: Principle;
}

/** All provisions in the order of the standard, those that a project adds to a principle after its own. */
export function placedProvisions(catalogue: Catalogue): Placed[] {
  return catalogue.principles.flatMap((principle) => principle.provisions.map((provision) => ({ provision, principle })));
}

/** The provision with this id (`5.2.4-3`); null when there is none. */
export function findProvision(catalogue: Catalogue, id: string): Placed | null {
  return placedProvisions(catalogue).find(({ provision }) => provision.id === id) ?? null;
}

/** One phase with its principles. */
export interface Phase {
  readonly clause: string;
  readonly title: Principle['phase'];
  readonly principles: readonly Principle[];
}

/** The phases in the order of the standard. */
export function phasesOf(catalogue: Catalogue): Phase[] {
  const phases = new Map<string, Principle[]>();
  for (const principle of catalogue.principles) {
    phases.set(principle.phaseClause, [...(phases.get(principle.phaseClause) ?? []), principle]);
  }
  return [...phases].flatMap(([clause, principles]) => {
    const [first] = principles;
    return first === undefined ? [] : [{ clause, title: first.phase, principles }];
  });
}
