import type { Catalogue } from '../catalogue';
import type { Placed } from '../catalogue/lookup';
import { placedProvisions } from '../catalogue/lookup';
import { basisText, companionsOf, mappingsOf } from '../catalogue/mappings';
import type { Mapping } from '../catalogue/mappings';
import { wrap, wrapItem } from './text-layout';

/** The links of one provision as lines for a terminal; none where there are none. */
export function mappingLines(catalogue: Catalogue, placed: Placed): string[] {
  return [
    ...byFramework(mappingsOf(catalogue, placed)).flatMap(([title, mappings]) => [
      ...wrap(title, '  '),
      ...mappings.flatMap((mapping) => wrapItem(itemText(mapping), '    ')),
    ]),
    ...companionsOf(placed).flatMap((text) => wrap(text, '  ')),
  ];
}

/** The same as Markdown. */
export function mappingMarkdown(catalogue: Catalogue, placed: Placed): string {
  const frameworks = byFramework(mappingsOf(catalogue, placed)).map(
    ([title, mappings]) => `**${title}**\n\n${mappings.map((mapping) => `- ${itemText(mapping)}`).join('\n')}`,
  );
  const notes = [
    ...new Set(mappingsOf(catalogue, placed).map(({ framework }) => `${framework.short}: ${framework.note}`)),
  ];
  return [
    ...frameworks,
    `**Companions**\n\n${companionsOf(placed)
      .map((text) => `- ${text}`)
      .join('\n')}`,
    ...(notes.length === 0 ? [] : [`*${notes.join(' ')}*`]),
  ].join('\n\n');
}

/** Explains an item (`A.5.9`, `LLM01:2025`) or a framework (`iso-27001`): the provisions linked to it; null where none is meant. */
export function frameworkText(catalogue: Catalogue, asked: string): string[] | null {
  const same = (text: string) => text.toLowerCase() === asked;
  const whole = catalogue.frameworks.find((each) => same(each.id) || same(each.short) || same(each.title));
  const frameworks = catalogue.frameworks.filter((each) => each === whole || each.items.some((item) => same(item.id)));
  if (frameworks.length === 0) return null;
  const placed = placedProvisions(catalogue);
  return frameworks.flatMap((framework, index) => [
    ...(index > 0 ? [''] : []),
    ...wrap(`${framework.title}, edition ${framework.edition}. ${framework.note}`),
    ...framework.items
      .filter((item) => framework === whole || same(item.id))
      .flatMap((item) => {
        const linked = placed.flatMap((each) =>
          mappingsOf({ frameworks: [framework] }, each)
            .filter((mapping) => mapping.item === item)
            .map((mapping) => `${each.provision.id} (${basisText(mapping)}): asks for ${each.provision.asks}`),
        );
        return [
          '',
          ...wrap(item.id === item.name ? item.id : `${item.id}  ${item.name}`),
          ...linked.flatMap((text) => wrapItem(text, '  ')),
        ];
      }),
    ...(framework === whole ? framework.gaps : []).flatMap((gap, at) => [
      ...(at === 0 ? [''] : []),
      ...wrap(`Principle ${String(gap.principle)}: ${gap.text}`),
    ]),
  ]);
}

function itemText(mapping: Mapping): string {
  const { id, name } = mapping.item;
  return `${id === name ? name : `${id} ${name}`} (${basisText(mapping)})`;
}

function byFramework(mappings: readonly Mapping[]): (readonly [string, Mapping[]])[] {
  const groups = new Map<string, Mapping[]>();
  for (const mapping of mappings) {
    const { title, edition } = mapping.framework;
    const head = title.includes(edition) ? title : `${title} (edition ${edition})`;
    groups.set(head, [...(groups.get(head) ?? []), mapping]);
  }
  return [...groups];
}
