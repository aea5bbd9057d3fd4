import type { ComponentType, Threat, ThreatModel } from '../../model';
import { boxKey, layoutOf, partKey } from './dragon-layout';
import type { Area } from './dragon-layout';
import { toDragonProtection, toDragonWords, toMitigation } from './dragon-words';
import { drawnOf } from './drawn';
import type { Drawn, DrawnBoundary, DrawnFlow, DrawnPart } from './drawn';
import { noteLeft } from './left-behind';
import type { Notes } from './notes';
import { WHOLE_SYSTEM } from './read-dragon';
import { controlsOf } from './written-controls';

const VERSION = '2.3.0';
const HELD = {
  keys: ['owner', 'authors', 'out-of-scope', 'version'],
  cells: ['first stride', 'inherent', 'residual', 'treatment', 'status', 'owner, day or evidence of a control'],
};
const SHAPES: Readonly<Record<ComponentType, 'actor' | 'process' | 'store'>> = {
  actor: 'actor',
  external: 'actor',
  process: 'process',
  model: 'process',
  tool: 'process',
  store: 'store',
};

type Json = Readonly<Record<string, unknown>>;

/** A threat model as a model of OWASP Threat Dragon 2, with a diagram that is laid out simply. */
export function toDragon(model: ThreatModel, notes: Notes): Json {
  noteLeft(model, HELD, notes);
  const drawn = drawnOf(model, notes);
  const writer = new DragonWriter(model, drawn, notes);
  const cells = writer.cells();
  return {
    version: VERSION,
    summary: { title: model.system, owner: model.owner ?? '', description: model.purpose ?? '', id: 0 },
    detail: {
      contributors: model.authors.map((name) => ({ name })),
      diagrams: [
        {
          id: 0,
          title: model.system,
          diagramType: 'STRIDE',
          placeholder: '',
          thumbnail: './public/content/images/thumbnail.stride.jpg',
          version: VERSION,
          cells,
        },
      ],
      diagramTop: 1,
      reviewer: '',
      threatTop: writer.threatTop,
    },
    ...(model.version === null ? {} : { release_version: model.version }),
  };
}

class DragonWriter {
  private readonly threats = new Map<string, Json[]>();
  private readonly areas: ReadonlyMap<string, Area>;
  private readonly cellIds = new Map<string, string>();
  private readonly reasons: ReadonlyMap<string, string>;
  threatTop = 0;

  constructor(
    model: ThreatModel,
    private readonly drawn: Drawn,
    private readonly notes: Notes,
  ) {
    this.areas = layoutOf(drawn);
    const names = new Set([...drawn.parts.map(({ name }) => name), ...drawn.flows.map(flowName)]);
    this.reasons = outOfScope(model, names, notes);
    for (const threat of model.threats) this.place(threat);
    for (const { id } of [...drawn.parts, ...drawn.flows]) this.cellIds.set(partKey(id), cellId(id));
    const taken = new Set(this.cellIds.values());
    for (const { id } of drawn.boundaries) {
      const clash = taken.has(cellId(id));
      if (clash) notes.left('Id of a trust boundary that is another there', id);
      this.cellIds.set(boxKey(id), clash ? `boundary ${id}` : cellId(id));
    }
  }

  private place(threat: Threat): void {
    this.threatTop += 1;
    const { drawn, others } = this.drawn.aims(threat);
    for (const other of others) this.notes.left('Aim of a threat that is not drawn', `${threat.id.text} ${other}`);
    const json = threatJson(threat, this.threatTop);
    for (const id of drawn.length === 0 ? [WHOLE_SYSTEM] : drawn) {
      const there = this.threats.get(id);
      if (there === undefined) this.threats.set(id, [json]);
      else there.push(json);
    }
  }

  cells(): Json[] {
    const { parts, flows, boundaries } = this.drawn;
    const whole = this.threats.has(WHOLE_SYSTEM) ? [this.whole()] : [];
    const all = [
      ...boundaries.map((each) => this.box(each)),
      ...parts.map((each) => this.part(each)),
      ...whole,
      ...flows.map((each) => this.flow(each)),
    ];
    return all.map((cell, index) => ({ ...cell, zIndex: index < boundaries.length ? -1 : index }));
  }

  private box({ id, name, description }: DrawnBoundary): Json {
    return {
      id: this.cellIds.get(boxKey(id)),
      shape: 'trust-boundary-box',
      visible: true,
      ...placed(this.areas.get(boxKey(id))),
      attrs: { label: { text: name } },
      data: {
        type: 'tm.BoundaryBox',
        name,
        description: description ?? '',
        isTrustBoundary: true,
        hasOpenThreats: false,
      },
    };
  }

  private part({ id, name, type, description }: DrawnPart): Json {
    const shape = SHAPES[type];
    if (shape !== type) this.notes.left('Type of a component', `${id} ${type}: ${shape} there`);
    return {
      id: this.cellIds.get(partKey(id)),
      shape,
      visible: true,
      ...placed(this.areas.get(partKey(id))),
      attrs: { text: { text: name } },
      data: {
        type: { actor: 'tm.Actor', process: 'tm.Process', store: 'tm.Store' }[shape],
        name,
        description: description ?? '',
        isTrustBoundary: false,
        ...this.about(id, name),
      },
    };
  }

  /** Holds the threats that aim at nothing drawn. */
  private whole(): Json {
    const bottom = Math.max(0, ...[...this.areas.values()].map(({ y, height }) => y + height));
    const name = 'The whole system';
    this.notes.left('Threats that aim at nothing drawn stand at', name);
    return {
      id: WHOLE_SYSTEM,
      shape: 'process',
      visible: true,
      ...placed({ x: 60, y: bottom + 60, width: 160, height: 80 }),
      attrs: { text: { text: name } },
      data: { type: 'tm.Process', name, description: '', isTrustBoundary: false, ...this.about(WHOLE_SYSTEM, name) },
    };
  }

  private flow(flow: DrawnFlow): Json {
    const name = flow.data ?? '';
    return {
      id: this.cellIds.get(partKey(flow.id)),
      shape: 'flow',
      visible: true,
      connector: 'smooth',
      attrs: { line: { stroke: '#333333', strokeWidth: 1.5, targetMarker: { name: 'block' } } },
      labels: name === '' ? [] : [{ attrs: { labelText: { text: name } } }],
      source: { cell: this.cellIds.get(partKey(flow.from)) },
      target: { cell: this.cellIds.get(partKey(flow.to)) },
      vertices: [],
      data: {
        type: 'tm.Flow',
        name,
        description: flow.description ?? '',
        isTrustBoundary: false,
        isBidirectional: flow.both,
        ...toDragonProtection(flow.protection),
        ...this.about(flow.id, flowName(flow)),
      },
    };
  }

  private about(id: string, name: string): Json {
    const threats = this.threats.get(id) ?? [];
    const reason = this.reasons.get(name);
    return {
      outOfScope: reason !== undefined,
      reasonOutOfScope: reason ?? '',
      hasOpenThreats: threats.some(({ status }) => status === 'Open'),
      threats,
    };
  }
}

function flowName({ id, data }: DrawnFlow): string {
  return data ?? id;
}

/** Threat Dragon asks for two letters and more. */
function cellId(id: string): string {
  return id.length < 2 ? `id:${id}` : id;
}

function placed(area: Area | undefined): Json {
  const { x, y, width, height } = area ?? { x: 0, y: 0, width: 160, height: 80 };
  return { position: { x, y }, size: { width, height } };
}

/** Reasons by the name of a part: an entry that names no part has no place. */
function outOfScope(model: ThreatModel, names: ReadonlySet<string>, notes: Notes): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const text of model.outOfScope) {
    const cuts = [...text.matchAll(/: /gu)].map(({ index }) => index);
    const name = names.has(text)
      ? text
      : cuts
          .slice(0, 50)
          .map((at) => text.slice(0, at))
          .find((each) => names.has(each));
    if (name === undefined || found.has(name)) notes.left('out-of-scope', text);
    else found.set(name, text.slice(name.length + 2));
  }
  return found;
}

function threatJson(threat: Threat, number: number): Json {
  const words = toDragonWords(threat);
  const stride = threat.stride[0]?.replaceAll('-', ' ') ?? '';
  return {
    id: threat.id.text,
    title: threat.title,
    status: words.status,
    severity: words.severity,
    type: stride.slice(0, 1).toUpperCase() + stride.slice(1),
    description: threat.scenario ?? '',
    mitigation: toMitigation(controlsOf(threat), words.status),
    modelType: 'STRIDE',
    new: false,
    number,
    score: words.score,
  };
}
