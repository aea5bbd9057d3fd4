import type { Catalogue, Provision } from '../catalogue';
import { findProvision } from '../catalogue/lookup';
import type { Placed } from '../catalogue/lookup';
import { forceDetail, forceText, forceWord, roleBasisText, ukBasisText } from '../catalogue/words';
import { mappingLines, mappingMarkdown } from './mappings';
import { wrap, wrapItem } from './text-layout';

/** Everything the catalogue says of one provision, as lines for a terminal. */
export function provisionText(catalogue: Catalogue, placed: Placed): string[] {
  const { provision, principle } = placed;
  const parts = principle.provisions.filter((other) => other.parent === provision.id);
  const section = (title: string, lines: string[]) => ['', title, ...lines];
  return [
    `${provision.id}  ${forceText(provision)}`,
    `Principle ${String(principle.number)} (clause ${principle.clause}, ${principle.phase}): ${principle.title}`,
    '',
    ...facts(placed).flatMap(([name, text]) => wrap(`${name}: ${text}`)),
    ...section('What it asks', wrap(provision.summary, '  ')),
    ...section('Do this next', wrap(provision.guidance, '  ')),
    ...section(
      'Evidence a reader would accept',
      provision.evidence.flatMap((text) => wrapItem(text, '  ')),
    ),
    ...(provision.observations.length === 0
      ? []
      : section(
          'What the tool looks at',
          provision.observations.flatMap((each) => wrapItem(observationText(each), '  ')),
        )),
    ...section('The most a tool can say of it', wrap(provision.limit, '  ')),
    ...(provision.note === null ? [] : section('Note', wrap(provision.note, '  '))),
    ...(parts.length === 0
      ? []
      : section(
          'Its parts',
          parts.flatMap((part) => wrapItem(`${part.id} ${forceText(part)}: ${part.summary}`, '  ')),
        )),
    ...section('Elsewhere', mappingLines(catalogue, placed)),
    '',
    ...wrap(sourceText(catalogue, provision)),
  ];
}

/** How one provision stands to other frameworks, as Markdown for its page; empty when there is no such provision. */
export function provisionMappings(catalogue: Catalogue, id: string): string {
  const placed = findProvision(catalogue, id);
  return placed === null ? '' : mappingMarkdown(catalogue, placed);
}

/** A sentence that is looked at, with what contradicts it. */
function observationText({ sentence, contradicted }: Placed['provision']['observations'][number]): string {
  return contradicted === undefined ? `${sentence}.` : `${sentence}. Contradicted: ${lowerFirst(contradicted)}.`;
}

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

/** One provision as Markdown, for hovers and tooltips; null when there is no such provision. */
export function provisionMarkdown(catalogue: Catalogue, id: string): string | null {
  const placed = findProvision(catalogue, id);
  if (placed === null) return null;
  const { provision, principle } = placed;
  const who = provision.own?.title ?? 'EN 304 223';
  return [
    `**${provision.id}** · ${who} ${forceWord(provision)} ${provision.asks} · Principle ${String(principle.number)}: ${principle.title}`,
    provision.summary,
    facts(placed)
      .map(([name, text]) => `- *${name}:* ${text}`)
      .join('\n'),
    `**Do this next:** ${provision.guidance}`,
    `**Evidence a reader would accept:**\n\n${provision.evidence.map((text) => `- ${text}`).join('\n')}`,
    `**The most a tool can say of it:** ${provision.limit}`,
    ...(provision.note === null ? [] : [`**Note:** ${provision.note}`]),
    `*${sourceText(catalogue, provision)}*`,
  ].join('\n\n');
}

function facts({ provision }: Placed): (readonly [string, string])[] {
  const named = (title: string, people: readonly string[]): (readonly [string, string])[] =>
    people.length === 0 ? [] : [[title, people.join(', ')]];
  return [
    ['Force', forceDetail(provision)],
    ['Applies', provision.condition ?? 'always'],
    ['Who has to act', `${provision.roles.join(', ')} (${roleBasisText(provision)})`],
    ...named('Who is informed or supported', provision.recipients),
    ...named('Who is brought in', provision.involves),
    ...laidOver(provision),
    ...(provision.own === undefined
      ? [['UK Code of Practice', `${provision.uk} (${ukBasisText(provision)})`] as const]
      : []),
    ...(provision.parent === null ? [] : [['Part of', provision.parent] as const]),
  ];
}

/** What the project lays over the standard here, with who says so. */
function laidOver({ own, required, owner }: Provision): (readonly [string, string])[] {
  return [
    ...(own
      ? [['Own provision', `of ${own.title}, edition ${own.edition} (${own.path}); not of the standard`] as const]
      : []),
    ...(required ? [['Stricter here', `${required.by} requires it: ${required.reason}`] as const] : []),
    ...(owner ? [['Owner here', `${owner.owner} (${owner.by})`] as const] : []),
  ];
}

function sourceText({ standard }: Catalogue, { own }: Provision): string {
  if (own) return `The wording is that of ${own.title}; it is no provision of ${standard.id}.`;
  return `The wording is ours; the text of ${standard.id} ${standard.version} decides.`;
}
