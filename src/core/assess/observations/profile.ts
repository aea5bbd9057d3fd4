import type { SpecOf } from '../../catalogue/observations';
import { absent, placed, some } from './look';
import type { Look, Seen } from './look';

/** For these principles the matrix names who answers and who does the work. */
export function raciAssigned({ profile, ...look }: Look, { principles }: SpecOf<'raci-assigned'>): Seen {
  const rows = (profile?.raci ?? []).filter(({ principle }) => principles.includes(principle));
  const path = profile?.path ?? '';
  if (rows.every(({ marks }) => Object.keys(marks).length === 0)) {
    return absent({ profile, ...look }, 'no RACI matrix is here');
  }
  const full = rows.filter(({ marks }) => {
    const letters = Object.values(marks).join('');
    return letters.split('A').length === 2 && letters.includes('R');
  });
  const said = `assigned: ${some(full.length, principles.length, 'principle')}`;
  const open = rows.filter((row) => !full.includes(row));
  const places = (open.length > 0 ? open : rows).map(({ principle, range }) =>
    placed(path, range, `principle ${principle}`),
  );
  return { outcome: full.length < principles.length ? 'contradicted' : 'seen', detail: said, places };
}

/** What is asked of each system is said on the page about them. */
export function systemsDescribed(look: Look, { fields }: SpecOf<'systems-described'>): Seen {
  const systems = look.profile?.systems ?? [];
  const path = look.profile?.path ?? '';
  if (systems.length === 0) return absent(look, 'no page about the systems is here');
  const open = systems.filter((system) => fields.some((field) => system[field] === null));
  const said = `described: ${some(systems.length - open.length, systems.length, 'system')}`;
  const places = open.map(({ id, range }) => placed(path, range, id));
  return { outcome: open.length > 0 ? 'contradicted' : 'seen', detail: said, places };
}
