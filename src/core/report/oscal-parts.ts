import { cautionTexts, headerText } from './header';
import { standardName } from './input';
import type { ReportInput } from './input';
import { timeOf, uuidOf } from './uuid';

const OSCAL_VERSION = '1.2.1';
/** Names that are ours and not OSCAL's own. */
export const OUR_NAMES = 'urn:ai-baseline:oscal';

/** One name and value; OSCAL wants one line that is not empty. */
export function prop(name: string, value: string) {
  return { name, ns: OUR_NAMES, value: line(value) };
}

/** Text on one line, without blanks around it; a dash where there is nothing, since OSCAL has no empty text. */
export function line(text: string): string {
  const flat = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return flat === '' ? '–' : flat;
}

/** `{ [key]: items }`, or nothing where there are none: OSCAL has no empty lists. */
export function some<Key extends string, Item>(
  key: Key,
  items: readonly Item[],
): Partial<Record<Key, readonly Item[]>> {
  return items.length === 0 ? {} : ({ [key]: items } as Record<Key, readonly Item[]>);
}

/** `p-5.1.1-1`: an id in OSCAL begins with a letter. */
export function controlId(provision: string): string {
  return `p-${provision.replace(/[^\p{L}\p{N}.\-_]/gu, '-')}`;
}

/** The head of every document: title, day, edition, and what is said of it in every report. */
export function metadata(input: ReportInput, title: string) {
  const { snapshot, commit, version } = input;
  return {
    title: line(title),
    'last-modified': timeOf(snapshot.asOf),
    version: commit === null ? snapshot.asOf : `${snapshot.asOf}+${line(commit)}`,
    'oscal-version': OSCAL_VERSION,
    props: [prop('tool', `ai-baseline ${version}`), prop('standard', standardName(snapshot))],
    remarks: [headerText(input), ...cautionTexts(input)].join('\n\n'),
  };
}

/** The catalogue of this standard as a resource of another document, and the reference to it. */
export function catalogResource(input: ReportInput) {
  const uuid = uuidOf('oscal-catalog-resource', input.snapshot.standard.id, input.snapshot.standard.version);
  const resource = {
    uuid,
    title: `Catalog of ${standardName(input.snapshot)} in our own words`,
    description: 'Written by: ai-baseline report --format oscal-catalog --output oscal-catalog.json',
    rlinks: [{ href: 'oscal-catalog.json', 'media-type': 'application/oscal+json' }],
  };
  return { href: `#${uuid}`, resource };
}

/** The whole document; its UUID follows from what stands in it. */
export function oscalDocument(kind: string, body: Readonly<Record<string, unknown>>): string {
  const uuid = uuidOf('oscal', kind, JSON.stringify(body));
  return `${JSON.stringify({ [kind]: { uuid, ...body } }, null, 2)}\n`;
}
