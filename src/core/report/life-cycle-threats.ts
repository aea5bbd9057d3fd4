import type { RecordDate, Risk, Threat, ThreatModel } from '../model';
import { RISKS } from '../model';
import { htmlText } from './html-text';
import { placeHtml, tableHtml } from './life-cycle-parts';
import type { PageLinks, PagePlace } from './life-cycle-parts';
import { counted } from './words';

/** One threat model in a few numbers. */
export interface ThreatModelView {
  readonly system: string;
  readonly owner: string | null;
  readonly reviewed: string | null;
  readonly threats: number;
  /** Threats without a treatment, each with its line. */
  readonly open: readonly { readonly id: string; readonly place: PagePlace }[];
  /** `1 high, 2 low, 3 not rated`: with the controls that are in place, the highest first. */
  readonly residual: string;
  readonly accepted: number;
  readonly assets: number;
  readonly place: PagePlace;
}

export function threatModelViews(models: readonly ThreatModel[]): ThreatModelView[] {
  return models.map(({ path, system, owner, reviewed, threats, acceptances, assets, range }) => ({
    ...{ system, owner, reviewed: dayOf(reviewed), threats: threats.length },
    open: threats
      .filter(({ treatment }) => treatment === null)
      .map(({ id }) => ({ id: id.text, place: { path, line: id.range.line } })),
    residual: residualWords(threats),
    ...{ accepted: acceptances.length, assets: assets.length, place: { path, line: range.line } },
  }));
}

function dayOf(day: RecordDate | null): string | null {
  return day === null ? null : day.date;
}

function residualWords(threats: readonly Threat[]): string {
  const rated = threats.filter(({ treatment }) => treatment !== 'not-applicable');
  const amount = (risk: Risk | null) => rated.filter(({ residual }) => residual === risk).length;
  return [...[...RISKS].reverse(), null]
    .map((risk) => ({ risk, of: amount(risk) }))
    .filter(({ of }) => of > 0)
    .map(({ risk, of }) => `${of} ${risk === null ? 'not rated' : risk.replace('-', ' ')}`)
    .join(', ');
}

const MOST_NAMED = 8;

export function threatModelsHtml(models: readonly ThreatModelView[], links: PageLinks): string {
  if (models.length === 0) return '<p>No threat model is in the repository.</p>';
  return tableHtml(
    'As people rated and treated them',
    ['System', 'Assets', 'Threats', 'Without a treatment', 'Risk with controls', 'Risks accepted', 'Reviewed', 'Place'],
    models.map((model) => [
      `${htmlText(model.system)}${model.owner === null ? '' : `, owner ${htmlText(model.owner)}`}`,
      ...[model.assets, model.threats].map(String),
      openHtml(model, links),
      htmlText(model.residual) || '–',
      String(model.accepted),
      htmlText(model.reviewed ?? 'no day written'),
      placeHtml(model.place, links),
    ]),
  );
}

function openHtml({ open }: ThreatModelView, links: PageLinks): string {
  if (open.length === 0) return '0';
  const named = open.slice(0, MOST_NAMED).map(({ id, place }) => placeHtml(place, links, id));
  const more = open.length > MOST_NAMED ? ` and ${counted(open.length - MOST_NAMED, 'more', 'more')}` : '';
  return `${open.length}: ${named.join(', ')}${more}`;
}
