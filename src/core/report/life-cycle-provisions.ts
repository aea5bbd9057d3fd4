import { forceText } from '../catalogue/words';
import type { Finding, JudgedClaim, JudgedEvidence, ObservationResult } from '../model';
import { htmlText } from './html-text';
import type { ProvisionRow } from './input';
import { listHtml, placeHtml, provisionAnchor, stateHtml, tableHtml } from './life-cycle-parts';
import type { PageLinks } from './life-cycle-parts';
import { evidenceUri } from './uri';
import { OBSERVATION_WORDS, claimFor, claimWords, counted, evidenceName, evidenceStateWords } from './words';

const MOST_PLACES = 5;

type Findings = Readonly<Record<string, readonly Finding[]>>;

/** The provisions of one principle: what is claimed, what is named as proof and what is seen stand in columns of their own. */
export function provisionTable(
  title: string,
  rows: readonly ProvisionRow[],
  findings: Findings,
  links: PageLinks,
): string {
  return tableHtml(
    title,
    ['Provision', 'Status', 'Claimed by the project', 'Evidence named', 'Seen by the tool'],
    rows.map((row) => [
      provisionHtml(row),
      statusHtml(row),
      listHtml(
        row.status.claims.map((claim) => claimHtml(claim, links)),
        nothing(),
      ),
      listHtml(
        row.status.evidence.map((each) => evidenceHtml(each, links)),
        nothing(),
      ),
      seenHtml(row, findings[row.provision.id] ?? [], links),
    ]),
    'wide',
  );
}

function nothing(): string {
  return '<span class="quiet">nothing</span>';
}

function provisionHtml({ provision }: ProvisionRow): string {
  const condition = provision.condition === null ? '' : ` Applies ${provision.condition}.`;
  const words = `${forceText(provision)} ${provision.asks}.${condition} ${provision.roles.join(', ')}.`;
  return `<strong id="${provisionAnchor(provision.id)}">${htmlText(provision.id)}</strong> ${htmlText(words)}`;
}

function statusHtml({ status }: ProvisionRow): string {
  const why = status.concern.why === null ? '' : `<br>${htmlText(status.concern.why)}`;
  // Where all systems stand alike, the line above says so for each of them.
  const differ = new Set(status.systems.map((each) => each.status)).size > 1;
  const systems = status.systems.map((each) => `${htmlText(each.system)}: ${stateHtml(each.status)}`);
  return `${stateHtml(status.status)}${why}${differ ? listHtml(systems) : ''}`;
}

function claimHtml(claim: JudgedClaim, links: PageLinks): string {
  const { path, range, applies, reason, detail, owner, due } = claim;
  const text = (applies ? detail : reason) ?? (applies ? 'no detail' : 'no reason');
  const parts = [
    `${htmlText(claimFor(claim))}: ${htmlText(claimWords(claim))}. ${htmlText(text)}`,
    ...(owner === null ? [] : [`Owner: ${htmlText(owner)}.`]),
    ...(due === null ? [] : [`Due: ${htmlText(due.date)}.`]),
    placeHtml({ path, line: range.line }, links),
  ];
  return parts.join(' ');
}

function evidenceHtml(evidence: JudgedEvidence, links: PageLinks): string {
  const { target } = evidence;
  const words = htmlText(evidenceName(evidence));
  const state = `(${htmlText(evidenceStateWords(evidence))})`;
  if (target?.in === 'tree') {
    const place = { path: target.path, line: target.lines?.from ?? null };
    return `${placeHtml(place, links, evidenceName(evidence))} ${state}`;
  }
  const url = evidenceUri(target);
  return url === null ? `${words} ${state}` : `<a href="${htmlText(url)}" rel="noreferrer">${words}</a> ${state}`;
}

function seenHtml({ provision, status }: ProvisionRow, findings: readonly Finding[], links: PageLinks): string {
  const items = [
    ...status.observations.map((each) => observationHtml(each, links)),
    ...(findings.length === 0 ? [] : [findingsHtml(findings, links)]),
  ];
  return `${listHtml(items, nothing())}<details><summary>The most a tool can say of ${htmlText(provision.id)}</summary>${htmlText(provision.limit)}</details>`;
}

function findingsHtml(findings: readonly Finding[], links: PageLinks): string {
  const where = findings
    .slice(0, MOST_PLACES)
    .map(({ rule, path, line }) => placeHtml({ path, line }, links, `${rule} ${path}:${line}`));
  const more = findings.length > MOST_PLACES ? ` and ${findings.length - MOST_PLACES} more` : '';
  return `${counted(findings.length, 'open finding')} (${where.join(', ')}${more})`;
}

function observationHtml({ sentence, outcome, detail, places }: ObservationResult, links: PageLinks): string {
  const where = places.slice(0, MOST_PLACES).map((place) => placeHtml(place, links, place.label));
  const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
  return [
    `<strong>${OBSERVATION_WORDS[outcome]}</strong>: “${htmlText(sentence)}”`,
    detail === '' ? '' : `: ${htmlText(detail)}`,
    where.length === 0 ? '' : ` (${where.join(', ')}${more})`,
  ].join('');
}
