import type { Catalogue } from '../catalogue';
import { placedProvisions } from '../catalogue/lookup';
import { forceText, rolesText } from '../catalogue/words';
import { compareText } from '../model';
import type { Completion, Position, Range, Snapshot } from '../model';
import type { Person } from '../records';
import { TextLines } from '../records/text-lines';
import { valuePlace, writtenAt } from '../records/value-place';
import { parentKeys, yamlLine } from '../records/yaml-line';
import { CLAIM_KEYS, EVIDENCE_KEYS, FILE_KEYS } from './shape';
import type { ClaimKey } from './shape';

/** What assistance in `claims.yaml` draws on. */
export interface ClaimsAssist {
  readonly catalogue: Catalogue;
  readonly snapshot: Pick<Snapshot, 'profile' | 'records' | 'provisions'>;
  readonly people: readonly Person[];
  /** Paths of the project, to be named as evidence. */
  readonly paths: Iterable<string>;
}

const MOST_PATHS = 200;

/**
 * What can stand at a position of `claims.yaml`: keys that are not there yet, ids of provisions and systems, people, paths.
 * Read line by line, so that half-typed text does not matter.
 */
export function completeClaims(text: string, position: Position, input: ClaimsAssist): Completion[] {
  const lines = new TextLines(text);
  const line = lines.lineAt(position.line);
  if (/^\s*#/u.test(line)) return [];
  const parsed = yamlLine(line);
  const parents = parentKeys(lines, position.line);
  const place = valuePlace(line, position);
  if (parsed.key !== null && position.column >= parsed.valueColumn) {
    const found = values([...parents, parsed.key], place.range, input, line);
    return found.map((each) => ({
      ...each,
      insert: isPlain(each) ? each.label : writtenAt(place, each.label),
    }));
  }
  if (parsed.item && parents.at(-1) === 'systems') return systems(place.range, input);
  const known = keysUnder(parents);
  const range = keyRange(line, position);
  const here = keysAround(lines, position.line);
  return known
    .filter(({ key }) => key === parsed.key || !here.has(key))
    .map(({ key, help }) => ({ label: key, kind: 'key', detail: '', documentation: help, insert: `${key}: `, range }));
}

/** Ids of provisions and the words that a key takes mean the same without quotes. */
function isPlain({ kind, label }: Completion): boolean {
  return (
    kind === 'provision' || [...CLAIM_KEYS, ...EVIDENCE_KEYS].some(({ values }) => values?.includes(label) ?? false)
  );
}

/** What to write under the keys above. */
export function keysUnder(parents: readonly string[]): readonly ClaimKey[] {
  const last = parents.at(-1);
  if (last === undefined) return FILE_KEYS;
  return last === 'claims' ? CLAIM_KEYS : last === 'evidence' ? EVIDENCE_KEYS : [];
}

/** The keys of the map that a line belongs to: those of its item, or of the file. */
function keysAround(lines: TextLines, line: number): Set<string> {
  const { indent } = yamlLine(lines.lineAt(line));
  const found = new Set<string>();
  const take = (from: number, step: number) => {
    for (let at = from, left = 200; at >= 1 && left > 0; at += step, left -= 1) {
      const text = lines.lineAt(at);
      if (/^\s*(?:#|$)/u.test(text)) {
        if (text === '' && lines.lineAt(at + step) === '') return;
        continue;
      }
      const other = yamlLine(text);
      if (other.indent < indent || (step > 0 && other.indent === indent && other.item)) return;
      if (other.indent !== indent) continue;
      if (other.key !== null) found.add(other.key);
      if (other.item && step < 0) return;
    }
  };
  if (!yamlLine(lines.lineAt(line)).item) take(line - 1, -1);
  take(line + 1, 1);
  return found;
}

function values(names: readonly string[], range: Range, input: ClaimsAssist, line: string): Completion[] {
  const key = names.at(-1) ?? '';
  const inEvidence = names.at(-2) === 'evidence';
  if (key === 'standard') {
    const { id, version } = input.catalogue.standard;
    return [plain(`${id.replace(/^ETSI /u, '')} ${version}`, 'The edition of this catalogue', range)];
  }
  if (key === 'provision') return provisions(range, input);
  if (key === 'systems') return systems(range, input);
  if (key === 'owner') return owners(range, input);
  if (key === 'path') return paths(range, line, input);
  const own = keysUnder(inEvidence ? ['evidence'] : ['claims']).find((each) => each.key === key);
  return (own?.values ?? []).map((value) => plain(value, own?.help ?? '', range));
}

/** Those that nothing is claimed about first. */
function provisions(range: Range, { catalogue, snapshot }: ClaimsAssist): Completion[] {
  const claimed = new Set(snapshot.provisions.filter(({ claims }) => claims.length > 0).map(({ id }) => id));
  const all = placedProvisions(catalogue).map(({ provision }): Completion => ({
    label: provision.id,
    kind: 'provision',
    detail: `${forceText(provision)} · ${rolesText(provision)}${claimed.has(provision.id) ? ' · claimed' : ''}`,
    documentation: provision.summary,
    insert: provision.id,
    range,
  }));
  return [...all.filter(({ label }) => !claimed.has(label)), ...all.filter(({ label }) => claimed.has(label))];
}

function systems(range: Range, { snapshot }: ClaimsAssist): Completion[] {
  return (snapshot.profile?.systems ?? []).map(({ id, name, purpose }) => ({
    ...plain(id, purpose ?? '', range),
    detail: name,
  }));
}

function owners(range: Range, { snapshot, people }: ClaimsAssist): Completion[] {
  const named = snapshot.provisions.flatMap(({ claims }) => claims.flatMap(({ owner }) => owner ?? []));
  const all = [...named, ...snapshot.records.flatMap(({ owner }) => owner ?? [])].sort(compareText);
  const found = new Map<string, string>(all.map((name) => [name, 'Owner of a record or claim']));
  for (const { name, where } of people) if (!found.has(name)) found.set(name, where);
  return [...found].map(([name, where]) => ({ ...plain(name, '', range), kind: 'person', detail: where }));
}

/** Paths that begin as written; records and documents first. */
function paths(range: Range, line: string, { paths: all }: ClaimsAssist): Completion[] {
  const written = line.slice(range.column - 1, range.endColumn - 1).toLowerCase();
  const tells = (path: string) => Number(!/\.(?:md|markdown|ya?ml|pdf|rst|txt|adoc)$/iu.test(path));
  const fitting: string[] = [];
  for (const path of all) if (path.toLowerCase().includes(written)) fitting.push(path);
  return fitting
    .sort((a, b) => tells(a) - tells(b) || compareText(a, b))
    .slice(0, MOST_PATHS)
    .map((path) => plain(path, '', range));
}

function plain(value: string, documentation: string, range: Range): Completion {
  return { label: value, kind: 'value', detail: '', documentation, insert: value, range };
}

/** The key around a position, its colon and the space behind it too. */
function keyRange(line: string, { line: number, column }: Position): Range {
  let start = Math.min(column - 1, line.length);
  while (start > 0 && /[\w-]/u.test(line[start - 1] ?? ' ') && !/^\s*-\s*$/u.test(line.slice(0, start))) start -= 1;
  const rest = /^[\w-]*(?::[ \t]?)?/u.exec(line.slice(start))?.[0].length ?? 0;
  return { line: number, column: start + 1, endLine: number, endColumn: start + rest + 1 };
}
