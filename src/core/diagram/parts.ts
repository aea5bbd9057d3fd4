import type { ComponentType, Range, Risk, Threat, ThreatModel } from '../model';
import { RISKS } from '../model';

/** A part of the picture before it has a place. */
export interface Part {
  readonly id: string;
  readonly name: string;
  readonly type: ComponentType | 'unknown';
  readonly boundary: string | null;
  readonly threats: readonly Threat[];
  readonly range: Range;
}

export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly range: Range;
}

/** What is drawn: components, ends of flows that are no component, and the flows between them. */
export interface Parts {
  readonly nodes: readonly Part[];
  readonly links: readonly Link[];
}

const MOST_NODES = 600;
const MOST_LINKS = 2000;

/** The parts of a threat model. What a flow names is found by id, name or asset; what is found by none is a part of its own. */
export function partsOf(model: ThreatModel, boundaries: ReadonlySet<string>): Parts & { readonly left: number } {
  const nodes = new Map<string, Part>();
  const names = new Map<string, string>();
  const aims = threatsByTarget(model);
  for (const { id, name, type, asset, boundary, range } of model.components) {
    if (nodes.has(id)) continue;
    const keys = [id, name, ...(asset ? [asset.text] : [])];
    const threats = [...new Set(keys.flatMap((key) => aims.get(key) ?? []))];
    const inside = boundary && boundaries.has(boundary.text) ? boundary.text : null;
    nodes.set(id, { id, name, type, boundary: inside, threats, range });
    for (const key of keys) if (!names.has(key)) names.set(key, id);
  }
  for (const { id, name, component } of model.entryPoints) {
    const leads = component && nodes.has(component.text) ? component.text : null;
    for (const key of [id, name]) if (leads !== null && !names.has(key)) names.set(key, leads);
  }
  const links = model.flows.map(({ id, from, to, data, range }): Link => {
    const end = ({ text, range: at }: ThreatModel['flows'][number]['from']) => {
      const known = names.get(text);
      if (known !== undefined) return known;
      const made = `?${text}`;
      nodes.set(made, {
        id: made,
        name: text,
        type: 'unknown',
        boundary: null,
        threats: aims.get(text) ?? [],
        range: at,
      });
      names.set(text, made);
      return made;
    };
    return { id, from: end(from), to: end(to), label: data ?? '', range };
  });
  const kept = new Set([...nodes.keys()].slice(0, MOST_NODES));
  const drawn = links.filter(({ from, to }) => kept.has(from) && kept.has(to)).slice(0, MOST_LINKS);
  return {
    nodes: [...nodes.values()].filter(({ id }) => kept.has(id)),
    links: drawn,
    left: nodes.size - kept.size + (links.length - drawn.length),
  };
}

function threatsByTarget({ threats }: ThreatModel): ReadonlyMap<string, Threat[]> {
  const found = new Map<string, Threat[]>();
  for (const threat of threats) {
    for (const { text } of threat.targets) {
      const list = found.get(text);
      if (list) list.push(threat);
      else found.set(text, [threat]);
    }
  }
  return found;
}

export function isOpen({ treatment }: Threat): boolean {
  return treatment === null;
}

/** The highest residual risk among threats that are rated. */
export function highestRisk(threats: readonly Threat[]): Risk | null {
  const found = threats.flatMap(({ residual }) => (residual === null ? [] : [RISKS.indexOf(residual)]));
  return found.length === 0 ? null : (RISKS[Math.max(...found)] ?? null);
}
