import type { SpecOf } from '../../catalogue/observations';
import type { AssetRecord } from '../../model';
import { absent, cannotTell, fieldsOf, holds, placed, some, states } from './look';
import type { LabelledPlace, Look, Seen } from './look';

/** The records of assets that were found, each once. */
function recordsOf(look: Look, kinds: readonly string[]): AssetRecord[] {
  if (look.drift.length === 0) return [];
  const known = new Set(look.assets.map(({ id }) => id));
  const found = new Set<AssetRecord>();
  for (const { record, assets } of look.drift) {
    if (kinds.includes(record.kind ?? '') && assets.some(({ id }) => known.has(id))) found.add(record);
  }
  return [...found];
}

function hasSuchAssets(look: Look, kinds: readonly string[]): boolean {
  const documented = look.catalogue.records.flatMap(({ id, assetKind }) => (kinds.includes(id) ? [assetKind] : []));
  return look.assets.some(({ kind }) => documented.some((each) => each === kind));
}

/** Fields are filled in every record: an open one in a record that is there is a fact. */
export function recordFields(look: Look, { kinds, fields }: SpecOf<'record-fields'>): Seen {
  const records = recordsOf(look, kinds);
  if (!hasSuchAssets(look, kinds)) return cannotTell('no such asset was found');
  if (records.length === 0) return absent(look, 'no record of such an asset is here');
  const open = records.flatMap((record) => {
    const missing = fieldsOf(look, record.kind, fields).filter((field) => !states(record, field));
    return missing.length === 0 ? [] : [missingPlace(record, missing[0]?.key ?? missing[0]?.heading ?? '')];
  });
  if (open.length === 0) return holds(look, `filled in ${some(records.length, records.length, 'record')}`);
  return { outcome: 'contradicted', detail: `open in ${some(open.length, records.length, 'record')}`, places: open };
}

function missingPlace(record: AssetRecord, name: string): LabelledPlace {
  const range = record.open.find(({ field }) => field === name)?.range ?? record.range;
  return placed(record.path, range, name);
}

/** No required field of a record is open. */
export function recordsComplete(look: Look, { kinds }: SpecOf<'records-complete'>): Seen {
  const records = recordsOf(look, kinds);
  if (!hasSuchAssets(look, kinds)) return cannotTell('no such asset was found');
  if (records.length === 0) return absent(look, 'no record of such an asset is here');
  const drafts = records.filter(({ open }) => open.some((field) => field.required));
  if (drafts.length === 0) return holds(look, `complete: ${some(records.length, records.length, 'record')}`);
  return {
    outcome: 'contradicted',
    detail: `${some(drafts.length, records.length, 'record')} still a draft`,
    places: drafts.map((record) => missingPlace(record, record.open.find(({ required }) => required)?.field ?? '')),
  };
}
