import type { Asset } from '../model';
import { place } from '../records/fill';
import { yamlText, yamlValue } from '../records/yaml-text';
import type { ApplicablePath } from './applicable';
import type { CapabilityFact } from './capabilities';
import { uniqueId } from './code-groups';
import type { ThreatPlan } from './plan';
import { BOUNDARIES } from './plan-parts';
import type { PlannedPart } from './planned';
import { assetToday } from './asset-rows';

/** One cell of a row: a text, several, or a place for a person (null), with a remark behind. */
export interface PlannedCell {
  readonly key: string;
  readonly value: string | readonly string[] | null;
  readonly remark?: string;
}

/** One row of a list of the file. */
export interface PlannedRow {
  readonly cells: readonly PlannedCell[];
  /** What stands above it as a comment. */
  readonly above?: string;
}

/** The lists of a threat model by the key of their field. */
export type PlannedRows = ReadonlyMap<string, readonly PlannedRow[]>;

const REQUESTS = 'requests of users';
const MOST_ASSETS = 300;
const MOST_SEEN = 6;
const MOST_TARGETS = 8;

/** A plan as rows of the file. */
export function rowsOf(plan: ThreatPlan): PlannedRows {
  const entries = entryRows(plan);
  return new Map([
    ['assets', assetRows(plan)],
    ['architecture.components', plan.parts.map(componentRow)],
    ['architecture.entry-points', entries.rows],
    ['architecture.trust-boundaries', boundaryRows(plan.parts)],
    ['architecture.flows', plan.flows.map(({ from, to, data }) => row({ from, to, data, protection: null }))],
    ['permissions', permissionRows(plan)],
    ['threats', threatRows(plan, entries.ids)],
  ]);
}

/** The value of a cell; null and nothing are places for a person. */
function row(cells: Readonly<Record<string, string | readonly string[] | null | undefined>>): PlannedRow {
  const known = Object.entries(cells).filter(([, value]) => value !== undefined);
  return { cells: known.map(([key, value]) => ({ key, value: value ?? null })) };
}

function assetRows({ assets, providers }: ThreatPlan): PlannedRow[] {
  const rows = assets.slice(0, MOST_ASSETS).map((asset) =>
    row({
      asset: asset.id,
      ...Object.fromEntries(assetToday(asset)),
      seen: seenAt(asset),
      sensitivity: null,
      owner: null,
    }),
  );
  const keys = providers.map((provider) => row({ asset: `keys for ${provider}`, sensitivity: null, owner: null }));
  return [...rows, ...keys];
}

function seenAt({ sites }: Asset): string | undefined {
  const [first, ...more] = sites;
  if (first === undefined) return undefined;
  return place(first) + (more.length === 0 ? '' : ` and ${more.length} more ${more.length === 1 ? 'place' : 'places'}`);
}

function componentRow({ id, name, type, boundary, assets }: PlannedPart): PlannedRow {
  const [asset, ...more] = assets;
  return row({ id, name, type, asset: more.length === 0 ? asset?.id : undefined, boundary });
}

function boundaryRows(parts: readonly PlannedPart[]): PlannedRow[] {
  const used = new Set(parts.map(({ boundary }) => boundary));
  return Object.entries(BOUNDARIES).flatMap(([id, name]) => (used.has(id) ? [row({ id, name })] : []));
}

function entryRows({ capabilities, parts, flows }: ThreatPlan): {
  rows: PlannedRow[];
  ids: ReadonlyMap<string, string>;
} {
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  const rows: PlannedRow[] = [];
  const users = parts.find(({ type }) => type === 'actor');
  if (users && !capabilities.has('untrusted-input')) {
    ids.set('untrusted-input', uniqueId(REQUESTS, taken));
    const component = flows.find(({ from }) => from === users.id)?.to;
    rows.push(
      row({ id: ids.get('untrusted-input') ?? '', name: `${REQUESTS} (how they come in was not seen)`, component }),
    );
  }
  const known = new Map<string, string>();
  for (const { key, entryPoint, facts } of capabilities.values()) {
    if (entryPoint === null) continue;
    // What is trained is tuned as well, at the same place: one way in is enough.
    const places = factPlaces(facts);
    const id = known.get(places) ?? uniqueId(entryPoint, taken);
    ids.set(key, id);
    if (known.has(places)) continue;
    known.set(places, id);
    const component = parts.find(({ group }) => facts.some(({ path }) => group?.files.has(path) === true))?.id;
    rows.push(row({ id, name: `${entryPoint} (${places})`, component }));
  }
  return { rows, ids };
}

function factPlaces(facts: readonly CapabilityFact[]): string {
  const rest = facts.length - 2;
  const shown = facts.slice(0, 2).map(({ path, range }) => `${path}:${range.line}`);
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Whatever acts on something else: what it may do is a person's to say. */
function permissionRows({ assets, capabilities }: ThreatPlan): PlannedRow[] {
  const open = { scope: null, why: null, 'human-approval': null };
  const tools = assets.filter(({ kind }) => kind === 'tool' || kind === 'mcp-server');
  const runs = capabilities.get('code-execution')?.facts ?? [];
  return [
    ...tools.slice(0, MOST_ASSETS).map(({ id }) => row({ tool: id, ...open })),
    ...(runs.length === 0 ? [] : [row({ tool: `running code or programs (${factPlaces(runs)})`, ...open })]),
  ];
}

/** Rows of what applies, then of what the standard names and nothing here speaks for. */
function threatRows(plan: ThreatPlan, entries: ReadonlyMap<string, string>): PlannedRow[] {
  const there = new Set(plan.threats.map(({ path }) => path.id));
  const named = plan.catalogue.threats.paths
    .filter(({ id, named: attacks }) => attacks.length > 0 && !there.has(id))
    .map((path): ApplicablePath => ({ path, facts: [] }));
  return [...plan.threats, ...named].map((each, index) => threatRow(each, { plan, entries, number: index + 1 }));
}

interface ThreatContext {
  readonly plan: ThreatPlan;
  readonly entries: ReadonlyMap<string, string>;
  readonly number: number;
}

const NOT_RATED = 'not rated yet';

function threatRow({ path, facts }: ApplicablePath, { plan, entries, number }: ThreatContext): PlannedRow {
  const targets = [...new Set(facts.flatMap(({ asset }) => asset ?? []))].slice(0, MOST_TARGETS);
  const { cells } = row({
    id: `T${String(number).padStart(2, '0')}`,
    'attack-path': path.id,
    title: path.title,
    asset: targets.length === 0 ? undefined : targets,
    entry: path.entries.map((key) => entries.get(key)).find((id) => id !== undefined),
    stride: path.stride,
    atlas: path.atlas.primary,
    'atlas-release': plan.catalogue.threats.atlas.release,
    owasp: [...path.owasp.published, ...path.owasp.ours],
    provisions: path.provisions,
    seen: facts.length === 0 ? undefined : seenLines(facts),
    scenario: path.scenario.replaceAll('{system}', plan.system),
  });
  const judged = ['likelihood', 'impact', 'treatment'].map((key) => ({ key, value: null, remark: NOT_RATED }));
  const all = [...cells, ...judged, { key: 'reason', value: null }];
  if (facts.length > 0) return { cells: all };
  const attacks = path.named.map(({ attack }) => attack).join(' and ');
  return {
    cells: all,
    above: `EN 304 223 names ${attacks}; nothing in the code speaks for it: where it cannot happen, say not-applicable and why.`,
  };
}

function seenLines(facts: readonly CapabilityFact[]): string[] {
  const shown = facts.slice(0, MOST_SEEN).map(({ path, range, what }) => `${path}:${range.line} ${what}`);
  const rest = facts.length - shown.length;
  return rest === 0 ? shown : [...shown, `and ${rest} more ${rest === 1 ? 'place' : 'places'}`];
}

/** The lines of a row in block style, without indentation in front. */
export function rowLines({ cells, above }: PlannedRow): string[] {
  const lines = cells.flatMap((cell, index) => {
    const mark = index === 0 ? '- ' : '  ';
    return cellLines(cell).map((line, at) => (at === 0 ? mark : '  ') + line);
  });
  return above === undefined ? lines : [`# ${above}`, ...lines];
}

/** A row in braces, for lists that a person wrote in brackets. */
export function rowInBraces({ cells }: PlannedRow): string {
  const quoted = (text: string) => JSON.stringify(text).replace(/[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/gu, ' ');
  const parts = cells.map(({ key, value }) => {
    const written =
      value === null ? '""' : typeof value === 'string' ? quoted(value) : `[${value.map(quoted).join(', ')}]`;
    return `${key}: ${written}`;
  });
  return `{ ${parts.join(', ')} }`;
}

function cellLines({ key, value, remark }: PlannedCell): string[] {
  if (value === null) return [`${key}: ""${remark === undefined ? '' : ` # ${remark}`}`];
  if (typeof value === 'string') return [`${key}: ${yamlText(value)}`];
  if (value.every((item) => /^[\w.:-]+$/u.test(item))) return [`${key}: [${value.map(flowText).join(', ')}]`];
  return [`${key}:`, ...value.map((item) => `  - ${yamlText(item)}`)];
}

/** In brackets a colon may end a key, so what has one at its end is quoted. */
function flowText(item: string): string {
  return item.endsWith(':') ? JSON.stringify(item) : yamlValue(item);
}
