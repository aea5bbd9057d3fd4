import type { RecordField, RecordKind } from '../catalogue';
import type { OpenField, Range } from '../model';
import { BodyFields } from './body-fields';
import type { Entry, Trouble } from './keys';
import { nearest } from './nearest';
import type { RecordSource } from './record-source';
import { judgeValue } from './values';

/** Keys that every record may have, whatever its kind. */
const COMMON_KEYS = [
  'record',
  'id',
  'covers',
  'owner',
  'version',
  'reviewed',
  'review-by',
  'provisions',
  'title',
  'status',
  'adopted-from',
];

/** The fields that a record leaves open, and what is wrong with those it fills. `missing` is shown for absent fields. */
export function judgeFields(
  kind: RecordKind,
  source: RecordSource,
  missing: Range,
): { open: OpenField[]; trouble: Trouble[] } {
  const body = new BodyFields(kind, source);
  const open: OpenField[] = [];
  const trouble: Trouble[] = [];
  for (const field of kind.fields) {
    const judged = judgeField(field, source, body);
    trouble.push(...judged.trouble);
    if (!judged.open || field.level === 'optional') continue;
    open.push({
      field: field.key ?? field.heading ?? field.label,
      label: field.label,
      required: field.level === 'required',
      provisions: field.provisions,
      help: field.help,
      range: judged.place ? source.lines.range(judged.place.start, judged.place.end) : missing,
    });
  }
  if (source.keys.trouble.length === 0) trouble.push(...misspelt(kind, source));
  return { open, trouble };
}

function judgeField(field: RecordField, source: RecordSource, body: BodyFields) {
  const entry = entryOf(field, source.entries);
  if (entry) return { place: entry.value, ...judgeValue(field, entry.value) };
  if (field.heading !== undefined) return body.judge(field);
  return { place: null, open: true, trouble: [] };
}

/** The key that answers a field: its own, another name of it, or the words of its heading written as a key. */
export function entryOf(field: RecordField, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  for (const name of keyNames(field)) {
    const entry = entries.get(name) ?? entries.get(name.replaceAll('-', '_'));
    if (entry) return entry;
  }
  return undefined;
}

/** The names under which a field may stand among the keys, the best first. */
export function keyNames(field: RecordField): string[] {
  if (field.key !== undefined) return [field.key, ...field.aliases];
  if (field.type === 'task-list' || field.type === 'choice') return [];
  return [field.heading ?? '', ...field.aliases].map((title) => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'));
}

/** Keys that nobody knows but that look like one that is not there. Other unknown keys are a person's own affair. */
function misspelt(kind: RecordKind, source: RecordSource): Trouble[] {
  const known = new Set([...COMMON_KEYS, ...Object.keys(kind.groups), ...kind.fields.flatMap(keyNames)]);
  const wanted = kind.fields.flatMap((field) =>
    field.key !== undefined && !entryOf(field, source.entries) ? [field.key] : [],
  );
  const rows = new Set(
    kind.fields.flatMap((field) => (field.type === 'rows' && field.key !== undefined ? [field.key] : [])),
  );
  const trouble: Trouble[] = [];
  for (const { key, start, end } of source.entries.values()) {
    const group = key.includes('.') ? key.slice(0, key.indexOf('.')) : null;
    if (known.has(key) || known.has(key.replaceAll('_', '-'))) continue;
    if (group !== null && (rows.has(group) || !Object.hasOwn(kind.groups, group))) continue;
    const meant = nearest(key, wanted);
    if (meant !== null) {
      trouble.push({
        message: `There is no key ${key} in a ${kind.title.toLowerCase()}; did you mean ${meant}?`,
        start,
        end,
      });
    }
  }
  return trouble;
}
