import type { TrustBoundary } from '../model';

const MOST_BOUNDARIES = 200;
const DEEPEST = 10;

/** The boundaries that are drawn, and which each lies in; one that would lie in itself, or too deep, lies in none. */
export function parentsOf(all: readonly TrustBoundary[]): {
  readonly boundaries: readonly TrustBoundary[];
  readonly parents: ReadonlyMap<string, string | null>;
} {
  const byId = new Map<string, TrustBoundary>();
  for (const boundary of all)
    if (byId.size < MOST_BOUNDARIES && !byId.has(boundary.id)) byId.set(boundary.id, boundary);
  const named = new Map(
    [...byId].map(([id, { parent }]) => [id, parent && byId.has(parent.text) ? parent.text : null]),
  );
  const parents = new Map([...named].map(([id, parent]) => [id, endless(id, named) ? null : parent]));
  return { boundaries: [...byId.values()], parents };
}

function endless(start: string, parents: ReadonlyMap<string, string | null>): boolean {
  let at: string | null = start;
  for (let steps = 0; at !== null; steps += 1) {
    if (steps > DEEPEST) return true;
    at = parents.get(at) ?? null;
  }
  return false;
}
