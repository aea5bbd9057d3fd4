import type { Position, Range, TextReplacement } from '../model';
import { movedEdits } from '../fix/moved';
import type { ReferringFile } from '../fix/moved';
import { formatOf, takeApart } from '../records/record-source';
import { yamlText } from '../records/yaml-text';
import type { NavigationInput } from './input';
import { subjectAt } from './subject';

/** Something in a paper that can be called differently: the id of an asset, or the record's own. */
export interface Renamable {
  readonly range: Range;
  /** What it is called now. */
  readonly name: string;
  readonly what: 'asset' | 'record';
}

/** What stands at a position and can be renamed; null for everything else, which is left to other providers. */
export function renamableAt(path: string, text: string, position: Position, input: NavigationInput): Renamable | null {
  const own = recordIdAt(path, text, position, input);
  if (own) return own;
  const subject = subjectAt(path, text, position, input);
  return subject?.type === 'id' ? { range: subject.origin, name: subject.id, what: 'asset' } : null;
}

function recordIdAt(path: string, text: string, { line, column }: Position, input: NavigationInput): Renamable | null {
  const format = formatOf(path);
  if (!format || !input.snapshot.records.some((record) => record.path === path)) return null;
  const source = takeApart(path, text, format);
  const value = source?.entries.get('id')?.value;
  if (!source || value?.type !== 'text') return null;
  const range = source.lines.range(value.start, value.end);
  const here = range.line === line && range.column <= column && column <= range.endColumn;
  return here ? { range, name: value.text, what: 'record' } : null;
}

const ASSET_ID = /^(?:model|dataset|prompt):\S/u;

/**
 * The new name everywhere: an asset's id in all papers, a record's id in the record and wherever a file of the records
 * folder names it as the whole of a value under a key that holds ids of records. Null for a name that cannot be one.
 */
export function renameEdits(
  { name, what, range }: Renamable,
  next: string,
  {
    path,
    files,
    texts,
  }: { readonly path: string; readonly files: Iterable<ReferringFile>; readonly texts: ReadonlyMap<string, string> },
): TextReplacement[] | null {
  const wanted = next.trim();
  if (wanted === '' || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(wanted) || wanted.length > 400) return null;
  if (what === 'asset') return ASSET_ID.test(wanted) ? movedEdits(files, new Map([[name, wanted]])) : null;
  const own = { path, range, text: yamlText(wanted) };
  return [own, ...[...texts].flatMap(([other, text]) => namings(other, text, { name, wanted }))];
}

/** Keys whose values are ids of records. */
const NAMES_RECORDS =
  /(?:^|[.-])(?:records?|replaces|replaced-by|threat-models?|assessments?|evidence|refs?|references?)$/u;
const MOST = 2000;

function namings(path: string, text: string, { name, wanted }: { name: string; wanted: string }): TextReplacement[] {
  const format = formatOf(path);
  const source = format && text.includes(name) ? takeApart(path, text, format) : null;
  if (!source) return [];
  const found: TextReplacement[] = [];
  const waiting = source.keys.entries.map((entry) => ({ key: entry.key, value: entry.value }));
  for (let next = waiting.pop(); next !== undefined && found.length < MOST; next = waiting.pop()) {
    const { key, value } = next;
    if (value.type === 'list') waiting.push(...value.items.map((item) => ({ key, value: item })));
    else if (value.type === 'map') waiting.push(...value.entries);
    else if (value.type === 'text' && value.text === name && key !== 'record' && NAMES_RECORDS.test(key)) {
      found.push({ path, range: source.lines.range(value.start, value.end), text: yamlText(wanted) });
    }
  }
  return found;
}
