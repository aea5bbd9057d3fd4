import type { Checklist, GateDecision, GateOutcome } from '../model';
import { compareText } from '../model';
import { htmlText } from './html-text';
import { placeHtml, tableHtml } from './life-cycle-parts';
import type { PageLinks, PagePlace } from './life-cycle-parts';
import { OUTCOME_WORDS } from './words';

/** A decision at a gate, as people recorded it. */
export interface DecisionView {
  readonly date: string;
  readonly outcome: GateOutcome;
  readonly by: string;
  readonly place: PagePlace;
}

/** How far a release has come: what people ticked in its checklist, and what they decided. */
export interface ReleaseView {
  readonly release: string;
  readonly environment: string | null;
  readonly items: number;
  readonly ticked: number;
  /** Ticked with a name and a day: only these count at a gate. */
  readonly signed: number;
  /** The newest first. */
  readonly decisions: readonly DecisionView[];
  readonly place: PagePlace;
}

/** Releases by the day of their last decision, else of their checklist, the newest first. */
export function releaseViews(checklists: readonly Checklist[]): ReleaseView[] {
  const day = ({ decisions, date }: Checklist) => decisions.at(-1)?.date ?? date ?? '';
  return [...checklists]
    .sort((a, b) => compareText(day(b), day(a)) || compareText(a.path, b.path))
    .map(({ path, release, environment, items, decisions }) => ({
      ...{ release: release ?? path, environment, items: items.length },
      ticked: items.filter(({ ticked }) => ticked).length,
      signed: items.filter(({ ticked, signed }) => ticked && signed).length,
      decisions: decisions.map((decision) => decisionView(path, decision)).reverse(),
      place: { path, line: null },
    }));
}

function decisionView(path: string, { date, outcome, by, range }: GateDecision): DecisionView {
  return { date, outcome, by, place: { path, line: range.line } };
}

export function releasesHtml(releases: readonly ReleaseView[], links: PageLinks): string {
  if (releases.length === 0) return '<p>No release checklist is in the repository, and no decision is recorded.</p>';
  return tableHtml(
    'What people ticked and decided, the newest first',
    ['Release', 'Environment', 'Items of the checklist', 'Decisions', 'Checklist'],
    releases.map((release) => [
      htmlText(release.release),
      htmlText(release.environment ?? 'not stated'),
      ticksHtml(release),
      release.decisions.map((decision) => decisionHtml(decision, links)).join('<br>') || 'none recorded',
      placeHtml(release.place, links),
    ]),
  );
}

/** The bar shows how far people came with the checklist: nothing of it is worked out by the tool. */
function ticksHtml({ release, items, ticked, signed }: ReleaseView): string {
  if (items === 0) return 'none';
  const words = `${ticked} of ${items} ticked by people, ${signed} of them with name and day`;
  return `<progress max="${items}" value="${ticked}" aria-label="${htmlText(`${release}: ${words}`)}"></progress> ${words}`;
}

function decisionHtml({ date, outcome, by, place }: DecisionView, links: PageLinks): string {
  const mark = `<span class="outcome o-${outcome}">${htmlText(OUTCOME_WORDS[outcome])}</span>`;
  return `${mark} on ${htmlText(date)} by ${htmlText(by)}, ${placeHtml(place, links)}`;
}
