import type { RaciRow, System, SystemProfile } from '../model';
import { isAnswer } from '../records/answers';
import { readKeys } from '../records/keys';
import type { Entry, Value } from '../records/keys';
import { TextLines } from '../records/text-lines';
import { cellsOf } from './claim-places';

const MOST_SYSTEMS = 100;
const MOST_ROWS = 200;
const DEPLOYED = ['yes', 'no', 'planned', 'retired'] as const;
const ROLES = ['Developer', 'System Operator', 'Data Custodian', 'End-user'] as const;

/** Reads `system.yaml`: what is filled in. What is wrong with it is for the record of the same file to say. Never throws. */
export function readProfile(path: string, text: string): SystemProfile {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const cells = cellsOf(readKeys(text.slice(start), start).entries);
  const lines = new TextLines(text);
  return {
    path,
    owner: textIn(cells.get('owner')),
    roles: rolesIn(cells.get('roles') ?? cells.get('role')),
    systems: rowsIn(cells.get('systems'))
      .slice(0, MOST_SYSTEMS)
      .flatMap((row) => systemIn(row, lines) ?? []),
    raci: rowsIn(cells.get('raci'))
      .slice(0, MOST_ROWS)
      .flatMap((row) => raciIn(row, lines) ?? []),
  };
}

function systemIn(row: Value, lines: TextLines): System | null {
  if (row.type !== 'map') return null;
  const cells = cellsOf(row.entries);
  const entry = cells.get('id');
  const id = textIn(entry);
  if (entry === undefined || id === null) return null;
  const deployed = textIn(cells.get('deployed'))?.toLowerCase() ?? '';
  const word = { true: 'yes', false: 'no' }[deployed] ?? deployed;
  return {
    id,
    name: textIn(cells.get('name')) ?? id,
    purpose: textIn(cells.get('purpose')),
    paths: listIn(cells.get('paths')),
    assets: listIn(cells.get('assets')),
    deployed: DEPLOYED.find((each) => each === word) ?? null,
    runs: textIn(cells.get('runs')),
    data: textIn(cells.get('data')),
    exposure: textIn(cells.get('exposure')),
    owner: textIn(cells.get('owner')),
    custodian: textIn(cells.get('custodian')),
    interdependencies: textIn(cells.get('interdependencies')),
    range: lines.range(entry.value.start, entry.value.end),
  };
}

function raciIn(row: Value, lines: TextLines): RaciRow | null {
  if (row.type !== 'map') return null;
  const cells = cellsOf(row.entries);
  const principle = Number(
    /^\s*(?:P|principle )?\s*(\d{1,2})(?!\d)/iu.exec(textIn(cells.get('principle')) ?? '')?.[1] ?? 0,
  );
  if (principle < 1 || principle > 13) return null;
  const marks: Record<string, string> = {};
  for (const [key, entry] of cells) {
    const mark = key === 'principle' ? '' : lettersIn(entry);
    if (mark !== '') marks[key] = mark;
  }
  return { principle, marks, range: lines.range(row.start, row.start + 1) };
}

/** `A/R` of `a, r` and of `[A, R]`. */
function lettersIn(entry: Entry): string {
  const text = listIn(entry).join('/');
  if (!/^[raci](?:[\s,/+&]*[raci])*$/iu.test(text.slice(0, 40))) return '';
  const letters = new Set(text.toUpperCase().replace(/[^RACI]/gu, ''));
  return ['A', 'R', 'C', 'I'].filter((letter) => letters.has(letter)).join('/');
}

function rolesIn(entry: Entry | undefined): string[] {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/gu, '');
  const said = new Set(
    listIn(entry)
      .flatMap((text) => text.split(/[,;/]/u))
      .map(plain),
  );
  return ROLES.filter((role) => said.has(plain(role)) || said.has(`${plain(role)}s`));
}

function rowsIn(entry: Entry | undefined): readonly Value[] {
  if (entry === undefined) return [];
  return entry.value.type === 'list' ? entry.value.items : [entry.value];
}

function listIn(entry: Entry | undefined): string[] {
  return rowsIn(entry).flatMap((value) => (value.type === 'text' && isAnswer(value.text) ? [value.text.trim()] : []));
}

/** The text of a key, several as one sentence; null where it says nothing. */
function textIn(entry: Entry | undefined): string | null {
  const texts = listIn(entry);
  return texts.length === 0 ? null : texts.join('; ').slice(0, 2000);
}
