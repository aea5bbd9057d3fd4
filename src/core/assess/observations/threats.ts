import type { Threat } from '../../model';
import { absent, cannotTell, isComplete, papers, placed, some } from './look';
import type { LabelledPlace, Look, Seen } from './look';
import { completeModels } from './threat-model';

interface PlacedThreat {
  readonly path: string;
  readonly threat: Threat;
}

const NONE = 'no complete threat model is here';

function threatsIn(look: Look): PlacedThreat[] {
  return completeModels(look).flatMap(({ path, threats }) =>
    threats.filter(({ treatment }) => treatment !== 'not-applicable').map((threat) => ({ path, threat })),
  );
}

function at({ path, threat }: PlacedThreat): LabelledPlace {
  return placed(path, threat.treatmentRange, threat.title);
}

/** Every threat says what is done about it, and by whom where that is still to come. */
export function threatsTreated(look: Look): Seen {
  const threats = threatsIn(look);
  if (threats.length === 0) return absent(look, NONE);
  const open = threats.filter(({ threat }) => threat.treatment === null || isUnassigned(threat));
  const all = threats.length;
  if (open.length === 0) return { outcome: 'seen', detail: `treated: ${some(all, all, 'threat')}` };
  return { outcome: 'contradicted', detail: `open: ${some(open.length, all, 'threat')}`, places: open.map(at) };
}

/** A measure that is still to come, without anybody to do it or a day. */
function isUnassigned({ treatment, controls, owner, due }: Threat): boolean {
  const planned = controls.filter(({ state }) => state === 'planned');
  return (
    treatment === 'mitigate' &&
    planned.some((control) => (control.owner ?? owner) === null || (control.due ?? due) === null)
  );
}

/** Threats that stay, by acceptance or with much risk left, were told to those who have to live with them. */
export function threatsTold(look: Look): Seen {
  const models = completeModels(look);
  const stay = threatsIn(look).filter(
    ({ threat }) => threat.treatment === 'accept' || threat.residual === 'high' || threat.residual === 'very-high',
  );
  if (models.length === 0) return absent(look, NONE);
  const [first] = stay;
  if (first === undefined) return cannotTell('no threat is recorded as one that stays');
  const told = new Set(
    models.flatMap(({ path, communicated }) => communicated.map(({ threat }) => `${path} ${threat.text}`)),
  );
  const open = stay.filter(({ path, threat }) => !told.has(`${path} ${threat.id.text}`));
  const condition = `the threat ${first.threat.title} is not resolved`;
  const said = `told: ${some(stay.length - open.length, stay.length, 'threat')} that stays`;
  if (open.length > 0) return absent(look, said, { places: open.map(at), condition });
  return { outcome: 'seen', detail: said, condition };
}

/** Risks that somebody else answers for have an assessment of that party. */
export function risksTransferred(look: Look): Seen {
  if (completeModels(look).length === 0) return absent(look, NONE);
  const passed = threatsIn(look).filter(({ threat }) => threat.treatment === 'transfer');
  const [first] = passed;
  if (first === undefined) return cannotTell('no risk is recorded as passed to somebody else');
  const condition = `the risk of ${first.threat.title} is passed to somebody else`;
  const assessed = papers(look, ['supplier-assessment']).filter(isComplete);
  const places = assessed.map(({ path, range, id }) => placed(path, range, id ?? path));
  if (assessed.length > 0) return { outcome: 'seen', detail: `on file: ${assessed[0]?.path ?? ''}`, places, condition };
  return absent(look, 'no complete supplier assessment is here', { places: passed.map(at), condition });
}
