import { htmlText } from './html-text';
import { claimFor, claimWords, counted, thousands } from './words';
import type { Provision } from '../catalogue';
import { forceText } from '../catalogue/words';
import type { JudgedClaim } from '../model';
import type { LifeCycleView, OverdueItem, PhaseView, RaciView, SystemView } from './life-cycle';
import {
  fixHtml,
  heatCell,
  legendHtml,
  listHtml,
  placeHtml,
  provisionAnchor,
  stateHtml,
  tableHtml,
} from './life-cycle-parts';
import type { PageLinks } from './life-cycle-parts';
import { assetsHtml, coverageHtml } from './life-cycle-assets';
import { provisionTable } from './life-cycle-provisions';
import { releasesHtml } from './life-cycle-releases';
import { threatModelsHtml } from './life-cycle-threats';
import type { ProvisionRow } from './input';

const SECTIONS = [
  ['contradicted', 'Contradicted'],
  ['systems', 'Systems'],
  ['heat-map', 'Phases and principles'],
  ['overdue', 'Overdue'],
  ['releases', 'Releases and gates'],
  ['threats', 'Threat models'],
  ['claims', 'Claims, evidence, and what is seen'],
  ['raci', 'Who answers for what'],
  ['assets', 'Assets'],
  ['coverage', 'What was looked at'],
] as const;

/** Assets of a system that its box names. */
const MOST_NAMED = 20;

/**
 * The single page of the life cycle as one element, without head and style: what is contradicted first, then systems, the
 * heat map, what is overdue, claims beside evidence beside observations, RACI, assets and coverage. Needs no script.
 */
export function lifeCycleHtml(view: LifeCycleView, links: PageLinks): string {
  const contents: Readonly<Record<(typeof SECTIONS)[number][0], string>> = {
    contradicted: contradictedHtml(view.contradicted, links),
    systems: systemsHtml(view, links),
    'heat-map': heatMapHtml(view.phases, links),
    overdue: overdueHtml(view.overdue, links),
    claims: view.phases.map((phase) => claimsHtml(phase, view.findings, links)).join('\n'),
    releases: releasesHtml(view.releases, links),
    threats: threatModelsHtml(view.threatModels, links),
    raci: raciHtml(view.raci, links),
    assets: assetsHtml(view.assets, links),
    coverage: coverageHtml(view.coverage),
  };
  return [
    '<div class="ab">',
    '<a class="hidden skip" href="#ab-main">Skip to the content</a>',
    `<header><h1>${htmlText(view.title)}</h1><p class="lead">${htmlText(view.header)}</p>`,
    `${listHtml(view.notes.map(htmlText))}</header>`,
    `<nav aria-label="On this page">${listHtml(SECTIONS.map(([id, title]) => `<a href="#${id}">${htmlText(title)}</a>`))}</nav>`,
    '<main id="ab-main">',
    ...SECTIONS.map(
      ([id, title]) =>
        `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${htmlText(title)}</h2>\n${contents[id]}\n</section>`,
    ),
    '</main></div>',
  ].join('\n');
}

function contradictedHtml(rows: readonly ProvisionRow[], links: PageLinks): string {
  const items = rows.flatMap(({ provision, status }) =>
    status.claims
      .filter(({ contradictions }) => contradictions.length > 0)
      .map((claim) => contradictionHtml(provision, claim, links)),
  );
  return listHtml(items, '<p>No claim is contradicted by what is seen.</p>');
}

/** What is claimed, what speaks against it, and the two ways out: put right what is seen, or claim less. */
function contradictionHtml(provision: Provision, claim: JudgedClaim, links: PageLinks): string {
  const { id } = provision;
  const { path, range, supportRange, detail, owner, contradictions } = claim;
  const seen = contradictions.map(({ sentence, detail: words, conditionSeen, places }) => {
    const where = places.map((place) => placeHtml(place, links, place.label)).join(', ');
    const said = claim.applies ? `“${sentence}” does not hold: ${words}` : (conditionSeen ?? words);
    return `${htmlText(said)}${where === '' ? '' : ` (${where})`}`;
  });
  const [first] = contradictions.flatMap(({ places }) => places);
  return [
    `<a href="#${provisionAnchor(id)}">${htmlText(id)}</a> ${htmlText(`${forceText(provision)} ${provision.asks}`)}.`,
    `<br>Claimed for ${htmlText(claimFor(claim))}: ${htmlText(claimWords(claim))}`,
    detail === null ? '' : ` (“${htmlText(detail)}”)`,
    owner === null ? '' : `, owner ${htmlText(owner)}`,
    `, at ${placeHtml({ path, line: range.line }, links)}`,
    `. What is seen speaks against it:${listHtml(seen)}`,
    first === undefined ? '' : fixHtml('Fix what is seen', id, first, links),
    ' ',
    fixHtml('Change the claim', id, { path, line: supportRange.line }, links),
  ].join('');
}

function systemsHtml({ systems, roles }: LifeCycleView, links: PageLinks): string {
  const held = roles.length === 0 ? '' : `<p>Roles that the organisation holds: ${htmlText(roles.join(', '))}.</p>`;
  if (systems.length === 0) return `${held}<p>No AI system is listed in a system profile.</p>`;
  return held + systems.map((system) => systemHtml(system, links)).join('\n');
}

function systemHtml(system: SystemView, links: PageLinks): string {
  const said = (text: string | null) => (text === null ? '<span class="quiet">not stated</span>' : htmlText(text));
  const facts: readonly (readonly [string, string])[] = [
    ['Purpose', said(system.purpose)],
    ['Deployed', said(system.deployed)],
    ['Runs', said(system.runs)],
    ['Data', said(system.data)],
    ['Exposure', said(system.exposure)],
    ['Owner', said(system.owner)],
    ['Data custodian', said(system.custodian)],
    ['Assets', system.assets.length === 0 ? said(null) : systemAssetsHtml(system.assets)],
    ['Provisions', system.standing === '' ? said(null) : htmlText(system.standing)],
    ['Listed at', placeHtml(system.place, links)],
  ];
  const rows = facts.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join('');
  return `<div class="system"><h3>${htmlText(system.name)}</h3><table><caption class="hidden">${htmlText(system.name)}</caption><tbody>${rows}</tbody></table></div>`;
}

/** A few by name; where there are more, all of them stand in their own section. */
function systemAssetsHtml(assets: readonly string[]): string {
  if (assets.length <= MOST_NAMED) return htmlText(assets.join(', '));
  const named = htmlText(assets.slice(0, MOST_NAMED).join(', '));
  return `${counted(assets.length, 'asset')}: ${named} and <a href="#assets">${thousands(assets.length - MOST_NAMED)} more</a>`;
}

function heatMapHtml(phases: readonly PhaseView[], links: PageLinks): string {
  const rows = phases.flatMap((phase) => [
    `<tr class="phase"><th scope="rowgroup" colspan="2">${htmlText(phase.title)}</th><td>${stateHtml(phase.state)}</td><td>${htmlText(phase.words)}</td></tr>`,
    ...phase.principles.map(
      ({ number, title, rows: own, state, words }) =>
        `<tr><th scope="row">${number} ${htmlText(title)}</th><td><ul class="cells">${own
          .map((row) => heatCell(row, links))
          .join('')}</ul></td><td>${stateHtml(state)}</td><td>${htmlText(words)}</td></tr>`,
    ),
  ]);
  const head = ['Principle', 'Provisions', 'The weakest', 'All of them']
    .map((name) => `<th scope="col">${name}</th>`)
    .join('');
  return [
    legendHtml(),
    '<div class="scroll map" role="group" aria-label="Heat map" tabindex="0"><table>',
    `<caption>Each provision by what the project claims of it, and whether what is seen speaks against that</caption>`,
    `<thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`,
  ].join('\n');
}

function overdueHtml(items: readonly OverdueItem[], links: PageLinks): string {
  if (items.length === 0) return '<p>Nothing is overdue.</p>';
  return tableHtml(
    'Reviews, evidence and promises whose day is over',
    ['What', 'Since', 'Owner', 'Place'],
    items.map(({ what, date, owner, place }) => [
      ...[htmlText(what), htmlText(date), htmlText(owner ?? 'nobody named')],
      `${placeHtml(place, links)} ${fixHtml('Fix', what, place, links)}`.trim(),
    ]),
  );
}

function claimsHtml({ title, principles }: PhaseView, findings: LifeCycleView['findings'], links: PageLinks): string {
  const tables = principles.map(({ number, title: name, rows }) =>
    provisionTable(`${number} ${name}`, rows, findings, links),
  );
  return `<h3>${htmlText(title)}</h3>\n${tables.join('\n')}`;
}

function raciHtml({ functions, rows }: RaciView, links: PageLinks): string {
  if (functions.length === 0) return '<p>No RACI matrix is filled in.</p>';
  return tableHtml(
    'R responsible, A accountable, C consulted, I informed',
    ['Principle', ...functions],
    rows.map(({ principle, title, marks, place }) => {
      const name = `${principle} ${htmlText(title)}`;
      return [
        place === null ? name : `${name} ${placeHtml(place, links)}`,
        ...marks.map((mark) => htmlText(mark) || '–'),
      ];
    }),
  );
}
