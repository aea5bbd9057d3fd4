import type { ThreatCatalogue } from '../catalogue';
import { ASSET_KINDS } from '../model';
import type { Communication, Placed, RiskAcceptance, Threat, TrustBoundary } from '../model';
import { nearest } from '../records/nearest';
import type { ModelReader } from './model-reader';
import type { Named, SystemParts } from './read-system';

/** The parts of a threat model that point to one another. */
export interface ModelParts {
  readonly system: SystemParts;
  readonly threats: readonly Threat[];
  readonly acceptances: readonly RiskAcceptance[];
  readonly communicated: readonly Communication[];
}

const ASSET_ID = new RegExp(`^(?:${ASSET_KINDS.join('|')}):`, 'u');

/**
 * Tells of ids that stand twice, ends that lead nowhere and boundaries that lie inside one another. Ids of assets are left
 * to who knows the workspace. A file that gives no ids to its components or entry points may name them in any words.
 */
export function checkReferences(reader: ModelReader, parts: ModelParts, catalogue: ThreatCatalogue): void {
  const { system, threats } = parts;
  const { ids } = system;
  twice(reader, 'component', ids.components);
  twice(reader, 'trust boundary', ids.boundaries);
  twice(reader, 'entry point', ids.entryPoints, new Set(ids.components.map(({ id }) => id.text)));
  twice(reader, 'data flow', ids.flows);
  const named = threats.map(({ id, title }) => ({ id, name: title }));
  twice(reader, 'threat', named);
  checkSystem(reader, system);
  checkThreats(reader, system, threats, catalogue);
  const known = new Names(named);
  for (const { threat } of [...parts.acceptances, ...parts.communicated]) known.check(reader, threat, 'threat');
  checkNesting(reader, system.boundaries);
}

/** Tells of the second of two with one id. */
function twice(
  reader: ModelReader,
  what: string,
  all: readonly Named[],
  others: ReadonlySet<string> = new Set(),
): void {
  const first = new Set<string>();
  for (const { id } of all) {
    if (first.has(id.text)) {
      reader.wrong(id.range, `The ${what} ${short(id.text)} is here twice`);
    } else if (others.has(id.text)) {
      reader.wrong(id.range, `${short(id.text)} is the id of a component already: this ${what} needs another one`);
    } else first.add(id.text);
  }
}

function checkSystem(
  reader: ModelReader,
  { ids, assets, components, entryPoints, flows, boundaries }: SystemParts,
): void {
  const boundaryNames = new Names(ids.boundaries);
  const componentNames = new Names(ids.components);
  const ends = new Names([
    ...ids.components,
    ...ids.entryPoints,
    ...[...assets.map(({ asset }) => asset), ...components.flatMap(({ asset }) => asset ?? [])].map(bare),
  ]);
  for (const { boundary } of components) if (boundary) boundaryNames.check(reader, boundary, 'trust boundary');
  for (const { parent } of boundaries) if (parent) boundaryNames.check(reader, parent, 'trust boundary');
  for (const { component } of entryPoints) if (component) componentNames.check(reader, component, 'component');
  if (components.length === 0) return;
  for (const flow of flows) {
    for (const end of [flow.from, flow.to]) ends.check(reader, end, 'component, entry point or asset');
  }
}

function bare(id: Placed): Named {
  return { id, name: id.text };
}

function checkThreats(
  reader: ModelReader,
  system: SystemParts,
  threats: readonly Threat[],
  { paths }: ThreatCatalogue,
): void {
  const { components, flows } = system.ids;
  const targets = new Names([...components, ...flows, ...system.assets.map(({ asset }) => bare(asset))]);
  const entries = new Names([...system.ids.entryPoints, ...system.ids.components]);
  const keys = paths.map(({ id }) => id);
  const known = new Set(keys);
  for (const { attackPath, targets: aims, entry } of threats) {
    if (attackPath && !known.has(attackPath.text)) unknown(reader, attackPath, 'attack path in the catalogue', keys);
    for (const aim of aims)
      if (system.components.length > 0 && isId(aim)) targets.check(reader, aim, 'component, flow or asset');
    if (entry && system.entryIds && isId(entry)) entries.check(reader, entry, 'entry point');
  }
}

/** Several words are a description. An asset's id is checked with the workspace. */
function isId({ text }: Placed): boolean {
  return !/\s/u.test(text) && !ASSET_ID.test(text);
}

/** Ids and names that something may point to. */
class Names {
  private readonly known = new Set<string>();
  private readonly ids: readonly string[];

  constructor(all: readonly Named[]) {
    this.ids = all.map(({ id }) => id.text);
    for (const { id, name } of all) for (const each of [id.text, name]) this.known.add(each.toLowerCase());
  }

  check(reader: ModelReader, wanted: Placed, what: string): void {
    if (!this.known.has(wanted.text.toLowerCase())) unknown(reader, wanted, `${what} in this threat model`, this.ids);
  }
}

function unknown(reader: ModelReader, { text, range }: Placed, what: string, ids: readonly string[]): void {
  // Between T01 and T10 there is no telling, and who has a hundred of them wrong is helped otherwise.
  const many = reader.problems.length > 100 || ids.length > 1000;
  const meant = many || (text.length < 6 && /\d/u.test(text)) ? null : nearest(text, ids);
  const hint = meant === null ? '' : `; did you mean ${short(meant)}?`;
  reader.problem({ rule: 'unknown-reference', message: `${short(text)} is no ${what}${hint}`, range, meant });
}

/** Each circle of boundaries is told once, where its first member says what it lies in. */
function checkNesting(reader: ModelReader, boundaries: readonly TrustBoundary[]): void {
  const byId = new Map(boundaries.map((boundary) => [boundary.id, boundary]));
  const settled = new Set<string>();
  for (const start of boundaries) {
    const way: TrustBoundary[] = [];
    const onWay = new Set<string>();
    let at: TrustBoundary | undefined = start;
    while (at && !settled.has(at.id) && !onWay.has(at.id)) {
      way.push(at);
      onWay.add(at.id);
      at = at.parent ? byId.get(at.parent.text) : undefined;
    }
    if (at?.parent && onWay.has(at.id)) {
      const circle = way.slice(way.indexOf(at)).map(({ id }) => short(id));
      const words = circle.length === 1 ? 'lies inside itself' : `lie inside one another: ${circle.join(', ')}`;
      reader.wrong(
        at.parent.range,
        circle.length === 1 ? `Trust boundary ${circle[0] ?? ''} ${words}` : `Trust boundaries ${words}`,
      );
    }
    for (const { id } of way) settled.add(id);
  }
}

function short(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
