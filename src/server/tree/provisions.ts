import {
  forceWord,
  phasesOf,
  rolesText,
  type Catalogue,
  type Finding,
  type Principle,
  type Provision,
} from '../../core';
import { clientCommands, type Filter, type TreeNode } from '../../protocol';
import type { Project } from '../project';
import { amount } from '../words';
import { nodeId, nodeParts } from './node-id';

interface Touching {
  readonly project: Project;
  readonly finding: Finding;
}

/** Rows of the Provisions tree below `id`: phase, principle, provision, findings that touch it. */
export function provisionChildren(
  catalogue: Catalogue,
  projects: readonly Project[],
  id: string | null,
  filter: Filter,
): TreeNode[] {
  const touching = touchingFindings(projects);
  const phases = phasesOf(catalogue);
  const [type = '', which = ''] = id === null ? [] : nodeParts(id);
  switch (type) {
    case '':
      return phases.flatMap(({ clause, title, principles }) => {
        const shown = principles.filter((principle) => provisionsIn(principle, filter).length > 0);
        if (shown.length === 0) return [];
        return [
          groupRow(nodeId('phase', clause), 'phase', title, [`clause ${clause}`, ...counted(shown, filter, touching)]),
        ];
      });
    case 'phase':
      return (phases.find(({ clause }) => clause === which)?.principles ?? []).flatMap((principle) => {
        if (provisionsIn(principle, filter).length === 0) return [];
        const label = `${String(principle.number)}. ${principle.title}`;
        const words = [`clause ${principle.clause}`, ...counted([principle], filter, touching)];
        return [groupRow(nodeId('principle', principle.clause), 'principle', label, words)];
      });
    case 'principle': {
      const principle = catalogue.principles.find(({ clause }) => clause === which);
      return principle ? provisionsIn(principle, filter).map((provision) => provisionRow(provision, touching)) : [];
    }
    case 'provision':
      return (touching.get(which) ?? []).map((touch) => findingRow(which, touch));
    default:
      return [];
  }
}

function provisionsIn(principle: Principle, { roles, forces }: Filter): Provision[] {
  return principle.provisions.filter(
    (provision) =>
      (roles.length === 0 || provision.roles.some((role) => roles.includes(role))) &&
      (forces.length === 0 || forces.includes(provision.force)),
  );
}

function touchingFindings(projects: readonly Project[]): ReadonlyMap<string, readonly Touching[]> {
  const byProvision = new Map<string, Touching[]>();
  for (const project of projects) {
    for (const finding of project.engine.snapshot.findings) {
      if (finding.suppressed || finding.scope !== 'product' || !project.shows(finding.path)) continue;
      for (const id of finding.provisions) {
        const list = byProvision.get(id);
        if (list) list.push({ project, finding });
        else byProvision.set(id, [{ project, finding }]);
      }
    }
  }
  return byProvision;
}

/** "3 findings", each counted once however many provisions it touches. */
function counted(
  principles: readonly Principle[],
  filter: Filter,
  touching: ReadonlyMap<string, readonly Touching[]>,
): string[] {
  const findings = new Set<Finding>();
  for (const principle of principles) {
    for (const { id } of provisionsIn(principle, filter))
      for (const { finding } of touching.get(id) ?? []) findings.add(finding);
  }
  return findings.size === 0 ? [] : [amount(findings.size, 'finding')];
}

function groupRow(id: string, kind: 'phase' | 'principle', label: string, words: readonly string[]): TreeNode {
  const description = words.join(' · ');
  return { id, kind, label, description, spoken: `${label}, ${words.join(', ')}`, mark: 'none', children: 'closed' };
}

function provisionRow(provision: Provision, touching: ReadonlyMap<string, readonly Touching[]>): TreeNode {
  const findings = touching.get(provision.id)?.length ?? 0;
  const counts = findings === 0 ? [] : [amount(findings, 'finding')];
  const label = `${provision.id} ${forceWord(provision)} ${provision.asks}`;
  const words = [...counts, rolesText(provision), provision.summary];
  return {
    id: nodeId('provision', provision.id),
    kind: 'provision',
    label,
    description: words.join(' · '),
    spoken: `${label}, ${words.join(', ')}`,
    mark: findings > 0 ? 'undocumented' : 'none',
    children: findings > 0 ? 'closed' : 'none',
    provision: provision.id,
    command: clientCommands.explain,
  };
}

function findingRow(provision: string, { project, finding }: Touching): TreeNode {
  const where = `${finding.path}:${String(finding.line)}`;
  // The rest of the message says which provisions it touches: that is where the row stands.
  const label = finding.message.split(/(?<=\.) (?=EN 304)/u, 1)[0] ?? finding.message;
  return {
    id: nodeId('finding', provision, project.uri, finding.fingerprint),
    kind: 'finding',
    label,
    description: where,
    spoken: `${label} ${where}`,
    mark: 'none',
    children: 'none',
    project: project.uri,
    place: project.place(finding.path, finding),
  };
}
