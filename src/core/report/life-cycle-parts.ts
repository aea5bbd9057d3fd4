import type { ProvisionState } from '../model';
import { htmlText } from './html-text';
import type { ProvisionRow } from './input';
import { STATE_WORDS, counted } from './words';

/** A place of the project that a page can lead to. */
export interface PagePlace {
  readonly path: string;
  /** From 1; null for the file as a whole. */
  readonly line: number | null;
}

/** How a page leads elsewhere: into the files of the project, and to what settles something. */
export interface PageLinks {
  /** The address of a place; null where there is none, then the place is only named. */
  readonly link: (place: PagePlace) => string | null;
  /** True where whoever shows the page can start the work at a place: then there are buttons with `data-fix`. */
  readonly fixes?: boolean;
}

/** A mark for each state, beside colour and pattern. */
const MARKS: Readonly<Record<ProvisionState, string>> = {
  contradicted: '!',
  'not-supported': '×',
  partly: '◐',
  'claimed-without-evidence': '○',
  'claimed-with-outside-evidence': '◎',
  'claimed-with-evidence': '●',
  'not-applicable': '–',
  'not-assessed': '·',
};

export function placeHtml(place: PagePlace, links: PageLinks, label?: string): string {
  const words = `<code>${htmlText(label ?? (place.line === null ? place.path : `${place.path}:${place.line}`))}</code>`;
  const href = links.link(place);
  return href === null ? words : `<a href="${htmlText(href)}">${words}</a>`;
}

/** A state as mark and words. */
export function stateHtml(state: ProvisionState): string {
  return `<span class="cell mark s-${state}" aria-hidden="true">${MARKS[state]}</span> ${htmlText(STATE_WORDS[state])}`;
}

/**
 * A cell of the heat map: the id with the mark of its state, which a screen reader hears in words. It leads to the line of the
 * claim, else to what was seen first; where the page cannot lead into files, to the row of the provision.
 */
export function heatCell({ provision, status }: ProvisionRow, links: PageLinks): string {
  const { findings, claims, observations } = status;
  const more = findings === 0 ? '' : `, ${counted(findings, 'open finding')}`;
  const said = claims.find(({ state }) => state === status.status) ?? claims[0];
  const seen = observations.flatMap(({ places }) => places)[0];
  const place = said === undefined ? (seen ?? null) : { path: said.path, line: said.range.line };
  const href = place === null ? null : links.link(place);
  const leads = href === null || place === null ? '' : `, at ${place.path}:${place.line}`;
  const words = htmlText(`${STATE_WORDS[status.status]}${more}${leads}`);
  const id = htmlText(provision.id);
  const target = href === null ? `#${provisionAnchor(provision.id)}` : htmlText(href);
  return `<li><a class="cell s-${status.status}" href="${target}" title="${words}"><span aria-hidden="true">${MARKS[status.status]} </span>${id}<span class="hidden">: ${words}</span></a></li>`;
}

/** A button that starts the work at a place; nothing where the page can only be read. */
export function fixHtml(label: string, about: string, place: PagePlace, links: PageLinks): string {
  const address = links.fixes === true ? links.link(place) : null;
  if (address === null) return '';
  return `<button type="button" data-fix="${htmlText(address)}">${htmlText(label)}<span class="hidden">: ${htmlText(about)}</span></button>`;
}

export function legendHtml(): string {
  const states = Object.keys(MARKS) as ProvisionState[];
  return `<ul class="cells" aria-label="Legend">${states.map((state) => `<li>${stateHtml(state)}</li>`).join('')}</ul>`;
}

export function provisionAnchor(id: string): string {
  return `p-${id.replace(/[^\w.-]/gu, '-')}`;
}

export function listHtml(items: readonly string[], otherwise = ''): string {
  return items.length === 0 ? otherwise : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

/** What is folded up until somebody opens it, with a mouse or a key; paper shows it open. The content is HTML already. */
export function foldedHtml(summary: string, content: string): string {
  return `<details class="fold"><summary>${htmlText(summary)}</summary>\n${content}\n</details>`;
}

/** A table with a caption, a head and the first cell of each row as its name. Cells are HTML already; `wide` has even columns. */
export function tableHtml(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  style: 'plain' | 'wide' = 'plain',
): string {
  const body = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  const names = head.map((name) => `<th scope="col">${htmlText(name)}</th>`).join('');
  return [
    `<div class="scroll${style === 'wide' ? ' wide' : ''}" role="group" aria-label="${htmlText(caption)}" tabindex="0"><table>`,
    `<caption>${htmlText(caption)}</caption><thead><tr>${names}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody></table></div>`,
  ].join('\n');
}
