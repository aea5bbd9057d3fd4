import type { Threat, ThreatModel } from '../../model';
import { drawnOf } from './drawn';
import type { Drawn, DrawnFlow, DrawnPart } from './drawn';
import { noteLeft } from './left-behind';
import { splitNamed } from './named-text';
import type { Notes } from './notes';
import { assetRisk, OWN, toOtmRisk, toOtmState } from './otm-words';
import { NO_ZONE } from './read-otm';
import type { SketchControl } from './sketch';
import { controlsOf } from './written-controls';

const HELD = {
  keys: ['id', 'owner', 'authors', 'out-of-scope', 'assumptions', 'assets', 'asset of a component'],
  cells:
    'attack-path,entry,stride,atlas,owasp,seen,inherent,residual,treatment,reason,owner,due,evidence,status,owner, day or evidence of a control'.split(
      /,(?! day)/u,
    ),
};

type Json = Readonly<Record<string, unknown>>;

/** A threat model as Open Threat Model 0.2.0. What it has no place for and leaves free stands under `attributes`. */
export function toOtm(model: ThreatModel, notes: Notes): Json {
  noteLeft(model, HELD, notes);
  const drawn = drawnOf(model, notes);
  const controls = mitigationsOf(model);
  const found = instances(model, drawn, controls);
  const unzoned = drawn.parts.some(({ boundary }) => boundary === null);
  if (drawn.boundaries.length > 0 || unzoned)
    notes.left('Asked for there and not said here', 'trust ratings of trust zones: 0 stands there');
  if (controls.size > 0)
    notes.left('Asked for there and not said here', 'risk reduction of mitigations: 0 stands there');
  return {
    otmVersion: '0.2.0',
    project: {
      name: model.system,
      id: model.id,
      description: model.purpose,
      owner: model.owner,
      attributes: kept({ authors: model.authors, 'out-of-scope': model.outOfScope, assumptions: model.assumptions }),
    },
    assets: model.assets.map((asset) => assetJson(asset, notes)),
    trustZones: [
      ...drawn.boundaries.map(({ id, name, inside, description }) => ({
        ...{ id, name, description, risk: { trustRating: 0 } },
        ...(inside === null ? {} : { parent: { trustZone: inside } }),
        attributes: kept({ 'not-rated': true }),
      })),
      ...(unzoned ? [{ id: NO_ZONE, name: 'In no trust boundary', risk: { trustRating: 0 } }] : []),
    ],
    components: drawn.parts.map((part) => partJson(part, found.get(part.id) ?? [])),
    dataflows: drawn.flows.map((flow) => flowJson(flow, found.get(flow.id) ?? [])),
    threats: model.threats.map((threat) => threatJson(threat, { drawn, controls, notes })),
    mitigations: [...controls.values()].map(mitigationJson),
  };
}

/** What stands under our own key; nothing where all of it is empty. */
function kept(values: Readonly<Record<string, unknown>>): Json | null {
  const said = Object.entries(values).filter(
    ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return said.length === 0 ? null : { [OWN]: Object.fromEntries(said) };
}

function assetJson({ asset, name, description, sensitivity }: ThreatModel['assets'][number], notes: Notes): Json {
  const risk = assetRisk(sensitivity);
  if (risk === null)
    notes.left(
      'Asked for there and not said here',
      'confidentiality, integrity and availability of assets: 0 stands there',
    );
  return {
    id: asset.text,
    name: name ?? asset.text,
    description,
    risk: risk ?? { confidentiality: 0, integrity: 0, availability: 0 },
    attributes: risk === null ? kept({ 'not-rated': true, sensitivity }) : null,
  };
}

function partJson({ id, name, type, asset, boundary, description }: DrawnPart, threats: readonly Json[]): Json {
  const list = asset === null ? null : { [type === 'store' ? 'stored' : 'processed']: [asset] };
  return {
    id,
    name,
    type,
    description,
    parent: { trustZone: boundary ?? NO_ZONE },
    assets: list,
    threats,
    attributes: kept({ asset }),
  };
}

function flowJson({ id, from, to, data, description, protection, both }: DrawnFlow, threats: readonly Json[]): Json {
  return {
    ...{ id, name: data ?? id, description, bidirectional: both, source: from, destination: to, threats },
    attributes: kept({ protection, 'no-name': data === null }),
  };
}

interface Mitigation {
  readonly id: string;
  readonly control: SketchControl;
}

function keyOf({ text, owner, due, evidence }: SketchControl): string {
  return JSON.stringify([text, owner, due, evidence]);
}

/** Each control once, however many threats it is against. */
function mitigationsOf({ threats }: ThreatModel): ReadonlyMap<string, Mitigation> {
  const found = new Map<string, Mitigation>();
  for (const control of threats.flatMap(controlsOf)) {
    if (!found.has(keyOf(control))) found.set(keyOf(control), { id: `control-${String(found.size + 1)}`, control });
  }
  return found;
}

function mitigationJson({ id, control }: Mitigation): Json {
  const { owner, due, evidence } = control;
  const { name, description } = splitNamed(control.text);
  return { id, name, description, riskReduction: 0, attributes: kept({ 'not-rated': true, owner, due, evidence }) };
}

interface Written {
  readonly drawn: Drawn;
  readonly controls: ReadonlyMap<string, Mitigation>;
  readonly notes: Notes;
}

function references(threat: Threat, controls: ReadonlyMap<string, Mitigation>): Json[] {
  return controlsOf(threat).map((control) => ({
    mitigation: controls.get(keyOf(control))?.id,
    state: control.state === 'in-place' ? 'implemented' : 'required',
  }));
}

/** Threats by what they aim at. */
function instances(
  model: ThreatModel,
  drawn: Drawn,
  controls: ReadonlyMap<string, Mitigation>,
): ReadonlyMap<string, Json[]> {
  const found = new Map<string, Json[]>();
  for (const threat of model.threats) {
    const mitigations = references(threat, controls);
    const instance = { threat: threat.id.text, state: toOtmState(threat.treatment, threat.status), mitigations };
    for (const id of drawn.aims(threat).drawn) found.set(id, [...(found.get(id) ?? []), instance]);
  }
  return found;
}

function threatJson(threat: Threat, { drawn, controls, notes }: Written): Json {
  const { inherentLikelihood, inherentImpact, likelihood, impact } = threat;
  const risk = toOtmRisk(threat);
  if (inherentImpact === null && impact === null)
    notes.left('Asked for there and not said here', 'impact of threats that are not rated: 0 stands there');
  const aims = drawn.aims(threat);
  return {
    id: threat.id.text,
    name: threat.title,
    description: threat.scenario,
    categories: threat.stride,
    risk,
    attributes: kept({
      rated: true,
      'inherent-likelihood': inherentLikelihood,
      'inherent-impact': inherentImpact,
      inherent: threat.inherent,
      likelihood,
      impact,
      residual: threat.residual,
      treatment: threat.treatment,
      status: threat.status,
      'attack-path': threat.attackPath?.text ?? null,
      entry: threat.entry?.text ?? null,
      reason: threat.reason,
      owner: threat.owner,
      due: threat.due?.date ?? null,
      ...{
        atlas: texts(threat.atlas),
        owasp: texts(threat.owasp),
        evidence: texts(threat.evidence),
        seen: threat.seen,
      },
      'aims-at': aims.others.length > 0 ? [...aims.drawn, ...aims.others] : [],
      // Where nothing is drawn that it aims at, there is no place that its mitigations could stand at.
      mitigations: aims.drawn.length === 0 ? references(threat, controls) : [],
    }),
  };
}

function texts(placed: readonly { readonly text: string }[]): string[] {
  return placed.map(({ text }) => text);
}
