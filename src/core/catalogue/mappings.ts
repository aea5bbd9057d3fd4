import type { Framework } from './frameworks';
import type { Catalogue } from './index';
import type { Placed } from './lookup';

/** One item of another framework that a provision is linked to. */
export interface Mapping {
  readonly framework: Framework;
  readonly item: { readonly id: string; readonly name: string };
  readonly strength: 'primary' | 'supporting';
  readonly basis: 'published' | 'ours';
  /** The link is to the principle as a whole. */
  readonly whole: boolean;
}

/** What a provision is linked to, by framework in the order of their ids; links to it alone before those of its principle. */
export function mappingsOf(
  { frameworks }: Pick<Catalogue, 'frameworks'>,
  { provision, principle }: Placed,
): Mapping[] {
  return frameworks.flatMap((framework) => {
    const found = framework.links.flatMap((link): Mapping[] => {
      const whole = link.provisions.length === 0;
      if (link.principle !== principle.number || (!whole && !link.provisions.includes(provision.id))) return [];
      const item = framework.items.find((each) => each.id === link.item);
      return item === undefined ? [] : [{ framework, item, strength: link.strength, basis: link.basis, whole }];
    });
    return found.sort((a, b) => Number(a.whole) - Number(b.whole));
  });
}

/** `our judgement` or `published`, with the strength where it says something. */
export function basisText({ strength, basis, whole }: Pick<Mapping, 'strength' | 'basis' | 'whole'>): string {
  const about = whole ? 'for the principle' : strength;
  return `${basis === 'ours' ? 'our judgement' : 'published'}, ${about}`;
}

/** The companions of the standard that guide a principle: published documents, none of them binding. */
export function companionsOf({ provision, principle }: Placed): string[] {
  if (provision.own) return [];
  return [
    `UK Code of Practice ${provision.uk}`,
    `ETSI TR 104 128 clause 6.${String(principle.number)}, guidance on Principle ${String(principle.number)} (written for TS 104 223; informative)`,
    'ETSI TS 104 216, on assessing conformance, was a draft when last seen (October 2026): nothing here follows it',
  ];
}

/** Whether a provision by itself, not only its principle, is linked to a framework. */
export function isLinkedTo(
  { frameworks }: Pick<Catalogue, 'frameworks'>,
  id: string,
  principle: Placed['principle'],
  provision: Placed['provision'],
): boolean {
  const framework = frameworks.find((each) => each.id === id);
  const own = framework?.links.some(({ provisions }) => provisions.length > 0) ?? false;
  return (framework?.links ?? []).some(
    (link) => link.principle === principle.number && (own ? link.provisions.includes(provision.id) : true),
  );
}
