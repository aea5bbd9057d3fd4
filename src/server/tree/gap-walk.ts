import { placedProvisions, type Catalogue, type ProvisionState } from '../../core';
import type { GapParams, TreeNode } from '../../protocol';
import type { Project } from '../project';
import { nodeId } from './node-id';
import { passes, standings, type Standing } from './provision-filter';
import { provisionChildren } from './provisions';

const SETTLED: readonly ProvisionState[] = ['claimed-with-evidence', 'claimed-with-outside-evidence', 'not-applicable'];

/**
 * The next gap after a provision, or the one before it, round and round: a provision that the filter shows, that concerns the
 * organisation, and that is neither claimed with evidence nor said not to apply. Its rows of the tree from the top down; empty
 * where there is no gap.
 */
export function gapRows(catalogue: Catalogue, projects: readonly Project[], params: GapParams): TreeNode[] {
  const { filter, after, back } = params;
  const states = standings(projects);
  const order = placedProvisions(catalogue);
  const ordered = back ? [...order].reverse() : order;
  const from = ordered.findIndex(({ provision }) => provision.id === after) + 1;
  const found = [...ordered.slice(from), ...ordered.slice(0, from)].find((placed) => {
    const own = states.get(placed.provision.id) ?? [];
    return own.some(isGap) && passes(catalogue, filter, placed, own);
  });
  if (!found) return [];
  const { provision, principle } = found;
  const ids = [
    nodeId('phase', principle.phaseClause),
    nodeId('principle', principle.clause),
    nodeId('provision', provision.id, ''),
  ];
  const parents = [null, ...ids];
  return ids.flatMap(
    (id, level) =>
      provisionChildren(catalogue, projects, parents[level] ?? null, filter).find((row) => row.id === id) ?? [],
  );
}

function isGap({ status }: Standing): boolean {
  return status.concern.state === 'concerned' && !SETTLED.includes(status.status);
}
