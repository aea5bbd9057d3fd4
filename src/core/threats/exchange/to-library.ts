import { IMPACTS, LIKELIHOODS } from '../../model';
import type { ThreatModel } from '../../model';
import { riskOf } from '../matrix';
import { drawnOf } from './drawn';
import type { Drawn } from './drawn';
import { noteLeft } from './left-behind';
import { levelOf, toAssumption, toLibraryProtection } from './library-words';
import { splitNamed } from './named-text';
import type { Notes } from './notes';
import { NO_PERSONA, OWN_RISK } from './read-library-threats';
import type { SketchControl } from './sketch';
import { SymbolicNames } from './symbolic-names';
import { controlsOf } from './written-controls';

const SCHEMA = 'https://github.com/OWASP/www-project-threat-model-library/blob/v1.0.2/threat-model.schema.json';
const HELD = {
  keys: ['version', 'reviewed', 'assumptions', 'assets', 'asset of a component'],
  cells: ['residual'],
};
const SENSITIVITY = ['pii', 'phi', 'fin', 'ip', 'cred', 'biz', 'gov', 'pci', 'op'];
const ASKED = 'Asked for there and not said here';

type Json = Readonly<Record<string, unknown>>;

/** A threat model as a file of the OWASP Threat Model Library 1.0.2. */
export function toLibrary(model: ThreatModel, notes: Notes): Json {
  noteLeft(model, HELD, notes);
  return new LibraryWriter(model, notes).write();
}

class LibraryWriter {
  private readonly drawn: Drawn;
  private readonly parts: SymbolicNames;
  private readonly flows: SymbolicNames;
  private readonly zones: SymbolicNames;
  private readonly sets: SymbolicNames;
  private readonly threats: SymbolicNames;

  constructor(
    private readonly model: ThreatModel,
    private readonly notes: Notes,
  ) {
    this.drawn = drawnOf(model, notes);
    this.parts = new SymbolicNames(notes);
    this.flows = new SymbolicNames(notes);
    this.zones = new SymbolicNames(notes);
    this.sets = new SymbolicNames(notes);
    this.threats = new SymbolicNames(notes);
  }

  write(): Json {
    const { model, drawn, notes } = this;
    notes.left(ASKED, 'scope: business_criticality moderate, exposure external and tier important stand there');
    const version = /^\d+(?:\.\d+)*$/u.test(model.version ?? '') ? model.version : '1.0';
    if (version !== model.version)
      notes.left(model.version === null ? ASKED : 'version', model.version ?? 'version: 1.0 stands there');
    for (const { id, inside } of drawn.boundaries)
      if (inside !== null) notes.left('Trust boundary inside another', `${id} in ${inside}`);
    const zones = drawn.boundaries.map(({ id, name, description }) => ({
      symbolic_name: this.zones.of(id),
      title: name,
      description: description ?? '',
    }));
    const parts = this.partLists();
    return {
      $schema: SCHEMA,
      version,
      scope: {
        title: model.system,
        description: model.purpose ?? '',
        business_criticality: 'moderate',
        data_sensitivity: [],
        exposure: 'external',
        tier: 'important',
      },
      ...(model.reviewed === null ? {} : { reviewed_at: model.reviewed.date }),
      trust_zones: zones,
      trust_boundaries: this.crossings(),
      ...parts,
      data_sets: this.dataSets(),
      data_flows: this.dataFlows(),
      assumptions: model.assumptions.map(toAssumption),
      ...this.threatLists(),
    };
  }

  private partLists(): Json {
    const lists = { actors: [] as Json[], components: [] as Json[], data_stores: [] as Json[] };
    for (const { id, name, type, boundary, description } of this.drawn.parts) {
      const zone = boundary === null ? {} : { trust_zone: this.zones.of(boundary) };
      const row = { symbolic_name: this.parts.of(id), title: name, description: description ?? '', ...zone };
      if (type === 'actor' || type === 'external')
        lists.actors.push({ ...row, type: type === 'actor' ? 'user' : 'third_party' });
      else if (type === 'store') lists.data_stores.push({ ...row, type: 'object' });
      else lists.components.push(row);
      if (type === 'model' || type === 'tool') this.notes.left('Type of a component', `${id} ${type}`);
      if (type === 'store') this.notes.left(ASKED, 'kind of data stores: object stands there');
    }
    return lists;
  }

  /** Each pair of zones that a flow goes between. */
  private crossings(): Json[] {
    const zoneOf = new Map(this.drawn.parts.map(({ id, boundary }) => [id, boundary]));
    const pairs = new Map<string, Json>();
    for (const { from, to } of this.drawn.flows) {
      const zones = [zoneOf.get(from), zoneOf.get(to)]
        .flatMap((zone) => (zone == null ? [] : [this.zones.of(zone)]))
        .sort();
      const [a, b] = zones;
      if (a === undefined || b === undefined || a === b) continue;
      pairs.set(JSON.stringify(zones), { trust_zone_a: a, trust_zone_b: b });
    }
    return [...pairs.values()];
  }

  private dataSets(): Json[] {
    const stores = new Map<string, string[]>();
    for (const { id, asset, type } of this.drawn.parts) {
      if (asset === null) continue;
      if (type === 'store') stores.set(asset, [...(stores.get(asset) ?? []), this.parts.of(id)]);
      else this.notes.left('asset of a component', `${id} ${asset}`);
    }
    return this.model.assets.map(({ asset, name, description, sensitivity }) => {
      const words = sensitivity?.split(', ') ?? [];
      const known = words.filter((word) => SENSITIVITY.includes(word));
      if (known.length < words.length)
        this.notes.left('sensitivity of an asset', `${asset.text}: ${sensitivity ?? ''}`);
      return {
        symbolic_name: this.sets.of(asset.text),
        title: name ?? asset.text,
        description: description ?? '',
        placements: (stores.get(asset.text) ?? []).map((store) => ({ data_store: store })),
        data_sensitivity: [...new Set(known)],
      };
    });
  }

  private dataFlows(): Json[] {
    const kinds = new Map(this.drawn.parts.map(({ id, type }) => [id, type]));
    const end = (id: string) => {
      const type = kinds.get(id);
      const kind = type === 'actor' || type === 'external' ? 'actor' : type === 'store' ? 'data_store' : 'component';
      return { type: kind, object: this.parts.of(id) };
    };
    return this.drawn.flows.flatMap(({ id, from, to, data, description, protection, both }) => {
      const { whole, ...known } = toLibraryProtection(protection);
      if (protection === null)
        this.notes.left(ASKED, 'whether flows are encrypted or carry sensitive data: false stands there');
      else if (!whole) this.notes.left('protection of a flow', `${id}: ${protection}`);
      const row = {
        symbolic_name: this.flows.of(id),
        title: data ?? id,
        description: description ?? '',
        source: end(from),
        destination: end(to),
        ...known,
      };
      const back = { ...row, symbolic_name: this.flows.of(`${id}-back`), source: end(to), destination: end(from) };
      return both ? [row, back] : [row];
    });
  }

  private threatLists(): Json {
    const { model, notes } = this;
    const controls = new Map<string, { readonly control: SketchControl; readonly threats: string[] }>();
    const names = new SymbolicNames(notes);
    const threats = model.threats.map((threat) => {
      const name = this.threats.of(threat.id.text);
      for (const control of controlsOf(threat)) {
        const key = JSON.stringify([control.text, control.state]);
        const there = controls.get(key);
        if (there === undefined) controls.set(key, { control, threats: [name] });
        else if (!there.threats.includes(name)) there.threats.push(name);
      }
      return this.threat(threat, name);
    });
    if (threats.length > 0) notes.left(ASKED, 'who would attack, and by what event: not stated');
    if (controls.size > 0) notes.left(ASKED, 'priority of controls: none stands there');
    const persona = {
      symbolic_name: NO_PERSONA,
      title: 'Not stated',
      description: 'The threat model does not say who would do it.',
      ...{
        is_person: true,
        skill_level: 'engineer',
        access_level: 'user',
        malicious_intent: true,
        applicability_to_org: 'moderate',
      },
    };
    return {
      threat_personas: threats.length === 0 ? [] : [persona],
      threats,
      controls: [...controls.values()].map(({ control, threats: against }, index) => {
        const { name, description } = splitNamed(control.text);
        const status = control.state === 'in-place' ? 'active' : 'suggested';
        return {
          symbolic_name: names.of(`control-${String(index + 1)}`),
          title: name,
          description,
          threats: against,
          status,
          priority: 'none',
        };
      }),
      risks: model.threats.flatMap((threat) => this.risk(threat)),
    };
  }

  private threat(threat: ThreatModel['threats'][number], name: string): Json {
    const parts = new Set(this.drawn.parts.map(({ id }) => id));
    const { drawn, others } = this.drawn.aims(threat);
    for (const id of [...drawn.filter((each) => !parts.has(each)), ...others])
      this.notes.left('Aim of a threat that is no component there', `${threat.id.text} ${id}`);
    return {
      symbolic_name: name,
      title: threat.title,
      description: threat.scenario ?? '',
      components_affected: drawn.filter((each) => parts.has(each)).map((each) => this.parts.of(each)),
      threat_persona: NO_PERSONA,
      event: '',
      sources: ['adversary'],
    };
  }

  private risk({ id, title, likelihood, impact, residual }: ThreatModel['threats'][number]): Json[] {
    if (likelihood === null || impact === null) {
      if (residual !== null || likelihood !== null || impact !== null)
        this.notes.left('Rating without likelihood and impact', id.text);
      return [];
    }
    const name = this.threats.of(id.text);
    const score = (LIKELIHOODS.indexOf(likelihood) + 1) * (IMPACTS.indexOf(impact) + 1);
    const level = levelOf(residual ?? riskOf(likelihood, impact));
    return [
      {
        ...{ symbolic_name: `${OWN_RISK}${name}`, title, description: '', threats: [name], likelihood, impact },
        ...{ impact_description: '', score, level },
      },
    ];
  }
}
