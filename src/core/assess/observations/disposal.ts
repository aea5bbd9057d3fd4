import { absent, cannotTell, isComplete, papers, placed, some } from './look';
import type { Look, Seen } from './look';

/** What is gone, or retired, has a disposal record. */
export function disposalRecorded(look: Look): Seen {
  const gone = look.drift.filter(
    ({ assets, cover, movedTo, record }) =>
      assets.length === 0 && cover.digest !== null && movedTo === null && record.kind !== 'disposal-record',
  );
  const complete = papers(look, ['disposal-record']).filter(isComplete);
  const disposed = new Set(complete.flatMap(({ covers }) => covers.map(({ asset }) => asset)));
  const retired = (look.profile?.systems ?? []).filter(({ deployed }) => deployed === 'retired');
  const names = complete.map(({ stated, names: all }) => [stated?.['system'] ?? '', ...all].join('\n').toLowerCase());
  const open = [
    ...gone
      .filter(({ cover }) => !disposed.has(cover.asset))
      .map(({ record, cover }) => placed(record.path, cover.range, cover.asset)),
    ...retired
      .filter(
        ({ id, name }) => !names.some((text) => text.includes(id.toLowerCase()) || text.includes(name.toLowerCase())),
      )
      .map(({ id, range }) => placed(look.profile?.path ?? '', range, id)),
  ];
  const all = gone.length + retired.length;
  const places = complete.map(({ path, range, id }) => placed(path, range, id ?? path));
  if (all === 0 && complete.length > 0)
    return { outcome: 'seen', detail: `on file: ${complete[0]?.path ?? ''}`, places };
  if (all === 0) return cannotTell('nothing that is recorded here has gone');
  const condition = `${gone[0]?.cover.asset ?? retired[0]?.name ?? ''} is no longer in use`;
  const said = `disposal on record: ${some(all - open.length, all, 'part that is gone', 'parts that are gone')}`;
  if (open.length > 0) return absent(look, said, { places: open, condition });
  return { outcome: 'seen', detail: said, places, condition };
}
