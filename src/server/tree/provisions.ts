import {
  forceWord,
  phasesOf,
  rolesText,
  type Catalogue,
  type Finding,
  type Principle,
  type Provision,
  type ProvisionState,
} from '../../core';
import { clientCommands, type Filter, type TreeNode } from '../../protocol';
import type { Project } from '../project';
import { amount } from '../words';
import { nodeId, nodeParts } from './node-id';
import { passes, standings, type Standing } from './provision-filter';
import { EVIDENCE_WORDS, OBSERVATION_WORDS, STATUS_MARKS, STATUS_WORDS } from './status';

interface Touching {
  readonly project: Project;
  readonly finding: Finding;
}

/** What the rows of the tree are made from. */
interface Look {
  readonly catalogue: Catalogue;
  readonly filter: Filter;
  readonly touching: ReadonlyMap<string, readonly Touching[]>;
  readonly states: ReadonlyMap<string, readonly Standing[]>;
}

/** Rows of the Provisions tree below `id`: phase, principle, provision, then what is claimed, named, seen and found for it. */
export function provisionChildren(
  catalogue: Catalogue,
  projects: readonly Project[],
  id: string | null,
  filter: Filter,
): TreeNode[] {
  const look = { catalogue, filter, touching: touchingFindings(projects), states: standings(projects) };
  const [type = '', which = ''] = id === null ? [] : nodeParts(id);
  switch (type) {
    case '':
      return [...startRow(look), ...phaseRows(look)];
    case 'start':
      return startProvisions(look).map((provision) => provisionRow(look, provision, 'start'));
    case 'phase':
      return principleRows(look, which);
    case 'principle': {
      const principle = catalogue.principles.find(({ clause }) => clause === which);
      return principle ? provisionsIn(look, principle).map((provision) => provisionRow(look, provision, '')) : [];
    }
    case 'provision':
      return [
        ...(look.states.get(which) ?? []).flatMap((standing) => standingRows(which, standing)),
        ...(look.touching.get(which) ?? []).map((touch) => findingRow(which, touch)),
      ];
    default:
      return [];
  }
}

function phaseRows(look: Look): TreeNode[] {
  return phasesOf(look.catalogue).flatMap(({ clause, title, principles }) => {
    const shown = principles.filter((principle) => provisionsIn(look, principle).length > 0);
    if (shown.length === 0) return [];
    return [groupRow(nodeId('phase', clause), 'phase', title, [`clause ${clause}`, ...counted(look, shown)])];
  });
}

function principleRows(look: Look, phase: string): TreeNode[] {
  const principles = phasesOf(look.catalogue).find(({ clause }) => clause === phase)?.principles ?? [];
  return principles.flatMap((principle) => {
    if (provisionsIn(look, principle).length === 0) return [];
    const label = `${String(principle.number)}. ${principle.title}`;
    const words = [`clause ${principle.clause}`, ...counted(look, [principle])];
    return [groupRow(nodeId('principle', principle.clause), 'principle', label, words)];
  });
}

/** About twelve provisions over the five phases that a team does first. The standard ranks nothing: the choice is ours. */
function startRow(look: Look): TreeNode[] {
  const shown = startProvisions(look);
  if (shown.length === 0) return [];
  const open = shown.filter(({ id }) => statusOf(look, id) === 'not-assessed').length;
  const words = ['our choice', open === 0 ? 'all assessed' : `${String(open)} of ${String(shown.length)} not assessed`];
  return [groupRow(nodeId('start'), 'phase', 'Start here', words)];
}

function startProvisions(look: Look): Provision[] {
  return look.catalogue.principles.flatMap((principle) =>
    provisionsIn(look, principle).filter(({ start }) => start !== undefined),
  );
}

function provisionsIn({ catalogue, filter, states }: Look, principle: Principle): Provision[] {
  return principle.provisions.filter((provision) =>
    passes(catalogue, filter, { provision, principle }, states.get(provision.id) ?? []),
  );
}

/** Of several projects the weakest. */
function statusOf({ states }: Look, id: string): ProvisionState {
  const found = new Set((states.get(id) ?? []).map(({ status }) => status.status));
  return (Object.keys(STATUS_WORDS) as ProvisionState[]).find((state) => found.has(state)) ?? 'not-assessed';
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

/** How many provisions are claimed, how many contradicted, and "3 findings", each counted once however many it touches. */
function counted(look: Look, principles: readonly Principle[]): string[] {
  const provisions = principles.flatMap((principle) => provisionsIn(look, principle));
  const findings = new Set(provisions.flatMap(({ id }) => (look.touching.get(id) ?? []).map(({ finding }) => finding)));
  const states = provisions.map(({ id }) => statusOf(look, id));
  const assessed = states.filter((state) => state !== 'not-assessed').length;
  const contradicted = states.filter((state) => state === 'contradicted').length;
  return [
    ...(contradicted === 0 ? [] : [`${String(contradicted)} contradicted`]),
    ...(assessed === 0 ? [] : [`${String(assessed)} of ${String(provisions.length)} assessed`]),
    ...(findings.size === 0 ? [] : [amount(findings.size, 'finding')]),
  ];
}

function groupRow(id: string, kind: 'phase' | 'principle', label: string, words: readonly string[]): TreeNode {
  const description = words.join(' · ');
  return { id, kind, label, description, spoken: `${label}, ${words.join(', ')}`, mark: 'none', children: 'closed' };
}

function provisionRow(look: Look, provision: Provision, under: string): TreeNode {
  const { id, start } = provision;
  const findings = look.touching.get(id)?.length ?? 0;
  const states = look.states.get(id) ?? [];
  const state = statusOf(look, id);
  const owners = [...new Set(states.flatMap(({ status }) => status.claims.flatMap(({ owner }) => owner ?? [])))];
  const label = `${id} ${forceWord(provision)} ${provision.asks}`;
  const words = [
    ...(under === 'start' && start !== undefined ? [start] : []),
    ...(provision.own ? [provision.own.title] : []),
    ...(provision.required ? [`required by ${provision.required.by}`] : []),
    ...(state === 'not-assessed' ? [] : [STATUS_WORDS[state]]),
    ...(owners.length === 0 ? [] : [`owner ${owners.join(', ')}`]),
    ...(findings === 0 ? [] : [amount(findings, 'finding')]),
    rolesText(provision),
    provision.summary,
  ];
  const inside = findings > 0 || states.some(({ status }) => status.claims.length + status.observations.length > 0);
  const mark = STATUS_MARKS[state];
  return {
    id: nodeId('provision', id, under),
    kind: 'provision',
    label,
    description: words.join(' · '),
    spoken: `${label}, ${words.join(', ')}`,
    mark: mark === 'none' && findings > 0 ? 'undocumented' : mark,
    children: inside ? 'closed' : 'none',
    provision: id,
    command: clientCommands.explain,
  };
}

/** What is claimed, what is named as evidence, and what the tool sees: one after the other, never mixed. */
function standingRows(provision: string, { project, status }: Standing): TreeNode[] {
  const row = (
    kind: 'claim' | 'evidence' | 'observation',
    at: number,
    label: string,
    description: string,
  ): TreeNode => ({
    id: nodeId(kind, provision, project.uri, String(at)),
    ...{ kind, label, description },
    spoken: `${label}, ${description}`,
    mark: 'none',
    children: 'none',
    project: project.uri,
    provision,
  });
  const claims = status.claims.map((claim, index) => {
    const systems = claim.systems.length === 0 ? '' : ` for ${claim.systems.map(({ id }) => id).join(', ')}`;
    const words = claim.applies
      ? `Claim${systems}: ${claim.support ?? 'support left open'}`
      : `Claim${systems}: does not apply`;
    const more = [STATUS_WORDS[claim.state], claim.owner, claim.detail ?? claim.reason].filter(Boolean).join(' · ');
    const mark = STATUS_MARKS[claim.state];
    return { ...row('claim', index, words, more), mark, place: project.place(claim.path, claim.supportRange) };
  });
  const evidence = status.evidence.map((each, index) => {
    const path = each.target?.in === 'tree' && each.state !== 'missing' ? each.target.path : null;
    const own = status.claims.find((claim) => claim.evidence.includes(each));
    const place = path === null ? own && project.place(own.path, each.range) : { uri: project.uriOf(path), range: TOP };
    const words = [each.kind ?? 'evidence', EVIDENCE_WORDS[each.state], each.why].filter(Boolean).join(' · ');
    const mark = each.state === 'current' || each.state === 'outside' ? ('none' as const) : ('unproven' as const);
    return { ...row('evidence', index, `Evidence: ${each.reference}`, words), mark, ...(place ? { place } : {}) };
  });
  const observations = status.observations.map((each, index) => {
    const [first] = each.places;
    const place = first ? { place: project.place(first.path, first) } : {};
    const mark = each.outcome === 'contradicted' ? ('contradicted' as const) : ('none' as const);
    const label = `Looked at: ${each.sentence}`;
    return {
      ...row('observation', index, label, `${OBSERVATION_WORDS[each.outcome]}: ${each.detail}`),
      mark,
      ...place,
    };
  });
  return [...claims, ...evidence, ...observations];
}

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

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
