import { isDate } from '../../records/values';
import { strideOf } from './fields';
import type { Fields } from './fields';
import { joinNamed } from './named-text';
import type { Notes } from './notes';
import { attributes, newId, own } from './otm-rows';
import type { Known } from './otm-rows';
import { fromOtmRisk, fromOtmState } from './otm-words';
import { Ids, said } from './sketch';
import type { SketchControl, SketchThreat } from './sketch';

/** Where a threat was seen: at a component or flow, in a state, with what is done about it there. */
interface Instance {
  readonly target: string;
  readonly state: string;
  readonly controls: readonly { readonly id: string; readonly state: string }[];
}

/** Threats with what is done about them; `targets` has our ids for the components and flows that they aim at. */
export function readOtmThreats(top: Fields, targets: Known): SketchThreat[] {
  const { notes } = top;
  const found = instances(top, targets);
  const controls = readControls(top);
  const ids = new Ids();
  const known: Known = new Map();
  const rows = top
    .maps('threats')
    .map((row) => readThreat(row, newId(row, known, ids, 'threat'), { found, controls, notes }));
  for (const [id, { row }] of found)
    if (!known.has(id)) row.wrong('threats', `${id.slice(0, 60)} is no threat of this model`);
  const used = new Set([
    ...[...found.values()].flatMap(({ all }) => all.flatMap((each) => each.controls.map(({ id }) => id))),
    ...top.maps('threats').flatMap((row) => mitigations(own(row)).map(({ id }) => id)),
  ]);
  for (const [id, { text }] of controls) if (!used.has(id)) notes.left('Mitigation of no threat', text);
  return rows;
}

function mitigations(row: Fields): Instance['controls'] {
  return row.maps('mitigations').map((each) => ({ id: each.text('mitigation'), state: each.text('state') }));
}

type Instances = Map<string, { readonly row: Fields; readonly all: Instance[] }>;

function instances(top: Fields, targets: Known): Instances {
  const found: Instances = new Map();
  for (const row of [...top.maps('components'), ...top.maps('dataflows')]) {
    const target = targets.get(row.text('id'));
    if (target === undefined) continue;
    for (const each of row.maps('threats')) {
      const id = each.text('threat');
      const there = found.get(id) ?? { row, all: [] };
      there.all.push({ target, state: each.text('state'), controls: mitigations(each) });
      found.set(id, there);
    }
  }
  return found;
}

interface OtmControl {
  readonly text: string;
  readonly row: Fields;
}

function readControls(top: Fields): Map<string, OtmControl> {
  return new Map(
    top.maps('mitigations').flatMap((row) => {
      const text = joinNamed(row.text('name'), row.text('description'));
      const reduction = row.number('riskReduction');
      if (reduction !== null && !own(row).flag('not-rated'))
        row.notes.left('Risk reduction', `${row.text('name')}: ${String(reduction)}`);
      attributes(row, row.text('name'), row.notes);
      return text === null ? [] : [[row.text('id'), { text, row }] as const];
    }),
  );
}

interface ThreatContext {
  readonly found: Instances;
  readonly controls: ReadonlyMap<string, OtmControl>;
  readonly notes: Notes;
}

function readThreat(row: Fields, id: string, context: ThreatContext): SketchThreat {
  const { notes, found } = context;
  const title = said(row.text('name')) ?? id;
  const categories = row.texts('categories');
  notes.left(
    'Category',
    categories
      .filter((each) => strideOf(each) === null)
      .map((each) => `${title}: ${each}`)
      .join(', '),
  );
  notes.left('Weaknesses', row.texts('cwes').join(', ') && `${title}: ${row.texts('cwes').join(', ')}`);
  notes.left('Tags', row.texts('tags').join(', ') && `${title}: ${row.texts('tags').join(', ')}`);
  attributes(row, title, notes);
  const all = found.get(row.text('id'))?.all ?? [];
  const states = [...new Set(all.map(({ state }) => state))];
  if (states.length > 1)
    notes.left(
      'State that differs from place to place',
      `${title}: ${all.map(({ target, state }) => `${target} ${state}`).join(', ')}`,
    );
  const mine = own(row);
  const aims = mine.texts('aims-at');
  return {
    id,
    title,
    scenario: said(row.text('description')),
    targets: aims.length > 0 ? aims : [...new Set(all.map(({ target }) => target))],
    stride: categories.flatMap((each) => strideOf(each) ?? []),
    ...fromOtmRisk(row.map('risk'), mine, (words) => notes.left('Rating', `${title}: ${words}`)),
    ...fromOtmState(states.find((state) => /expos|open/iu.test(state)) ?? states[0] ?? '', mine),
    controls: controlsOf([...all.flatMap((each) => each.controls), ...mitigations(mine)], context),
    more: {
      ...Object.fromEntries(
        ['attack-path', 'reason', 'owner', 'entry'].flatMap((key) => {
          const value = said(mine.text(key));
          return value === null ? [] : [[key, value]];
        }),
      ),
      ...(isDate(mine.text('due')) ? { due: mine.text('due') } : {}),
      ...Object.fromEntries(
        ['atlas', 'owasp', 'evidence', 'seen'].flatMap((key) => {
          const values = mine.texts(key).flatMap((each) => said(each) ?? []);
          return values.length === 0 ? [] : [[key, values]];
        }),
      ),
    },
  };
}

function controlsOf(all: Instance['controls'], { controls, notes }: ThreatContext): SketchControl[] {
  const found = new Map<string, SketchControl>();
  for (const { id, state } of all) {
    const control = controls.get(id);
    if (control === undefined) {
      notes.left('Mitigation that is not described', id);
      continue;
    }
    const { text, row } = control;
    const [mine, inPlace] = [own(row), /^(?:implemented|mitigated|in-place|done|verified)$/iu.test(state.trim())];
    const there = found.get(id);
    if (there !== undefined && (there.state === 'in-place') !== inPlace)
      notes.left('Mitigation that is in place only in part', text);
    if (there !== undefined && inPlace) continue;
    found.set(id, {
      text,
      state: inPlace ? 'in-place' : 'planned',
      owner: said(mine.text('owner')),
      due: isDate(mine.text('due')) ? mine.text('due').slice(0, 10) : null,
      evidence: said(mine.text('evidence')),
    });
  }
  return [...found.values()];
}
