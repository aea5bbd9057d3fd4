import type { SpecOf } from '../../catalogue/observations';
import { absent, cannotTell, fieldsOf, holds, ofKinds, placed, sitesOf, some, states } from './look';
import type { Look, Seen } from './look';

/** Data from public sources has its source and the like in its record. */
export function publicDataNoted(look: Look, { fields }: SpecOf<'public-data-noted'>): Seen {
  const data = ofKinds(look, ['dataset']).filter(({ publicSource }) => publicSource === true);
  const [first] = data;
  if (first === undefined) return cannotTell('no data from a public source was found');
  const condition = `${first.name} comes from a public source`;
  const recorded = data.map((asset) => ({
    asset,
    records: look.drift.flatMap(({ record, assets }) => (assets.some(({ id }) => id === asset.id) ? [record] : [])),
  }));
  const open = recorded.flatMap(({ records }) =>
    records.flatMap((record) => {
      const field = fieldsOf(look, record.kind, fields).find((each) => !states(record, each));
      const name = field?.key ?? field?.heading ?? '';
      const range = record.open.find((each) => each.field === name)?.range ?? record.range;
      return field === undefined ? [] : [placed(record.path, range, name)];
    }),
  );
  if (open.length > 0) {
    return { outcome: 'contradicted', detail: `open in the record of public data`, places: open, condition };
  }
  const missing = recorded.filter(({ records }) => records.length === 0).map(({ asset }) => asset);
  const said = `on record: ${some(data.length - missing.length, data.length, 'public dataset')}`;
  if (missing.length > 0) return absent(look, said, { places: sitesOf(missing), condition });
  return holds(look, said, { condition });
}
