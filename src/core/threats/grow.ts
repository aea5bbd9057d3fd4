import { isMap, isScalar, isSeq, visit } from 'yaml';
import { asReplacements } from '../fix/text-edit';
import type { TextReplacement, ThreatModel } from '../model';
import { parseYaml } from '../safe-yaml';
import { insertRows } from './insert-rows';
import { GrowingText } from './growing-text';
import type { PlannedCell, PlannedRow, PlannedRows } from './rows';

/** What a threat model would gain. */
export interface Growth {
  readonly replacements: readonly TextReplacement[];
  /** The whole text with them. */
  readonly text: string;
  /** In words, such as `2 assets`; empty where there is nothing to add. */
  readonly added: readonly string[];
  /** Lists in whose place a person wrote words, so that nothing was added there. */
  readonly left: readonly string[];
}

/** In which order lists are looked at, and what one and several of their rows are called. */
const LISTS: readonly (readonly [key: string, one: string, many: string])[] = [
  ['assets', 'asset', 'assets'],
  ['architecture.components', 'component', 'components'],
  ['architecture.entry-points', 'entry point', 'entry points'],
  ['architecture.trust-boundaries', 'trust boundary', 'trust boundaries'],
  ['architecture.flows', 'flow', 'flows'],
  ['permissions', 'permission', 'permissions'],
  ['threats', 'threat', 'threats'],
];

/**
 * Adds to a threat model what is seen by now and is not in it: assets, the parts and flows that go with them, ways in, attack
 * paths. Whatever a person wrote stays as it is, to the letter. Null where the file cannot be read, or has anchors.
 */
export function growThreatModel(text: string, model: ThreatModel, planned: PlannedRows): Growth | null {
  const document = parseYaml(text);
  if ('offset' in document || document.errors.length > 0 || hasAnchors(document)) return null;
  const missing = missingRows(model, planned);
  const growing = new GrowingText(text);
  const [added, left]: [string[], string[]] = [[], []];
  for (const [key, one, many] of LISTS) {
    const rows = missing.get(key) ?? [];
    if (rows.length === 0) continue;
    const now = growing.text;
    const parsed = parseYaml(now);
    // What was put in before has to have left a text that can be read.
    if ('offset' in parsed || parsed.errors.length > 0) return null;
    const edit = insertRows(now, parsed, key, rows);
    if (edit === null) left.push(key);
    else {
      growing.apply(edit);
      added.push(`${rows.length} ${rows.length === 1 ? one : many}`);
    }
  }
  const grown = growing.text;
  const check = parseYaml(grown);
  if ('offset' in check || check.errors.length > 0) return null;
  return { replacements: asReplacements(model.path, text, growing.edits()), text: grown, added, left };
}

/** What an anchor stands for is written once and read in several places: adding there would add in all of them. */
function hasAnchors(document: Exclude<ReturnType<typeof parseYaml>, { offset: number }>): boolean {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
    Node: (_key, node) => {
      if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) found = true;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

function missingRows(model: ThreatModel, planned: PlannedRows): PlannedRows {
  const rows = (key: string) => planned.get(key) ?? [];
  const assets = without(
    rows('assets'),
    'asset',
    model.assets.map(({ asset }) => asset.text),
  );
  const fresh = new Set(assets.map((row) => textOf(row, 'asset')));
  const system = missingParts(model, planned, fresh);
  const tools = without(
    rows('permissions'),
    'tool',
    model.permissions.map(({ tool }) => tool),
  );
  const paths = without(
    rows('threats'),
    'attack-path',
    model.threats.flatMap(({ attackPath }) => attackPath?.text ?? []),
  );
  return new Map([
    ['assets', assets],
    ...system,
    ['permissions', tools.filter((row) => fresh.has(textOf(row, 'tool')))],
    ['threats', withFreeIds(paths, model)],
  ]);
}

/**
 * Parts of the diagram for assets that are new, with the flows they take part in and the parts at the other ends. A diagram
 * that a person has cleared up is left alone otherwise.
 */
function missingParts(
  model: ThreatModel,
  planned: PlannedRows,
  fresh: ReadonlySet<string>,
): [string, readonly PlannedRow[]][] {
  const rows = (key: string) => planned.get(key) ?? [];
  const knownAssets = new Set(model.components.flatMap(({ asset }) => asset?.text ?? []));
  const parts = without(
    rows('architecture.components'),
    'id',
    model.components.map(({ id }) => id),
  );
  const unknown = parts.filter((row) => !knownAssets.has(textOf(row, 'asset')));
  const began = model.components.length === 0;
  const newIds = new Set(
    unknown.filter((row) => began || fresh.has(textOf(row, 'asset'))).map((row) => textOf(row, 'id')),
  );
  const there = new Set(model.flows.map(({ from, to }) => `${from.text} ${to.text}`));
  const flows = rows('architecture.flows').filter((row) => {
    const [from, to] = [textOf(row, 'from'), textOf(row, 'to')];
    return (newIds.has(from) || newIds.has(to)) && !there.has(`${from} ${to}`);
  });
  const ends = new Set(flows.flatMap((row) => [textOf(row, 'from'), textOf(row, 'to')]));
  const components = unknown.filter((row) => newIds.has(textOf(row, 'id')) || ends.has(textOf(row, 'id')));
  const lines = new Set(components.map((row) => textOf(row, 'boundary')));
  const boundaries = without(
    rows('architecture.trust-boundaries'),
    'id',
    model.boundaries.map(({ id }) => id),
  );
  const entries = without(
    rows('architecture.entry-points'),
    'id',
    model.entryPoints.map(({ id }) => id),
  );
  const named = new Set([...model.components.map(({ id }) => id), ...components.map((row) => textOf(row, 'id'))]);
  return [
    ['architecture.components', components],
    ['architecture.entry-points', entries.map((row) => withoutUnknown(row, 'component', named))],
    ['architecture.trust-boundaries', boundaries.filter((row) => lines.has(textOf(row, 'id')))],
    ['architecture.flows', flows],
  ];
}

function textOf({ cells }: PlannedRow, key: string): string {
  const value = cells.find((cell) => cell.key === key)?.value;
  return typeof value === 'string' ? value : '';
}

function without(rows: readonly PlannedRow[], key: string, known: readonly string[]): PlannedRow[] {
  const there = new Set(known.map((text) => text.toLowerCase()));
  return rows.filter((row) => !there.has(textOf(row, key).toLowerCase()));
}

/** A row without the cell that would name something which is not in this model. */
function withoutUnknown(row: PlannedRow, key: string, known: ReadonlySet<string>): PlannedRow {
  return { ...row, cells: row.cells.filter((cell) => cell.key !== key || known.has(textOf(row, key))) };
}

/** Threats get the next free numbers, and name only entry points that are known by id. */
function withFreeIds(rows: readonly PlannedRow[], { threats }: ThreatModel): PlannedRow[] {
  const taken = new Set(threats.map(({ id }) => id.text));
  let number = 0;
  return rows.map((row) => {
    let id: string;
    do {
      number += 1;
      id = `T${String(number).padStart(2, '0')}`;
    } while (taken.has(id));
    taken.add(id);
    const cells = row.cells.map((cell): PlannedCell => (cell.key === 'id' ? { ...cell, value: id } : cell));
    return { ...row, cells };
  });
}
