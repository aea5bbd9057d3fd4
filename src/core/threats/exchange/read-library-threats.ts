import { IMPACTS, LIKELIHOODS } from '../../model';
import { riskOf } from '../matrix';
import { wordOf } from './fields';
import type { Fields } from './fields';
import { riskOfLevel } from './library-words';
import { joinNamed } from './named-text';
import { Ids, NOT_RATED, said } from './sketch';
import type { Ratings, SketchControl, SketchThreat } from './sketch';
import { newName } from './symbolic-names';

/** Threats with their controls and risks; `drawn` has our ids for the parts that they aim at. */
export function readLibraryThreats(top: Fields, drawn: ReadonlyMap<string, string>): SketchThreat[] {
  const { notes } = top;
  const [ids, known] = [new Ids(), new Map<string, string>()];
  const rows = top.maps('threats').map((row) => ({ row, id: newName(row, known, ids, 'threat') }));
  const [controls, ratings] = [readControls(top, known), readRatings(top, known)];
  return rows.map(({ row, id }) => {
    const title = said(row.text('title')) ?? id;
    notes.left('Event', said(row.text('event')) === null ? '' : `${title}: ${row.text('event')}`);
    const persona = row.text('threat_persona');
    notes.left('Persona of a threat', persona && persona !== NO_PERSONA ? `${title}: ${persona}` : '');
    const sources = row.texts('sources').filter((each) => each !== 'adversary');
    notes.left('Source of a threat', sources.length === 0 ? '' : `${title}: ${sources.join(', ')}`);
    for (const each of row.maps('attack_mechanisms'))
      notes.left('Attack pattern', `${title}: CAPEC-${each.text('capec_id')} ${each.text('capec_title')}`);
    for (const each of row.maps('weaknesses'))
      notes.left('Weakness', `${title}: CWE-${each.text('cwe_id')} ${each.text('cwe_title')}`);
    const targets = row.texts('components_affected').flatMap((each) => {
      const target = drawn.get(each);
      if (target === undefined) row.wrong('components_affected', `${each.slice(0, 60)} is no part of this model`);
      return target ?? [];
    });
    return {
      id,
      title,
      scenario: said(row.text('description')),
      targets: [...new Set(targets)],
      stride: [],
      ...(ratings.get(id) ?? NOT_RATED),
      treatment: null,
      status: null,
      controls: controls.get(id) ?? [],
      more: {},
    };
  });
}

/** Stands where nobody said who would do it. */
export const NO_PERSONA = 'not-stated';

/** Controls by the threat that they are against. */
function readControls(top: Fields, known: ReadonlyMap<string, string>): ReadonlyMap<string, SketchControl[]> {
  const { notes } = top;
  const found = new Map<string, SketchControl[]>();
  for (const row of top.maps('controls')) {
    const text = joinNamed(row.text('title'), row.text('description'));
    const status = row.text('status');
    notes.left(
      'Priority of a control',
      ['', 'none'].includes(row.text('priority')) ? '' : `${row.text('title')}: ${row.text('priority')}`,
    );
    if (!['active', 'suggested', ''].includes(status))
      notes.left('Status of a control', `${row.text('title')}: ${status}`);
    const gone = status === 'retired' || status === 'wont_do';
    if (text === null || gone) {
      notes.left('Control that is not meant to be', gone ? (text ?? '') : '');
      continue;
    }
    const state = status === 'active' || status === 'assumed' ? 'in-place' : 'planned';
    const control: SketchControl = { text, state, owner: null, due: null, evidence: null };
    const threats = row.texts('threats').flatMap((each) => threatOf(each, row, known));
    if (threats.length === 0) notes.left('Control against no threat', text);
    for (const id of threats) found.set(id, [...(found.get(id) ?? []), control]);
  }
  return found;
}

function threatOf(wanted: string, row: Fields, known: ReadonlyMap<string, string>): string[] {
  const id = known.get(wanted);
  if (id === undefined) row.wrong('threats', `${wanted.slice(0, 60)} is no threat of this model`);
  return id === undefined ? [] : [id];
}

/** How likely and how bad things are as they stand, by the threat that they come from. The first risk of a threat counts. */
function readRatings(top: Fields, known: ReadonlyMap<string, string>): ReadonlyMap<string, Ratings> {
  const { notes } = top;
  const found = new Map<string, Ratings>();
  for (const row of top.maps('risks')) {
    const title = said(row.text('title')) ?? row.text('symbolic_name');
    if (!row.text('symbolic_name').startsWith(OWN_RISK)) {
      notes.left('Risk', `${title}: ${row.text('description')}`);
      notes.left(
        'Impact of a risk',
        said(row.text('impact_description')) === null ? '' : `${title}: ${row.text('impact_description')}`,
      );
    }
    const [likelihood, impact] = [wordOf(row.get('likelihood'), LIKELIHOODS), wordOf(row.get('impact'), IMPACTS)];
    const residual = riskOfLevel(row.text('level')) ?? riskOf(likelihood, impact);
    for (const id of row.texts('threats').flatMap((each) => threatOf(each, row, known))) {
      if (found.has(id)) notes.left('Further risk of a threat', `${id}: ${title}`);
      else found.set(id, { ...NOT_RATED, likelihood, impact, residual });
    }
  }
  return found;
}

/** What risks begin with that our own exporter makes of ratings. */
export const OWN_RISK = 'risk-of-';
