import type { ProvisionState } from '../model';
import { htmlText } from './html-text';
import type { PagePlace } from './life-cycle';
import { STATE_WORDS } from './words';

/** How a page leads elsewhere: into the files of the project, and to what settles something. */
export interface PageLinks {
  /** The address of a place; null where there is none, then the place is only named. */
  readonly link: (place: PagePlace) => string | null;
  /** The address of what starts the work on a provision; null where a page can only be read. */
  readonly fix?: (provision: string) => string | null;
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

/** A cell of the heat map: the id with the mark of its state, which a screen reader hears in words. */
export function heatCell(id: string, state: ProvisionState, findings: number): string {
  const more = findings === 0 ? '' : `, ${findings} open ${findings === 1 ? 'finding' : 'findings'}`;
  const words = htmlText(`${STATE_WORDS[state]}${more}`);
  return `<li><a class="cell s-${state}" href="#${provisionAnchor(id)}" title="${words}"><span aria-hidden="true">${MARKS[state]} </span>${htmlText(id)}<span class="hidden">: ${words}</span></a></li>`;
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
